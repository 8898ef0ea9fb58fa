#!/usr/bin/env bash
# The commands as a person types them, on the release binary: prints TAP to $REPORT and to the screen.
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
set -uo pipefail
cd "$(dirname "$0")/../.."
xieshang=${XIESHANG_BINARY:-$PWD/build/release/xieshang}
work=$(mktemp -d)
server=''
spaces=() # network namespaces of guessing_commands.sh
remove_spaces() {
  for space in "${spaces[@]}"; do ip netns del "$space"; done
  spaces=()
}
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null
  remove_spaces
  rm -rf "$work"
}
trap finish EXIT
number=0 failed=0
: >"${REPORT:=/dev/stdout}"

# check NAME COMMAND...: ok when the command succeeds
check() {
  local name=$1
  shift
  number=$((number + 1))
  if "$@" >"$work/check.log" 2>&1; then
    echo "ok $number - $name" | tee -a "$REPORT"
  else
    failed=$((failed + 1))
    echo "not ok $number - $name" | tee -a "$REPORT"
    sed 's/^/# /' "$work/check.log"
  fi
}
skip() {
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2" | tee -a "$REPORT"
}
# exits CODE COMMAND...
exits() {
  local code=$1
  shift
  "$@"
  local got=$?
  [ $got = "$code" ] || { echo "exit status $got instead of $code"; return 1; }
}
says() { # says TEXT COMMAND...: standard output and error hold the text, whatever the exit status
  local text=$1 output
  shift
  output=$("$@" 2>&1)
  grep -qF -- "$text" <<<"$output" || { echo "did not say: $text"; echo "$output"; return 1; }
}

for file in tests/commands/*_commands.sh; do
  . "$file"
done
echo "1..$number"
[ $failed = 0 ]
