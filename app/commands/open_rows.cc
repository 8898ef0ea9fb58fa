// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/open_rows.h"

#include "features/people/roster_views.h"
#include "features/plan/columns.h"

#include <algorithm>
#include <array>

namespace xieshang::app {
namespace {

using OpenRow = std::array<std::string, 5>;

// One line a trouble; of an ambiguous row, who may be meant.
std::vector<OpenRow> open_rows(
    services::Services& services, const people::RosterPreview& preview, const Console& console)
{
    const people::RosterText text = [&](std::string_view code, const base::Params& params) {
        return console.text(code, params);
    };
    const auto candidate = [&](const people::PersonId& id) {
        return people::candidate_words(services, id);
    };
    std::vector<OpenRow> table{{text("cli.roster_line", {}), text("cli.roster_column", {}),
        text("cli.roster_item", {}), text("cli.roster_value", {}), text("cli.roster_words", {})}};
    for (const auto& outcome : preview.outcomes) {
        if (outcome.row.troubles.empty() && outcome.candidates.empty()) {
            continue;
        }
        const auto row = people::row_shown(people::summary_of(outcome, false), candidate, text);
        const auto number = std::to_string(row.row);
        for (const auto& trouble : row.troubles) {
            const auto field = boost::describe::enum_to_string(trouble.field, "");
            table.push_back({number, trouble.letter, text("roster.field." + std::string(field), {}),
                trouble.value, trouble.words});
        }
        for (const auto& one : row.candidates) {
            table.push_back({number, "", text("roster.field.name", {}), row.name,
                text("cli.roster_candidate", {{"words", one.words}})});
        }
    }
    return table;
}

} // namespace

void print_open_rows(
    services::Services& services, const people::RosterPreview& preview, const Console& console)
{
    const auto table = open_rows(services, preview, console);
    if (table.size() == 1) {
        return;
    }
    std::array<std::size_t, 4> widths{};
    for (const auto& row : table) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] = std::max(widths[i], plan::columns_of(row[i]));
        }
    }
    for (const auto& row : table) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            line += plan::padded(row[i], widths[i]) + "  ";
        }
        std::fprintf(stderr, "%s%s\n", line.c_str(), row.back().c_str());
    }
}

} // namespace xieshang::app
