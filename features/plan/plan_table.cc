// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_table.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace xieshang::plan {

std::string csv_instant(base::Instant at)
{
    constexpr std::int64_t offset_s = 8 * 3600;
    return fmt::format(
        "{:%Y-%m-%d %H:%M:%S}", fmt::gmtime(static_cast<std::time_t>(at.ms / 1000 + offset_s)));
}

std::string csv_row(const std::vector<std::string>& cells)
{
    std::string line;
    for (const auto& cell : cells) {
        line += (line.empty() ? "" : ",") + csv_cell(cell);
    }
    return line + "\r\n";
}

std::string csv_cell(std::string_view text)
{
    constexpr std::string_view calculating = "=+-@\t\r";
    std::string cell = "\"";
    if (!text.empty() && calculating.find(text.front()) != std::string_view::npos) {
        cell += '\'';
    }
    for (const char c : text) {
        cell += c;
        if (c == '"') {
            cell += c;
        }
    }
    return cell + '"';
}

std::string plan_table(
    const std::vector<PlanLine>& plans, const std::function<std::string(std::string_view)>& text)
{
    auto table = std::string(csv_mark)
        + csv_row({text("plan.export.title"), text("plan.export.committee"),
            text("plan.export.year"), text("plan.export.state"), text("plan.export.draft"),
            text("plan.export.topics"), text("plan.export.updated")});
    for (const auto& plan : plans) {
        const auto state =
            std::string("plan.state.") + boost::describe::enum_to_string(plan.state, "");
        table += csv_row(
            {plan.title, plan.committee, plan.year ? std::to_string(*plan.year) : std::string(),
                text(state), text(plan.draft ? "plan.export.yes" : "plan.export.no"),
                std::to_string(plan.topic_count), csv_instant(plan.updated_at)});
    }
    return table;
}

} // namespace xieshang::plan
