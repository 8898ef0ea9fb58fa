// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/demo_calls_actions.h"

#include "features/calls/calls_audit_actions.h"
#include "features/calls/demo_suggestions.h"
#include "features/calls/suggestion_store.h"
#include "features/members/demo_actions.h"
#include "features/people/demo_register_actions.h"
#include "platform/sealing/rotation.h"
#include "platform/sealing/sealing_fixture_test.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>
#include <set>

namespace xieshang::calls {
namespace {

class DemoCalls : public tests::OnEveryDatabase {
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
    std::vector<Suggestion> pool()
    {
        return db().read([](db::Tx& tx) { return search_suggestions(tx, {.limit = 100}); });
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
ON_EVERY_DATABASE(DemoCalls);

TEST_P(DemoCalls, HoldSuggestionsOfEveryConstituencyInManyStatesAndAreMadeOnce)
{
    for (int i = 0; i < 2; ++i) {
        const auto seeded = seed_demo_calls(*services_, office_);
        ASSERT_TRUE(seeded) << seeded.error().code;
    }
    const auto all = pool();
    EXPECT_EQ(all.size(), invented_suggestions().size());
    std::set<Constituency> constituencies;
    std::set<TopicState> states;
    std::set<SuggestionChannel> channels;
    for (const auto& one : all) {
        constituencies.insert(one.constituency);
        states.insert(one.state);
        channels.insert(one.channel);
        EXPECT_TRUE(
            db().read([&](db::Tx& tx) { return audit_suggestion(tx, one.id.text).empty(); }));
    }
    EXPECT_EQ(constituencies.size(), 6U);
    EXPECT_EQ(channels.size(), 3U);
    EXPECT_EQ(states.size(), 6U) << "waiting, screened, merged, reserved, passed on, not taken";
}

} // namespace
} // namespace xieshang::calls
