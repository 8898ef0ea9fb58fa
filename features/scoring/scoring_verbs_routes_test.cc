// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_desk_test.h"

#include <atomic>
#include <thread>

namespace xieshang::scoring {
namespace {

using testing::IsEmpty;

class ScoringVerbs : public ScoringDesk {
protected:
    std::vector<GivenSheet> kept(const ScoringRound& round)
    {
        return db().read([&](db::Tx& tx) { return all_sheets(tx, round.id); });
    }
    std::vector<record::Misfit> misfits(const ScoringRound& round)
    {
        return db().read([&](db::Tx& tx) {
            auto found = audit_round(tx, round.id.text);
            const auto add = [&](const std::vector<record::Misfit>& more) {
                found.insert(found.end(), more.begin(), more.end());
            };
            for (const auto& id : sheets_to_audit(tx)) {
                add(audit_sheet(tx, id));
            }
            for (const auto& id : comments_to_audit(tx)) {
                add(audit_comment(tx, id));
            }
            return found;
        });
    }
};
ON_EVERY_DATABASE(ScoringVerbs);

TEST_P(ScoringVerbs, KeepEveryVersionAndCountTheLast)
{
    const auto round = opened();
    EXPECT_EQ(give(expert, round, lift, {1, 1})->version, 1);
    EXPECT_EQ(give(expert, round, lift, {5, 4})->version, 2);
    EXPECT_EQ(give(expert, round, lift, {5, 4})->version, 2)
        << "the same again is no other version";
    EXPECT_EQ(kept(round).size(), 2U);
    EXPECT_EQ(recorded("scoring_sheet.score"), 2);
    ASSERT_TRUE(close(round));
    EXPECT_EQ(code(give(expert, round, lift, {1, 1})), "scoring.closed");
    const auto read =
        results(services(), {clerk, policies::see_results}, round.id, {}).value().lines;
    EXPECT_EQ(read.at(0).tally.mean, 9500);
    EXPECT_THAT(misfits(round), IsEmpty());
}

TEST_P(ScoringVerbs, CountSixtyFourReviewersWhoScoreAtOnce)
{
    std::vector<std::string> ids;
    for (int i = 0; i < 64; ++i) {
        ids.push_back("r" + std::to_string(i));
        account(ids.back(), "评委" + std::to_string(i), members::bit(members::Role::expert));
    }
    const auto first = prepared();
    const auto round = take_round_step(services(), clerk,
        edit_round(
            services(), clerk, first.id, 2, {"评分", {{"小切口", 1, 5}}, ids, day_after(10), 30})
            .value()
            .id,
        3,
        {ScoringRoundAction::open, {},
            {}}).value();
    std::atomic<int> kept_ones{0};
    std::vector<std::thread> people;
    for (const auto& id : ids) {
        people.emplace_back([&, id] {
            const auto by = people::actor(members::Role::expert, id);
            kept_ones += give(by, round, lift, {3}) ? 1 : 0;
        });
    }
    for (auto& person : people) {
        person.join();
    }
    EXPECT_EQ(kept_ones, 64);
    ASSERT_TRUE(close(round));
    const auto lines =
        results(services(), {clerk, policies::see_results}, round.id, {}).value().lines;
    EXPECT_EQ(lines.at(0).tally.reviewers, 64);
    EXPECT_THAT(misfits(round), IsEmpty());
}

TEST_P(ScoringVerbs, LoseNothingWhereOneReviewerScoresOnManyDevicesAtOnce)
{
    const auto round = opened();
    std::atomic<int> kept_ones{0};
    std::vector<std::thread> devices;
    for (std::int64_t i = 0; i < 64; ++i) {
        devices.emplace_back([&, i] {
            kept_ones += give(expert, round, lift, {1 + i % 5, 1 + i / 5 % 5}) ? 1 : 0;
        });
    }
    for (auto& device : devices) {
        device.join();
    }
    EXPECT_EQ(kept_ones, 64);
    const auto versions = kept(round);
    for (std::size_t i = 0; i < versions.size(); ++i) {
        EXPECT_EQ(versions[i].id, versions[0].id);
        EXPECT_EQ(versions[i].version, static_cast<std::int64_t>(i) + 1);
    }
    EXPECT_EQ(recorded("scoring_sheet.score"), static_cast<std::int64_t>(versions.size()));
    EXPECT_THAT(misfits(round), IsEmpty());
}

TEST_P(ScoringVerbs, LetOneOfManyClosingsWinAndNoScoreSlipInBehindIt)
{
    const auto round = opened();
    std::atomic<int> closed{0};
    std::atomic<int> scored{0};
    std::vector<std::thread> people;
    for (int i = 0; i < 32; ++i) {
        people.emplace_back([&] { closed += close(round) ? 1 : 0; });
        people.emplace_back([&, i] {
            scored += give(expert, round, lift, {1 + i % 5, 1}) ? 1 : 0;
        });
    }
    for (auto& person : people) {
        person.join();
    }
    EXPECT_EQ(closed, 1);
    EXPECT_LE(static_cast<int>(kept(round).size()), scored.load());
    EXPECT_EQ(db().read([](db::Tx& tx) {
        return *tx.one<std::int64_t>(
            "SELECT COUNT(*) FROM event WHERE action = 'scoring_sheet.score' AND sequence > "
            "(SELECT sequence FROM event WHERE action = 'scoring_round.close')");
    }),
        0);
    EXPECT_THAT(misfits(round), IsEmpty());
}

TEST_P(ScoringVerbs, FindARowThatTheRecordDoesNotKnow)
{
    const auto round = opened();
    ASSERT_TRUE(give(expert, round, lift, {1, 1}));
    ASSERT_TRUE(give_comment(services(), {expert, policies::score}, round.id, {lift, "可行"}));
    EXPECT_THAT(misfits(round), IsEmpty());
    const auto tampered = [&](const std::string& sql) {
        EXPECT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            tx.execute(sql);
            return 0;
        }));
        return misfits(round).size();
    };
    EXPECT_EQ(tampered("UPDATE scoring_sheet_version SET scores = '[5,5]'"), 1U);
    EXPECT_EQ(tampered("UPDATE scoring_comment SET words = '不可行'"), 2U);
    EXPECT_EQ(tampered("UPDATE scoring_step SET reason = '别的' WHERE version = 3"), 3U);
}

TEST_P(ScoringVerbs, ScoreWhatIsInSelectionWhenTheRoundIsOpenedAndNothingThatComesLater)
{
    const auto round = prepared();
    const auto late = screened(wang, "绿道");
    ASSERT_TRUE(
        take_round_step(services(), clerk, round.id, 2, {ScoringRoundAction::open, {}, {}}));
    EXPECT_EQ(code(give(expert, round, late, {3, 3})), "") << "screened before the opening";
    const auto later = screened(bureau, "路灯");
    EXPECT_EQ(code(give(expert, round, later, {3, 3})), "scoring.not_in_round");
}

TEST_P(ScoringVerbs, TakeNothingAfterTheLastDayUntilItIsExtended)
{
    const auto round = opened();
    clock.advance(11 * calls::day_ms);
    EXPECT_EQ(code(give(expert, round, lift, {3, 3})), "scoring.window_over");
    const auto extended = take_round_step(
        services(), clerk, round.id, 3, {ScoringRoundAction::extend, "有评委出差", day_after(2)});
    ASSERT_TRUE(extended);
    EXPECT_EQ(code(give(expert, round, lift, {3, 3})), "");
    EXPECT_EQ(code(take_round_step(services(), clerk, round.id, 4,
                  {ScoringRoundAction::extend, "再延长", day_after(1)})),
        "scoring.not_later");
    EXPECT_EQ(code(take_round_step(
                  services(), clerk, round.id, 4, {ScoringRoundAction::extend, "延长", {}})),
        "scoring.no_day");
}

TEST_P(ScoringVerbs, RecuseWhoseSuggestionWentIntoItThroughAnother)
{
    const auto path = screened(wang, "绿道");
    const auto lights = screened(bureau, "路灯");
    const auto whole = screened(li, "慢行系统");
    const auto merge = [&](const base::Actor& one, const SuggestionId& from,
                           const base::Actor& other, const SuggestionId& into) {
        const auto asked = calls::ask_merge(services(), clerk, from, {into, "内容相近"}).value();
        EXPECT_TRUE(consent(one, asked.id, true));
        EXPECT_TRUE(consent(other, asked.id, true));
        EXPECT_TRUE(step(clerk, from, calls::TopicAction::merge, "内容相近"));
    };
    merge(wang, path, bureau, lights);
    merge(bureau, lights, li, whole);
    const auto round = opened();
    EXPECT_EQ(code(give(wang, round, whole, {5, 5})), "scoring.recused");
    EXPECT_EQ(code(give(bureau, round, whole, {5, 5})), "scoring.recused");
    EXPECT_EQ(code(give(expert, round, whole, {3, 3})), "");
}

TEST_P(ScoringVerbs, CloseWithoutAReasonWhereNobodyIsWaitedFor)
{
    const auto round = opened();
    const auto closed = [&](const ScoringRound& one) {
        return code(take_round_step(
            services(), clerk, one.id, one.version, {ScoringRoundAction::close, {}, {}}));
    };
    ASSERT_TRUE(give(expert, round, lift, {3, 3}));
    ASSERT_TRUE(give(expert, round, parking, {3, 3}));
    ASSERT_TRUE(give(bureau, round, lift, {3, 3}));
    EXPECT_EQ(closed(round), "scoring.no_reason") << "王芳 is still asked for 停车";
    ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
        tx.execute("UPDATE person SET state = 'suspended' WHERE id = 'wang'");
        return 0;
    }));
    EXPECT_EQ(closed(round), "") << "whose role has ended is not";

    const auto other = opened({"expert", "bureau"});
    EXPECT_EQ(closed(other), "scoring.no_reason");
    clock.advance(11 * calls::day_ms);
    EXPECT_EQ(closed(other), "") << "the last day has passed";
}

TEST_P(ScoringVerbs, RankByTheMeanAndLetAlikeOnesShareThePlace)
{
    const auto path = screened(li, "绿道");
    const auto unscored = screened(li, "路灯");
    const auto round = opened();
    ASSERT_TRUE(give(expert, round, lift, {4, 4}));
    ASSERT_TRUE(give(expert, round, parking, {4, 4}));
    ASSERT_TRUE(give(expert, round, path, {2, 2}));
    ASSERT_TRUE(close(round));
    const auto found = results(services(), {clerk, policies::see_results}, round.id, {}).value();
    std::map<std::string, std::int64_t> ranks;
    for (const auto& line : found.lines) {
        ranks[line.suggestion.id.text] = line.rank;
    }
    EXPECT_EQ(ranks.at(lift.text), 1);
    EXPECT_EQ(ranks.at(parking.text), 1);
    EXPECT_EQ(ranks.at(path.text), 3);
    EXPECT_EQ(ranks.at(unscored.text), 0);
}

} // namespace
} // namespace xieshang::scoring
