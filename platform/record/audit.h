// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Does the record fit itself, and what did it say about a subject? For inspections; only reads.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/db/db.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::record {

// A row that does not fit. The code is the key of a text.
struct Misfit {
    std::string code;
    std::string table;
    std::string row; // its key
    base::Params params{};

    bool operator==(const Misfit&) const = default;
};

struct EventAudit {
    std::int64_t events{};
    std::vector<Misfit> misfits;
};

// Each event's number follows the one before, and its commitment is that of its salt, of who, when
// and what, and of the content; of an event from before that, of the content. Codes: check.gap,
// check.commitment, check.no_content.
EventAudit audit_events(db::Tx& tx, const std::function<void(std::int64_t events)>& progress);

struct PastEvent {
    std::int64_t sequence{};
    base::Instant at;
    std::string actor_id;
    std::string action;
    std::int64_t version{};             // of the subject
    std::optional<std::string> content; // canonical JSON
};

// From the first to the newest.
std::vector<PastEvent> events_about(db::Tx& tx, std::string_view kind, std::string_view id);

// The ids in `rows` and those of all subjects of the kind that the record knows, sorted, none
// twice.
std::vector<std::string> subjects(db::Tx& tx, std::string_view kind, std::vector<std::string> rows);

} // namespace xieshang::record
