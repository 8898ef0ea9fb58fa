// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/people_desk_test.h"

namespace xieshang::people {
namespace {

using members::Role;
using testing::HasSubstr;
using testing::Not;

class ContactRoutes : public PeopleDesk {
protected:
    Answer keep(const base::Actor& as, const std::string& contact, const std::string& value,
        std::int64_t version = nothing_there)
    {
        return send(as, http::Method::put, person("/contacts/" + contact),
            R"({"value":")" + value + R"("})", version);
    }
    std::int64_t version_of(const base::Actor& as, const std::string& contact)
    {
        const auto page = get(as, person());
        for (const auto& offer : page.body.at("contacts").as_array()) {
            if (offer.at("contact").as_string() == boost::json::string_view(contact)) {
                return offer.at("version").as_int64();
            }
        }
        return -1;
    }
    Answer look(const base::Actor& as, const std::string& contact, const std::string& reason)
    {
        return send(as, http::Method::post, person("/contacts/" + contact + "/looks"),
            R"({"reason":")" + reason + R"("})");
    }
    base::Actor own() const { return actor(Role::member, wang_.id.text); }
};
ON_EVERY_DATABASE(ContactRoutes);

TEST_P(ContactRoutes, LetTheOfficeAndThePersonKeepAndSeeThem)
{
    EXPECT_EQ(keep(own(), "telephone", "138 0013 8000").status, 204);
    EXPECT_EQ(keep(own(), "email", "wang@example.cn").status, 204);
    EXPECT_EQ(keep(office, "identity_number", "11010519491231002x").status, 204);
    EXPECT_EQ(look(own(), "telephone", "").at("value"), "13800138000");
    EXPECT_EQ(look(own(), "identity_number", "").at("value"), "11010519491231002X");
    EXPECT_EQ(look(office, "telephone", "电话通知开会").at("value"), "13800138000");
    EXPECT_EQ(look(office, "telephone", " ").field(), "/reason contact.no_reason");
    EXPECT_EQ(recorded("sealed_value.look"), 3);
    EXPECT_EQ(recorded("contact.change"), 3);
    const auto page = get(own(), person());
    EXPECT_THAT(page.text,
        HasSubstr(R"({"contact":"identity_number","kept":true,"version":3,"can_look":true,)"
                  R"("can_change":false})"));
}

// Of two who write, neither loses a word unseen.
TEST_P(ContactRoutes, AreNotWrittenOverWhatTheWriterHasNotSeen)
{
    EXPECT_EQ(version_of(own(), "telephone"), 0);
    EXPECT_EQ(keep(own(), "telephone", "13800138001", 0).status, 428) << "without If-Match";
    ASSERT_EQ(keep(own(), "telephone", "13800138001").status, 204);
    const auto seen = version_of(office, "telephone");
    EXPECT_EQ(seen, 1);
    EXPECT_EQ(look(office, "telephone", "核对").body.at("version").as_int64(), seen);
    EXPECT_EQ(keep(office, "telephone", "13800138002").status, 412) << "one is there by now";
    ASSERT_EQ(keep(own(), "telephone", "13800138003", seen).status, 204);
    const auto late = keep(office, "telephone", "13800138002", seen);
    EXPECT_EQ(late.status, 412);
    EXPECT_EQ(late.code(), "contact.stale");
    EXPECT_EQ(look(own(), "telephone", "").at("value"), "13800138003");
    ASSERT_EQ(
        keep(office, "telephone", "13800138002", version_of(office, "telephone")).status, 204);
    EXPECT_EQ(look(own(), "telephone", "").at("value"), "13800138002");
}

TEST_P(ContactRoutes, NeverHaveAVersionTwiceThoughErased)
{
    ASSERT_EQ(keep(own(), "telephone", "13800138001").status, 204);
    const auto seen = version_of(office, "telephone");
    ASSERT_EQ(send(own(), http::Method::del, person("/contacts/telephone")).status, 200);
    EXPECT_EQ(version_of(office, "telephone"), 0);
    EXPECT_EQ(keep(office, "telephone", "13800138002", seen).code(), "contact.stale") << "erased";
    ASSERT_EQ(keep(own(), "telephone", "13800138003").status, 204);
    EXPECT_GT(version_of(office, "telephone"), seen);
    EXPECT_EQ(keep(office, "telephone", "13800138002", seen).code(), "contact.stale");
    EXPECT_EQ(look(own(), "telephone", "").at("value"), "13800138003");
}

// Whose answer was lost sends again what he wrote; what another wrote is not guessed that way.
TEST_P(ContactRoutes, AreTakenAgainFromWhoWroteThemAndToldToNobodyElse)
{
    ASSERT_EQ(keep(own(), "telephone", "13800138001").status, 204);
    ASSERT_EQ(keep(own(), "telephone", "13800138002", 1).status, 204);
    EXPECT_EQ(keep(own(), "telephone", "13800138002", 1).status, 204);
    EXPECT_EQ(keep(office, "telephone", "13800138002", 1).status, 412);
    EXPECT_EQ(keep(office, "telephone", "13800138001", 1).status, 412);
    EXPECT_EQ(recorded("contact.change"), 2);
}

// SES-03
TEST_P(ContactRoutes, ShowAnIdentityNumberOnlyToWhoShowedLatelyWhoHeIs)
{
    ASSERT_EQ(keep(office, "identity_number", "11010519491231002X").status, 204);
    ASSERT_EQ(keep(office, "telephone", "13800138000").status, 204);
    for (auto who : {office, own()}) {
        who.proved_lately = false;
        const auto refused = look(who, "identity_number", "核对");
        EXPECT_EQ(refused.status, 403);
        EXPECT_EQ(refused.code(), "members.prove_again");
        EXPECT_EQ(look(who, "telephone", "电话通知开会").status, 200);
        EXPECT_THAT(get(who, person()).text,
            HasSubstr(R"("contact":"identity_number","kept":true,"version":1,"can_look":true)"));
    }
    EXPECT_EQ(recorded("sealed_value.look"), 2) << "of the telephone";
    EXPECT_EQ(look(office, "identity_number", "核对").at("value"), "11010519491231002X");
}

TEST_P(ContactRoutes, AreNotThereForAnybodyElse)
{
    ASSERT_EQ(keep(office, "telephone", "13800138000").status, 204);
    for (const auto role : {Role::chairperson, Role::secretary_general, Role::party_group,
             Role::member, Role::department_handler}) {
        EXPECT_EQ(look(actor(role), "telephone", "为什么").code(), "people.not_found");
        EXPECT_EQ(keep(actor(role), "telephone", "13900139000").code(), "people.not_found");
    }
    EXPECT_EQ(keep(own(), "identity_number", "11010519491231002X").code(), "people.not_found");
    for (const auto role :
        {Role::system_administrator, Role::security_administrator, Role::auditor}) {
        EXPECT_EQ(look(actor(role), "telephone", "为什么").status, 403);
    }
    EXPECT_EQ(recorded("sealed_value.look"), 0);
    EXPECT_EQ(look(office, "email", "为什么").code(), "contact.none");
    EXPECT_EQ(look(office, "address", "为什么").code(), "contact.unknown");
}

TEST_P(ContactRoutes, RefuseWhatIsNoneAndNameTheField)
{
    EXPECT_EQ(keep(office, "telephone", "12345").field(), "/value contact.not_a_telephone");
    EXPECT_EQ(keep(office, "email", "wang").field(), "/value contact.not_an_email");
    EXPECT_EQ(keep(office, "identity_number", "110105194912310021").field(),
        "/value contact.wrong_check_digit");
    EXPECT_EQ(recorded("contact.change"), 0);
}

TEST_P(ContactRoutes, AreNowhereButInTheVault)
{
    ASSERT_EQ(keep(office, "telephone", "13800138000").status, 204);
    ASSERT_EQ(keep(office, "telephone", "138-0013-8000", 1).status, 204); // the same: no change
    EXPECT_EQ(recorded("contact.change"), 1);
    ASSERT_EQ(look(office, "telephone", "核对").status, 200);
    const auto nowhere = [](const std::string& text) {
        EXPECT_THAT(text, Not(HasSubstr("13800138000")));
    };
    nowhere(everything_recorded());
    nowhere(get(office, person()).text);
    nowhere(get(office, "/api/people").text);
    nowhere(get(office, "/api/people/export").text);
    nowhere(get(office, person("/history")).text);
    db().look([&](db::Tx& tx) {
        for (const auto& body : tx.all<std::string>("SELECT body FROM kept_answer")) {
            nowhere(body);
        }
    });
}

TEST_P(ContactRoutes, AreNotToldOfByAHistoryWithoutContacts)
{
    ASSERT_EQ(keep(office, "telephone", "13800138000").status, 204);
    EXPECT_THAT(get(office, person("/history")).text, HasSubstr("telephone"));
    EXPECT_THAT(get(own(), person("/history")).text, HasSubstr("telephone"));
    ASSERT_EQ(look(own(), "telephone", "").status, 200);
    EXPECT_THAT(get(own(), person("/history")).text, Not(HasSubstr("sealed_value.look")));
    ASSERT_EQ(look(office, "telephone", "通知会议改期").status, 200);
    EXPECT_THAT(get(own(), person("/history")).text, HasSubstr("通知会议改期"));
    const auto leader = get(actor(Role::chairperson), person("/history"));
    EXPECT_EQ(leader.status, 200);
    EXPECT_THAT(leader.text, Not(HasSubstr("contact.")));
    EXPECT_THAT(leader.text, Not(HasSubstr("sealed_value.")));
}

TEST_P(ContactRoutes, RaiseOneAlarmABurstWhenSomebodyLooksAtAGreatMany)
{
    ASSERT_EQ(keep(office, "telephone", "13800138000").status, 204);
    const auto look_at_many = [&](int looks, std::int64_t pause_ms) {
        for (int i = 0; i < looks; ++i) {
            clock.advance(pause_ms);
            ASSERT_EQ(look(office, "telephone", "核对").status, 200);
        }
    };
    look_at_many(199, 3'015); // ten minutes less a little
    EXPECT_EQ(recorded("alarm.contact_looks"), 0);
    look_at_many(1, 0);
    EXPECT_EQ(recorded("alarm.contact_looks"), 1);
    look_at_many(100, 1);
    EXPECT_EQ(recorded("alarm.contact_looks"), 1) << "the same burst";
    const auto another = actor(Role::office, "another");
    for (int i = 0; i < 50; ++i) {
        look(another, "telephone", "核对");
    }
    EXPECT_EQ(recorded("alarm.contact_looks"), 1) << "each is counted by himself";
    clock.advance(10 * 60'000);
    look_at_many(199, 0);
    EXPECT_EQ(recorded("alarm.contact_looks"), 1);
    look_at_many(1, 0);
    EXPECT_EQ(recorded("alarm.contact_looks"), 2) << "the next burst";
    clock.advance(10 * 60'000);
    look_at_many(400, 3'100); // slowly: never two hundred in ten minutes
    EXPECT_EQ(recorded("alarm.contact_looks"), 2);
}

TEST_P(ContactRoutes, AreErasedOneByOneOrAllTogether)
{
    ASSERT_EQ(keep(office, "telephone", "13800138000").status, 204);
    ASSERT_EQ(keep(office, "email", "wang@example.cn").status, 204);
    ASSERT_EQ(keep(office, "identity_number", "11010519491231002X").status, 204);
    EXPECT_EQ(send(own(), http::Method::del, person("/contacts/telephone")).status, 200);
    EXPECT_EQ(send(own(), http::Method::del, person("/contacts/telephone")).code(), "contact.none");
    EXPECT_EQ(send(own(), http::Method::del, person("/contacts")).status, 403);
    EXPECT_EQ(send(office, http::Method::del, person("/contacts")).status, 200);
    EXPECT_EQ(recorded("contact.erase"), 3);
    EXPECT_EQ(db().read([](db::Tx& tx) {
        return *tx.one<std::int64_t>("SELECT COUNT(*) FROM sealed_value");
    }),
        0);
}

} // namespace
} // namespace xieshang::people
