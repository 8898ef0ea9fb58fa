# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# xieshang people import and export, on the register of the demo
register="$work/register"
check "a house with a register is made" serve_until_ready "$register" --demo
check "and its server stopped" stop_server
people() { "$xieshang" people "$@" --data "$register"; }
persons() { sqlite3 "$register/xieshang.db" "SELECT count(*) FROM registered_person WHERE name LIKE '$1%'"; }
told() { sqlite3 "$register/xieshang.db" "SELECT count(*) FROM event WHERE action = '$1'"; }
there_are() { [ "$(persons "$1")" = "$2" ] || { echo "$(persons "$1") people"; return 1; }; }
says_nothing_of() { local text=$1; shift; ! "$@" 2>/dev/null | grep -F -- "$text"; }
errors_of() { "$@" 2>&1 >/dev/null; }
errors_say() { # errors_say TEXT COMMAND...: on standard error
  local text=$1
  shift
  grep -qF -- "$text" <<<"$(errors_of "$@")" || { echo "did not say: $text"; errors_of "$@"; return 1; }
}
untouched() { # untouched COMMAND...: neither register nor record change
  local before after
  before=$(sqlite3 "$register/xieshang.db" 'SELECT max(sequence) FROM event')
  "$@" >/dev/null 2>&1
  after=$(sqlite3 "$register/xieshang.db" 'SELECT max(sequence) FROM event')
  [ "$before" = "$after" ] || { echo "event $before became $after"; return 1; }
}

printf '姓名,性别,出生年月,界别,手机\n试验甲一,女,1971-04,经济,13800138000\n试验甲二,男,1980.12,教育界,\n' >"$work/roster.csv"
check "people import shows what would change" says '2 would be new' people import "$work/roster.csv" --dry-run
check "and writes nothing" there_are 试验甲 0
check "nor tells the record anything" untouched people import "$work/roster.csv" --dry-run
check "people import writes the roster" says '2 new' people import "$work/roster.csv"
check "and its people are there" there_are 试验甲 2
check "the same file again is refused" exits 3 people import "$work/roster.csv"
check "and told with its day and the way on" errors_say '--again' people import "$work/roster.csv"
check "in Chinese, too" errors_say '同一份文件' env LC_ALL=zh_CN.UTF-8 "$xieshang" people import "$work/roster.csv" --data "$register"
check "and goes on on purpose" says '2 the same' people import "$work/roster.csv" --again
check "people import shows no progress where there is no terminal" silent people import "$work/roster.csv" --again
progress_on_terminal() { # through a file: grep would end the pipe before the last line
  script -qec "\"$xieshang\" people import \"$work/roster.csv\" --again --data \"$register\"" /dev/null >"$work/terminal.txt"
  grep -q 'writing 2/2' "$work/terminal.txt"
}
check "and does on a terminal" progress_on_terminal

printf '姓名,界别\n试验乙一,科协\n试验乙二,教育\n' | iconv -f UTF-8 -t GB18030 >"$work/gb18030.csv"
check "a roster in GB18030 is read" says '2 new' people import "$work/gb18030.csv"
check "and its names are whole" there_are 试验乙 2
printf '姓名\n试验\xff\xff\n' >"$work/broken.csv"
check "a broken encoding is refused" exits 3 people import "$work/broken.csv"

printf '姓名,性别,界别,状态\n试验丙一,女,经济,\n试验丙二,甲,渔业,\n试验丙三,男,教育,在\n="试验丙四",女,经济,\n' >"$work/wrong.csv"
check "wrong rows refuse the roster" exits 3 people import "$work/wrong.csv"
check "and nothing of it is written" there_are 试验丙 0
check "nor told to the record" untouched people import "$work/wrong.csv"
row_of() { errors_of people import "$work/wrong.csv" --dry-run | grep -E "$1"; }
check "they are a table with line, column, item and value" row_of '^Line +Column +Item +Value +What is wrong'
check "an unknown sector stands in it" row_of '^3 +C +Sector +渔业 +There is no such sector'
check "so does each trouble of a row" row_of '^3 +B +Sex +甲 '
check "and a state that is none" row_of '^4 +D +State +在 '
check "and a formula" row_of '^5 +A +Name .*formula'
check "on standard error alone" says_nothing_of 渔业 people import "$work/wrong.csv" --dry-run
check "they are left out on purpose" says '1 new, 0 changed, 0 the same, 3 left out' people import "$work/wrong.csv" --leave-out
check "and no others" there_are 试验丙 1

printf '姓名,所属\n试验丁一,经济\n' >"$work/heads.csv"
check "a column that nobody knows is matched" says '1 new' people import "$work/heads.csv" --match 所属=sector
check "a match without its column is refused" exits 3 people import "$work/heads.csv" --match 部门=sector
check "and named" errors_say '部门=sector' people import "$work/heads.csv" --match 部门=sector
check "two columns for one thing are refused" exits 3 people import "$work/heads.csv" --match B=name --match A=sector --match B=sector
{ echo 姓名; seq -f '试验戊%.0f' 1000000; } >"$work/million.csv"
check "a million rows are refused" exits 3 people import "$work/million.csv"
check "and nothing of them is there" there_are 试验戊 0

exported() { people export "$work/out.$1" "${@:2}" && [ -s "$work/out.$1" ]; }
check "people export writes CSV" exported csv
check "without contacts" bash -c '! grep -q 13800138000 "$1"' - "$work/out.csv"
check "each export is told to the record" test "$(told roster.export)" = 1
check "contacts are not exported without a reason" exits 3 people export "$work/secret.csv" --contacts
check "and no file is made" test ! -e "$work/secret.csv"
check "with one they are" exported csv --contacts --reason 电话通知
check "and stand in the file" grep -q 13800138000 "$work/out.csv"
check "for who exported it alone" test "$(stat -c %a "$work/out.csv")" = 600
check "each look at one is kept" test "$(told sealed_value.look)" -ge 1
check "people export writes a workbook" exported xlsx
check "which changes nothing when it is imported again" says '0 new, 0 changed' people import "$work/out.xlsx"
printf '姓名,界别,职务\n试验己一,经济,@SUM(A1)\n试验己二,经济,+8613\n' >"$work/signs.csv"
people import "$work/signs.csv" >/dev/null
exported csv >/dev/null
check "an export is never a formula" bash -c '! grep -qE "(^|,)\"?[=+@-]" "$1"' - "$work/out.csv"
check "a place that cannot be written is named" errors_say '/proc/nowhere.csv' people export /proc/nowhere.csv
check "with an exit code of its own" exits 1 people export /proc/nowhere.csv
check "so is a full disk" exits 1 people export /dev/full
check "a house that is not there is not made" exits 6 "$xieshang" people export "$work/x.csv" --data "$work/nowhere-at-all"
check "nor by an import" exits 6 "$xieshang" people import "$work/roster.csv" --data "$work/nowhere-at-all"
check "nor by rebuilding the search" exits 6 "$xieshang" search rebuild --data "$work/nowhere-at-all"
check "which names the path" errors_say "$work/nowhere-at-all" "$xieshang" people import "$work/roster.csv" --data "$work/nowhere-at-all"
check "where there is still nothing" test ! -e "$work/nowhere-at-all"
check "and what was imported is what the record tells" says 'Sound:' "$xieshang" check --data "$register"
