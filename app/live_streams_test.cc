// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An open stream of live changes ends when what it was opened with ends (AZ-05): over HTTP, without
// waiting for an event or a heartbeat.
#include "app/served_house_test.h"
#include "features/members/password_actions.h"
#include "features/people/membership_actions.h"
#include "features/people/register_actions.h"

namespace xieshang::app {
namespace {

using members::Role;
using testing::HasSubstr;
using tests::RawClient;

const base::Actor clerk{"", "王小协", members::bit(Role::office)};

class LiveStreams : public ServedHouse {
protected:
    void SetUp() override
    {
        ServedHouse::SetUp();
        if (!IsSkipped()) {
            li_ = come("li", Role::office);
            wang_ = come("wang", Role::office);
        }
    }

    struct Guest {
        members::PersonId id;
        std::string token;
        std::unique_ptr<RawClient> stream;
    };
    Guest come(const std::string& login, Role role)
    {
        Guest guest{add(login, role).id, "", nullptr};
        guest.token = token_of(login);
        follow(guest);
        return guest;
    }
    static std::string stream_of(const Guest& guest)
    {
        return "GET /api/events HTTP/1.1\r\nHost: localhost\r\nCookie: xieshang=" + guest.token
            + "\r\n\r\n";
    }
    void follow(Guest& guest)
    {
        guest.stream = std::make_unique<RawClient>(port());
        guest.stream->send(stream_of(guest));
        ASSERT_THAT(guest.stream->until("\r\n\r\n"), HasSubstr("200 OK"));
        ASSERT_THAT(guest.stream->until("\n\n"), HasSubstr("retry"));
    }
    int status_of(const Guest& guest)
    {
        return ask({"GET /api/session", "xieshang=" + guest.token}).status;
    }
    // Until the server ends it, at most ten seconds.
    void expect_end_of(Guest& guest)
    {
        EXPECT_TRUE(guest.stream->is_closed());
        EXPECT_FALSE(guest.stream->was_reset());
    }
    // He hears of what is told now.
    void expect_open(Guest& guest)
    {
        hub().publish({1'000'000, "changed", "{}", ~base::Roles{}});
        EXPECT_THAT(guest.stream->until("id: 1000000\n"), HasSubstr("id: "));
    }
    Guest li_, wang_;
};
ON_EVERY_DATABASE(LiveStreams);

TEST_P(LiveStreams, EndWithASignOutHere)
{
    EXPECT_EQ(ask({"DELETE /api/session", "xieshang=" + li_.token}).status, 204);
    expect_end_of(li_);
    expect_open(wang_);
    EXPECT_EQ(status_of(li_), 401);
}

TEST_P(LiveStreams, EndWithASignOutEverywhereButNotWithAnothersSession)
{
    Guest elsewhere{li_.id, token_of("li"), nullptr};
    follow(elsewhere);
    EXPECT_EQ(ask({"DELETE /api/account/sessions", "xieshang=" + li_.token}).status, 204);
    expect_end_of(li_);
    expect_end_of(elsewhere);
    expect_open(wang_);
}

TEST_P(LiveStreams, EndWithTheOneSessionThatWasEndedFromAnother)
{
    Guest elsewhere{li_.id, token_of("li"), nullptr};
    follow(elsewhere);
    const auto own = members::own_account(services(), li_.token, {});
    for (const auto& session : own->sessions) {
        if (!session.this_one) {
            ASSERT_TRUE(members::end_own_session(services(), li_.token, session.id));
        }
    }
    expect_end_of(elsewhere);
    expect_open(li_);
}

TEST_P(LiveStreams, EndWhenAnotherSignsInInTheSameBrowser)
{
    auto caller = members::at_home;
    caller.old_token = li_.token;
    ASSERT_TRUE(members::sign_in(services(), "wang", "right password", caller));
    expect_end_of(li_);
    expect_open(wang_);
}

TEST_P(LiveStreams, EndForWhoIsSuspended)
{
    ASSERT_TRUE(members::change_state(
        services(), {"", "安全", 0}, li_.id, members::PersonState::suspended));
    expect_end_of(li_);
    expect_open(wang_);
}

TEST_P(LiveStreams, EndForWhoLosesARole)
{
    ASSERT_TRUE(members::change_role(services(), {"", "安全", 0}, li_.id, {Role::office, false}));
    expect_end_of(li_);
    expect_open(wang_);
    RawClient again(port());
    EXPECT_EQ(again.ask(stream_of(li_)).status, 403);
}

TEST_P(LiveStreams, EndForWhoseMembershipIsSuspended)
{
    const people::Period since{"2001-01-01", {}};
    const auto term = people::add_term(services(), clerk, {2, since}).value().id;
    const auto sector = people::add_organisation(
        services(), clerk, {people::OrganisationKind::sector, "教育界", "教育界", "edu", {}, since})
                            .value()
                            .id;
    const auto member = add("zhao", Role::member);
    people::register_person(services(), clerk, {{member.name}, member.id}).value();
    auto membership =
        people::invite_member(services(), clerk, {term, {member.id, sector, {}, false}}).value();
    membership = people::take_membership_step(
        services(), clerk, {membership.id, membership.version, people::MembershipAction::confirm})
                     .value();
    Guest zhao{member.id, token_of("zhao"), nullptr};
    follow(zhao);
    ASSERT_TRUE(people::take_membership_step(services(), clerk,
        {membership.id, membership.version, people::MembershipAction::suspend, "停职"}));
    expect_end_of(zhao);
    expect_open(wang_);
}

// Another server on the same PostgreSQL did it; a SQLite file has one owner.
TEST_P(LiveStreams, EndWhereAnotherNodeSuspendedSomebody)
{
    if (std::string(GetParam()) == "sqlite") {
        return;
    }
    const auto node = fresh().another_node();
    services::Services there{
        *node, services().clock, services().random, services().files, services().vault};
    ASSERT_TRUE(
        members::change_state(there, {"", "安全", 0}, li_.id, members::PersonState::suspended));
    expect_end_of(li_);
    expect_open(wang_);
}

} // namespace
} // namespace xieshang::app
