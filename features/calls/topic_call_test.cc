// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/topic_call.h"

#include "features/calls/topic_call_workflow.h"

#include <gmock/gmock.h>

namespace xieshang::calls {
namespace {

using members::bit;
using members::Role;
using testing::ElementsAre;

TopicCall call(CallState state = CallState::open)
{
    return {.id = {"c"},
        .words = {.year = 2027,
            .title = "征集",
            .guidance = "小切口、大视野",
            .constituencies = {Constituency::departments, Constituency::members},
            .opens_on = "2026-10-01",
            .closes_on = "2026-10-31",
            .most_suggestions = 2,
            .most_characters = 10},
        .state = state};
}

Handing handing(std::string today = "2026-10-15")
{
    return {.as = {Constituency::members}, .today = std::move(today)};
}

template <class Given>
std::string code(const base::Result<Given>& result)
{
    return result ? "" : result.error().code;
}

template <class Given>
std::vector<std::string> pointers(const base::Result<Given>& result)
{
    std::vector<std::string> found;
    for (const auto& field : result.error().fields) {
        found.push_back(field.pointer + " " + field.code);
    }
    return found;
}

TEST(TopicCall, TakesSuggestionsFromItsFirstDayToItsLast)
{
    EXPECT_EQ(code(may_suggest(call(), handing("2026-09-30"))), "topic_call.not_begun");
    EXPECT_EQ(code(may_suggest(call(), handing("2026-10-01"))), "");
    EXPECT_EQ(code(may_suggest(call(), handing("2026-10-31"))), "");
    const auto late = may_suggest(call(), handing("2026-11-01"));
    EXPECT_EQ(code(late), "topic_call.over");
    EXPECT_EQ(late.error().params.at("day"), "2026-10-31");
}

TEST(TopicCall, TakesNothingWhileItIsADraftOrClosed)
{
    EXPECT_EQ(code(may_suggest(call(CallState::draft), handing())), "topic_call.not_open");
    EXPECT_EQ(code(may_suggest(call(CallState::closed), handing())), "topic_call.over");
}

std::string as_which(const Belongings& belongs_to, std::optional<Constituency> named = {})
{
    const auto found = asked_as(call().words, belongs_to, {named, {}});
    return found ? boost::describe::enum_to_string(found->constituency, "")
                 : found.error().fields.front().code;
}

TEST(TopicCall, TakesSuggestionsOnlyOfWhomItAsks)
{
    auto asking = handing();
    asking.as = {Constituency::sectors, {}, {}};
    EXPECT_THAT(
        pointers(may_suggest(call(), asking)), ElementsAre("/constituency topic_call.not_asked"));
    const Belonging member{Constituency::members, {}, {}};
    const Belonging bureau{Constituency::departments, "b", "住建局"};
    EXPECT_EQ(as_which({member}), "members");
    EXPECT_EQ(as_which({asking.as}), "topic_call.not_asked");
    EXPECT_EQ(as_which({member, bureau}), "departments");
    EXPECT_EQ(as_which({member, bureau}, Constituency::members), "members");
    EXPECT_EQ(as_which({member}, Constituency::departments), "topic_call.not_asked");
}

TEST(TopicCall, HoldsToItsLimitsAndNamesTheFields)
{
    auto many = handing();
    many.handed_in = 1;
    EXPECT_EQ(code(may_suggest(call(), many)), "");
    many.handed_in = 2;
    EXPECT_EQ(code(may_suggest(call(), many)), "topic_call.too_many");
    auto wordy = handing();
    wordy.problem_characters = 10;
    wordy.reason_characters = 11;
    EXPECT_THAT(pointers(may_suggest(call(), wordy)), ElementsAre("/reason topic_call.too_long"));
}

TEST(TopicCall, LetsWordsBeChangedAsLongAsItTakesSome)
{
    EXPECT_EQ(code(may_reword(call(), "2026-10-31")), "");
    EXPECT_EQ(code(may_reword(call(), "2026-11-01")), "topic_call.edits_over");
    EXPECT_EQ(code(may_reword(call(CallState::closed), "2026-10-15")), "topic_call.edits_over");
}

TEST(TopicCall, CountsNoLimitAgainstThePublicWhoseNamesAreNobodysProof)
{
    auto open = call();
    open.words.constituencies = {Constituency::public_};
    EXPECT_EQ(code(may_suggest(
                  open, {.as = {Constituency::public_}, .today = "2026-10-15", .handed_in = 99})),
        "");
}

TEST(TopicCall, TakesAPaperByItsOwnDayAlsoAfterTheWindow)
{
    PaperHanding paper{
        .paper_day = "2026-10-31", .today = "2026-11-05", .as = Constituency::members};
    EXPECT_EQ(code(may_enter_paper(call(), paper)), "");
    EXPECT_EQ(code(may_enter_paper(call(CallState::closed), paper)), "");
    EXPECT_EQ(code(may_enter_paper(call(CallState::draft), paper)), "topic_call.not_open");
    paper.paper_day = "2026-11-01";
    EXPECT_THAT(
        pointers(may_enter_paper(call(), paper)), ElementsAre("/paper_day topic_call.paper_after"));
    paper.paper_day = "2026-09-30";
    EXPECT_THAT(pointers(may_enter_paper(call(), paper)),
        ElementsAre("/paper_day topic_call.paper_before"));
    paper.paper_day = "2026-11-06";
    paper.as = Constituency::public_;
    EXPECT_THAT(pointers(may_enter_paper(call(), paper)),
        ElementsAre("/paper_day topic_call.day_to_come", "/constituency topic_call.not_asked"));
    paper.paper_day = "31 Oct";
    EXPECT_EQ(pointers(may_enter_paper(call(), paper)).front(), "/paper_day period.not_a_day");
}

std::vector<std::string> names_of(const Belongings& belongs_to)
{
    std::vector<std::string> names;
    for (const auto& one : belongs_to) {
        names.push_back(boost::describe::enum_to_string(one.constituency, "")
            + (one.body_name.empty() ? "" : " " + one.body_name));
    }
    return names;
}

TEST(TopicCall, KnowsByRoleAndBodyToWhomSomebodyBelongs)
{
    using Kind = people::OrganisationKind;
    const ActingBody bureau{{"b"}, Kind::department, "住建局"};
    const ActingBody sector{{"s"}, Kind::sector, "教育界"};
    const ActingBody league{{"l"}, Kind::party_or_group, "民盟区委"};
    EXPECT_THAT(names_of(belongings_of(bit(Role::member), {})), ElementsAre("members"));
    EXPECT_THAT(names_of(belongings_of(bit(Role::department_handler), {bureau})),
        ElementsAre("departments 住建局"));
    EXPECT_THAT(names_of(belongings_of(bit(Role::department_leader) | bit(Role::member), {})),
        ElementsAre("departments", "members"));
    EXPECT_THAT(names_of(belongings_of(bit(Role::sub_district), {})), ElementsAre("sub_districts"));
    EXPECT_THAT(names_of(belongings_of(bit(Role::reader), {league})),
        ElementsAre("parties_and_groups 民盟区委"));
    const ActingBody other{{"o"}, Kind::department, "民政局"};
    const auto both = belongings_of(bit(Role::department_handler), {bureau, league, other});
    EXPECT_THAT(names_of(both),
        ElementsAre("departments 住建局", "departments 民政局", "parties_and_groups 民盟区委"))
        << "who acts for two of a kind acts for each";
    const auto as = [&](std::optional<people::OrganisationId> body_id) {
        return asked_as(call().words, both, {Constituency::departments, std::move(body_id)});
    };
    EXPECT_EQ(as({})->body_name, "住建局");
    EXPECT_EQ(as(people::OrganisationId{"o"})->body_name, "民政局");
    EXPECT_EQ(code(as(people::OrganisationId{"l"})), "topic_call.not_asked");
    EXPECT_TRUE(belongings_of(bit(Role::office) | bit(Role::auditor), {}).empty());
    EXPECT_THAT(names_of(belongings_of(bit(Role::member), {sector})), ElementsAre("members"))
        << "of a sector there are many, its convenor speaks for it";
    EXPECT_THAT(
        names_of(belongings_of(bit(Role::convenor), {sector})), ElementsAre("sectors 教育界"));
}

TEST(TopicCall, NamesEachFieldThatIsWrong)
{
    auto words = call().words;
    EXPECT_EQ(code(acceptable(words)), "");
    words.constituencies.clear();
    words.closes_on = "2026-09-30";
    EXPECT_THAT(pointers(acceptable(words)),
        ElementsAre(
            "/constituencies topic_call.nobody_asked", "/closes_on period.ends_before_it_begins"));
    words.constituencies = {Constituency::members, Constituency::members};
    words.opens_on = "";
    EXPECT_THAT(pointers(acceptable(words)),
        ElementsAre("/constituencies topic_call.asked_twice", "/opens_on period.not_a_day"));
}

std::string refusal(CallState from, TopicCallAction action, const CallFacts& facts,
    base::Roles roles = bit(Role::office))
{
    return code(take(from, action, roles, facts));
}

TEST(TopicCallWorkflow, OpensOnlyWhatCanStillBeAnswered)
{
    EXPECT_EQ(refusal(CallState::draft, TopicCallAction::open, {}), "topic_call.window_over");
    EXPECT_EQ(refusal(CallState::draft, TopicCallAction::open, {.is_to_come = true}), "");
    EXPECT_EQ(
        refusal(CallState::draft, TopicCallAction::open, {.is_to_come = true}, bit(Role::member)),
        "workflow.wrong_role");
    EXPECT_EQ(refusal(CallState::open, TopicCallAction::edit, {}), "workflow.no_such_step");
}

TEST(TopicCallWorkflow, MovesNoWindowWithoutAReason)
{
    EXPECT_EQ(refusal(CallState::open, TopicCallAction::close, {}), "topic_call.no_reason");
    EXPECT_EQ(refusal(CallState::open, TopicCallAction::close, {.has_reason = true}), "");
    EXPECT_EQ(refusal(CallState::open, TopicCallAction::close, {.window_is_over = true}), "");
    for (const auto from : {CallState::open, CallState::closed}) {
        EXPECT_EQ(refusal(from, TopicCallAction::extend, {.ends_later = true, .is_to_come = true}),
            "topic_call.no_reason");
        EXPECT_EQ(refusal(from, TopicCallAction::extend, {.has_reason = true, .is_to_come = true}),
            "topic_call.not_later");
        EXPECT_EQ(refusal(from, TopicCallAction::extend, {.has_reason = true, .ends_later = true}),
            "topic_call.not_later");
        EXPECT_EQ(take(from, TopicCallAction::extend, bit(Role::office),
                      {.has_reason = true, .ends_later = true, .is_to_come = true})
                      ->to,
            CallState::open);
    }
}

TEST(TopicCall, HearsBodiesOfTheKindsThatSpeakForAConstituency)
{
    using people::OrganisationKind;
    EXPECT_TRUE(bodies_speak_for(OrganisationKind::department, Constituency::departments));
    EXPECT_TRUE(bodies_speak_for(OrganisationKind::party_organ, Constituency::departments));
    EXPECT_TRUE(bodies_speak_for(OrganisationKind::sector, Constituency::sectors));
    EXPECT_FALSE(bodies_speak_for(OrganisationKind::sector, Constituency::members))
        << "members speak for themselves";
    EXPECT_FALSE(bodies_speak_for(OrganisationKind::room, Constituency::departments));
}

} // namespace
} // namespace xieshang::calls
