# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# xieshang plan read and import
demo=features/plan/demo/plan_2022.txt
export LC_ALL=C.UTF-8

topics_are() { # topics_are FILE KINDS: the kinds in their order
  "$xieshang" plan read --json "$1" | node -e '
    const reading = JSON.parse(require("fs").readFileSync(0, "utf8"))
    const kinds = reading.topics.map((topic) => topic.kind).join(" ")
    const { source, placed, unplaced } = reading.characters
    if (kinds !== process.argv[1]) throw new Error(`kinds: ${kinds}`)
    if (source !== placed + unplaced || reading.unplaced.length) throw new Error(JSON.stringify(reading.characters))
    if (reading.year !== 2022 || !reading.draft) throw new Error(`${reading.year} ${reading.draft}`)
  ' "$2"
}
twelve="standing_committee standing_committee chairpersons chairpersons thematic thematic thematic thematic supervision supervision supervision supervision"
check "plan read --json finds the demo plan's twelve topics" topics_are $demo "$twelve"
official=../shared/plan-chongchuan-2022.txt
if [ -e $official ]; then
  check "plan read --json finds the official plan's twelve topics" topics_are $official "$twelve"
else
  skip "plan read --json finds the official plan's twelve topics" "$official is not here"
fi
check "plan read prints a table" says '盘活低效用地，推进空间再造' "$xieshang" plan read $demo

printf '关于征集2023年度协商议题的公告\n各位委员、社会各界人士：\n一、征集内容\n请围绕中心工作提出协商议题。\n二、征集时间\n截至11月20日。\n三、联系方式\n联系人：张三，电话：12345678。\n' >"$work/call.txt"
check "a call for topics is named and has an exit code of its own" exits 4 "$xieshang" plan read "$work/call.txt"
: >"$work/empty.txt"
check "an empty file is refused" exits 3 "$xieshang" plan read "$work/empty.txt"
head -c 4096 /dev/urandom >"$work/binary.txt"
check "a binary file is refused" exits 3 "$xieshang" plan read "$work/binary.txt"
truncate -s 100M "$work/large.txt"
check "a file of 100 MB is refused" exits 3 "$xieshang" plan read "$work/large.txt"
check "a file that is not there is refused" exits 3 "$xieshang" plan read "$work/nothing.txt"
printf '西红柿两个，鸡蛋三个，下锅炒熟。\n盛出即可。\n' >"$work/untitled.txt"
check "a document without a title that is no plan has the same exit code" exits 4 "$xieshang" plan read "$work/untitled.txt"
check "and is called this document" says 'This document is not' "$xieshang" plan read "$work/untitled.txt"
check "the refusal speaks Chinese in a Chinese locale" says '打不开文件' env LC_ALL=zh_CN.UTF-8 "$xieshang" plan read "$work/nothing.txt"
check "the refusal speaks English otherwise" says 'cannot open file' "$xieshang" plan read "$work/nothing.txt"

for kind in plan bomb entities macros truncated; do
  node tests/support/office_file.mjs $kind "$work/$kind.docx"
done
topics_in() { # topics_in COUNT FILE
  "$xieshang" plan read --json "$2" | node -e '
    const reading = JSON.parse(require("fs").readFileSync(0, "utf8"))
    if (reading.topics.length !== Number(process.argv[1])) throw new Error(`topics: ${reading.topics.length}`)
    if (reading.topics[33].line !== 37 || reading.unplaced.length) throw new Error(JSON.stringify(reading.topics[33]))
  ' "$1"
}
# A second of the processor and, by the address space, little memory: what is refused costs little.
sparing() { (ulimit -t 2 -v 400000; "$@"); }
check "plan read takes a Word document with a table" topics_in 34 "$work/plan.docx"
for kind in bomb entities macros truncated; do
  check "a Word document is refused: $kind" exits 3 sparing "$xieshang" plan read "$work/$kind.docx"
done
check "the refusal of a Word document names the reason" says 'macros' "$xieshang" plan read "$work/macros.docx"
check "the refusal of a Word document names the reason in Chinese" says '含宏' env LC_ALL=zh_CN.UTF-8 "$xieshang" plan read "$work/macros.docx"

check "plan import saves a draft" says 'Saved as draft plan' "$xieshang" plan import $demo --data "$work/imported"
check "search rebuild counts the plan and its document" says 'documents: 2' "$xieshang" search rebuild --data "$work/imported"
silent() { ! "$@" 2>&1 >/dev/null | grep .; }
check "search rebuild shows no progress where there is no terminal" silent "$xieshang" search rebuild --data "$work/imported"
check "plan import saves a draft of a Word document" says 'Saved as draft plan' "$xieshang" plan import "$work/plan.docx" --data "$work/imported"
printf '河东区政协2024年协商工作计划\n一、重点议题\n（一）主席会议协商议题\n1. 推进旧城更新\n\n— 1 —\n' >"$work/rest.txt"
check "plan import refuses text without a place, with its line" says 'Line 6' "$xieshang" plan import "$work/rest.txt" --data "$work/imported"
check "and takes it with a reason" says 'Saved as draft plan' "$xieshang" plan import "$work/rest.txt" --ignore-unplaced "page number" --data "$work/imported"
check "what is no plan is not imported" exits 4 "$xieshang" plan import "$work/call.txt" --data "$work/imported"

plans_in() { [ "$(sqlite3 "$1/xieshang.db" 'SELECT count(*) FROM plan')" = "$2" ]; }
import_demo() { "$xieshang" plan import "$work/copy.txt" --data "$work/imported" "$@"; }
cp $demo "$work/copy.txt"
check "plan import refuses a file that has a plan, under another name too" exits 3 import_demo
check "and names the plan" says "$(sqlite3 "$work/imported/xieshang.db" 'SELECT id FROM plan ORDER BY id LIMIT 1')" import_demo
check "and says so in Chinese" says '这份文件已经导入过' env LC_ALL=zh_CN.UTF-8 "$xieshang" plan import "$work/copy.txt" --data "$work/imported"
check "and saved nothing" plans_in "$work/imported" 3
check "plan import --again imports it all the same" exits 0 import_demo --again
check "and saves a second plan" plans_in "$work/imported" 4
sqlite3 "$work/imported/xieshang.db" "UPDATE plan SET state = 'discarded'"
check "a file whose plans are discarded is imported" exits 0 import_demo

long=$(printf '推进养老服务%.0s' $(seq 60))
printf '河东区政协2023年度协商工作计划\n一、专题协商\n1.%s\n2.加强古树保护\n' "$long" >"$work/long.txt"
check "a title that is too long is sent to the screen" says 'Import the file on the screen' "$xieshang" plan import "$work/long.txt" --data "$work/imported"
no_pointer() { ! "$@" 2>&1 | grep -E '^ +/'; }
check "plan import shows nobody a pointer" no_pointer "$xieshang" plan import "$work/rest.txt" --data "$work/imported" --again

printf '河东区政协2023年度协商工作计划\n一、专题协商\n1.推进养老服务\n2.加强古树保护\n3.推进养老服务\n' >"$work/twice.txt"
check "a topic that stands twice is named by its line" says 'line 5: The topic “推进养老服务” stands already in line 3.' \
  "$xieshang" plan import "$work/twice.txt" --data "$work/imported"
check "and in Chinese" says '第 5 行: 议题“推进养老服务”与第 3 行重复' \
  env LC_ALL=zh_CN.UTF-8 "$xieshang" plan import "$work/twice.txt" --data "$work/imported"
