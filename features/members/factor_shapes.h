// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of second factors and takes for them. Pure.
#pragma once

#include "features/members/person.h"
#include "platform/json/rules.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::members {

struct FactorPicture {
    std::int64_t modules{};
    std::string path;
};
BOOST_DESCRIBE_STRUCT(FactorPicture, (), (modules, path))

// What an authenticator app has to know: once by its camera, once to be typed.
struct FactorBegun {
    std::string secret;  // base32
    std::string address; // otpauth://…
    FactorPicture picture;
};
BOOST_DESCRIBE_STRUCT(FactorBegun, (), (secret, address, picture))

struct FactorCode {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(FactorCode, (), (code))

struct RecoveryCodes {
    std::vector<std::string> codes; // shown here and never again
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))

struct OwnFactor {
    bool offered{};                          // one can be added
    bool required{};                         // of this person: it can be replaced, not given up
    std::optional<base::Instant> added_at;   // in force since
    std::int64_t recovery_codes{};           // that are left
    std::optional<base::Instant> removed_at; // by an administrator, and not read yet
    std::optional<std::string> removed_by;
};
BOOST_DESCRIBE_STRUCT(
    OwnFactor, (), (offered, required, added_at, recovery_codes, removed_at, removed_by))

} // namespace xieshang::members

namespace xieshang::json {

// clang-format off
template <>
inline constexpr auto rules<members::FactorCode> = std::to_array<Rule>({
    {.member = "code", .least = 1, .most = 100,
        .description = "Six digits of the authenticator app, or a recovery code"},
});
template <>
inline constexpr auto rules<members::FactorPicture> = std::to_array<Rule>({
    {.member = "modules", .description = "On each side, without the quiet zone of four"},
    {.member = "path", .description = "SVG path of the dark modules, each 1 × 1"},
});
// clang-format on

} // namespace xieshang::json
