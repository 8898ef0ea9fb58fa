// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_memory_actions.h"

#include "features/people/period.h"
#include "platform/crypto/crypto.h"

#include <algorithm>

namespace xieshang::people {

base::Result<void> is_new_file(db::Tx& tx, const std::string& sha256)
{
    const auto earlier = roster_imports_of_file(tx, sha256);
    if (earlier.empty()) {
        return {};
    }
    const auto& newest = earlier.front();
    const bool is_open = newest.state == RosterState::open;
    return base::trouble(base::Trouble::conflict,
        std::string("roster.same_file_") + boost::describe::enum_to_string(newest.state, ""),
        {{"file", newest.file_name}, {"name", newest.uploaded_by_name},
            {"day", day_of(is_open ? newest.uploaded_at : newest.updated_at)},
            {"about", "/api/roster-imports/" + newest.id.text}});
}

std::string head_sha256(const RosterTable& table, std::int64_t head_row)
{
    const auto found = std::find_if(table.rows.begin(), table.rows.end(),
        [&](const TableRow& row) { return row.number == head_row; });
    return found == table.rows.end() ? std::string() : crypto::sha256_hex(words_of_head(*found));
}

std::vector<RosterHead> heads_of(const RosterTable& table, std::int64_t head_row)
{
    std::vector<RosterHead> heads{{head_row, head_sha256(table, head_row)}};
    for (std::size_t i = 0; i < std::min(head_rows_looked_at, table.rows.size()); ++i) {
        heads.push_back({table.rows[i].number, crypto::sha256_hex(words_of_head(table.rows[i]))});
    }
    return heads;
}

std::optional<RosterImportId> take_remembered_columns(
    db::Tx& tx, const std::vector<RosterHead>& heads, RosterOptions& options)
{
    for (const auto& head : heads) {
        const auto last = newest_roster_import_with_heads(tx, head.sha256);
        if (!last) {
            continue;
        }
        auto columns = options_of(*last).columns;
        const bool is_another = head.row != options.head_row || columns != options.columns;
        options.head_row = head.row;
        options.columns = std::move(columns);
        return is_another ? std::optional(last->id) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace xieshang::people
