// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A person's passkeys, and where passkeys work at all. Pure.
#pragma once

#include "features/members/person.h"

#include <string>
#include <string_view>

namespace xieshang::members {

using PasskeyId = base::Id<struct PasskeyTag>;

constexpr std::int64_t passkeys_most = 10; // of one person
constexpr std::int64_t passkey_ceremony_ms = 5 * 60'000LL;
constexpr std::int64_t passkeys_begun_most = 200; // at once from one address: see oidc_begun_most

enum class PasskeyPurpose : std::uint8_t { add, sign_in, prove };
BOOST_DESCRIBE_ENUM(PasskeyPurpose, add, sign_in, prove)

struct Passkey {
    PasskeyId id;
    PersonId person_id;
    std::string name;
    std::string site;          // RP id
    std::string credential_id; // base64url, as the key
    std::int64_t algorithm{};
    std::string public_key;
    std::int64_t counter{};
    base::Instant made_at_ms;
    std::optional<base::Instant> used_at_ms;
};
BOOST_DESCRIBE_STRUCT(Passkey, (),
    (id, person_id, name, site, credential_id, algorithm, public_key, counter, made_at_ms,
        used_at_ms))

// Where the browser stands.
struct PasskeyPlace {
    std::string origin; // "https://zx.example"
    std::string site;   // "zx.example"
};

// By the request's Host. Browsers make passkeys for names only, and only by https or on their own
// machine. Refusal: passkeys.no_place.
base::Result<PasskeyPlace> passkey_place(std::string_view host, bool secure);

// 1 to 64 characters. Refusal: members.invalid with /name.
base::Result<void> acceptable_passkey_name(std::string_view name);

} // namespace xieshang::members
