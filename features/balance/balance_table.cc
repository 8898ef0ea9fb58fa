// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/balance/balance_table.h"

#include "features/plan/plan_table.h"

#include <algorithm>

namespace xieshang::balance {
namespace {

std::string usual_words(const KindName& kind)
{
    if (!kind.least && !kind.most) {
        return "";
    }
    return (kind.least ? std::to_string(*kind.least) : "") + "–"
        + (kind.most ? std::to_string(*kind.most) : "");
}

std::int64_t count_at(const PlanBalance& plan, std::optional<TopicField> field, TopicKind kind)
{
    const auto cell = std::find_if(plan.cells.begin(), plan.cells.end(),
        [&](const Cell& one) { return one.field == field && one.kind == kind; });
    return cell == plan.cells.end() ? 0 : cell->count;
}

} // namespace

std::string balance_table(
    const Balance& balance, const std::function<std::string(std::string_view)>& text)
{
    std::vector<std::string> head{
        text("balance.export.field"), text("balance.export.kind"), text("balance.export.usual")};
    for (const auto& plan : balance.plans) {
        head.push_back((plan.year ? std::to_string(*plan.year) + " " : "") + plan.title);
    }
    auto table = std::string(plan::csv_mark) + plan::csv_row(head);
    const auto row = [&](std::string field, std::string kind, std::string usual, auto count_of) {
        std::vector<std::string> cells{std::move(field), std::move(kind), std::move(usual)};
        for (const auto& plan : balance.plans) {
            cells.push_back(std::to_string(count_of(plan)));
        }
        table += plan::csv_row(cells);
    };
    std::vector<std::pair<std::optional<TopicField>, std::string>> fields;
    for (const auto& field : balance.fields) {
        fields.emplace_back(field.id, field.name);
    }
    fields.emplace_back(std::nullopt, text("balance.export.no_field"));
    for (const auto& [field, name] : fields) {
        for (const auto& kind : balance.kinds) {
            row(name, kind.name, "",
                [&, id = field](const auto& plan) { return count_at(plan, id, kind.id); });
        }
    }
    for (std::size_t i = 0; i < balance.kinds.size(); ++i) {
        row(text("balance.export.all"), balance.kinds[i].name, usual_words(balance.kinds[i]),
            [&](const auto& plan) { return plan.kinds[i].count; });
    }
    return table;
}

} // namespace xieshang::balance
