// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_row.h"

#include "features/people/roster_words.h"
#include "features/people/short_text.h"

#include <algorithm>
#include <map>

namespace xieshang::people {
namespace {

using enum RosterField;

class RowReader {
public:
    RowReader(const RosterOptions& options, const std::vector<Organisation>& organisations)
        : options_(options), organisations_(organisations)
    {
    }

    RosterRow read(const TableRow& cells)
    {
        RosterRow row{.number = cells.number};
        for (const auto& choice : options_.columns) {
            const auto column = static_cast<std::size_t>(choice.column);
            if (column < cells.cells.size()) {
                at_ = choice;
                read_cell(row, cells.cells[column]);
            }
        }
        if (row.name.empty() && !row.has_trouble(name)) {
            at_ = {-1, name};
            complain(row, {}, "roster.no_name");
        }
        return row;
    }

private:
    void complain(
        RosterRow& row, const std::string& value, std::string code, base::Params params = {}) const
    {
        row.troubles.push_back({at_.field, at_.column,
            contact_of(at_.field) ? std::string() : value, std::move(code), std::move(params)});
    }

    void read_cell(RosterRow& row, const TableCell& cell)
    {
        if (cell.is_formula) {
            return complain(row, cell.text, "roster.formula");
        }
        if (cell.text.empty()) {
            return;
        }
        if (const auto contact = contact_of(at_.field)) {
            return read_contact(row, *contact, cell.text);
        }
        switch (at_.field) {
        case sex:
            return take(row, row.sex, sex_in(cell.text), cell, "roster.not_a_sex");
        case birth_month:
            return take(row, row.birth_month, month_in(cell), cell, "roster.not_a_month");
        case term:
            return take(row, row.term_number, term_in(cell.text), cell, "roster.not_a_term");
        case state:
            return take(row, row.state, state_in(cell.text), cell, "roster.not_a_state");
        case sector:
            return take(row, row.sector, place(OrganisationKind::sector, cell.text), cell,
                "roster.no_sector");
        case group:
            return take(row, row.group, place(OrganisationKind::sub_district, cell.text), cell,
                "roster.no_group");
        default:
            return read_text(row, cell.text);
        }
    }

    template <class Value>
    void take(RosterRow& row, std::optional<Value>& member, std::optional<Value> value,
        const TableCell& cell, const char* or_else) const
    {
        if (!value) {
            return complain(row, cell.text, or_else);
        }
        member = std::move(value);
    }

    void read_text(RosterRow& row, const std::string& text) const
    {
        auto words = at_.field == name ? plain_name(text) : text;
        std::replace(words.begin(), words.end(), '\n', ' ');
        std::vector<base::FieldTrouble> troubles;
        check_text(troubles, {}, words);
        for (auto& trouble : troubles) {
            complain(row, words, std::move(trouble.code), std::move(trouble.params));
        }
        if (!troubles.empty()) {
            return;
        }
        switch (at_.field) {
        case ethnic_group:
            row.ethnic_group = std::move(words);
            break;
        case party:
            row.party = std::move(words);
            break;
        case education:
            row.education = std::move(words);
            break;
        case unit:
            row.unit = std::move(words);
            break;
        case job:
            row.job = std::move(words);
            break;
        default:
            row.name = std::move(words);
        }
    }

    void read_contact(RosterRow& row, Contact contact, const std::string& text) const
    {
        auto kept = kept_form(contact, text);
        if (kept) {
            row.contacts.push_back({contact, *std::move(kept)});
            return;
        }
        const auto& error = kept.error();
        const auto& first = error.fields.empty() ? error.code : error.fields[0].code;
        complain(row, {}, first, error.fields.empty() ? error.params : error.fields[0].params);
    }

    // Names of places come again and again, so each is looked for once.
    std::optional<OrganisationId> place(OrganisationKind kind, const std::string& words)
    {
        const auto [known, is_new] = places_.try_emplace({at_.field, words});
        if (!is_new) {
            return known->second;
        }
        for (const auto& choice : options_.places) {
            if (choice.field == at_.field && choice.words == words) {
                known->second = choice.organisation_id;
            }
        }
        for (const auto& one : organisations_) {
            if (!known->second && one.words.kind == kind && names_place(one, words)) {
                known->second = one.id;
            }
        }
        return known->second;
    }

    const RosterOptions& options_;
    const std::vector<Organisation>& organisations_;
    std::map<std::pair<RosterField, std::string>, std::optional<OrganisationId>> places_;
    ColumnChoice at_;
};

} // namespace

bool RosterRow::has_trouble(RosterField field) const
{
    return std::any_of(troubles.begin(), troubles.end(),
        [field](const RosterTrouble& one) { return one.field == field; });
}

base::Result<void> acceptable(const RosterOptions& options, const RosterTable& table)
{
    base::Error wrong{base::Trouble::refused, "roster.options_invalid", {}, {}};
    const auto complain = [&](std::string pointer, std::string code) {
        wrong.fields.push_back({std::move(pointer), std::move(code), {}});
    };
    if (std::none_of(table.rows.begin(), table.rows.end(),
            [&](const auto& row) { return row.number == options.head_row; })) {
        complain("/head_row", "roster.no_head");
    }
    bool has_name = false;
    for (std::size_t i = 0; i < options.columns.size(); ++i) {
        const auto& choice = options.columns[i];
        const auto pointer = "/columns/" + std::to_string(i);
        if (choice.column < 0 || choice.column >= static_cast<std::int64_t>(table.columns)) {
            complain(pointer + "/column", "roster.no_column");
        }
        for (std::size_t k = 0; k < i; ++k) {
            if (options.columns[k].field == choice.field) {
                complain(pointer + "/field", "roster.field_twice");
            }
        }
        has_name = has_name || choice.field == name;
    }
    if (!has_name) {
        complain("/columns", "roster.no_name_column");
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

std::vector<RosterRow> roster_rows(const RosterTable& table, const RosterOptions& options,
    const std::vector<Organisation>& organisations)
{
    RowReader reader(options, organisations);
    std::vector<RosterRow> rows;
    for (const auto& row : table.rows) {
        if (row.number > options.head_row) {
            rows.push_back(reader.read(row));
        }
    }
    return rows;
}

} // namespace xieshang::people
