// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/demo_scoring_actions.h"

#include "features/calls/demo_calls_actions.h"
#include "features/members/demo_actions.h"
#include "features/people/demo_register_actions.h"
#include "features/scoring/result_actions.h"
#include "features/scoring/scoring_audit_actions.h"
#include "features/scoring/scoring_policies.h"
#include "platform/sealing/rotation.h"
#include "platform/sealing/sealing_fixture_test.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace xieshang::scoring {
namespace {

class DemoScoring : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        sealing::rotate_file(folder_ / "keys.json");
        ASSERT_TRUE(ring_.load());
        ASSERT_TRUE(db().transact([&](db::Tx& tx) {
            return sealing::take_up(
                tx, *ring_.keys(), folder_ / "keys.json", {5000}, random_, office_);
        }));
        services_.emplace(services::Services{db(), clock_, random_, files_, vault_});
        members::seed_demo_people(*services_);
        ASSERT_TRUE(people::seed_demo_register(*services_, office_));
        ASSERT_TRUE(calls::seed_demo_calls(*services_, office_));
    }

    tests::FakeClock clock_;
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    sealing::KeyRing ring_{folder_ / "keys.json"};
    sealing::Vault vault_{ring_, clock_, random_};
    std::optional<services::Services> services_;
    base::Actor office_{"", "演示", members::bit(members::Role::office)};
};
ON_EVERY_DATABASE(DemoScoring);

TEST_P(DemoScoring, HoldsAClosedRoundOfFiveReviewersOfWhomSomeRecuseAndIsMadeOnce)
{
    for (int i = 0; i < 2; ++i) {
        const auto seeded = seed_demo_scoring(*services_, office_);
        ASSERT_TRUE(seeded) << seeded.error().code;
    }
    const auto rounds = db().read([](db::Tx& tx) { return all_rounds(tx); });
    ASSERT_EQ(rounds.size(), 1U);
    EXPECT_EQ(rounds[0].state, ScoringState::closed);
    EXPECT_EQ(rounds[0].reviewers.size(), 5U);
    const auto lines =
        results(*services_, {office_, policies::see_results}, rounds[0].id, {}).value().lines;
    EXPECT_GE(lines.size(), 8U);
    const auto counted = [&](auto is_so) {
        return std::count_if(lines.begin(), lines.end(), is_so);
    };
    EXPECT_GT(counted([](const ResultLine& line) { return line.tally.reviewers == 5; }), 0);
    EXPECT_GT(counted([](const ResultLine& line) { return line.tally.reviewers == 4; }), 0);
    EXPECT_GT(counted([](const ResultLine& line) { return line.tally.is_divided; }), 0);
    EXPECT_GT(counted([](const ResultLine& line) { return !line.comments.empty(); }), 2);
    EXPECT_TRUE(db().read([&](db::Tx& tx) { return audit_round(tx, rounds[0].id.text).empty(); }));
}

} // namespace
} // namespace xieshang::scoring
