// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_views.h"

#include "features/people/roster_words.h"

#include <algorithm>

namespace xieshang::people {
namespace {

constexpr std::size_t heads_most = 20;
constexpr std::size_t samples_most = 3;

std::string in_words(RosterField field, const std::string& value, const RosterText& text)
{
    if (value.empty() || (field != RosterField::sex && field != RosterField::state)) {
        return value;
    }
    return text((field == RosterField::sex ? "roster.sex." : "roster.state.") + value, {});
}

RosterTroubleView shown(const RosterTrouble& trouble, const RosterText& text)
{
    auto params = trouble.params;
    for (auto& [name, value] : params) {
        if (name == "from" || name == "to") {
            value = in_words(RosterField::state, value, text);
        }
    }
    return {trouble.field,
        trouble.column < 0 ? std::string() : letters_of(static_cast<std::size_t>(trouble.column)),
        trouble.value, trouble.code, text(trouble.code, params)};
}

} // namespace

std::vector<RosterHeadView> heads_shown(const RosterTable& table)
{
    std::vector<RosterHeadView> heads;
    for (std::size_t i = 0; i < std::min(heads_most, table.rows.size()); ++i) {
        std::string words;
        for (const auto& cell : table.rows[i].cells) {
            words += words.empty() || cell.text.empty() ? "" : " · ";
            words += is_like_a_contact(cell.text) ? "…" : cell.text;
            if (words.size() > 200) {
                break;
            }
        }
        heads.push_back({table.rows[i].number, std::move(words)});
    }
    return heads;
}

std::vector<RosterColumnView> columns_shown(const RosterTable& table, const RosterOptions& options)
{
    std::vector<RosterColumnView> columns(table.columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].column = static_cast<std::int64_t>(i);
        columns[i].letter = letters_of(i);
    }
    for (const auto& choice : options.columns) {
        if (choice.column >= 0 && choice.column < static_cast<std::int64_t>(columns.size())) {
            columns[static_cast<std::size_t>(choice.column)].field = choice.field;
        }
    }
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto& column = columns[i];
            const bool is_contact = column.field && contact_of(*column.field);
            if (row.number == options.head_row) {
                column.head = row.cells[i].text;
            } else if (row.number > options.head_row && !row.cells[i].text.empty() && !is_contact
                && column.samples.size() < samples_most) {
                const auto& text = row.cells[i].text;
                column.samples.push_back(is_like_a_contact(text) ? "…" : text);
            }
        }
    }
    return columns;
}

void mark_last_time(std::vector<RosterColumnView>& columns,
    const std::vector<ColumnChoice>& last_time, const std::vector<ColumnChoice>& proposed)
{
    const auto field_in = [](const std::vector<ColumnChoice>& choices, std::int64_t column) {
        const auto found = std::find_if(choices.begin(), choices.end(),
            [&](const ColumnChoice& one) { return one.column == column; });
        return found == choices.end() ? std::nullopt : std::optional(found->field);
    };
    for (auto& one : columns) {
        const auto before = field_in(last_time, one.column);
        one.as_last_time = one.field == before && field_in(proposed, one.column) != before;
    }
}

std::vector<RosterPlaceView> places_shown(
    const std::vector<Organisation>& organisations, OrganisationKind kind)
{
    std::vector<RosterPlaceView> places;
    for (const auto& one : organisations) {
        if (one.words.kind == kind) {
            places.push_back({one.id, one.words.name});
        }
    }
    return places;
}

RosterRowSummary summary_of(const RosterOutcome& outcome, bool moved)
{
    return {outcome.row.number, outcome.row.name, outcome.kind, moved, outcome.changes,
        outcome.row.troubles, outcome.candidates, {}};
}

RosterRowView row_shown(const RosterRowSummary& row,
    const std::function<std::string(const PersonId&)>& candidate, const RosterText& text)
{
    RosterRowView view{row.number, row.name, row.kind, row.moved};
    view.person_id = row.person;
    for (const auto& change : row.changes) {
        view.changes.push_back({change.field, in_words(change.field, change.before, text),
            in_words(change.field, change.after, text)});
    }
    for (const auto& trouble : row.troubles) {
        view.troubles.push_back(shown(trouble, text));
    }
    for (const auto& id : row.candidates) {
        view.candidates.push_back({id, candidate(id)});
    }
    return view;
}

} // namespace xieshang::people
