#!/usr/bin/env bash
# Nothing lost: the crash oracle (100 kills on SQLite, 20 on PostgreSQL, and its controls), SIGTERM under load, a full
# disk. Prints TAP to $REPORT and to the screen.
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
set -uo pipefail
cd "$(dirname "$0")/../.."
: >"${REPORT:=/dev/stdout}"
part=$(mktemp)
trap 'rm -f "$part"' EXIT
failed=0
# one NUMBER NAME COMMAND...: 0 ok, 77 skipped
one() {
  local number=$1 name=$2 output code
  shift 2
  output=$("$@" 2>&1)
  code=$?
  case $code in
    0) echo "ok $number - $name: $(head -1 <<<"$output")" ;;
    77) echo "ok $number - $name # SKIP mounting a small disk is not permitted here" ;;
    *) echo "not ok $number - $name: $(head -1 <<<"$output")"; sed 's/^/# /' <<<"$output" ;;
  esac | tee -a "$REPORT"
  [ $code = 0 ] || [ $code = 77 ]
}
node tests/crash/prove.mjs --cycles "${CRASH_CYCLES:-100}" --postgres "${CRASH_POSTGRES:-20}" --tap "$part" >&2 || failed=1
grep -v '^1\.\.' "$part" | tee -a "$REPORT"
number=$(grep -c 'ok' "$part")
one $((number + 1)) "SIGTERM under load" node tests/crash/gentle_stop.mjs || failed=1
one $((number + 2)) "a full disk" tests/crash/full_disk.sh || failed=1
stopped=$(mktemp -d)
one $((number + 3)) "SIGTERM cuts off no request" node tests/crash/stop_under_load.mjs "${XIESHANG_BINARY:-build/release/xieshang}" "$stopped" || failed=1
rm -rf "$stopped"
echo "1..$((number + 3))" >>"$REPORT"
exit $failed
