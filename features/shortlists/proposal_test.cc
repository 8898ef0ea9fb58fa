// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/proposal.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::shortlists {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

ShortlistCandidate candidate(const std::string& id, TopicKind kind = TopicKind::thematic,
    std::optional<TopicField> field = TopicField::society)
{
    return {{id}, "题" + id, kind, field};
}

// Six of one mind and three of another share three slots.
ProposalInput two_minds()
{
    ProposalInput input;
    input.slots = {{TopicKind::thematic, 3}};
    for (const auto* id : {"a", "b", "c", "x"}) {
        input.candidates.push_back(candidate(id));
    }
    input.ballots.assign(6, {0, 1, 2});
    input.ballots.insert(input.ballots.end(), 3, {3});
    return input;
}

std::vector<std::string> ids(const std::vector<SuggestionId>& all)
{
    std::vector<std::string> texts;
    for (const auto& id : all) {
        texts.push_back(id.text);
    }
    return texts;
}

TEST(Proposal, GivesAMinorityItsShareOfTheSlots)
{
    const auto proposal = propose(two_minds()).value();
    EXPECT_THAT(ids(proposal.listed), UnorderedElementsAre("a", "b", "x"))
        << "the most marks alone would take a, b and c";
    EXPECT_EQ(proposal.people, 9);
    EXPECT_EQ(proposal.share.exact, "1/3");
    EXPECT_EQ(proposal.share.rounded, "0.3333");
    ASSERT_FALSE(proposal.rounds.empty());
    EXPECT_EQ(proposal.rounds[0].price.exact, "1/6");
    EXPECT_EQ(proposal.rounds[0].supporters, 6);
    EXPECT_THAT(ids(proposal.rounds[0].tied.value()), ElementsAre("b", "c")) << "a came in first";
    EXPECT_THAT(proposal.after.passed_over, IsEmpty());
}

TEST(Proposal, FillsAnEmptySlotByMarksAloneAndSaysSo)
{
    auto input = two_minds();
    input.slots = {{TopicKind::thematic, 4}};
    input.ballots = {{0}, {0}, {1}, {2}, {2}, {3}};
    const auto proposal = propose(input).value();
    EXPECT_EQ(proposal.listed.size(), 4U);
    EXPECT_EQ(proposal.rounds.size() + proposal.filled.size(), 4U);
    EXPECT_FALSE(proposal.filled.empty());
    for (const auto& one : proposal.filled) {
        EXPECT_GE(one.supporters, 1);
    }
}

TEST(Proposal, BalancesTheFieldsByAnExchangeThatSaysWhatItGivesUp)
{
    auto input = two_minds();
    input.slots = {{TopicKind::thematic, 2}};
    input.candidates.push_back(candidate("e", TopicKind::thematic, TopicField::ecology));
    input.ballots.push_back({4});
    input.wanted = {{TopicField::society, 1}, {TopicField::ecology, 1}};
    const auto proposal = propose(input).value();
    ASSERT_EQ(proposal.exchanges.size(), 1U);
    const auto& exchange = proposal.exchanges[0];
    EXPECT_EQ(exchange.enters.text, "e");
    EXPECT_EQ(exchange.why, ExchangeWhy::field_lacks);
    EXPECT_EQ(exchange.gain, 1);
    EXPECT_GE(exchange.lose, 3);
    EXPECT_NE(exchange.gives_up, GuaranteeLost::nothing);
    EXPECT_EQ(proposal.gives_up, exchange.gives_up);
    EXPECT_THAT(proposal.short_of, IsEmpty());
    EXPECT_TRUE(std::find(proposal.listed.begin(), proposal.listed.end(), SuggestionId{"e"})
        != proposal.listed.end());
}

TEST(Proposal, TellsAFieldThatNobodySuggestedFor)
{
    auto input = two_minds();
    input.wanted = {{TopicField::culture, 1}};
    const auto proposal = propose(input).value();
    ASSERT_EQ(proposal.short_of.size(), 1U);
    EXPECT_EQ(proposal.short_of[0].field, TopicField::culture);
    EXPECT_EQ(proposal.short_of[0].candidates, 0);
}

TEST(Proposal, NamesEachSuggestionThatHasNoForm)
{
    auto input = two_minds();
    input.candidates[1].kind = {};
    const auto refused = propose(input);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "shortlist.no_form");
    ASSERT_EQ(refused.error().fields.size(), 1U);
    EXPECT_EQ(refused.error().fields[0].params.at("title"), "题b");
    input.candidates.clear();
    EXPECT_EQ(propose(input).error().code, "shortlist.no_candidates");
}

TEST(Proposal, SaysWhyEachOtherOneStandsOutside)
{
    auto input = two_minds();
    input.candidates.push_back(candidate("n", TopicKind::sector));
    input.ballots.push_back({4});
    const auto proposal = propose(input).value();
    const auto of = [&](const char* id) {
        const auto found = std::find_if(proposal.left_out.begin(), proposal.left_out.end(),
            [&](const LeftOut& one) { return one.suggestion_id.text == id; });
        EXPECT_NE(found, proposal.left_out.end()) << id;
        return found->why;
    };
    EXPECT_EQ(of("n"), LeftOutWhy::no_slots);
    EXPECT_EQ(of("x"), LeftOutWhy::unaffordable);
}

TEST(Proposal, ListsNothingWhereNobodyMarked)
{
    auto input = two_minds();
    input.ballots = {};
    const auto proposal = propose(input).value();
    EXPECT_THAT(proposal.listed, IsEmpty());
    EXPECT_EQ(proposal.left_out.size(), 4U);
}

TEST(Proposal, CountsBallotsByNobodysNameAndLeavesOutWhoMarkedNothing)
{
    const std::vector<ShortlistCandidate> candidates{candidate("a"), candidate("b")};
    const std::vector<SupportBallot> ballots{{{"1"}, {"r"}, "wang", {{"b"}, {"old"}}, 1, {}},
        {{"2"}, {"r"}, "li", {{"a"}, {"b"}}, 1, {}}, {{"3"}, {"r"}, "zhao", {{"z"}}, 1, {}}};
    const WentInto went{{"old", {"b"}}};
    const auto marked = places_marked(ballots, candidates, went);
    EXPECT_THAT(marked, ElementsAre(ElementsAre(0, 1), ElementsAre(1)));
    EXPECT_THAT(supporters_of(marked, 2), ElementsAre(1, 2));
}

TEST(ShortlistChange, TakesInTakesOutAndExchangesInPlace)
{
    const std::vector<SuggestionId> list{{"a"}, {"b"}};
    EXPECT_EQ(ids(changed(list, {SuggestionId{"c"}, {}}).value()),
        (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(ids(changed(list, {{}, SuggestionId{"a"}}).value()), (std::vector<std::string>{"b"}));
    EXPECT_EQ(ids(changed(list, {SuggestionId{"c"}, SuggestionId{"a"}}).value()),
        (std::vector<std::string>{"c", "b"}));
    EXPECT_EQ(changed(list, {}).error().code, "shortlist.no_change");
    EXPECT_EQ(changed(list, {SuggestionId{"a"}, {}}).error().code, "shortlist.listed_already");
    EXPECT_EQ(changed(list, {{}, SuggestionId{"c"}}).error().code, "shortlist.not_listed");
}

TEST(ShortlistChange, SaysWhomItCosts)
{
    const auto input = two_minds();
    const auto effect = effect_of(input, {{"a"}, {"b"}, {"x"}}, {{"a"}, {"b"}, {"c"}},
        {SuggestionId{"c"}, SuggestionId{"x"}});
    EXPECT_EQ(effect.lose, 3);
    EXPECT_EQ(effect.gain, 6);
    EXPECT_EQ(effect.gives_up, GuaranteeLost::claims);
    EXPECT_THAT(effect.passed_over, ElementsAre(PassedOver{{"x"}, 3, 1}));
    const auto added =
        effect_of(input, {{"a"}, {"x"}}, {{"a"}, {"x"}, {"b"}}, {SuggestionId{"b"}, {}});
    EXPECT_EQ(added.gives_up, GuaranteeLost::nothing);
    EXPECT_EQ(added.gain, 6);
    auto with_one_of_both = input;
    with_one_of_both.ballots.push_back({2, 3});
    const auto of_both = effect_of(with_one_of_both, {{"a"}, {"b"}, {"x"}}, {{"a"}, {"b"}, {"c"}},
        {SuggestionId{"c"}, SuggestionId{"x"}});
    EXPECT_EQ(of_both.lose, 3) << "who marked both loses nothing";
    EXPECT_EQ(of_both.gain, 6) << "and gains nothing";
    const auto as_before =
        effect_of(input, {{"a"}, {"b"}}, {{"a"}, {"c"}}, {SuggestionId{"c"}, SuggestionId{"b"}});
    EXPECT_THAT(as_before.passed_over, IsEmpty()) << "x was passed over before";
    EXPECT_EQ(as_before.gives_up, GuaranteeLost::promise);
}

// Whatever is marked: the same again, no form beyond its slots, each candidate told once.
TEST(Proposal, IsTheSameForTheSameMarksWhoeverMadeThem)
{
    EXPECT_TRUE(rc::check([] {
        ProposalInput input;
        input.slots = {{TopicKind::thematic, *rc::gen::inRange(1, 4)},
            {TopicKind::supervision, *rc::gen::inRange(0, 3)}};
        input.wanted = {{TopicField::economy, 1}};
        const auto count = *rc::gen::inRange(1, 9);
        for (int i = 0; i < count; ++i) {
            input.candidates.push_back(candidate(std::to_string(i),
                *rc::gen::element(TopicKind::thematic, TopicKind::supervision),
                *rc::gen::element<std::optional<TopicField>>(
                    TopicField::economy, TopicField::society, std::nullopt)));
        }
        std::vector<SupportBallot> ballots;
        for (auto people = *rc::gen::inRange(0, 12); people > 0; --people) {
            SupportBallot ballot{.id = {std::to_string(people)}, .round_id = {"r"}, .by_id = "p"};
            for (int i = 0; i < count; ++i) {
                if (*rc::gen::inRange(0, 3) == 0) {
                    ballot.marks.push_back({std::to_string(i)});
                }
            }
            ballots.push_back(std::move(ballot));
        }
        input.ballots = places_marked(ballots, input.candidates, {});
        const auto proposal = propose(input).value();
        std::reverse(ballots.begin(), ballots.end());
        input.ballots = places_marked(ballots, input.candidates, {});
        RC_ASSERT(propose(input).value() == proposal);
        for (const auto& form : input.slots) {
            const auto listed = std::count_if(
                proposal.listed.begin(), proposal.listed.end(), [&](const SuggestionId& id) {
                    return input.candidates[std::stoul(id.text)].kind == form.kind;
                });
            RC_ASSERT(listed <= form.slots);
        }
        RC_ASSERT(proposal.rounds.size() + proposal.filled.size() + proposal.left_out.size()
            == input.candidates.size());
    }));
}

} // namespace
} // namespace xieshang::shortlists
