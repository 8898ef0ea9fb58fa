// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The rows of a roster, a page at a time. All of them are compared with the register for the first
// page; the next ones are taken from there until something is written.
#include "features/members/policies.h"
#include "features/people/roster_actions.h"
#include "features/people/roster_export_actions.h"
#include "features/people/roster_kept_actions.h"
#include "features/people/roster_routes.h"
#include "platform/texts/texts.h"

namespace xieshang::people {
namespace {

// As they became when they were imported; none that the house did not keep.
std::shared_ptr<const RosterRows> rows_imported(
    services::Services& services, const RosterImportId& id)
{
    auto rows = std::make_shared<RosterRows>();
    for (auto& one : roster_rows_kept(services, id).value_or(std::vector<KeptRosterRow>())) {
        rows->push_back({static_cast<int>(one.row), std::move(one.name), one.kind, false, {},
            std::move(one.troubles), std::move(one.candidates), std::move(one.person_id)});
    }
    return rows;
}

bool is_asked_for(const RosterRowSummary& row, const RosterRowFilter& asked)
{
    const bool is_left_out = row.kind == RowKind::wrong || row.kind == RowKind::ambiguous;
    return (!asked.kind || row.kind == *asked.kind) && (!asked.moved || row.moved == *asked.moved)
        && (!asked.left_out || is_left_out == *asked.left_out);
}

base::Result<std::shared_ptr<const RosterRows>> all_rows(
    services::Services& services, const RosterImportId& id, const RecentRosters& recent)
{
    const auto import = roster_row(services, id);
    if (import && import->state == RosterState::imported) {
        return rows_imported(services, id);
    }
    auto state = TRY(roster_preview_state(services, id));
    if (auto known = recent->find(id.text, state)) {
        return known;
    }
    auto rows = rows_of(roster_preview(services, TRY(roster_draft(services, id))));
    recent->keep(id.text, std::move(state), rows);
    return rows;
}

base::Result<http::Page<RosterRowView>> rows(http::Call& call, const RosterImportId& id,
    const http::Query<RosterRowFilter>& asked, const RecentRosters& recent)
{
    const auto all = TRY(all_rows(call.services(), id, recent));
    const auto after = TRY((asked.page.after_values<std::int64_t>()));
    const RosterText text = [&call](std::string_view code, const base::Params& params) {
        return texts::built_in().text(call.language(), code, params);
    };
    const auto candidate = [&](const PersonId& person) {
        return candidate_words(call.services(), person);
    };
    std::vector<RosterRowView> found;
    std::int64_t total = 0;
    for (const auto& row : *all) {
        if (!is_asked_for(row, asked.filter)) {
            continue;
        }
        ++total;
        const bool on_page = (!after || row.number > std::get<0>(*after))
            && static_cast<std::int64_t>(found.size()) <= asked.page.size;
        if (on_page) {
            found.push_back(row_shown(row, candidate, text));
        }
    }
    return http::page_of(
        std::move(found), asked.page, [](const RosterRowView& row) { return std::tuple(row.row); },
        total);
}

base::Result<http::Download> left_out(
    http::Call& call, const RosterImportId& id, const http::Options<LeftOutChoice>& asked)
{
    const auto word = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code, {});
    };
    const auto table = TRY(left_out_table(call.services(), id,
        {word,
            [&](std::string_view code, const base::Params& params) {
                return texts::built_in().text(call.language(), code, params);
            },
            [&](const PersonId& person) { return candidate_words(call.services(), person); }}));
    const auto format = asked->format.value_or(RosterFormat::csv);
    const bool is_csv = format == RosterFormat::csv;
    return http::Download{.text = roster_bytes(table, format, word),
        .file_name = word("roster.left_out.file_name") + (is_csv ? ".csv" : ".xlsx"),
        .content_type = std::string(roster_content_type(format))};
}

} // namespace

std::shared_ptr<const RosterRows> rows_of(const RosterPreview& preview)
{
    auto rows = std::make_shared<RosterRows>();
    rows->reserve(preview.outcomes.size());
    for (std::size_t i = 0; i < preview.outcomes.size(); ++i) {
        rows->push_back(summary_of(preview.outcomes[i], preview.moved[i]));
    }
    return rows;
}

void add_roster_row_routes(http::Api& api, const RecentRosters& recent)
{
    api.get("/api/roster-imports/{id}/rows",
        [recent](http::Call& call, const RosterImportId& id,
            const http::Query<RosterRowFilter>& asked) { return rows(call, id, asked, recent); },
        {.name = "rosterRows",
            .summary = "Its rows against the register as it is now, a page at a time",
            .policy = members::office,
            .description = "Of an import that was confirmed: what became of each row then, as long "
                           "as its file is not erased"});
    api.get("/api/roster-imports/{id}/left-out", left_out,
        {.name = "exportLeftOut",
            .summary = "The rows of a confirmed roster that were left out, with their reasons",
            .policy = members::office,
            .exports = true});
}

} // namespace xieshang::people
