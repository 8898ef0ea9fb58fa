// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/marking.h"
#include "features/shortlists/selection_workflow.h"

#include <gmock/gmock.h>

namespace xieshang::shortlists {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto office = members::bit(members::Role::office);
constexpr auto member = members::bit(members::Role::member);

RoundWords words()
{
    return {2027, "遴选", "2026-12-10", {{TopicKind::thematic, 2}, {TopicKind::supervision, 1}},
        {{TopicField::economy, 1}, {TopicField::society, 1}}};
}

SelectionRound round(RoundState state = RoundState::marking)
{
    return {.id = {"r"}, .words = words(), .state = state, .proposed_on = "2026-12-11"};
}

std::vector<std::string> troubles(const base::Result<void>& result)
{
    std::vector<std::string> found;
    if (!result) {
        for (const auto& field : result.error().fields) {
            found.push_back(field.pointer + " " + field.code);
        }
    }
    return found;
}

std::string code(const base::Result<RoundStep>& step) { return step ? "" : step.error().code; }

TEST(SelectionRound, NamesWhatIsWrongWithItsWords)
{
    EXPECT_TRUE(acceptable(words(), "2026-12-10")) << "the last day belongs to it";
    EXPECT_THAT(troubles(acceptable(words(), "2026-12-11")),
        ElementsAre("/closes_on selection.over_already"));
    auto empty = words();
    empty.closes_on = "2026-02-30";
    empty.slots = {{TopicKind::thematic, 0}};
    empty.wanted = {};
    EXPECT_THAT(troubles(acceptable(empty, "2026-12-01")),
        ElementsAre("/closes_on period.not_a_day", "/slots selection.no_slots"));
    auto twice = words();
    twice.slots.push_back({TopicKind::thematic, 1});
    twice.wanted.push_back({TopicField::economy, 1});
    EXPECT_THAT(troubles(acceptable(twice, "2026-12-01")),
        ElementsAre("/slots selection.kind_twice", "/wanted selection.field_twice"));
    auto wide = words();
    wide.wanted = {{TopicField::economy, 4}};
    EXPECT_THAT(
        troubles(acceptable(wide, "2026-12-01")), ElementsAre("/wanted selection.too_many_wanted"));
}

TEST(SelectionRound, ProposesNothingBeforeMarkingHasEnded)
{
    EXPECT_EQ(code(take(RoundState::marking, SelectionRoundAction::propose, office, {})),
        "selection.too_early");
    EXPECT_EQ(
        code(take(RoundState::marking, SelectionRoundAction::propose, office, {.is_over = true})),
        "");
    EXPECT_EQ(code(take(RoundState::marked, SelectionRoundAction::propose, office, {})), "");
    EXPECT_EQ(code(take(RoundState::marked, SelectionRoundAction::propose, member, {})),
        "workflow.wrong_role");
    EXPECT_EQ(code(take(RoundState::marked, SelectionRoundAction::edit, office, {true})),
        "workflow.no_such_step")
        << "no slot moves once the counts are seen";
}

TEST(SelectionRound, ChangesNothingWithoutAReasonAndNothingAfterTheDecision)
{
    EXPECT_EQ(code(take(RoundState::proposed, SelectionRoundAction::change, office, {})),
        "shortlist.no_reason");
    EXPECT_EQ(code(take(RoundState::proposed, SelectionRoundAction::decide, office, {})),
        "shortlist.empty");
    for (const auto action : {SelectionRoundAction::change, SelectionRoundAction::decide,
             SelectionRoundAction::propose}) {
        EXPECT_EQ(code(take(RoundState::decided, action, office, {true, true, true})),
            "workflow.no_such_step");
    }
    EXPECT_EQ(code(take(RoundState::marking, SelectionRoundAction::close, office, {})),
        "selection.no_reason");
    EXPECT_EQ(
        code(take(RoundState::marking, SelectionRoundAction::close, office, {.is_over = true})), "")
        << "it takes nothing from anybody any more";
}

TEST(SelectionRound, IsDecidedOnADayBetweenTheProposalAndToday)
{
    const ShortlistDecision good{
        "主席会议", "2026-12-12", "主席会议", "列入", OthersAnswer::reserve, "备选"};
    const auto proposed = round(RoundState::proposed);
    EXPECT_TRUE(sound(good, proposed, "2026-12-12"));
    EXPECT_THAT(troubles(sound(good, proposed, "2026-12-11")),
        ElementsAre("/decided_on shortlist.day_to_come"));
    auto early = good;
    early.decided_on = "2026-12-10";
    EXPECT_THAT(troubles(sound(early, proposed, "2026-12-12")),
        ElementsAre("/decided_on shortlist.before_proposal"));
    const ShortlistDecision empty{" ", "soon", "", "", OthersAnswer::reserve, " "};
    EXPECT_THAT(troubles(sound(empty, proposed, "2026-12-12")),
        ElementsAre("/meeting shortlist.missing", "/decided_on period.not_a_day",
            "/decided_by shortlist.missing", "/reason shortlist.no_reason",
            "/others_reason shortlist.no_reason"));
    auto waiting = good;
    waiting.others = OthersAnswer::wait;
    waiting.others_reason = "";
    EXPECT_TRUE(sound(waiting, proposed, "2026-12-12"));
}

TEST(Marking, IsForThoseWhoMaySuggestWhileItRuns)
{
    const calls::Belongings belongs{{calls::Constituency::members, {}, {}}};
    const auto refusal = [&](const SelectionRound& of, const char* day,
                             const calls::Belongings& who) {
        const auto may = may_mark(of, day, who);
        return may ? "" : may.error().code;
    };
    EXPECT_EQ(refusal(round(), "2026-12-10", belongs), "");
    EXPECT_EQ(refusal(round(), "2026-12-11", belongs), "selection.marking_over");
    EXPECT_EQ(refusal(round(RoundState::marked), "2026-12-01", belongs), "selection.marking_over");
    EXPECT_EQ(refusal(round(), "2026-12-10", {}), "selection.not_asked");
}

TEST(Marking, CountsForWhatASuggestionWentInto)
{
    const WentInto went{{"a", {"b"}}, {"b", {"c"}}};
    EXPECT_EQ(stands_for({"a"}, went).text, "c");
    EXPECT_THAT(marks_today({{"a"}, {"b"}, {"c"}, {"d"}}, went),
        ElementsAre(SuggestionId{"c"}, SuggestionId{"d"}))
        << "once a person";
    EXPECT_THAT(without_mark({{"a"}, {"d"}}, {"c"}, went), ElementsAre(SuggestionId{"d"}))
        << "what went into it is taken back with it";
    const WentInto circle{{"a", {"b"}}, {"b", {"a"}}};
    EXPECT_FALSE(stands_for({"a"}, circle).text.empty()) << "no circle holds it";
}

TEST(Marking, StandsOnceHoweverOftenItIsMade)
{
    EXPECT_THAT(with_mark({{"b"}}, {"a"}), ElementsAre(SuggestionId{"a"}, SuggestionId{"b"}));
    EXPECT_THAT(with_mark({{"a"}}, {"a"}), ElementsAre(SuggestionId{"a"}));
    EXPECT_THAT(without_mark({{"a"}}, {"a"}, {}), IsEmpty());
}

TEST(Placement, IsWhatTheOfficeSaidElseWhatTheWordsSay)
{
    auto of = round();
    calls::Suggestion one{.id = {"s"}, .words = {.title = "电梯", .kind = TopicKind::biweekly}};
    EXPECT_EQ(placement_of(of, one).kind, TopicKind::biweekly);
    of.placements = placed({}, {{{"s"}, TopicKind::thematic, TopicField::society}});
    of.placements = placed(of.placements, {{{"s"}, TopicKind::supervision, {}}, {{"t"}, {}, {}}});
    ASSERT_EQ(of.placements.size(), 2U);
    EXPECT_EQ(placement_of(of, one).kind, TopicKind::supervision);
    EXPECT_EQ(placement_of(of, one).field, std::nullopt);
}

} // namespace
} // namespace xieshang::shortlists
