// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/demo_shortlist_actions.h"

#include "features/calls/calls_audit_actions.h"
#include "features/calls/suggestion_store.h"
#include "features/members/demo_actions.h"
#include "features/people/demo_register_actions.h"
#include "features/shortlists/selection_store.h"
#include "features/shortlists/shortlists_audit_actions.h"
#include "platform/sealing/rotation.h"
#include "platform/sealing/sealing_fixture_test.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

namespace xieshang::shortlists {
namespace {

class DemoShortlist : public tests::OnEveryDatabase {
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
ON_EVERY_DATABASE(DemoShortlist);

TEST_P(DemoShortlist, IsProposedFromMarksChangedOnceAndDecidedAndMadeOnce)
{
    for (int i = 0; i < 2; ++i) {
        const auto seeded = seed_demo_shortlist(*services_, office_);
        ASSERT_TRUE(seeded) << seeded.error().code;
    }
    db().read([&](db::Tx& tx) {
        const auto rounds = all_rounds(tx);
        EXPECT_EQ(rounds.size(), 1U);
        const auto& round = rounds.at(0);
        EXPECT_EQ(round.state, RoundState::decided);
        EXPECT_TRUE(audit_round(tx, round.id.text).empty());
        const auto proposal = find_proposal(tx, round.id).value();
        EXPECT_GT(proposal.people, 7);
        EXPECT_GT(proposal.rounds.size(), 3U);
        EXPECT_NE(round.listed, proposal.listed) << "people changed one";
        for (const auto& id : round.listed) {
            EXPECT_EQ(calls::find_suggestion(tx, id)->state, topics::TopicState::shortlisted);
        }
        for (const auto& id : calls::suggestion_ids(tx)) {
            EXPECT_TRUE(calls::audit_suggestion(tx, id).empty());
        }
        return 0;
    });
}

} // namespace
} // namespace xieshang::shortlists
