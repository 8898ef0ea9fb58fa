// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the auditor does: looks at acts, and has the record checked. And what the record is told
// beside the changes: refusals and exports. One transaction each.
#pragma once

#include "features/audit/audit_shapes.h"
#include "platform/base/actor.h"
#include "platform/record/audit.h"
#include "platform/services/services.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace xieshang::audit {

using ActPlace = std::pair<std::int64_t, std::int64_t>; // time and number

// At most `limit`, after that place in the order that is asked for.
std::vector<ActView> list_acts(services::Services& services, const ActFilter& filter,
    const std::optional<ActPlace>& after, std::int64_t limit);

RecordState record_state(services::Services& services);

// Reads the whole record: each number follows the one before, each commitment fits its event.
record::EventAudit look_through_record(services::Services& services);
RecordCheck keep_check(
    services::Services& services, const base::Actor& actor, const record::EventAudit& audit);

// Somebody who is signed in asked for what he may not. Kept once a minute for each of a person's
// operations, so that nobody fills the record by asking.
void keep_denial(
    services::Services& services, const base::Actor& actor, std::string_view operation);

// A rule that stands above his rights forbade somebody a sensitive act, such as taking the last
// administrator's role; `reason` is the rule's code. Kept as seldom.
void keep_barred(services::Services& services, const base::Actor& actor, std::string_view operation,
    std::string_view reason);

// Somebody asked for an object that is there and that his policy gives him no view of: he was told
// that there is none. Kept once a minute for each of a person's operations.
void keep_hidden(services::Services& services, const base::Actor& actor, std::string_view operation,
    std::string_view object);

// Something leaves the house: a list as a table, an original file.
void keep_export(
    services::Services& services, const base::Actor& actor, std::string_view operation);

} // namespace xieshang::audit
