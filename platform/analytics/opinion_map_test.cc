// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/opinion_map.h"

#include "platform/analytics/made_up_maps_test.h"
#include "platform/analytics/synthetic.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

namespace xieshang::analytics {
namespace {

// Enough that three threads are worth their while.
const Answers& many_answers()
{
    static const auto answers = synthesize(
        {.participants = 1500, .statements = 120, .votes = 50'000, .groups = 3, .seed = 5});
    return answers;
}

OpinionMap drawn(const Answers& answers, Reference reference, unsigned threads = 1)
{
    return draw_map(
        answers, std::array<StatementNumber, 1>{3}, {.reference = reference, .threads = threads});
}

TEST(OpinionMap, IsTheSameForAnyNumberOfThreads)
{
    for (const auto reference : both_references) {
        const auto map = drawn(many_answers(), reference);
        EXPECT_GT(map.groups.size(), 1U);
        for (const unsigned threads : {0U, 2U, 3U, 7U}) {
            EXPECT_TRUE(is_same(map, drawn(many_answers(), reference, threads))) << threads;
        }
    }
}

TEST(OpinionMap, IsTheSameWhenItIsDrawnAgain)
{
    for (const auto reference : both_references) {
        EXPECT_TRUE(is_same(drawn(many_answers(), reference), drawn(many_answers(), reference)));
    }
}

TEST(OpinionMap, DependsOnNoOrderOfRows)
{
    for (const auto reference : both_references) {
        const auto map = drawn(many_answers(), reference);
        EXPECT_TRUE(is_same(map, drawn(shuffled(many_answers(), 1), reference)));
        EXPECT_TRUE(is_same(map, drawn(shuffled(many_answers(), 2), reference, 3)));
    }
    EXPECT_TRUE(rc::check("a small map depends on no order of rows", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto people = *rc::gen::inRange<std::uint32_t>(0, 40);
        const auto answers = chance_answers(people, *rc::gen::inRange(1U, 20U), 0.6, lots);
        for (const auto reference : both_references) {
            RC_ASSERT(is_same(
                drawn(answers, reference), drawn(shuffled(answers, lots.bits()), reference)));
        }
    }));
}

// What somebody said of something, and when.
struct Saying {
    Answer answer;
    std::int64_t at = 0;
};

// Few people, few statements and few moments: much is said again, some at the same time.
std::vector<Saying> repeated_sayings(Lots& lots, std::size_t size)
{
    std::vector<Saying> sayings;
    for (std::size_t i = 0; i < size; ++i) {
        sayings.push_back({{static_cast<std::uint32_t>(lots.below(12)),
                               static_cast<std::uint32_t>(lots.below(10)),
                               static_cast<Stance>(static_cast<int>(lots.below(3)) - 1)},
            static_cast<std::int64_t>(lots.below(30)) - 15});
    }
    return sayings;
}

Answers given(const std::vector<Saying>& sayings, bool has_times)
{
    Answers answers;
    for (const auto& [answer, at] : sayings) {
        answers.given.push_back(answer);
        if (has_times) {
            answers.times.push_back(at);
        }
    }
    return answers;
}

Answers last_word(std::vector<Saying> sayings, bool has_times)
{
    if (has_times) {
        std::stable_sort(sayings.begin(), sayings.end(),
            [](const auto& one, const auto& other) { return one.at < other.at; });
    }
    std::map<std::pair<ParticipantNumber, StatementNumber>, Answer> last;
    for (const auto& saying : sayings) {
        last[{saying.answer.participant(), saying.answer.statement()}] = saying.answer;
    }
    Answers answers;
    for (const auto& [who, answer] : last) {
        answers.given.push_back(answer);
    }
    return answers;
}

TEST(OpinionMap, LetsALaterAnswerReplaceAnEarlierOne)
{
    EXPECT_TRUE(rc::check("re-votes", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto sayings = repeated_sayings(lots, *rc::gen::inRange<std::size_t>(0, 300));
        const bool has_times = *rc::gen::arbitrary<bool>();
        for (const auto reference : both_references) {
            RC_ASSERT(is_same(drawn(given(sayings, has_times), reference),
                drawn(last_word(sayings, has_times), reference)));
        }
    }));
}

TEST(OpinionMap, LetsTimeDecideAboutTheOrderOfRows)
{
    Answers answers = many_answers();
    Answers changed = many_answers();
    const Answer first = answers.given[100];
    changed.given.emplace_back(first.participant(), first.statement(), Stance::pass);
    for (std::size_t i = 0; i < changed.given.size(); ++i) {
        changed.times.push_back(static_cast<std::int64_t>(i));
    }
    changed.times.back() = 99; // said before what stands in row 100
    EXPECT_TRUE(
        is_same(drawn(answers, Reference::reddwarf, 3), drawn(changed, Reference::reddwarf, 3)));
    changed.times.back() = 100;
    answers.given[100] = changed.given.back();
    EXPECT_TRUE(
        is_same(drawn(answers, Reference::reddwarf, 3), drawn(changed, Reference::reddwarf, 3)));
}

TEST(OpinionMap, SaysWhichStageBegins)
{
    for (const auto reference : both_references) {
        std::vector<Stage> stages;
        MapSettings settings{.reference = reference};
        settings.begins = [&](Stage stage) { stages.push_back(stage); };
        draw_map(many_answers(), {}, settings);
        EXPECT_EQ(stages,
            (std::vector{Stage::table, Stage::axes, Stage::projection, Stage::groups,
                Stage::silhouette, Stage::statistics, Stage::done}));
    }
}

} // namespace
} // namespace xieshang::analytics
