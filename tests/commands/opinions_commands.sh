# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# xieshang opinions map and synthesize
export LC_ALL=C.UTF-8
opinions() { "$xieshang" opinions "$@"; }
chinese() { LC_ALL=zh_CN.UTF-8 "$xieshang" opinions "$@"; }

invented=(synthesize --participants 600 --statements 200 --votes 80000 --groups 3 --seed 7)
opinions "${invented[@]}" >"$work/votes.csv"
cat >"$work/alike.mjs" <<'END'
// How alike the groups found are to participant number modulo K: the adjusted Rand index, of JSON on standard input.
import { readFileSync } from 'node:fs'
const [known, least] = process.argv.slice(2).map(Number)
const { labels, k } = JSON.parse(readFileSync(0, 'utf8'))
const pairs = (n) => (n * (n - 1)) / 2
const count = (keys) => keys.reduce((counts, key) => counts.set(key, (counts.get(key) ?? 0) + 1), new Map())
const inside = (keys) => [...count(keys).values()].reduce((sum, n) => sum + pairs(n), 0)
const people = Object.entries(labels)
const ours = inside(people.map(([, group]) => group))
const theirs = inside(people.map(([number]) => number % known))
const both = inside(people.map(([number, group]) => `${group} ${number % known}`))
const chance = (ours * theirs) / pairs(people.length)
const index = (both - chance) / ((ours + theirs) / 2 - chance)
console.log({ people: people.length, k, index })
if (people.length < 500 || k !== known || !(index >= least)) process.exit(1)
END
finds_groups() { # finds_groups OPTION...
  opinions map --votes "$work/votes.csv" --json "$@" | node "$work/alike.mjs" 3 0.99
}
check "opinions map finds the groups of a conversation that synthesize made" finds_groups
check "and as red-dwarf does" finds_groups --reference reddwarf
check "and as Polis does" finds_groups --reference polis
check "and with one thread" finds_groups --threads 1
piped() { opinions "${invented[@]}" | opinions map --votes /dev/stdin --json | node "$work/alike.mjs" 3 0.99; }
check "opinions map reads standard input from a pipe" piped
from_file() { opinions map --votes /dev/stdin <"$work/votes.csv"; }
check "and from a file" says 'Participants  600' from_file
texts_piped() { opinions map --matrix "$work/matrix.csv" --comments /dev/stdin <"$work/comments.csv"; }
rows_are() { [ "$(wc -l <"$work/votes.csv")" = 80001 ] && [ "$(cut -d, -f2,3 "$work/votes.csv" | sort -u | wc -l)" = 80001 ]; }
check "synthesize writes as many answers as asked, none twice" rows_are
same_again() { opinions "${invented[@]}" | cmp - "$work/votes.csv"; }
check "synthesize writes the same for the same seed" same_again
check "synthesize refuses more answers than there are places for" says 'have 12 answers at most' \
  opinions synthesize --participants 3 --statements 4 --votes 13 --groups 1 --seed 1
check "and has the exit code of a refusal" exits 3 opinions synthesize --participants 3 --statements 4 --votes 13 --groups 1 --seed 1

same_map() { # the order of the rows does not matter where times tell it
  { head -1 "$work/votes.csv"; tail -n +2 "$work/votes.csv" | sort -t, -k2,2n -k3,3n; } >"$work/sorted.csv"
  for file in votes sorted; do
    opinions map --votes "$work/$file.csv" --json | sed 's/"timings_ms".*//' >"$work/$file.json"
  done
  cmp "$work/votes.json" "$work/sorted.json"
}
check "opinions map gives the same map for the rows in another order" same_map

printf 'participant,0,1,2\n5,1,-1,\n6,1,,0\n' >"$work/matrix.csv"
printf 'comment-id,comment-body,moderated\n0,"增加停车位，\n并向居民开放",1\n1,广告,-1\n' >"$work/comments.csv"
check "opinions map reads a matrix with its texts" says '#0 增加停车位， 并向居民开放' \
  opinions map --matrix "$work/matrix.csv" --comments "$work/comments.csv"
check "and the texts from standard input" says '#0 增加停车位， 并向居民开放' texts_piped
check "and leaves out what was rejected" says '3, of which 1 rejected and left out' \
  opinions map --matrix "$work/matrix.csv" --comments "$work/comments.csv"
check "and speaks Chinese" says '参与者    2 人' chinese map --matrix "$work/matrix.csv"
fields() { # fields EXPRESSION COMMAND...: holds for the map
  local holds=$1
  shift
  "$@" --json | node -e '
    const map = JSON.parse(require("fs").readFileSync(0, "utf8"))
    if (!new Function("map", `return ${process.argv[1]}`)(map)) throw new Error(JSON.stringify(map))
  ' "$holds"
}
check "the JSON has the fields that are promised" fields \
  'map.participants === 2 && map.statements === 3 && map.votes === 4 && map.seed === 9 && "read" in map.timings_ms
   && "total" in map.timings_ms && "0" in map.group_aware && "0" in map.priorities && map.projection["5"].length === 2' \
  opinions map --matrix "$work/matrix.csv" --seed 9
check "--groups sets the number of groups" fields 'map.k === 4 && map.groups.length === 4' \
  opinions map --votes "$work/votes.csv" --groups 4

printf 'timestamp,comment-id,voter-id,vote\n1,1,1,1\n2,1,2,yes\n3,2\n4,1,3,-1\n' >"$work/bad.csv"
check "a bad line is refused" exits 3 opinions map --votes "$work/bad.csv"
check "by its file and line" says "$work/bad.csv, line 3 cannot be read" opinions map --votes "$work/bad.csv"
check "with the reason" says '“yes” is no answer: 1 agree, 0 pass, -1 disagree.' opinions map --votes "$work/bad.csv"
check "and in Chinese" says "$work/bad.csv 第 3 行无法读取" chinese map --votes "$work/bad.csv"
check "with the reason in Chinese" says '“yes”不是表态：1 赞成，0 略过，-1 反对。' chinese map --votes "$work/bad.csv"
check "--skip-bad goes on" says 'Participants  2' opinions map --votes "$work/bad.csv" --skip-bad
check "and says in the summary how many lines" says 'Bad lines left out: 2' opinions map --votes "$work/bad.csv" --skip-bad
check "and in JSON" fields 'map.skipped_lines.votes === 2' opinions map --votes "$work/bad.csv" --skip-bad
on_error() { opinions map --votes "$work/bad.csv" --skip-bad --json 2>&1 >/dev/null; }
check "and on standard error" says "bad.csv: 2 bad lines left out, the first: 3, 4." on_error
printf 'comment-id,comment-body\n1,\xd2\xe2\xbc\xfb\n' >"$work/gb.csv"
check "texts that are no UTF-8 are refused with the advice" says 'Save the file as “CSV UTF-8”' \
  opinions map --votes "$work/votes.csv" --comments "$work/gb.csv"
printf 'comment-id,vote\n1,1\n' >"$work/short.csv"
check "and are not skipped" exits 3 opinions map --votes "$work/votes.csv" --comments "$work/gb.csv" --skip-bad
printf 'comment-id,voter-id,vote\nx,1,1\n' >"$work/all_bad.csv"
check "a file of bad lines alone is refused" exits 3 opinions map --votes "$work/all_bad.csv" --skip-bad
printf 'comment-id,moderated\n0,rejected\n' >"$work/moderated.csv"
check "a word for moderated that is none is named" says '“rejected” in the column “moderated”' \
  opinions map --matrix "$work/matrix.csv" --comments "$work/moderated.csv"
printf 'comment-id,comment-body\n0,a\n' >"$work/unmoderated.csv"
check "a file that does not say what was rejected is told" says 'does not say what was rejected' \
  opinions map --matrix "$work/matrix.csv" --comments "$work/unmoderated.csv"
check "and how many texts are missing" says 'has no text for 2 of the statements' \
  opinions map --matrix "$work/matrix.csv" --comments "$work/unmoderated.csv"
printf 'participant,0,q1\n5,1,2\n' >"$work/typo.csv"
check "a column that is no statement is told" says 'not used: q1' opinions map --matrix "$work/typo.csv"
check "one file for both is wrong use" exits 2 opinions map --votes - --comments -
dash() { opinions map --votes - <"$work/votes.csv"; }
check "- is standard input" says 'Participants  600' dash
check "wrong use points to the help of its command" says 'xieshang opinions map --help' opinions map --vote x
little_memory() { # either it does with less, or it says so
  local least=60000 kilobytes code
  # with less than that the program is not even loaded, whatever it is asked
  until (ulimit -c 0 -v "$least" && exec "$xieshang" --version >/dev/null 2>&1); do
    least=$((least + 5000)) && [ $least -le 150000 ] || return 1
  done
  for kilobytes in $(seq "$least" 2500 $((least + 100000))); do
    (ulimit -v "$kilobytes" && exec "$xieshang" opinions map --votes "$work/votes.csv" --threads 64 >/dev/null)
    code=$?
    case $code in 0 | 1 | 127) ;; *) echo "$kilobytes KB: exit $code" && return 1 ;; esac
  done
}
check "want of memory or threads is told, or done without" little_memory
check "a missing column is named" says 'lacks the column “voter-id”' opinions map --votes "$work/short.csv"
check "and in Chinese" says '第一行缺少“voter-id”列' chinese map --votes "$work/short.csv"
: >"$work/empty.csv"
check "an empty file is refused" says 'is empty' opinions map --votes "$work/empty.csv"
check "a file that is not there is refused" says 'there is no such file' opinions map --votes "$work/nothing.csv"
check "a folder is refused" says 'it is a folder' opinions map --votes "$work"
many_statements() {
  { echo comment-id,voter-id,vote; seq -f '%.0f,1,1' 0 21845; } >"$work/many.csv"
  opinions map --votes "$work/many.csv"
}
check "more statements than a map takes are refused" says 'at most 21845 statements' many_statements
check "and have the exit code of a refusal" exits 3 many_statements

check "neither votes nor matrix is wrong use" exits 2 opinions map
check "both, too" exits 2 opinions map --votes "$work/votes.csv" --matrix "$work/matrix.csv"
check "the reason says which to give" says '--votes 与 --matrix 必须给出其中一个' chinese map
for wrong in '--groups 0' '--groups 10' '--groups 2x' '--seed -1' '--threads 0' '--reference k-means'; do
  check "wrong use: $wrong" exits 2 opinions map --votes "$work/votes.csv" $wrong
done
check "a wrong number is told what is allowed" says '--groups: write a whole number from 1 to 9' \
  opinions map --votes "$work/votes.csv" --groups 10
quiet_map() { ! opinions map --votes "$work/votes.csv" --json 2>&1 >/dev/null | grep .; }
check "opinions map shows no progress where there is no terminal" quiet_map
full_disk() { opinions "${invented[@]}" >/dev/full; }
check "synthesize tells of a full disk" exits 1 full_disk
