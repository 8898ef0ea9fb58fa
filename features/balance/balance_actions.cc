// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/balance/balance_actions.h"

#include "features/plan/plan_store.h"
#include "features/settings/given_names.h"
#include "features/settings/setting_store.h"
#include "features/topics/topic_store.h"

#include <algorithm>

namespace xieshang::balance {
namespace {

using settings::SettingKey;

constexpr std::size_t years_shown = 3;
constexpr std::size_t most_plans = 20;
constexpr std::int64_t most_lines = 500;

void add_names(Balance& balance, const settings::Settings& set, texts::Language language)
{
    for (const auto& item : set.items(SettingKey::plan_fields)) {
        FieldName field{.name = settings::name_in(item, language)};
        if (boost::describe::enum_from_string(item.id.c_str(), field.id)) {
            balance.fields.push_back(std::move(field));
        }
    }
    for (const auto& item : set.items(SettingKey::topic_kinds)) {
        KindName kind{
            .name = settings::name_in(item, language), .least = item.least, .most = item.most};
        if (boost::describe::enum_from_string(item.id.c_str(), kind.id)) {
            balance.kinds.push_back(std::move(kind));
        }
    }
}

PlanBalance balance_of_plan(
    const Balance& names, const plan::PlanLine& line, const std::vector<topics::Topic>& topics)
{
    PlanBalance one{line.id, line.title, line.year, line.state, 0, cells_of(topics), {}, {}};
    for (const auto& kind : names.kinds) {
        const auto count = count_of_kind(one.cells, kind.id);
        one.kinds.push_back({kind.id, count, hint_of(count, {kind.least, kind.most})});
        one.total += count;
    }
    for (const auto& field : names.fields) {
        one.fields.push_back({field.id, count_of_field(one.cells, field.id)});
    }
    one.fields.push_back({std::nullopt, count_of_field(one.cells, std::nullopt)});
    return one;
}

struct Years {
    std::int64_t from{};
    std::int64_t to{};
};

// As asked, else the last ones that have a plan.
Years years_of(const BalanceFilter& asked, const std::vector<plan::PlanLine>& lines)
{
    std::vector<std::int64_t> years;
    for (const auto& line : lines) {
        const bool is_new = years.empty() || line.year.value_or(0) != years.back();
        if (line.year && is_new && (!asked.to || *line.year <= *asked.to)) {
            years.push_back(*line.year);
        }
    }
    if (years.empty()) {
        return {asked.from.value_or(0), asked.to.value_or(0)};
    }
    const auto last = years[std::min(years.size(), years_shown) - 1];
    return {asked.from.value_or(last), asked.to.value_or(years.front())};
}

} // namespace

base::Result<Balance> balance_of(
    services::Services& services, const BalanceFilter& asked, texts::Language language)
{
    if (asked.from && asked.to && *asked.from > *asked.to) {
        return tl::unexpected(base::Error{base::Trouble::refused, "balance.years_reversed", {},
            {{"/to", "balance.years_reversed", {}}}});
    }
    return services.db.read([&](db::Tx& tx) -> base::Result<Balance> {
        Balance balance;
        add_names(balance, settings::settings_of(tx), language);
        auto lines = plan::search_plans(tx, {.order = plan::PlanOrder::year, .limit = most_lines});
        std::erase_if(lines, [](const auto& line) {
            return line.state == plan::PlanState::discarded || !line.year;
        });
        const auto years = years_of(asked, lines);
        for (const auto& line : lines) {
            if (*line.year < years.from || *line.year > years.to
                || balance.plans.size() == most_plans) {
                continue;
            }
            balance.plans.push_back(
                balance_of_plan(balance, line, topics::topics_of_plan(tx, line.id.text)));
        }
        return balance;
    });
}

} // namespace xieshang::balance
