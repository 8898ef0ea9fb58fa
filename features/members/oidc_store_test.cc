// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/oidc_store.h"

#include "features/members/member_store.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::members {
namespace {

constexpr base::Instant now{1'647'216'000'000};
constexpr std::int64_t span_ms = 600'000;
const std::string state(64, 'a');
const std::string browser(64, 'b');
const std::string link_of(64, 'c');

OidcBegun begun()
{
    return {state, browser, "https://zx.example/api/oidc/callback", "/plans", link_of,
        "192.0.2.0/24", now + span_ms};
}

} // namespace

class OidcStore : public tests::OnEveryDatabase {
protected:
    template <class Work>
    auto in_tx(Work work)
    {
        return *db().transact(
            [&](db::Tx& tx) -> base::Result<decltype(work(tx))> { return work(tx); });
    }
    Person add(const std::string& login)
    {
        Person person{{"person-" + login}, login, "王小协", bit(Role::reader), std::nullopt, false,
            PersonState::active, 1, now};
        in_tx([&](db::Tx& tx) { return insert_person(tx, person); });
        return person;
    }
    bool is_taken(const std::string& by_state, const std::string& by_browser, base::Instant at)
    {
        return in_tx(
            [&](db::Tx& tx) { return take_begun(tx, by_state, by_browser, at).has_value(); });
    }
    bool linked(const OidcSubject& who, const Person& person)
    {
        return in_tx([&](db::Tx& tx) { return insert_identity(tx, who, person.id, now); });
    }
};
ON_EVERY_DATABASE(OidcStore);

TEST_P(OidcStore, GivesABegunSignInAsItWasKeptOnceAndForBothSecrets)
{
    in_tx([&](db::Tx& tx) { return insert_begun(tx, begun()), 0; });
    EXPECT_FALSE(is_taken(state, state, now));
    EXPECT_FALSE(is_taken(browser, browser, now));
    EXPECT_FALSE(is_taken(state, browser, now + span_ms)) << "too late";
    const auto taken = in_tx([&](db::Tx& tx) { return take_begun(tx, state, browser, now); });
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->redirect_uri, begun().redirect_uri);
    EXPECT_EQ(taken->back, "/plans");
    EXPECT_EQ(taken->link_sha256, link_of);
    EXPECT_EQ(taken->expires_at_ms, begun().expires_at_ms);
    EXPECT_FALSE(is_taken(state, browser, now));
}

TEST_P(OidcStore, CountsWhatAnAddressBeganAndForgetsWhatIsTooOld)
{
    in_tx([&](db::Tx& tx) { return insert_begun(tx, begun()), 0; });
    const auto count = [&](const std::string& address) {
        return in_tx([&](db::Tx& tx) { return count_begun(tx, address); });
    };
    EXPECT_EQ(count("192.0.2.0/24"), 1);
    EXPECT_EQ(count("198.51.100.0/24"), 0);
    in_tx([&](db::Tx& tx) { return delete_expired_begun(tx, now), 0; });
    EXPECT_EQ(count("192.0.2.0/24"), 1);
    in_tx([&](db::Tx& tx) { return delete_expired_begun(tx, now + span_ms), 0; });
    EXPECT_EQ(count("192.0.2.0/24"), 0);
}

TEST_P(OidcStore, TiesASubjectToOneAccountAndAnAccountToOneSubjectOfAProvider)
{
    const auto wang = add("wang");
    const auto li = add("li");
    EXPECT_TRUE(linked({"https://a", "1"}, wang));
    EXPECT_FALSE(linked({"https://a", "1"}, li)) << "another's subject";
    EXPECT_FALSE(linked({"https://a", "2"}, wang)) << "a second subject";
    EXPECT_TRUE(linked({"https://b", "1"}, li)) << "the same word of another provider";
    EXPECT_TRUE(linked({"https://b", "2"}, wang));
    const auto find = [&](const OidcSubject& who) {
        return in_tx([&](db::Tx& tx) { return find_identity(tx, who); });
    };
    EXPECT_EQ(find({"https://b", "1"}), li.id);
    EXPECT_EQ(find({"https://b", "3"}), std::nullopt);
    const auto own = in_tx([&](db::Tx& tx) { return identities_of(tx, wang.id); });
    ASSERT_EQ(own.size(), 2U);
    EXPECT_EQ(own[1].issuer + own[1].subject, "https://b2");
    EXPECT_EQ(own[1].linked_at_ms, now);
    EXPECT_TRUE(in_tx([&](db::Tx& tx) { return delete_identities(tx, wang.id); }));
    EXPECT_FALSE(in_tx([&](db::Tx& tx) { return delete_identities(tx, wang.id); }));
    EXPECT_EQ(find({"https://b", "1"}), li.id) << "his alone";
}

TEST_P(OidcStore, LetsALinkBeUsedOnceInTimeAndUntilANewerOneComes)
{
    const auto wang = add("wang");
    const auto make = [&](char digit) {
        const std::string token(64, digit);
        in_tx([&](db::Tx& tx) { return insert_oidc_link(tx, token, wang.id, now + span_ms), 0; });
        return token;
    };
    const auto use = [&](const std::string& token, base::Instant at) {
        return in_tx([&](db::Tx& tx) { return use_oidc_link(tx, token, at); });
    };
    const auto first = make('1');
    const auto second = make('2');
    EXPECT_EQ(use(first, now), std::nullopt) << "a newer one came";
    EXPECT_EQ(use(second, now + span_ms), std::nullopt) << "too late";
    EXPECT_EQ(use(second, now), wang.id);
    EXPECT_EQ(use(second, now), std::nullopt) << "used";
}

} // namespace xieshang::members
