# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# xieshang backup, restore, check
data="$work/kept" backups="$work/backups"
sql() { sqlite3 "$1/xieshang.db" "$2"; } # sql DIR STATEMENT: behind the program's back
finds() { # finds TEXT DIR: check ends with 7 and says so, and says nothing else
  local text=$1 output code
  output=$("$xieshang" check --data "$2" 2>&1)
  code=$?
  echo "$output"
  [ $code = 7 ] && grep -qF -- "$text" <<<"$output" && [ "$(wc -l <<<"$output")" = 2 ]
}
newest() { ls -d "$1"/xieshang-* | tail -1; }
rows_of() { cat "$(newest "$1")/rows.jsonl"; }

"$xieshang" plan import features/plan/demo/plan_2022.txt --data "$data" >/dev/null
check "a sound house is sound" says 'Sound:' "$xieshang" check --data "$data"
check "check answers as JSON" says '"findings":[]' "$xieshang" check --json --data "$data"
check "check does not make a house" exits 6 "$xieshang" check --data "$work/nowhere"
check "a house is served while it is backed up" serve_until_ready "$data"
check "a backup is made beside the server" says 'Backup made:' "$xieshang" backup "$backups" --data "$data"
check "a check is made beside the server" exits 0 "$xieshang" check --data "$data"
check "the server stops" stop_server
first=$(newest "$backups")
check "the backup can be checked without the program" bash -c 'cd "$1" && sha256sum --quiet -c SHA256SUMS' - "$first"
check "a second backup shares the files" says '1 shared' "$xieshang" backup "$backups" --data "$data"
check "a backup answers as JSON" says '"lacking":[]' "$xieshang" backup "$backups" --json --data "$data"
check "a backup inside the store of originals is wrong use" exits 2 "$xieshang" backup "$data/files" --data "$data"
ln -s "$data" "$work/link-to-data"
check "and by a link, in a folder yet to be made" exits 2 "$xieshang" backup "$work/link-to-data/new/place" --data "$data"
check "which is told in Chinese" says_it_in_chinese '备份不能放在数据文件夹' backup "$data" --data "$work/link-to-data"
check "and makes nothing" test ! -e "$data/new"
check "a folder with a name that begins like the data folder's is another" exits 0 "$xieshang" backup "$data-too" --data "$data"
check "an unwritable place is named" exits 1 "$xieshang" backup /proc/nowhere --data "$data"

check "a backup is restored and found sound" says 'Sound:' "$xieshang" restore "$first" --data "$work/restored"
same_rows_and_files() {
  "$xieshang" backup "$work/of-restored" --data "$1" >/dev/null && diff <(cat "$first/rows.jsonl") <(rows_of "$work/of-restored") &&
    diff -r "$first/files" "$1/files"
}
rows_counted() { "$xieshang" check --json --data "$1" | grep -o '"rows":[0-9]*'; }
counted=$(rows_counted "$work/restored")
"$xieshang" search rebuild --data "$work/restored" >/dev/null
check "and has as many rows when the search is filled" test "$counted" = "$(rows_counted "$work/restored")"
check "every row and every file is back" same_rows_and_files "$work/restored"
check "the restored house is served" serve_until_ready "$work/restored"
check "and stopped" stop_server
check "nothing is restored over a house" exits 3 "$xieshang" restore "$first" --data "$data"
only_refused_beside() { # only_refused_beside NAME: what the database would read is there; nothing else comes
  rm -rf "$work/rest" && mkdir "$work/rest" && printf x >"$work/rest/$1" &&
    exits 3 "$xieshang" restore "$first" --data "$work/rest" && [ "$(ls "$work/rest")" = "$1" ] &&
    says "rest/$1 " "$xieshang" restore "$first" --data "$work/rest"
}
for rest in xieshang.db{,.unfinished}{,-wal,-shm,-journal}; do
  check "nothing is restored beside the rest of a database: $rest" only_refused_beside $rest
done
if [ -n "${XIESHANG_TEST_POSTGRES:-}" ]; then
  there="${XIESHANG_TEST_POSTGRES/\/postgres?/\/restored?}"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE IF EXISTS restored' -c 'CREATE DATABASE restored' >/dev/null
  check "a backup of SQLite is restored into PostgreSQL" says 'Sound:' "$xieshang" restore "$first" --data "$work/pg" --database "$there"
  same_on_postgres() {
    "$xieshang" backup "$work/of-pg" --data "$work/pg" --database "$there" >/dev/null &&
      diff <(sed 's/"boolean"/"integer"/g' "$first/rows.jsonl") <(rows_of "$work/of-pg" | sed 's/"boolean"/"integer"/g')
  }
  check "with every row" same_on_postgres
  check "and from there into SQLite again" exits 0 "$xieshang" restore "$(newest "$work/of-pg")" --data "$work/back"
  check "nothing is restored over a database" exits 3 "$xieshang" restore "$first" --data "$work/pg2" --database "$there"
  check "and it says so in Chinese" says_it_in_chinese '备份只能恢复到空的地方' \
    restore "$first" --data "$work/pg2" --database "$there"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE restored' >/dev/null
else
  skip "a backup of SQLite is restored into PostgreSQL" "PostgreSQL is not here"
fi
cp -r "$first" "$work/damaged" && printf x >>"$work/damaged/rows.jsonl"
check "a damaged backup is refused" exits 7 "$xieshang" restore "$work/damaged" --data "$work/none1"
check "and leaves nothing" test ! -e "$work/none1"
check "and says in Chinese which file it is" says_it_in_chinese 'rows.jsonl 已损坏' restore "$work/damaged" --data "$work/none1"
printf x >>"$work/damaged/SHA256SUMS"
check "sums that were changed are told in Chinese" says_it_in_chinese 'SHA256SUMS 与' restore "$work/damaged" --data "$work/none1"
rm "$work/damaged/manifest.json"
check "a backup without its manifest is told in Chinese" says_it_in_chinese '没有 manifest.json' restore "$work/damaged" --data "$work/none1"
check "and is a damaged one" exits 7 "$xieshang" restore "$work/damaged" --data "$work/none1"
for no_backup in "$work/nowhere" "$(dirname "$first")" "$first/rows.jsonl"; do
  check "a path that is no backup is bad input: ${no_backup##*/}" exits 3 "$xieshang" restore "$no_backup" --data "$work/none1"
done
check "and is told in Chinese" says_it_in_chinese '不是备份，请写出备份自己的文件夹' restore "$work/nowhere" --data "$work/none1"
cp -r "$first" "$work/newer" && sed -i 's/"schema":[0-9]*/"schema":9999/' "$work/newer/manifest.json"
check "a backup of a newer version is refused" exits 6 "$xieshang" restore "$work/newer" --data "$work/none2"

damage() { rm -rf "$work/damaged" && cp -r "$data" "$work/damaged"; }
file_of() { find "$1/files" -type f | head -1; }
damage && sql "$work/damaged" "UPDATE plan SET committee = committee || 'x'"
check "check names a changed row" finds 'differs from what the record says: committee' "$work/damaged"
damage && sql "$work/damaged" "UPDATE search_entry SET body = body || 'x' WHERE kind = 'plan'"
check "check names an entry of the search that was changed" finds 'the search has other words' "$work/damaged"
damage && sql "$work/damaged" "UPDATE search_entry SET title = 'x' WHERE kind = 'document'"
check "and that of a document" finds 'search_entry document ' "$work/damaged"
damage && sql "$work/damaged" "DELETE FROM search_entry WHERE kind = 'plan'; DELETE FROM search_entry WHERE kind = 'document'"
check "check names what the search does not find" says '2 findings' "$xieshang" check --data "$work/damaged"
check "in Chinese with what to do" says_it_in_chinese '搜索里没有它，请运行' check --data "$work/damaged"
"$xieshang" search rebuild --data "$work/damaged" >/dev/null
check "and a rebuild mends it" says 'Sound:' "$xieshang" check --data "$work/damaged"
damage && sql "$work/damaged" "UPDATE event_content SET content = replace(content, '2022', '2023') WHERE sequence = 1"
check "check names a changed content of the record" says 'event 1: who, when, what or the content is not what the record committed to' \
  "$xieshang" check --data "$work/damaged"
damage && sql "$work/damaged" "DROP TRIGGER event_is_never_changed; UPDATE event SET actor_id = 'another' WHERE sequence = 2"
check "check names an event whose person was changed" says 'event 2: who, when' "$xieshang" check --data "$work/damaged"
damage && printf x >>"$(file_of "$work/damaged")"
check "check names a damaged file" finds ': damaged' "$work/damaged"
check "a backup of damaged data says so" exits 7 "$xieshang" backup "$work/lacking" --data "$work/damaged"
says_on_stdout() { # says_on_stdout TEXT COMMAND...
  local output
  output=$("${@:2}" 2>/dev/null)
  grep -F -- "$1" <<<"$output"
}
check "and its first line says that it is incomplete" says_on_stdout 'INCOMPLETE: 1 file is missing' "$xieshang" backup "$work/lacking" --data "$work/damaged"
damage && rm "$(file_of "$work/damaged")"
check "check names a missing file" finds 'missing, but named by plan_document' "$work/damaged"
orphan=$(printf orphan | sha256sum | cut -c1-64)
damage && mkdir -p "$work/damaged/files/${orphan:0:2}" && printf orphan >"$work/damaged/files/${orphan:0:2}/$orphan"
check "a file of this moment is no orphan yet" says 'Sound:' "$xieshang" check --data "$work/damaged"
touch -d '2 hours ago' "$work/damaged/files/${orphan:0:2}/$orphan"
check "check names an orphaned file" says "files/${orphan:0:2}/$orphan: no row names it" "$xieshang" check --data "$work/damaged"
check "and an orphan is no damage" exits 0 "$xieshang" check --data "$work/damaged"
damage && rm -f "$work/damaged"/xieshang.db-* &&
  printf '\377\377\377\377\377\377\377\377' | dd of="$work/damaged/xieshang.db" bs=1 seek=12288 conv=notrunc status=none
check "check names a damaged page" says 'the database is damaged' "$xieshang" check --data "$work/damaged"
check "and ends with 7" exits 7 "$xieshang" check --data "$work/damaged"
check "findings are told in Chinese" says '数据库损坏' env LC_ALL=zh_CN.UTF-8 "$xieshang" check --data "$work/damaged"

damage && sql "$work/damaged" "INSERT INTO schema_version VALUES (9999, '9999_later', 'x', 1)"
kept_before=$(sha256sum <"$work/damaged/xieshang.db")
for refusing in "serve --listen 127.0.0.1:0" migrate check "backup $work/later"; do
  check "a database of a newer version is refused by ${refusing%% *}" \
    exits 6 timeout 20 "$xieshang" $refusing --data "$work/damaged"
done
check "and is left as it was" test "$kept_before" = "$(sha256sum <"$work/damaged/xieshang.db")"
