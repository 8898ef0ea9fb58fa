// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_workflow.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace xieshang::topics {
namespace {

constexpr auto office = members::bit(members::Role::office);
constexpr auto party = members::bit(members::Role::party_committee);
constexpr auto everyone = ~base::Roles{0};
constexpr TopicFacts everything{
    true, true, true, true, true, true, true, true, 1, true, true, true};

std::string refusal(
    TopicState state, TopicAction action, base::Roles roles, const TopicFacts& facts = {})
{
    const auto step = take(state, action, roles, facts);
    return step ? "" : step.error().code;
}

TEST(TopicWorkflow, AnswersNoSuggestionWithoutItsReason)
{
    for (const auto action : {TopicAction::screen, TopicAction::reject, TopicAction::reserve}) {
        EXPECT_EQ(refusal(TopicState::suggested, action, office), "topic.no_reason");
        EXPECT_EQ(refusal(TopicState::suggested, action, office, {.has_reason = true}), "");
        EXPECT_EQ(refusal(TopicState::suggested, action, party, {.has_reason = true}),
            "workflow.wrong_role");
    }
}

TEST(TopicWorkflow, MergesOnlyWithConsentAndPassesOnOnlyToAChannelThatItNames)
{
    for (const auto state : {TopicState::suggested, TopicState::screened}) {
        EXPECT_EQ(
            refusal(state, TopicAction::merge, office, {.has_reason = true}), "topic.no_consent");
        EXPECT_EQ(
            take(state, TopicAction::merge, office, {.has_reason = true, .has_consent = true})->to,
            TopicState::merged);
        EXPECT_EQ(
            refusal(state, TopicAction::pass_on, office, {.has_reason = true}), "topic.no_channel");
    }
}

TEST(TopicWorkflow, LetsNobodyWithdrawWhatIsAnothers)
{
    const auto member = members::bit(members::Role::member);
    EXPECT_EQ(refusal(TopicState::suggested, TopicAction::withdraw, member), "topic.not_own");
    EXPECT_EQ(take(TopicState::suggested, TopicAction::withdraw, member, {.is_own = true})->to,
        TopicState::withdrawn);
    EXPECT_EQ(refusal(TopicState::shortlisted, TopicAction::withdraw, member, everything),
        "workflow.no_such_step");
}

TEST(TopicWorkflow, ConvenesAConsultationOnlyAfterResearchIsReported)
{
    EXPECT_EQ(
        refusal(TopicState::planned, TopicAction::start_research, office), "topic.no_arrangement");
    EXPECT_EQ(refusal(TopicState::research, TopicAction::consult, office), "topic.no_research");
    auto all_but_research = everything;
    all_but_research.research_reports = 0;
    EXPECT_EQ(refusal(TopicState::research, TopicAction::consult, everyone, all_but_research),
        "topic.no_research");
    EXPECT_EQ(
        refusal(TopicState::research, TopicAction::consult, office, {.research_reports = 1}), "");
}

TEST(TopicWorkflow, ChangesWhatIsPlannedOnlyByAnAmendment)
{
    for (const auto state : {TopicState::planned, TopicState::research, TopicState::postponed}) {
        for (const auto action : {TopicAction::cancel, TopicAction::replace}) {
            auto without = everything;
            without.by_amendment = false;
            EXPECT_EQ(refusal(state, action, everyone, without), "topic.only_by_amendment");
            EXPECT_EQ(refusal(state, action, office, everything), "");
        }
    }
}

TEST(TopicWorkflow, DropsNothingThatWasDropped)
{
    for (const auto state : {TopicState::cancelled, TopicState::replaced, TopicState::closed}) {
        EXPECT_TRUE(offers(state, everyone, everything).empty());
        EXPECT_TRUE(is_over(state));
    }
}

TEST(TopicWorkflow, IsOverOnlyWhereNothingMoreIsToBeDone)
{
    for (const auto state : {TopicState::suggested, TopicState::screened, TopicState::shortlisted,
             TopicState::approved, TopicState::planned, TopicState::research, TopicState::consulted,
             TopicState::reported, TopicState::adoption_tracking}) {
        EXPECT_FALSE(is_over(state));
    }
}

TEST(TopicWorkflow, KnowsFromTheStateWhetherThePlanIsIssued)
{
    for (const auto state : {TopicState::screened, TopicState::reserved, TopicState::shortlisted,
             TopicState::approved}) {
        EXPECT_FALSE(is_issued(state));
    }
    for (const auto state : {TopicState::planned, TopicState::research, TopicState::closed,
             TopicState::postponed, TopicState::cancelled}) {
        EXPECT_TRUE(is_issued(state));
    }
}

constexpr std::array forward{TopicAction::screen, TopicAction::shortlist, TopicAction::approve,
    TopicAction::plan, TopicAction::start_research, TopicAction::consult, TopicAction::report,
    TopicAction::track, TopicAction::close};

TopicFacts any_facts() // most of them true, else nothing gets far
{
    const auto yes = [] { return *rc::gen::inRange(0, 8) > 0; };
    return {yes(), yes(), yes(), yes(), yes(), yes(), yes(), yes(), *rc::gen::inRange(0, 4), yes(),
        yes(), yes()};
}

// Who takes what, likely a step that leads on by who may take it.
std::pair<TopicAction, base::Roles> any_try(TopicState state)
{
    if (*rc::gen::inRange(0, 4) > 0) {
        for (const auto action : forward) {
            for (const auto roles : {office, party}) {
                if (take(state, action, roles, everything)) {
                    return {action, roles};
                }
            }
        }
    }
    return {static_cast<TopicAction>(*rc::gen::inRange(0, 22)),
        base::Roles{1} << *rc::gen::inRange(0U, 20U)};
}

// Whatever is tried by anybody, with whatever is true of it; gives what was reached.
std::set<TopicState> any_life()
{
    std::set<TopicState> reached;
    auto state = TopicState::suggested;
    bool is_decided = false; // and not taken back since
    for (int i = *rc::gen::inRange(20, 60); i > 0; --i) {
        const auto facts = any_facts();
        const auto [action, roles] = any_try(state);
        const auto step = take(state, action, roles, facts);
        if (!step) {
            continue;
        }
        if (step->to == TopicState::approved) {
            RC_ASSERT(facts.plan_approved && roles == party);
            is_decided = true;
        }
        is_decided = is_decided && step->to != TopicState::shortlisted;
        RC_ASSERT(step->to != TopicState::planned || is_decided);
        RC_ASSERT(step->to != TopicState::consulted || facts.research_reports > 0);
        RC_ASSERT(step->to != TopicState::reported || reached.contains(TopicState::consulted));
        state = step->to;
        reached.insert(state);
    }
    return reached;
}

TEST(TopicWorkflow, NeverConsultsWithoutResearchNorPlansWithoutThePartysDecision)
{
    int lives = 0;
    std::map<TopicState, int> reached;
    EXPECT_TRUE(rc::check([&] {
        ++lives;
        for (const auto state : any_life()) {
            ++reached[state];
        }
    }));
    for (const auto goal :
        {TopicState::approved, TopicState::planned, TopicState::consulted, TopicState::reported}) {
        EXPECT_GT(reached[goal] * 10, lives) << boost::describe::enum_to_string(goal, "");
    }
}

} // namespace
} // namespace xieshang::topics
