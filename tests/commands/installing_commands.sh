# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# what docs/operating.md tells to install on a machine that only runs the program
told=" $(sed -n '/^apt-get install libboost/,/^```/p' docs/operating.md | tr '\\\n' '  ') "
there_is_always="libc6 libgcc-s1 libstdc++6" # apt itself needs them

tells_to_install() { # tells_to_install LIBRARY: one of the Debian packages that bring it
  local package packages
  packages=$(dpkg -S "*/$1" | sed 's/[:,].*//' | sort -u)
  for package in $packages; do
    case "$told $there_is_always " in *" $package "*) return 0 ;; esac
  done
  echo "docs/operating.md does not install $1: ${packages:-no package has it}"
  return 1
}
every_library_is_told() {
  local library libraries failed=0
  libraries=$(readelf -d "$xieshang" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
  [ -n "$libraries" ] || { echo "readelf found no library"; return 1; }
  for library in $libraries; do
    tells_to_install "$library" || failed=1
  done
  return $failed
}
check "docs/operating.md names every library that the program needs" every_library_is_told
