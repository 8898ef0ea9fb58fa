// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/demo_plans_actions.h"

#include "features/amendments/amendment_actions.h"
#include "features/amendments/demo_closed_plan_actions.h"
#include "features/amendments/demo_round_actions.h"
#include "features/calls/choosing_actions.h"
#include "features/people/period.h"
#include "features/plan/next_year_actions.h"
#include "features/topics/topic_actions.h"
#include "features/topics/topic_store.h"

#include <fmt/format.h>

namespace xieshang::amendments {
namespace {

using plan::TopicField;
using plan::TopicKind;

struct InventedTopic {
    std::int64_t number{};
    TopicKind kind{};
    TopicField field{};
    std::string_view title;
    std::string_view period;
    std::int64_t month{};
    std::string_view responsible;
};
constexpr auto invented_topics = std::to_array<InventedTopic>({
    {1, TopicKind::standing_committee, TopicField::economy, "培育新质生产力，做强主导产业链", "4月",
        4, "区发改委"},
    {2, TopicKind::standing_committee, TopicField::society, "优化学位供给，办好家门口的学校", "9月",
        9, "区教体局"},
    {1, TopicKind::chairpersons, TopicField::politics, "深化网格化治理，减轻基层负担", "5月", 5,
        "区委社会工作部"},
    {1, TopicKind::thematic, TopicField::society, "发展老年助餐服务", "3月", 3, "区民政局"},
    {2, TopicKind::thematic, TopicField::culture, "活化利用历史街区", "6月", 6, "区文旅局"},
    {3, TopicKind::thematic, TopicField::economy, "支持个体工商户转型升级", "10月", 10,
        "区市场监管局"},
    {1, TopicKind::supervision, TopicField::ecology, "河道水环境长效管护", "上半年", 5, "区水利局"},
    {2, TopicKind::supervision, TopicField::society, "住宅小区消防通道整治", "下半年", 11,
        "区消防救援大队"},
});

plan::DraftPlan this_years(std::int64_t year)
{
    plan::DraftPlan draft{.words = {.title = fmt::format("崇川区政协{}年协商工作计划", year),
                              .committee = "崇川区政协",
                              .year = year,
                              .topics = {},
                              .collecting = false}};
    draft.sections = {{"一、总的考虑",
        fmt::format("围绕{}年全区中心工作和群众关心的事，先调研、后协商，把协商成果落到实处。"
                    "本计划为演示另写。",
            year)}};
    for (const auto& topic : invented_topics) {
        draft.words.topics.push_back({.number = topic.number,
            .kind = topic.kind,
            .title = std::string(topic.title),
            .period = std::string(topic.period),
            .month = topic.month,
            .responsible = {std::string(topic.responsible)},
            .participating = {},
            .line = 0,
            .field = topic.field});
    }
    return draft;
}

class Seeding {
public:
    Seeding(services::Services& services, db::Tx& tx, const base::Actor& office)
        : round_(services, tx, office), tx_(tx), office_(office)
    {
    }

    base::Result<void> all(std::int64_t year)
    {
        plan_ = TRY(plan::save_draft(round_.at(330), office_, this_years(year)));
        CHECK(round_.go(plan_, 325));
        CHECK(change_once());
        const auto next = TRY(plan::begin_next_year(round_.at(20), office_, plan_, {false, true}));
        return take_a_suggestion(next, year + 1);
    }

private:
    // In summer one topic is replaced, another put off.
    base::Result<void> change_once()
    {
        const auto topics = topics::topics_of_plan(tx_, plan_.text);
        AmendmentWords words{
            .reason = "区委部署防汛排涝专项工作，相应调整下半年议题。", .changes = {}};
        words.changes.push_back({.kind = ChangeKind::replace,
            .topic_id = topics.at(4).id,
            .topic = NewTopic{TopicKind::thematic, "提升城市防汛排涝能力", "8月", {"区水利局"}, {},
                TopicField::ecology, 8}});
        words.changes.push_back({.kind = ChangeKind::postpone, .topic_id = topics.at(5).id});
        return round_.amend(plan_, words, 160);
    }

    // Of those of its year that were screened the first becomes a topic of the next plan.
    base::Result<void> take_a_suggestion(const plan::PlanId& next, std::int64_t year)
    {
        for (const auto& suggestion : calls::suggestions_of_year(tx_, year)) {
            if (suggestion.state != TopicState::screened) {
                continue;
            }
            const auto& words = suggestion.words;
            CHECK(topics::enter_topic(round_.at(0), office_, next,
                {.kind = words.kind.value_or(TopicKind::thematic),
                    .title = words.title,
                    .period = "上半年",
                    .month = {},
                    .responsible = words.departments,
                    .participating = {},
                    .field = words.field,
                    .suggestion_id = suggestion.id.text,
                    .reason = "切口小、群众关注，列入下一年度计划草稿。"}));
            return {};
        }
        return {};
    }

    DemoRound round_;
    db::Tx& tx_;
    const base::Actor& office_;
    plan::PlanId plan_;
};

} // namespace

base::Result<void> seed_demo_plans(services::Services& services, const base::Actor& office)
{
    const auto year = std::stoll(people::day_of(services.clock.now()).substr(0, 4));
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        for (const auto each : {year, year + 1}) {
            if (!plan::search_plans(tx, {.year = each, .limit = 1}).empty()) {
                return {};
            }
        }
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        CHECK(seed_closed_plan(inside, tx, office, year - 1));
        return Seeding(inside, tx, office).all(year);
    });
}

} // namespace xieshang::amendments
