// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_kept_actions.h"

#include "features/people/roster_store.h"
#include "platform/json/json.h"

namespace xieshang::people {
namespace {

bool is_left_out(const KeptRosterRow& row)
{
    return row.kind == RowKind::wrong || row.kind == RowKind::ambiguous;
}

std::string reasons_of(const KeptRosterRow& row, const LeftOutWords& words)
{
    const auto shown =
        row_shown({static_cast<int>(row.row), row.name, row.kind, false, {}, row.troubles, {}, {}},
            words.candidate, words.text);
    std::string reasons;
    const auto add = [&](const std::string& reason) {
        reasons += (reasons.empty() ? "" : "\n") + reason;
    };
    for (const auto& trouble : shown.troubles) {
        const auto field = boost::describe::enum_to_string(trouble.field, "");
        const auto of = words.word(std::string("roster.field.") + field);
        const auto at = trouble.letter.empty() ? std::string() : " " + trouble.letter;
        const auto value = trouble.value.empty() ? std::string() : " " + trouble.value;
        add(of + at + value + ": " + trouble.words);
    }
    if (row.kind == RowKind::ambiguous) {
        add(words.word("roster.left_out.ambiguous"));
        for (const auto& id : row.candidates) {
            add(words.candidate(id));
        }
    }
    return reasons;
}

} // namespace

sealing::Place place_of_rows(const RosterImportId& id)
{
    return {"roster_import", id.text, "rows"};
}

std::vector<KeptRosterRow> rows_to_keep(const std::vector<RosterOutcome>& outcomes)
{
    std::vector<KeptRosterRow> rows;
    rows.reserve(outcomes.size());
    for (const auto& one : outcomes) {
        const bool is_meant = one.person && one.kind != RowKind::wrong;
        rows.push_back({one.row.number, one.row.name, one.kind,
            is_meant ? std::optional(one.person->id) : std::nullopt, one.row.troubles,
            one.candidates});
    }
    return rows;
}

void keep_roster_rows(services::Services& services, db::Tx& tx, const RosterImportId& id,
    const std::vector<KeptRosterRow>& rows)
{
    services.vault.put(tx, place_of_rows(id), json::write(rows), sealing::Findable::no);
}

std::optional<std::vector<KeptRosterRow>> roster_rows_kept(
    services::Services& services, const RosterImportId& id)
{
    std::string kept;
    services.db.read([&](db::Tx& tx) {
        if (sealing::Vault::exists(tx, place_of_rows(id))) {
            services.vault.holds(tx, place_of_rows(id), [&](std::string_view text) {
                kept = text;
                return true;
            });
        }
        return 0;
    });
    if (kept.empty()) {
        return std::nullopt;
    }
    return json::read_own<std::vector<KeptRosterRow>>(kept).value();
}

bool are_rows_kept(services::Services& services, const RosterImportId& id)
{
    return services.db.read(
        [&](db::Tx& tx) { return sealing::Vault::exists(tx, place_of_rows(id)); });
}

base::Result<std::vector<std::vector<std::string>>> left_out_table(
    services::Services& services, const RosterImportId& id, const LeftOutWords& words)
{
    const auto import =
        TRY(services.db.read([&](db::Tx& tx) { return find_roster_import(tx, id); }));
    if (import.state != RosterState::imported) {
        return base::trouble(base::Trouble::conflict, "roster.not_imported");
    }
    const auto rows = roster_rows_kept(services, id);
    if (!rows) {
        return base::trouble(base::Trouble::conflict, "roster.no_rows_kept");
    }
    std::vector<std::vector<std::string>> table{
        {words.word("roster.left_out.row"), words.word("roster.field.name"),
            words.word("roster.left_out.result"), words.word("roster.left_out.reasons")}};
    for (const auto& row : *rows) {
        if (is_left_out(row)) {
            const std::string kind = boost::describe::enum_to_string(row.kind, "");
            table.push_back({std::to_string(row.row), row.name, words.word("roster.kind." + kind),
                reasons_of(row, words)});
        }
    }
    return table;
}

} // namespace xieshang::people
