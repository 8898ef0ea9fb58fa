// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The roster of a term as a table: with the heads that an import understands, in the order of the
// strokes of the names. Each export is told to the record; contacts go along only when they are
// asked for with a reason, and then each of them is a look that is kept.
#pragma once

#include "features/people/roster_field.h"
#include "platform/services/services.h"

#include <functional>
#include <string>
#include <vector>

namespace xieshang::people {

struct RosterExport {
    std::optional<std::int64_t> term_number{}; // else the running one
    RosterFormat format{};
    bool contacts = false;
    std::string reason{};
};

using RosterWords = std::function<std::string(std::string_view code)>;

// Refuses with roster.no_terms, roster.no_term {term}, roster.export.needs_reason (422, /reason).
base::Result<std::vector<std::vector<std::string>>> exported_roster(services::Services& services,
    const base::Actor& actor, const RosterExport& asked, const RosterWords& words);

std::string_view roster_content_type(RosterFormat format);
std::string roster_bytes(const std::vector<std::vector<std::string>>& rows, RosterFormat format,
    const RosterWords& words);

} // namespace xieshang::people
