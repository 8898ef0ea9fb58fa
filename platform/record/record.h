// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The record (ADR 0010): every accepted change appends one event, in the transaction of the change.
// The event holds SHA-256(salt ‖ RFC 8785 JSON of who, when, what and the content); salt and
// content lie in a sibling table, so that a lawful deletion leaves the proof valid. Append-only:
// triggers refuse UPDATE and DELETE of events.
#pragma once

#include "platform/base/actor.h"
#include "platform/base/clock.h"
#include "platform/base/random.h"
#include "platform/db/db.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::record {

struct Event {
    std::string action;       // "plan.save_draft": noun.verb, the verb of the workflow or the API
    std::string subject_kind; // "plan"
    std::string subject_id;
    std::int64_t subject_version{};
    std::string content; // JSON of what was done; made canonical before it is hashed
};

struct Receipt {
    std::int64_t sequence{}; // 1, 2, 3 … without gaps
    std::string commitment;  // 64 hex digits
};

// Throws db::Failure; a content that is not JSON is a programming error and throws
// std::invalid_argument.
Receipt append(db::Tx& tx, const base::Actor& actor, base::Instant at, base::Random& random,
    const Event& event);

// What an event was about.
struct Subject {
    std::int64_t sequence{};
    std::string kind;
    std::string id;
    std::int64_t version{};
};

std::int64_t newest_sequence(db::Tx& tx); // 0: nothing has happened
// The greatest that an event of the subject tells; 0: none does.
std::int64_t newest_version(db::Tx& tx, std::string_view kind, std::string_view id);
std::vector<Subject> events_after(
    db::Tx& tx, std::int64_t sequence); // in their order, at most 1,000

// All that an event says; the content is canonical.
struct Told {
    std::int64_t sequence{};
    base::Instant at;
    std::string_view actor_id;
    std::int64_t actor_roles{};
    std::string_view action;
    std::string_view subject_kind;
    std::string_view subject_id;
    std::int64_t subject_version{};
    std::string_view content;
};

// Lower-case hex of SHA-256(salt ‖ canonical JSON of the list of these, in this order, roles as
// text).
std::string commitment_of(std::string_view salt, const Told& told);

// The same of the content alone, an object: so events were committed to before who, when and what
// were covered, too.
std::string commitment_to_content(std::string_view salt, std::string_view content);

} // namespace xieshang::record
