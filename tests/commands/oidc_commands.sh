# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Signing in at a real provider (npm oidc-provider), and what it must not get past
for account in 'wang 王小协 office' 'li 李小商 reader' 'gu 顾小管 system_administrator'; do
  read -r login name role <<<"$account"
  echo 'a-long-enough-password' | "$xieshang" user add --login "$login" --name "$name" --role "$role" --data "$work/oidc" >/dev/null
done
node tests/commands/oidc.mjs "$xieshang" "$work/oidc" >"$work/oidc.log" 2>&1
came_out() { grep -x "ok $1" "$work/oidc.log" || { cat "$work/oidc.log"; return 1; }; }
oidc() { check "$1" came_out "$2"; } # oidc SENTENCE NAME
oidc "the sign-in page learns of a provider" about
oidc "a person signs in at a real provider" signs_in
oidc "and again, by the identity that was linked" signs_in_again
oidc "who is signed in shows again who it is, asked anew by the provider" proves
oidc "whom no account belongs to is told so and makes none" unknown_person
oidc "a one-time link ties an identity to an account, once" one_time_link
oidc "an ID token for another client is refused" wrong_audience
oidc "an expired ID token is refused" expired
oidc "an ID token of another sign-in is refused" wrong_nonce
oidc "an ID token of another issuer is refused" wrong_issuer
oidc "an ID token with alg none is refused" alg_none
oidc "an ID token signed with the public key as a secret is refused" hmac_with_public_key
oidc "an ID token of a stranger's key is refused" strangers_key
oidc "an answer that comes twice is refused" replayed_answer
oidc "a code that comes twice is refused" replayed_code
oidc "an answer in another browser is refused" other_browser
oidc "who cancels at the provider comes back and is told" cancelled
oidc "a provider that is down leaves passwords alone" provider_down
check "config show has the provider without its secret" says 'client_secret_file' "$xieshang" config show --data "$work/oidc"
shows_no_secret() { ! "$xieshang" config show --data "$work/oidc" | grep -F 'for-this-test'; }
check "and the secret is not in it" shows_no_secret
mkdir -p "$work/bad-config"
printf '[oidc]\nissuer = "http://id.example"\n' >"$work/bad-config/xieshang.toml"
check "a provider without https is refused with its line" says 'line 2: wrong value for issuer' "$xieshang" config show --data "$work/bad-config"
printf '[oidc]\nissuer = "https://id.example"\nclient_id = "x"\nname = "ID"\nclient_secret_file = "/nowhere/secret"\n' >"$work/bad-config/xieshang.toml"
check "a secret that is not there is named before anything starts" says '/nowhere/secret' "$xieshang" serve --data "$work/bad-config" --listen 127.0.0.1:0
