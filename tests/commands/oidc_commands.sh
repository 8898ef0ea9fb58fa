# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Signing in at a real provider (npm oidc-provider), and what it must not get past, on both databases
came_out() { grep -x "ok $2" "$work/oidc.log" || { cat "$work/oidc.log"; return 1; }; }
signs_in_on() { # signs_in_on DATABASE_WORDS FOLDER OPTIONS...
  local on=$1 data=$2 account login name role sentence lie
  shift 2
  for account in 'wang 王小协 office' 'li 李小商 reader' 'gu 顾小管 system_administrator'; do
    read -r login name role <<<"$account"
    echo 'a-long-enough-password' | "$xieshang" user add --login "$login" --name "$name" --role "$role" --data "$data" "$@" >/dev/null
  done
  node tests/commands/oidc.mjs "$xieshang" "$data" ${2:+"$2"} >"$work/oidc.log" 2>&1
  oidc() { check "$1 ($on)" came_out "$on" "$2"; } # oidc SENTENCE NAME
  oidc "the sign-in page learns of a provider" about
  oidc "a person signs in at a real provider" signs_in
  oidc "and again, by the identity that was linked" signs_in_again
  oidc "whom no account belongs to is told so and makes none" unknown_person
  oidc "a one-time link ties an identity to an account, once" one_time_link
  oidc "an ID token made here that is true is believed" true_after_all
  for lie in $(node -e 'import("./tests/support/oidc_lies.mjs").then(({ lies }) => console.log(Object.keys(lies).join(" ")))'); do
    oidc "a forged ID token is refused: ${lie//_/ }" "$lie"
  done
  oidc "an answer that comes twice is refused" replayed_answer
  oidc "a code that comes twice is refused" replayed_code
  oidc "an answer in another browser is refused" other_browser
  oidc "who cancels at the provider comes back and is told" cancelled
  oidc "a provider that is down leaves passwords alone" provider_down
}
signs_in_on SQLite "$work/oidc"
if [ -n "${XIESHANG_TEST_POSTGRES:-}" ]; then
  there="${XIESHANG_TEST_POSTGRES/\/postgres?/\/provider?}"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE IF EXISTS provider' -c 'CREATE DATABASE provider' >/dev/null
  signs_in_on PostgreSQL "$work/oidc-there" --database "$there"
  psql -qAt "$XIESHANG_TEST_POSTGRES" -c 'DROP DATABASE provider' >/dev/null
else
  skip "signing in at a real provider (PostgreSQL)" "PostgreSQL is not here"
fi
check "config show has the provider without its secret" says 'client_secret_file' "$xieshang" config show --data "$work/oidc"
shows_no_secret() { ! "$xieshang" config show --data "$work/oidc" | grep -F 'for-this-test'; }
check "and the secret is not in it" shows_no_secret
mkdir -p "$work/bad-config"
printf '[oidc]\nissuer = "http://id.example"\n' >"$work/bad-config/xieshang.toml"
check "a provider without https is refused with its line" says 'line 2: wrong value for issuer' "$xieshang" config show --data "$work/bad-config"
printf '[oidc]\nissuer = "https://id.example"\nclient_id = "x"\nname = "ID"\nclient_secret_file = "/nowhere/secret"\n' >"$work/bad-config/xieshang.toml"
check "a secret that is not there is named before anything starts" says '/nowhere/secret' "$xieshang" serve --data "$work/bad-config" --listen 127.0.0.1:0
