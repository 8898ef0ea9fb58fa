// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/member_store.h"

#include "features/members/attempts_store.h"
#include "features/members/session_store.h"
#include "tests/support/databases.h"

#include <gtest/gtest.h>

namespace xieshang::members {
namespace {

constexpr base::Instant now{1'647'216'000'000};

class MemberStore : public tests::OnEveryDatabase {
protected:
    // Runs it in a transaction that commits.
    template <class Work>
    auto in_tx(Work work)
    {
        return *db().transact(
            [&](db::Tx& tx) -> base::Result<decltype(work(tx))> { return work(tx); });
    }
    void change(const std::function<void(db::Tx&)>& work)
    {
        db().write([&](db::Tx& tx) {
            work(tx);
            return true;
        });
    }
    std::int64_t rows(const std::string& table)
    {
        return in_tx(
            [&](db::Tx& tx) { return *tx.one<std::int64_t>("SELECT count(*) FROM " + table); });
    }
};
ON_EVERY_DATABASE(MemberStore);

Person a_person(const std::string& login = "wang")
{
    return {{"person-" + login}, login, "王小协", bit(Role::office), "$argon2id$…", false,
        PersonState::active, 1, now};
}

Session a_session(const std::string& digit, const Person& person)
{
    std::string token_sha256;
    for (int i = 0; i < 64; ++i) {
        token_sha256 += digit;
    }
    return {token_sha256, person.id, now, now, now, now + session_most_ms, "192.0.2.1", "Firefox"};
}

} // namespace

TEST_P(MemberStore, FindsAPersonAsHeWasKept)
{
    const auto kept = a_person();
    EXPECT_TRUE(in_tx([&](db::Tx& tx) { return insert_person(tx, kept); }));
    const auto found = in_tx([&](db::Tx& tx) { return find_person(tx, "wang"); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, kept.id);
    EXPECT_EQ(found->name, kept.name);
    EXPECT_EQ(found->roles, kept.roles);
    EXPECT_EQ(found->password_phc, kept.password_phc);
    EXPECT_FALSE(found->demo);
    EXPECT_EQ(found->state, PersonState::active);
    EXPECT_EQ(found->created_at_ms, kept.created_at_ms);
    EXPECT_FALSE(in_tx([&](db::Tx& tx) { return find_person(tx, "li"); }));
}

TEST_P(MemberStore, KeepsALoginOnce)
{
    EXPECT_TRUE(in_tx([&](db::Tx& tx) { return insert_person(tx, a_person()); }));
    auto second = a_person();
    second.id.text = "another";
    EXPECT_FALSE(in_tx([&](db::Tx& tx) { return insert_person(tx, second); }));
    EXPECT_EQ(rows("person"), 1);
}

TEST_P(MemberStore, CountsNobodyAmongDemoPeople)
{
    auto invented = a_person("office");
    invented.demo = true;
    invented.password_phc.reset();
    in_tx([&](db::Tx& tx) { return insert_person(tx, invented); });
    EXPECT_FALSE(in_tx(is_anyone_there));
    EXPECT_EQ(in_tx(demo_people).size(), 1U);
    in_tx([&](db::Tx& tx) { return insert_person(tx, a_person()); });
    EXPECT_TRUE(in_tx(is_anyone_there));
    EXPECT_EQ(in_tx(demo_people).size(), 1U);
}

TEST_P(MemberStore, WritesAStateOnlyOverTheVersionThatWasRead)
{
    auto person = a_person();
    in_tx([&](db::Tx& tx) { return insert_person(tx, person); });
    person.state = PersonState::suspended;
    person.version = 2;
    change([&](db::Tx& tx) { update_state(tx, person, 1); });
    EXPECT_EQ(
        in_tx([](db::Tx& tx) { return find_person(tx, "wang"); })->state, PersonState::suspended);
    EXPECT_THROW(change([&](db::Tx& tx) { update_state(tx, person, 1); }), db::Failure);
}

TEST_P(MemberStore, JoinsASessionWithItsPerson)
{
    const auto person = a_person();
    const auto session = a_session("a", person);
    change([&](db::Tx& tx) {
        insert_person(tx, person);
        insert_session(tx, session);
    });
    const auto visit = in_tx([&](db::Tx& tx) { return find_visit(tx, session.token_sha256); });
    ASSERT_TRUE(visit);
    EXPECT_EQ(visit->id, person.id);
    EXPECT_EQ(visit->login, "wang");
    EXPECT_EQ(visit->name, person.name);
    EXPECT_EQ(visit->roles, person.roles);
    EXPECT_EQ(visit->last_seen_at_ms, now);
    EXPECT_EQ(visit->ends_at_ms, session.ends_at_ms);
    EXPECT_FALSE(in_tx([&](db::Tx& tx) { return find_visit(tx, std::string(64, 'b')); }));
}

TEST_P(MemberStore, MovesLastSeenForwardOnly)
{
    const auto session = a_session("a", a_person());
    change([&](db::Tx& tx) {
        insert_person(tx, a_person());
        insert_session(tx, session);
        update_last_seen(tx, session.token_sha256, now + 90'000);
        update_last_seen(tx, session.token_sha256, now + 60'000);
    });
    const auto visit = in_tx([&](db::Tx& tx) { return find_visit(tx, session.token_sha256); });
    EXPECT_EQ(visit->last_seen_at_ms, now + 90'000);
}

TEST_P(MemberStore, EndsSessionsOneByOneByTimeAndWithTheDemo)
{
    auto invented = a_person("office");
    invented.demo = true;
    auto old = a_session("b", a_person());
    old.ends_at_ms = now;
    change([&](db::Tx& tx) {
        insert_person(tx, a_person());
        insert_person(tx, invented);
        insert_session(tx, a_session("a", a_person()));
        insert_session(tx, old);
        insert_session(tx, a_session("c", invented));
    });
    change([&](db::Tx& tx) { delete_ended_sessions(tx, now); });
    EXPECT_EQ(rows("session"), 2);
    change([&](db::Tx& tx) { delete_demo_sessions(tx); });
    EXPECT_EQ(rows("session"), 1);
    EXPECT_TRUE(in_tx([](db::Tx& tx) { return delete_session(tx, std::string(64, 'a')); }));
    EXPECT_FALSE(in_tx([](db::Tx& tx) { return delete_session(tx, std::string(64, 'a')); }));
    EXPECT_EQ(rows("session"), 0);
}

TEST_P(MemberStore, UsesALinkOnceInTimeAndForItsPurpose)
{
    const std::string token(64, 'd');
    const auto use = [&](base::Instant at) {
        return in_tx([&](db::Tx& tx) { return use_link(tx, token, LinkPurpose::setup, at); });
    };
    const auto good = [&](base::Instant at) {
        return in_tx([&](db::Tx& tx) { return is_link_good(tx, token, LinkPurpose::setup, at); });
    };
    EXPECT_FALSE(good(now));
    change([&](db::Tx& tx) { insert_link(tx, token, LinkPurpose::setup, now, now + 1000); });
    EXPECT_TRUE(good(now + 999));
    EXPECT_FALSE(good(now + 1000));
    EXPECT_FALSE(use(now + 1000));
    EXPECT_TRUE(use(now + 999));
    EXPECT_FALSE(use(now + 999));
    EXPECT_FALSE(good(now + 999));
    change([](db::Tx& tx) { delete_unused_links(tx, LinkPurpose::setup); });
    EXPECT_EQ(rows("one_time_link"), 1) << "that a link was used stays known";
}

TEST_P(MemberStore, KeepsAttemptsAsTheRuleCountsThem)
{
    const Attempted whose{std::string(64, 'e'), "192.0.2.7", PersonId{"person-wang"}};
    const Attempted elsewhere{whose.account, "192.0.2.8", whose.person};
    change([](db::Tx& tx) { insert_person(tx, a_person()); });
    const auto found = [&](const Attempted& of) {
        return in_tx([&](db::Tx& tx) { return find_attempts(tx, of); });
    };
    EXPECT_EQ(found(whose), Attempts{});

    const auto twice = counted(counted({}, now), now + 1);
    change([&](db::Tx& tx) { keep_attempts(tx, whose, {}, twice, now + 1); });
    EXPECT_EQ(found(whose), twice);
    EXPECT_EQ(found(elsewhere), (Attempts{.account_paid_until = twice.account_paid_until}));

    const auto right = taken_back(twice, now + 2);
    change([&](db::Tx& tx) {
        keep_attempts(tx, whose, twice, right, now + 2);
        keep_known_address(tx, *whose.person, whose.address, now + 2);
    });
    EXPECT_EQ(found(whose), right);
    EXPECT_FALSE(found(elsewhere).known);
}

TEST_P(MemberStore, ForgetsAttemptsAndAddressesThatAreOld)
{
    const Attempted whose{std::string(64, 'e'), "192.0.2.7", PersonId{"person-wang"}};
    change([&](db::Tx& tx) {
        insert_person(tx, a_person());
        keep_attempts(tx, whose, {}, counted({}, now), now);
        keep_known_address(tx, *whose.person, whose.address, now);
    });
    EXPECT_EQ(rows("sign_in_tally"), 3);
    const Attempted other{std::string(64, 'f'), "192.0.2.8", {}};
    change([&](db::Tx& tx) {
        keep_attempts(tx, other, {}, {}, now + memory_ms);
        keep_known_address(tx, *whose.person, other.address, now + 181LL * 24 * 3'600'000);
    });
    EXPECT_EQ(rows("sign_in_tally"), 0);
    EXPECT_EQ(rows("known_address"), 1);
}

} // namespace xieshang::members
