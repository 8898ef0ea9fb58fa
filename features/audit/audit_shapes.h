// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the auditor sees of the record: who did what, when, to which object, with what result. Never
// what it says. Pure.
#pragma once

#include "platform/base/clock.h"
#include "platform/json/rules.h"

#include <boost/describe.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::audit {

enum class ActResult : std::uint8_t {
    done,
    refused, // asked for and not allowed: nothing happened
    alarm,   // allowed, and done so often that others should know
};
BOOST_DESCRIBE_ENUM(ActResult, done, refused, alarm)

enum class ActOrder : std::uint8_t { newest, oldest };
BOOST_DESCRIBE_ENUM(ActOrder, newest, oldest)

struct ActFilter {
    std::optional<std::string> q; // a part of the name of who did it or of whom it was about
    std::optional<std::string> person;
    std::optional<std::string> action;
    std::optional<std::string> kind;
    std::optional<std::string> object;
    std::optional<ActResult> result;
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;
    std::optional<ActOrder> sort;
};
BOOST_DESCRIBE_STRUCT(ActFilter, (), (q, person, action, kind, object, result, from, until, sort))

struct ActView {
    std::int64_t number{}; // in the record: 1, 2, 3 … without gaps
    base::Instant at;
    std::string by;          // id (base::Actor); empty: the program, or nobody who is known
    std::string by_name;     // as it was then; empty where there is no such account
    std::string by_name_now; // where it is another one
    std::string action;
    ActResult result{};
    std::string kind;
    std::string object;
    std::string object_name; // of what the register knows by a name, as it is now
    // Codes of texts: the roles that were given or taken, the operation, the reason of a refusal,
    // the kind of contact that was looked at.
    std::vector<std::string> about;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(ActView, (),
    (number, at, by, by_name, by_name_now, action, result, kind, object, object_name, about,
        version))

// How the record was found when somebody looked through all of it.
struct RecordCheck {
    base::Instant at;
    std::string by_name;
    std::int64_t events{};
    std::int64_t misfits{};
};
BOOST_DESCRIBE_STRUCT(RecordCheck, (), (at, by_name, events, misfits))

struct RecordState {
    std::int64_t events{};
    std::optional<base::Instant> newest_at;
    std::string head; // the newest event's commitment, 64 hex digits
    std::optional<RecordCheck> last_check;
};
BOOST_DESCRIBE_STRUCT(RecordState, (), (events, newest_at, head, last_check))

// Those acts that were refused, and those of which others should know; all others were done.
inline constexpr std::array<std::string_view, 10> denied_actions{"denial.access",
    "denial.held_back", "denial.link", "denial.object", "denial.oidc", "denial.passkey",
    "denial.proof", "denial.rule", "denial.second_step", "denial.sign_in"};
inline constexpr std::array<std::string_view, 1> alarm_actions{"alarm.contact_looks"};

constexpr ActResult result_of(std::string_view action)
{
    return action.starts_with("denial.") ? ActResult::refused
        : action.starts_with("alarm.")   ? ActResult::alarm
                                         : ActResult::done;
}

} // namespace xieshang::audit

template <>
inline constexpr auto
    xieshang::json::rules<xieshang::audit::ActFilter> = std::to_array<xieshang::json::Rule>({
        {.member = "q",
            .most = 64,
            .description = "Part of the name or the login of who did it or of whom it was about; "
                           "of a person of the register also pinyin and initials"},
        {.member = "person", .most = 64, .description = "Id of who did it"},
        {.member = "action", .most = 64, .description = "plan.save_draft"},
        {.member = "kind", .most = 64, .description = "Of the object: plan"},
        {.member = "object", .most = 200, .description = "Id of the object"},
        {.member = "until", .description = "Not within"},
    });
