# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# xieshang keys, and what is sealed: not legible on the disk, rotated under load, backed up without its keys
sealed_house=${XIESHANG_SEALED_HOUSE:-$PWD/build/release/tests/sealed_house}
sealed="$work/sealed" keys="$work/sealed/keys.json" canary=13800000007
key_that() { "$xieshang" keys list --json "${@:2}" | grep -o "\"id\":\"[^\"]*\",\"suite\":\"[a-z]*\",\"made_at_ms\":[0-9]*,\"state\":\"$1\"" | head -1 | cut -d'"' -f4; }
values_that() { "$xieshang" keys list --json "${@:2}" | grep -o "\"state\":\"$1\",\"values\":[0-9]*" | awk -F: '{ sum += $NF } END { print sum + 0 }'; }
serve_sealed() { # serve_sealed COUNT FLAGS...: a server in which two write and two read all the time
  "$sealed_house" serve "$@" >"$work/bustle.log" 2>"$work/bustle.err" &
  server=$!
  for _ in $(seq 100); do
    grep -q http "$work/bustle.log" && return 0
    sleep 0.1
  done
  cat "$work/bustle.log" "$work/bustle.err"
  return 1
}
stop_sealed() { stop_server && tail -6 "$work/bustle.log" && grep -Eq '^[1-9][0-9]* written, [1-9][0-9]* read, 0 troubles$' "$work/bustle.log"; }
legible() { strings -a -n 6 "$@" | grep -F "$canary"; }

if ! [ -x "$sealed_house" ]; then
  skip "what is sealed" "$sealed_house is not built"
  return
fi
check "a first key of a chosen suite is made before the first start" says 'seals from the first value on' "$xieshang" keys add --suite cn --data "$sealed"
check "only its owner reads it" test "$(stat -c %a "$keys")" = 600
check "an unknown suite is wrong use" exits 2 "$xieshang" keys add --suite rot13 --data "$sealed"
check "values are sealed with it" "$sealed_house" put 500 --data "$sealed"
check "and counted" says ' cn ' "$xieshang" keys list --data "$sealed"
check "a house with sealed values is sound" exits 0 "$xieshang" check --data "$sealed"

# T-35, CRY-02: the first house is killed with its log as it is, so that the log is looked at, too.
cold() { "$sealed_house" serve 500 --data "$sealed" >"$work/bustle.log" 2>&1 & local pid=$!; sleep 2; kill -KILL $pid; wait $pid 2>/dev/null; test -s "$sealed/xieshang.db-wal"; }
check "a server is killed with its log unfinished" cold
check "no number is legible in database and log" exits 1 legible "$sealed"/xieshang.db*
check "nor in a backup" exits 0 "$xieshang" backup "$work/sealed-backups" --data "$sealed"
check "whose every file is looked at" exits 1 legible $(find "$work/sealed-backups" -type f)
check "nor after the log has come into the database" bash -c '"$1" read 500 --data "$2"' - "$sealed_house" "$sealed"
check "and is gone" exits 1 legible "$sealed"/xieshang.db*
check "a number is found where it stands" bash -c 'echo "$2" >"$1/probe" && strings -a "$1/probe" | grep -F "$2"' - "$work" "$canary"

check "a server is busy with sealed values" serve_sealed 500 --data "$sealed"
old=$(key_that sealing --data "$sealed")
check "the key is rotated beside it" says 'seals from now on' "$xieshang" keys rotate --suite intl --data "$sealed"
new=$(key_that sealing --data "$sealed")
check "with another key" test -n "$new" -a "$new" != "$old"
check "no value is left under the old key" test "$(values_that kept --data "$sealed")" = 0
check "the old key is retired beside it" says 'no longer in the key file' "$xieshang" keys retire "$old" --data "$sealed"
check "a second rotation takes an added key" exits 0 "$xieshang" keys add --data "$sealed"
added=$(key_that added --data "$sealed")
check "which then seals" says "$added seals from now on" "$xieshang" keys rotate --data "$sealed"
check "nobody at work met any trouble" stop_sealed
check "every value reads as it was" says '500 read, 0 troubles' "$sealed_house" read 500 --data "$sealed"
check "the retired key is listed as retired" says 'retired' "$xieshang" keys list --data "$sealed"
check "the record knows of it all" exits 0 "$xieshang" check --data "$sealed"

check "a key in use is not retired" exits 3 "$xieshang" keys retire "$(key_that sealing --data "$sealed")" --data "$sealed"
check "which is told in Chinese" says_it_in_chinese '是当前密钥' keys retire "$(key_that sealing --data "$sealed")" --data "$sealed"
check "an unknown key is named" says 'no key k123' "$xieshang" keys retire k123 --data "$sealed"
check "the key is rotated without a server" exits 0 "$xieshang" keys rotate --data "$sealed"

refuses() { # refuses CODE_TEXT: neither serves nor lists, and says so
  says "$1" "$xieshang" serve "${place[@]}" --listen 127.0.0.1:0 && exits 6 "$xieshang" serve "${place[@]}" --listen 127.0.0.1:0
}
place=(--data "$sealed")
current=$(key_that sealing --data "$sealed")
chmod 640 "$keys"
check "a key file that others may read stops the start" refuses 'mode 0640'
chmod 600 "$keys" && mv "$keys" "$work/keys-elsewhere.json"
check "a missing key stops the start, with file and key" refuses "the key $current is not in the key file $keys"
check "in Chinese, too" says_it_in_chinese "密钥文件 $keys 里没有密钥 $current" serve --data "$sealed" --listen 127.0.0.1:0
check "and makes no other" test ! -e "$keys"
check "check says how many values need it" says '500 sealed values need the key' "$xieshang" check --data "$sealed"
printf '{' >"$keys" && chmod 600 "$keys"
check "a damaged key file stops the start" refuses 'is damaged'
rm "$keys"
check "the file may lie elsewhere" exits 0 "$sealed_house" read 500 --data "$sealed" --key-file "$work/keys-elsewhere.json"
printf 'key_file = "%s"\n' "$work/keys-elsewhere.json" >"$sealed/xieshang.toml"
check "as the configuration says" exits 0 "$xieshang" check --data "$sealed"
check "a backup says which key it needs, and that it is not in it" says "keys $current of $work/keys-elsewhere.json, which is NOT in the backup" \
  "$xieshang" backup "$work/sealed-backups" --data "$sealed"
sealed_backup=$(newest "$work/sealed-backups")
check "no secret is in it" bash -c '! grep -rF "$(grep -o "\"secret\":\"[0-9a-f]*" "$2" | head -1 | cut -d\" -f4)" "$1"' - "$work/sealed-backups" "$work/keys-elsewhere.json"
check "restored without the key it is called damaged" exits 7 "$xieshang" restore "$sealed_backup" --data "$work/keyless"
mkdir -p "$work/sealed-back" && cp -p "$work/keys-elsewhere.json" "$work/sealed-back/keys.json"
check "restored beside the key file it is sound" says "needs the keys $current" bash -c '"$@" | sed "s/values need/values needs/"' - "$xieshang" restore "$sealed_backup" --data "$work/sealed-back"
check "and reads" exits 0 "$sealed_house" read 500 --data "$work/sealed-back"
sql "$work/sealed-back" "UPDATE sealed_value SET box = (SELECT box FROM sealed_value WHERE subject_id = 'p1') WHERE subject_id = 'p2'"
check "a box that was moved is found" finds 'sealed_value person/p2/phone: the sealed value does not open' "$work/sealed-back"
check "a rotation goes on past it and names the trouble" exits 7 "$xieshang" keys rotate --data "$work/sealed-back"

if [ -n "${XIESHANG_TEST_POSTGRES:-}" ]; then
  there="${XIESHANG_TEST_POSTGRES/\/postgres?/\/sealed?}"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE IF EXISTS sealed' -c 'CREATE DATABASE sealed' >/dev/null
  place=(--data "$work/sealed-pg" --database "$there")
  check "values are sealed on PostgreSQL" "$sealed_house" put 500 "${place[@]}"
  check "a server is busy with them" serve_sealed 500 "${place[@]}"
  check "the key is rotated beside it on PostgreSQL" says 'seals from now on' "$xieshang" keys rotate --suite cn "${place[@]}"
  check "no value is left under the old one" test "$(values_that kept "${place[@]}")" = 0
  check "which is retired" exits 0 "$xieshang" keys retire "$(key_that kept "${place[@]}")" "${place[@]}"
  check "nobody at work on PostgreSQL met any trouble" stop_sealed
  current=$(key_that sealing "${place[@]}") keys=$work/sealed-pg/keys.json
  mv "$keys" "$work/keys-of-postgres.json"
  check "a missing key stops the start on PostgreSQL, with file and key" refuses "the key $current is not in the key file $keys"
  check "and makes no other there" test ! -e "$keys"
  printf '{' >"$keys" && chmod 600 "$keys"
  check "a damaged key file stops the start on PostgreSQL" refuses 'is damaged'
  mv "$work/keys-of-postgres.json" "$keys"
  check "every value on PostgreSQL reads as it was" says '500 read, 0 troubles' "$sealed_house" read 500 "${place[@]}"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE sealed' >/dev/null
else
  skip "values are sealed on PostgreSQL" "PostgreSQL is not here"
fi
