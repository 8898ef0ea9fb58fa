// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The limits of a described struct's members.
#pragma once

#include "platform/json/traits.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace xieshang::json {

// Limits of one member. Strings: code points; with least > 0 also more than white space, unless
// `blank_allowed`. Numbers: the value. Vectors and maps: how many items; item_most: code points of
// each string in it. most = 0 with least >= 0 means no upper limit; a member without a rule has no
// limits but the request's size.
struct Rule {
    std::string_view member{};
    std::int64_t least{};
    std::int64_t most{};
    std::string_view description{}; // English, for the API's readers
    std::string_view format{};      // OpenAPI format: "uuid", "date-time-ms", …
    bool blank_allowed = false;
    std::int64_t item_most{};

    constexpr bool limited() const { return least != 0 || most != 0; }
    constexpr bool limited_above() const { return most != 0 || least < 0; }
};

template <class T>
inline constexpr std::array<Rule, 0> rules{};

// The rule of a member, an empty one when there is none.
template <class T>
constexpr Rule rule_of(std::string_view member)
{
    for (const Rule& rule : rules<T>) {
        if (rule.member == member) {
            return rule;
        }
    }
    return Rule{.member = member};
}

// A rule that names no member is a typing mistake: read and schema refuse to compile.
template <Described T>
constexpr bool rules_name_members()
{
    bool all = true;
    for (const Rule& rule : rules<T>) {
        bool found = false;
        for_each_member<T>([&](auto member) { found = found || rule.member == member.name; });
        all = all && found;
    }
    return all;
}

} // namespace xieshang::json
