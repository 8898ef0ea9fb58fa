// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Events as acts: who did what, when, to which object. Never their content. Only reads.
#pragma once

#include "platform/base/clock.h"
#include "platform/db/db.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xieshang::record {

struct Act {
    std::int64_t sequence{};
    base::Instant at;
    std::string actor_id; // empty: the program itself, or nobody who is known
    std::string action;
    std::string kind; // of the object
    std::string id;
    std::int64_t version{};
};

// What was asked for and not allowed is an event, too: "denial.access". All others happened.
inline constexpr std::string_view denials = "denial.";

struct ActSearch {
    std::optional<std::string> actor_id{};
    std::optional<std::string> action{};
    std::optional<std::string> kind{};
    std::optional<std::string> id{};
    std::vector<std::string> ids{};     // one of these objects; none: any
    std::vector<std::string> actions{}; // one of these; none: any
    std::vector<std::string> without{}; // actions
    std::optional<base::Instant> from{};
    std::optional<base::Instant> until{}; // not within
    bool oldest_first = false;
    std::optional<std::pair<std::int64_t, std::int64_t>> after{}; // time and number of the last one
    std::int64_t limit = 50;
};

// In the order of time, and of their numbers where two happened at once.
std::vector<Act> find_acts(db::Tx& tx, const ActSearch& search);

struct Head { // the newest event
    std::int64_t sequence{};
    base::Instant at;
    std::string commitment;
};
std::optional<Head> head_of(db::Tx& tx);
std::optional<std::string> content_of(db::Tx& tx, std::int64_t sequence);

struct ToldContent {
    std::int64_t sequence{};
    std::string id; // of the object
    std::string content;
};
// All events of an action that happens seldom, from the first to the newest.
std::vector<ToldContent> contents_of(db::Tx& tx, std::string_view action);
// Of the first event about a subject.
std::optional<std::string> first_content(db::Tx& tx, std::string_view kind, std::string_view id);

// When this person last did this to that object, of the newest 200 of his acts.
std::optional<base::Instant> last_done_at(db::Tx& tx, const Act& alike);

} // namespace xieshang::record
