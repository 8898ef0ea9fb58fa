// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/demo_closed_plan_actions.h"

#include "features/amendments/demo_round_actions.h"
#include "features/topics/topic_step_actions.h"
#include "features/topics/topic_store.h"

#include <fmt/format.h>

namespace xieshang::amendments {
namespace {

using members::Role;
using plan::TopicField;
using plan::TopicKind;
using topics::TopicAction;

struct PastYearsTopic {
    std::int64_t number{};
    TopicKind kind{};
    TopicField field{};
    std::string_view title;
    std::string_view period;
    std::int64_t month{};
    std::string_view responsible;
};
constexpr auto past_years_topics = std::to_array<PastYearsTopic>({
    {1, TopicKind::standing_committee, TopicField::economy, "优化中小企业融资环境", "4月", 4,
        "区金融办"},
    {1, TopicKind::chairpersons, TopicField::society, "推进城中村安全改造", "6月", 6, "区住建局"},
    {1, TopicKind::thematic, TopicField::culture, "保护利用工业遗存", "5月", 5, "区文旅局"},
    {2, TopicKind::thematic, TopicField::society, "规范共享单车停放", "9月", 9, "区城管局"},
    {1, TopicKind::supervision, TopicField::ecology, "扬尘污染防治", "上半年", 5, "区生态环境局"},
});
constexpr std::size_t put_off = 3; // of them

plan::DraftPlan past_years(std::int64_t year)
{
    plan::DraftPlan draft{.words = {.title = fmt::format("崇川区政协{}年协商工作计划", year),
                              .committee = "崇川区政协",
                              .year = year,
                              .topics = {},
                              .collecting = false}};
    draft.sections = {
        {"一、总的考虑", fmt::format("围绕{}年全区重点工作开展协商。本计划为演示另写。", year)}};
    for (const auto& topic : past_years_topics) {
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

// A topic's way from the plan to its end, so many days after it began.
struct WayOn {
    std::int64_t days{};
    TopicAction action{};
    Role by{};
    topics::TopicFacts facts;
    std::string_view reason;
};
constexpr auto ways_on = std::to_array<WayOn>({
    {0, TopicAction::start_research, Role::special_committee, {.arranged = true},
        "推进方案已定，调研组开始走访。"},
    {40, TopicAction::consult, Role::office, {.research_reports = 1},
        "调研报告完成，召开协商会议。"},
    {50, TopicAction::report, Role::office, {.was_consulted = true},
        "形成协商报告，报送区委、区政府。"},
    {60, TopicAction::track, Role::office, {.has_outcome = true}, "区领导批示，办理情况列入跟踪。"},
    {150, TopicAction::close, Role::office, {.outcomes_followed_up = true},
        "各项建议均有答复并落实。"},
});

base::Result<void> live_on(DemoRound& round, db::Tx& tx, topics::Topic topic, std::int64_t days_ago)
{
    for (const auto& way : ways_on) {
        CHECK(topics::move(round.at(days_ago - way.days), tx, round.account(way.by), topic,
            way.action, members::bit(way.by), way.facts, std::string(way.reason)));
    }
    return {};
}

} // namespace

base::Result<void> seed_closed_plan(
    services::Services& services, db::Tx& tx, const base::Actor& office, std::int64_t year)
{
    if (!plan::search_plans(tx, {.year = year, .limit = 1}).empty()) {
        return {};
    }
    DemoRound round(services, tx, office);
    const auto plan = TRY(plan::save_draft(round.at(695), office, past_years(year)));
    CHECK(round.go(plan, 690));
    const auto topics = topics::topics_of_plan(tx, plan.text);
    CHECK(round.amend(plan,
        {.reason = "相关管理办法正在修订，待办法出台后再协商。",
            .changes = {{.kind = ChangeKind::postpone, .topic_id = topics.at(put_off).id}}},
        500));
    for (std::size_t i = 0; i < topics.size(); ++i) {
        if (i != put_off) {
            CHECK(live_on(round, tx, topics.at(i), 640 - 15 * static_cast<std::int64_t>(i)));
        }
    }
    return round.step(plan, 340, Role::office,
        {.action = plan::PlanAction::close, .reason = "议题全部办结，一项延期转入下一年度研究。"});
}

} // namespace xieshang::amendments
