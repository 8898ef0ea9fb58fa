# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Xieshang authors
# Guesses for one account from many addresses at a real server, in networks of their own: strangers with twenty addresses, and an
# office whose people share one. The owner gets in from the browser that he signed in with before (AUT-04).
office_address=10.77.0.2
in_space() { ip netns exec "xieshang-$1-$$" "${@:2}"; }
make_spaces() { # house (10.77.0.1) - office (10.77.0.2), house - strangers (10.78.0.2 … 10.78.0.21)
  local space
  for space in house office strangers; do
    ip netns add "xieshang-$space-$$" 2>/dev/null || return 1
    spaces+=("xieshang-$space-$$")
    in_space $space ip link set lo up
  done
  ip -n "xieshang-house-$$" link add office type veth peer name eth0 netns "xieshang-office-$$" || return 1
  ip -n "xieshang-house-$$" link add strangers type veth peer name eth0 netns "xieshang-strangers-$$"
  in_space house ip addr add 10.77.0.1/24 dev office
  in_space house ip addr add 10.78.0.1/24 dev strangers
  in_space house ip link set office up
  in_space house ip link set strangers up
  in_space office ip addr add $office_address/24 dev eth0
  for last in $(seq 2 21); do in_space strangers ip addr add "10.78.0.$last/24" dev eth0; done
  in_space office ip link set eth0 up
  in_space strangers ip link set eth0 up
}
signs_in() { # signs_in SPACE HOST PASSWORD [CURL'S WORDS]: prints the status
  in_space "$1" curl -s -m 20 -o /dev/null -w '%{http_code}\n' -H 'Content-Type: application/json' -H "Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)" \
    "${@:4}" "http://$2:8080/api/session" -d "{\"login\":\"wang\",\"password\":\"$3\"}"
}
serves_in_its_space() {
  ip netns exec "xieshang-house-$$" "$xieshang" serve --data "$work/guessed" --listen 0.0.0.0:8080 --insecure >"$work/serve.log" 2>"$work/serve.err" &
  server=$!
  for _ in $(seq 100); do
    in_space house curl -fs -o /dev/null http://127.0.0.1:8080/healthz && return 0
    sleep 0.1
  done
  cat "$work/serve.log" "$work/serve.err"
  return 1
}
is() { [ "$1" = "$2" ] || { echo "$1 instead of $2"; return 1; }; }
browser=(-b "$work/browser" -c "$work/browser")
owner_signs_in() { is "$(signs_in office 10.77.0.1 'a-long-enough-password' "${browser[@]}")" 201; }
guesses_of_strangers() { # six from each of the twenty addresses, all at once
  local round last
  for round in 1 2 3 4 5 6; do
    for last in $(seq 2 21); do
      signs_in strangers 10.78.0.1 "guess-$round-$last" --interface "10.78.0.$last" >>"$work/guesses.$last" &
      guessing+=($!)
    done
    wait "${guessing[@]}"
    guessing=()
  done
  cat "$work"/guesses.*
}
few_guesses_pass() {
  guesses_of_strangers >"$work/guesses"
  is "$(wc -l <"$work/guesses")" 120 && is "$(sort -u "$work/guesses" | tr '\n' ' ')" "401 429 " || return 1
  local passed
  passed=$(grep -c 401 "$work/guesses")
  [ "$passed" -ge 5 ] && [ "$passed" -le 10 ] || { echo "$passed guesses were let through"; return 1; }
}
guesses_in_the_office() { # by a colleague, behind the owner's own address, until they are held back
  for guess in 1 2 3 4 5; do is "$(signs_in office 10.77.0.1 "guess-$guess")" 401 || return 1; done
  is "$(signs_in office 10.77.0.1 'guess-6')" 429
}

spaces=() guessing=()
if [ "$(id -u)" = 0 ] && make_spaces; then
  echo 'a-long-enough-password' | "$xieshang" user add --login wang --name 王小协 --data "$work/guessed" >/dev/null
  check "a server in a network of its own starts" serves_in_its_space
  check "the owner signs in at the office" owner_signs_in
  check "of 120 guesses from twenty addresses at most ten are looked at" few_guesses_pass
  check "a stranger is then held back, also with the right password" is "$(signs_in strangers 10.78.0.1 'a-long-enough-password')" 429
  check "a colleague's guesses are held back, too" guesses_in_the_office
  check "and whoever has no browser that is known there" is "$(signs_in office 10.77.0.1 'a-long-enough-password')" 429
  check "the owner gets in from the browser that he knows" owner_signs_in
  kill -TERM "$server" && wait "$server"
  server=''
else
  skip "guesses from many addresses do not lock the owner out" "network namespaces need root"
fi
remove_spaces
