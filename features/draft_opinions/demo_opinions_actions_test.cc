// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/demo_opinions_actions.h"

#include "features/draft_opinions/draft_opinion_store.h"
#include "features/draft_opinions/opinion_audit_actions.h"
#include "features/draft_opinions/request_store.h"
#include "features/members/demo_actions.h"
#include "features/people/demo_register_actions.h"
#include "features/plan/plan_actions.h"
#include "platform/sealing/rotation.h"
#include "platform/sealing/sealing_fixture_test.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

namespace xieshang::draft_opinions {
namespace {

class DemoOpinions : public tests::OnEveryDatabase {
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
    std::vector<OpinionRequest> requests()
    {
        return db().read([](db::Tx& tx) { return all_requests(tx, {}); });
    }

    const base::Actor office_{"", "演示", members::bit(members::Role::office)};
    tests::FakeClock clock_;
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    sealing::KeyRing ring_{folder_ / "keys.json"};
    sealing::Vault vault_{ring_, clock_, random_};
    std::optional<services::Services> services_;
};
ON_EVERY_DATABASE(DemoOpinions);

TEST_P(DemoOpinions, HasARoundThatIsAnsweredAndOneThatIsOpenAsTheRecordSays)
{
    ASSERT_TRUE(seed_demo_opinions(*services_, office_));
    EXPECT_TRUE(requests().empty()) << "no plan is a draft";
    ASSERT_TRUE(plan::save_draft(*services_, office_,
        {.words = {"协商计划", "区政协", 2023, {}, {}}, .sections = {{"要求", "围绕中心。"}}}));
    ASSERT_TRUE(seed_demo_opinions(*services_, office_));
    ASSERT_TRUE(seed_demo_opinions(*services_, office_));
    const auto sent = requests();
    ASSERT_EQ(sent.size(), 2U);
    EXPECT_NE(sent[0].state, sent[1].state);
    db().read([&](db::Tx& tx) {
        for (const auto& request : sent) {
            EXPECT_TRUE(audit_request(tx, request.id.text).empty());
            EXPECT_EQ(opinions_on(tx, request.id).size(), 2U);
        }
        for (const auto& id : opinion_ids(tx)) {
            EXPECT_TRUE(audit_opinion(tx, id).empty());
        }
        return true;
    });
}

} // namespace
} // namespace xieshang::draft_opinions
