# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# xieshang serve, migrate, config, user, completion
check "help is in English by default" says 'Usage' "$xieshang" --help
check "help is in Chinese in a Chinese locale" says '用法' env LC_ALL=zh_CN.UTF-8 "$xieshang" --help
check "an unknown flag is wrong use" exits 2 "$xieshang" serve --nonsense
check "no command is wrong use" exits 2 "$xieshang"
check "an unknown command has no help" exits 2 "$xieshang" frobnicate --help
check "and is named" says 'frobnicate' "$xieshang" frobnicate --help
check "nor has an unknown command of a command" exits 2 "$xieshang" plan frobnicate --help
check "the help of a command that is there is shown" exits 0 "$xieshang" plan read --help
completes() {
  bash -c 'source <("$1" completion); COMP_WORDS=(xieshang plan ""); COMP_CWORD=2; _xieshang; echo "${COMPREPLY[*]}"' bash "$xieshang" | grep -w read
}
check "bash completes the commands" completes
check "config show prints the address" says "127.0.0.1:8080" "$xieshang" config show --data "$work/none"
mkdir -p "$work/bad-config"
printf 'listen = "127.0.0.1:8080"\ncolour = "red"\n' >"$work/bad-config/xieshang.toml"
check "an unknown key is named with its line" says 'line 2: unknown key colour' "$xieshang" config show --data "$work/bad-config"
"$xieshang" plan import features/plan/demo/plan_2022.txt --data "$work/migrated" >/dev/null
check "migrate finds a database that is up to date" says 'Ran 0 migrations' "$xieshang" migrate --data "$work/migrated"
check "migrate at a mistyped path is refused" exits 6 "$xieshang" migrate --data "$work/mistyped/data"
check "and says that no database is there" says 'there is no database in' "$xieshang" migrate --data "$work/mistyped/data"
check "and makes nothing there" test ! -e "$work/mistyped"
if [ -n "${XIESHANG_TEST_POSTGRES:-}" ]; then
  fresh="${XIESHANG_TEST_POSTGRES/\/postgres?/\/fresh?}"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE IF EXISTS fresh' -c 'CREATE DATABASE fresh' >/dev/null
  check "migrate fills an empty database of PostgreSQL" exits 0 "$xieshang" migrate --data "$work/fresh" --database "$fresh"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE fresh' >/dev/null
else
  skip "migrate fills an empty database of PostgreSQL" "PostgreSQL is not here"
fi
check "an address that others can reach is refused without TLS" exits 3 "$xieshang" serve --data "$work/open" --listen 0.0.0.0:0
add_user() { echo 'a-long-enough-password' | "$xieshang" user add --login wang --name 王小协 --role office --data "$work/users"; }
check "user add takes the password from standard input" add_user
typed_by() { [ "$(sqlite3 "$work/users/xieshang.db" "SELECT actor_id FROM event WHERE action = 'person.add' ORDER BY sequence DESC LIMIT 1")" = "$1" ]; }
check "the record knows who typed it, by the system's name" typed_by "cli:${SUDO_USER:+$SUDO_USER/}$(id -un)"
check "a login that is taken is refused" exits 3 add_user
add_administrator() { echo 'nine lanterns burning' | "$xieshang" user add --login "$1" --name "$2" --role "$3" --data "$work/users"; }
check "user add makes an administrator" add_administrator anquan 李小商 security_administrator
check "and no second role for that person" exits 3 add_administrator ANQUAN 李小商 auditor
check "nor with another account of that name" exits 3 add_administrator jiancha 李小商 auditor
prints_code() { "$xieshang" user link --login "$1" "${@:2}" --data "$work/users" | grep -Eq '[0-9A-Z]{4,}-'; }
check "user link prints a code, for an administrator too" prints_code anquan
check "user link refuses a login that nobody has" exits 3 "$xieshang" user link --login nobody --data "$work/users"
check "there is no account with two roles" test -z "$(sqlite3 "$work/users/xieshang.db" "SELECT login FROM person WHERE roles & (roles - 1) <> 0")"

serve_until_ready() { # serve_until_ready DIR [FLAGS]: sets server and url
  "$xieshang" serve --data "$1" --listen 127.0.0.1:0 "${@:2}" >"$work/serve.log" 2>"$work/serve.err" &
  server=$!
  for _ in $(seq 100); do
    url=$(grep -o 'http://127.0.0.1:[0-9]*' "$work/serve.log" | head -1)
    [ -n "$url" ] && curl -fs -o /dev/null "$url/healthz" && return 0
    kill -0 $server 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/serve.log" "$work/serve.err"
  return 1
}
stop_server() { kill -TERM "$server" && wait "$server"; local code=$?; server=''; return $code; }

check "the first start serves" serve_until_ready "$work/first"
check "the first start prints a one-time link" grep -E "$url/setup#token=[A-Za-z0-9_-]{43}" "$work/serve.log"
first_link=$(grep -oE 'token=[A-Za-z0-9_-]{43}' "$work/serve.log" | cut -d= -f2)
first_three() { # first_three LOGIN: the auditor's login
  curl -s -o "$work/three.json" -w '%{http_code}' -H 'Content-Type: application/json' -H 'Idempotency-Key: 00000000-0000-4000-8000-00000000000a' "$url/api/setup" \
    -d "{\"token\":\"$first_link\",\"system_administrator\":{\"login\":\"xitong\",\"name\":\"王小协\",\"password\":\"wide river at dawn\"},\"security_administrator\":{\"login\":\"anquan\",\"name\":\"李小商\",\"password\":\"nine lanterns burning\"},\"auditor\":{\"login\":\"$1\",\"name\":\"陈小议\",\"password\":\"quiet ledger of rain\"}}"
}
check "the three of the first start are three people" test "$(first_three ANQUAN)" = 422
check "and are told which of them is not" grep -q '"/auditor/login"' "$work/three.json"
check "the link makes them" test "$(first_three shenji)" = 201
check "and works once" test "$(first_three shenji)" = 409
check "a second server on the same data is refused" exits 6 "$xieshang" serve --data "$work/first" --listen 127.0.0.1:0
check "a port in use is named" exits 5 "$xieshang" serve --data "$work/second" --listen "${url#http://}"
check "and no folder was made for it" test ! -e "$work/second"
check "an anonymous person may not list plans" test "$(curl -s -o /dev/null -w '%{http_code}' "$url/api/plans")" = 401
check "the server stops when it is told to" stop_server

check "demo mode serves" serve_until_ready "$work/demo" --demo
check "demo data is there when the server answers" says '"demo":true' curl -fs "$url/api/about"
check "demo mode stops" stop_server
check "a second demo start keeps the data" serve_until_ready "$work/demo" --demo
check "and stops again" stop_server
check "demo mode does not open real data" exits 3 "$xieshang" serve --demo --data "$work/users" --listen 127.0.0.1:0
if [ "$(id -u)" = 0 ]; then
  as_nobody() { # a folder that this person may not write
    install -d -m 755 "$work/root-only" && chmod 755 "$work" && install -m 755 "$xieshang" "$work/xieshang" &&
      runuser -u nobody -- "$work/xieshang" serve --data "$work/root-only/data" --listen 127.0.0.1:0
  }
  check "a data folder without permission is refused" exits 6 as_nobody
fi

# What the parser and the machine say in English, they say in Chinese, too.
english='Options:|Subcommands:|following argument|is required|not in|missing|No such file|Permission denied|Is a directory|not a network|cannot reach'
says_it_in_chinese() { # says_it_in_chinese TEXT ARGUMENTS...
  local text=$1 output
  output=$(LC_ALL=zh_CN.UTF-8 "$xieshang" "${@:2}" 2>&1 </dev/null)
  echo "$output"
  grep -qF -- "$text" <<<"$output" && ! grep -qE -- "$english" <<<"$output"
}
check "Chinese help heads the options in Chinese" says_it_in_chinese '选项:' serve --help
check "Chinese help heads the commands in Chinese" says_it_in_chinese '命令:' --help
check "an unknown flag is named in Chinese" says_it_in_chinese '不认识的参数：--bogus' serve --bogus
check "an unknown command is named in Chinese" says_it_in_chinese '不认识的参数：bogus' bogus
check "no command is told in Chinese" says_it_in_chinese '请写出要执行的命令' plan
check "a missing argument is named in Chinese" says_it_in_chinese '缺少 FILE' plan read
check "a missing value is named in Chinese" says_it_in_chinese '--listen 要写一个值' serve --listen
check "a flag with a value is named in Chinese" says_it_in_chinese '--json 后面不写值' plan read --json=maybe x
check "a wrong role is named in Chinese" says_it_in_chinese '没有 king 这个角色' user add --login x --name y --role king
check "a file that is not there is told in Chinese" says_it_in_chinese '没有这个文件或文件夹' plan read "$work/nothing.txt"
check "a folder in place of a file is told in Chinese" says_it_in_chinese '这是文件夹' plan read "$work"
check "a backup's place is told in Chinese" says_it_in_chinese '不能在 /proc/nowhere 备份：没有' backup /proc/nowhere --data "$work/migrated"
check "a data folder that is not there is told in Chinese" says_it_in_chinese '没有这个文件或文件夹' check --data "$work/nothing"
check "a proxy that is no network is named with its option" says_it_in_chinese '--trusted-proxy：abc 不是网段' serve --trusted-proxy abc --data "$work/open"
check "PostgreSQL out of reach is told in Chinese" says_it_in_chinese '连不上 PostgreSQL' migrate --data "$work/open" --database postgres://127.0.0.1:1/x

# What cannot serve is refused by its name, before anything is made.
pems="$work/pems"
mkdir "$pems"
for name in one two; do
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -days 1 -keyout "$pems/$name.key" -out "$pems/$name.crt" 2>/dev/null
done
openssl ec -in "$pems/one.key" -aes256 -passout pass:secret -out "$pems/locked.key" 2>/dev/null
refuses() { # refuses TEXT ARGUMENTS...: ends with 3, says so, and leaves no folder behind
  local text=$1 output code
  output=$("$xieshang" "${@:2}" --data "$work/unmade/data" 2>&1 </dev/null)
  code=$?
  echo "$code $output"
  [ $code = 3 ] && grep -qF -- "$text" <<<"$output" && [ ! -e "$work/unmade" ]
}
check "a certificate that is not there is named" refuses '--tls-cert: there is no such file' serve --tls-cert "$pems/none.crt" --tls-key "$pems/one.key"
check "a key that is not there is named" refuses '--tls-key: there is no such file' serve --tls-cert "$pems/one.crt" --tls-key "$pems/none.key"
check "what is no certificate is named" refuses 'one.key is no certificate' serve --tls-cert "$pems/one.key" --tls-key "$pems/one.key"
check "what is no key is named" refuses 'one.crt is no private key' serve --tls-cert "$pems/one.crt" --tls-key "$pems/one.crt"
check "a key with a passphrase is named, and nobody is asked for it" refuses 'locked.key is no private key in PEM form, or a passphrase' serve --tls-cert "$pems/one.crt" --tls-key "$pems/locked.key"
check "a key of another certificate is named" refuses 'does not belong to the certificate' serve --tls-cert "$pems/one.crt" --tls-key "$pems/two.key"
check "another database than PostgreSQL is refused" refuses 'is not a postgres:// address' serve --database mysql://x
check "its password is not repeated" bash -c '! "$1" serve --database mysql://wang:secret@db/x 2>&1 | grep secret' - "$xieshang"
check "an address of another machine is named" refuses 'has no such address' serve --insecure --listen 192.0.2.1:8080
check "user add without a password says that none was given" refuses 'no password was given' user add --login li --name 李小商
short_password() { echo short | says "$1" "$xieshang" user add --login li --name 李小商 --data "$work/unmade/data"; }
check "user add says what to correct, where nothing is marked" short_password 'no account was added; please correct this'
check "and names the reason" short_password 'A password has at least'
check "user add names the fields in words" bash -c '! echo short | "$1" user add --login "w!" --name 王 --data "$2/unmade/data" 2>&1 | grep -F /login' - "$xieshang" "$work"
check "and leaves no folder" test ! -e "$work/unmade"
unreachable() { ! "$xieshang" migrate --data "$work/unmade/data" --database postgres://127.0.0.1:1/x && [ ! -e "$work/unmade" ]; }
check "PostgreSQL out of reach leaves no folder" unreachable
mkdir -p "$work/wrong-value"
printf 'listen = "127.0.0.1:8080"\nworkers = 0\n' >"$work/wrong-value/xieshang.toml"
check "a wrong value is told with its line and what is allowed" says 'line 2: wrong value for workers; write a whole number from 1 to 256' "$xieshang" config show --data "$work/wrong-value"
check "and in Chinese" says_it_in_chinese '第 2 行：workers 的值不对，请写 1 到 256 的整数' config show --data "$work/wrong-value"
check "help names the default role" says '(default reader)' "$xieshang" user add --help
completes_roles() {
  bash -c 'source <("$1" completion); COMP_WORDS=(xieshang user add --login plan --role ""); COMP_CWORD=6; _xieshang; echo "${COMPREPLY[*]}"' bash "$xieshang" | grep -x 'office reader .* auditor system_administrator security_administrator'
}
check "bash completes the roles" completes_roles
private() { # private DIR: every folder of it is its owner's alone
  local open
  open=$(find "$1" -type d ! -perm 700)
  [ -z "$open" ] || { ls -ld $open; return 1; }
}
(umask 022 && "$xieshang" plan import features/plan/demo/plan_2022.txt --data "$work/private/data" && "$xieshang" backup "$work/private/backups" --data "$work/private/data") >/dev/null
check "every folder of a house and of a backup is its owner's alone" private "$work/private"
