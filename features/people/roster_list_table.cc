// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_list_table.h"

#include "features/plan/plan_table.h"

namespace xieshang::people {

std::string roster_list_table(
    const std::vector<RosterLine>& lines, const std::function<std::string(std::string_view)>& text)
{
    auto table = std::string(plan::csv_mark)
        + plan::csv_row({text("roster.list.file"), text("roster.list.bytes"),
            text("roster.list.state"), text("roster.list.by"), text("roster.list.at"),
            text("roster.kind.added"), text("roster.kind.changed"), text("roster.kind.same"),
            text("roster.list.left_out")});
    for (const auto& one : lines) {
        const std::string state = boost::describe::enum_to_string(one.state, "");
        std::vector<std::string> cells{one.file_name, std::to_string(one.size),
            text("roster.import_state." + state), one.uploaded_by_name,
            plan::csv_instant(one.uploaded_at)};
        const auto& result = one.result;
        const auto number = [&](std::int64_t count) {
            return result ? std::to_string(count) : std::string();
        };
        const auto counts = result.value_or(RosterCounts{});
        for (const auto count : {counts.added, counts.changed, counts.same, counts.open()}) {
            cells.push_back(number(count));
        }
        table += plan::csv_row(cells);
    }
    return table;
}

} // namespace xieshang::people
