// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of tenures and the limits of what it takes. Pure.
#pragma once

#include "features/people/tenure_correction.h"
#include "platform/json/rules.h"

namespace xieshang::people {

struct Holder {
    TenureId tenure_id;
    PersonId person_id;
    std::string name;
    std::string from;
    std::optional<std::string> until{};
    std::int64_t version{}; // of the tenure
};
BOOST_DESCRIBE_STRUCT(Holder, (), (tenure_id, person_id, name, from, until, version))

struct WithdrawnTenure {
    TenureId tenure_id;
    PersonId person_id;
    std::string name;
    std::string from;
    std::optional<std::string> until{};
    base::Instant at; // when it was taken back
    std::string by_name;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(
    WithdrawnTenure, (), (tenure_id, person_id, name, from, until, at, by_name, reason))

struct NewTenureBody {
    PersonId person_id;
    std::string from;
    std::optional<std::string> until{};
};
BOOST_DESCRIBE_STRUCT(NewTenureBody, (), (person_id, from, until))

struct TenureEnd {
    std::string last_day;
};
BOOST_DESCRIBE_STRUCT(TenureEnd, (), (last_day))

struct TenureWithdrawal {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TenureWithdrawal, (), (reason))

} // namespace xieshang::people

namespace xieshang::json {

template <>
inline constexpr auto rules<people::NewTenureBody> = std::to_array<Rule>({
    {.member = "from", .least = 0, .most = 20},
    {.member = "until", .least = 0, .most = 20},
});

template <>
inline constexpr auto rules<people::TenureEnd> = std::to_array<Rule>({
    {.member = "last_day", .least = 0, .most = 20},
});

template <>
inline constexpr auto rules<people::TenureChange> = std::to_array<Rule>({
    {.member = "from", .least = 0, .most = 20},
    {.member = "until", .least = 0, .most = 20},
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

template <>
inline constexpr auto rules<people::TenureWithdrawal> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

} // namespace xieshang::json
