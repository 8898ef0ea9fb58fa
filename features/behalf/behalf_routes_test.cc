// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_desk_test.h"

namespace xieshang::behalf {
namespace {

using testing::HasSubstr;
using testing::Not;

class BehalfRoutes : public BehalfDesk {};
ON_EVERY_DATABASE(BehalfRoutes);

TEST_P(BehalfRoutes, TellAPersonWhatTheOfficeDidWithBothNames)
{
    ASSERT_EQ(set_telephone(clerk, wang).status, 204);
    const auto told = see(own, "/api/behalf/own").body.at("items").at(0);
    EXPECT_EQ(told.at("by_name"), "张三");
    EXPECT_EQ(told.at("for_name"), "王芳");
    EXPECT_EQ(told.at("deed"), "change_contact");
    EXPECT_EQ(told.at("fields"), boost::json::array{"telephone"});
    EXPECT_EQ(told.at("state"), "told");
    EXPECT_EQ(told.at("reachable"), true);
    EXPECT_EQ(see(own, "/api/behalf/own/unopened").body.at("unopened"), 1);
    EXPECT_THAT(everything_recorded(), HasSubstr(R"("by_id":")" + clerk.id));
    EXPECT_THAT(everything_recorded(), HasSubstr(R"("person_id":")" + wang));
    EXPECT_EQ(recorded("behalf.record"), 1);
    const auto history = see(own, "/api/people/" + wang + "/history").text;
    EXPECT_THAT(history, HasSubstr(R"("by_name":"张三","action":"contact.change")"));
    EXPECT_THAT(history, HasSubstr(R"("for_name":"王芳")"));
}

TEST_P(BehalfRoutes, TellNothingOfWhatAPersonDidHimself)
{
    ASSERT_EQ(set_telephone(own, wang).status, 204);
    EXPECT_EQ(newest_of(own), "");
    EXPECT_EQ(recorded("behalf.record"), 0);
    EXPECT_THAT(
        see(own, "/api/people/" + wang + "/history").text, Not(HasSubstr(R"("for_name":"王芳")")));
}

TEST_P(BehalfRoutes, TellOnceWhenAllContactsAreErased)
{
    ASSERT_EQ(set_telephone(own, wang).status, 204);
    ASSERT_EQ(ask(own, http::Method::put, "/api/people/" + wang + "/contacts/email",
                  R"({"value":"wang@example.cn"})", nothing_there)
                  .status,
        204);
    ASSERT_EQ(ask(clerk, http::Method::del, "/api/people/" + wang + "/contacts").status, 200);
    EXPECT_EQ(recorded("behalf.record"), 1);
    const auto told = see(own, "/api/behalf/own").body.at("items").at(0);
    EXPECT_EQ(told.at("deed"), "erase_contact");
    EXPECT_EQ(told.at("fields"), (boost::json::array{"telephone", "email"}));
    ASSERT_EQ(ask(clerk, http::Method::del, "/api/people/" + wang + "/contacts").status, 200);
    EXPECT_EQ(recorded("behalf.record"), 1); // nothing was there
}

TEST_P(BehalfRoutes, TakeAnObjectionAnswerItByAnotherAndLetItBeRead)
{
    ASSERT_EQ(set_telephone(clerk, wang).status, 204);
    const auto act = newest_of(own);
    ASSERT_EQ(step(own, act, "see", 1).status, 201);
    EXPECT_EQ(see(own, "/api/behalf/own/unopened").body.at("unopened"), 0);
    EXPECT_EQ(step(own, act, "object", 2, " ").field(), "/words behalf.no_words");
    ASSERT_EQ(step(own, act, "object", 2, "这不是我的号码").status, 201);
    EXPECT_EQ(step(own, act, "object", 3, "再说一遍").code(), "workflow.no_such_step");
    EXPECT_EQ(step(clerk, act, "answer", 3, "是的").code(), "behalf.second_pair");
    EXPECT_EQ(step(own, act, "answer", 3, "是的").code(), "workflow.wrong_role");
    const auto answered = step(colleague, act, "answer", 3, "已改回");
    ASSERT_EQ(answered.status, 201) << answered.text;
    EXPECT_EQ(see(own, "/api/behalf/own/unopened").body.at("unopened"), 1);
    const auto read = step(own, act, "see", 4);
    EXPECT_EQ(read.body.at("act").at("state"), "settled");
    const auto& steps = read.body.at("steps").as_array();
    ASSERT_EQ(steps.size(), 5);
    EXPECT_EQ(steps.at(2).at("words"), "这不是我的号码");
    EXPECT_EQ(steps.at(3).at("words"), "已改回");
    EXPECT_EQ(steps.at(3).at("by_name"), "赵四");
    EXPECT_EQ(step(own, act, "object", 5, "还是不对").status, 201);
    for (const auto* event : {"behalf.see", "behalf.object"}) {
        EXPECT_EQ(recorded(event), 2) << event;
    }
    EXPECT_EQ(recorded("behalf.answer"), 1);
}

TEST_P(BehalfRoutes, LetTheSecretaryGeneralAnswerOnlyWhereTheOfficeIsOnePerson)
{
    const auto general = account("sun", "孙五", Role::secretary_general);
    ASSERT_EQ(set_telephone(clerk, wang).status, 204);
    const auto act = newest_of(own);
    ASSERT_EQ(step(own, act, "object", 1, "不对").status, 201);
    EXPECT_EQ(step(general, act, "answer", 2, "好").code(), "behalf.second_pair");
    ASSERT_TRUE(members::change_state(
        services(), {}, PersonId{colleague.id}, members::PersonState::suspended));
    EXPECT_EQ(step(clerk, act, "answer", 2, "好").code(), "behalf.second_pair");
    EXPECT_EQ(step(general, act, "answer", 2, "好").status, 201);
}

TEST_P(BehalfRoutes, SayWhoMayAnswerWhereTheSecretaryGeneralObjectsToTheOnlyClerk)
{
    const auto general = account("sun", "孙五", Role::secretary_general);
    ASSERT_TRUE(people::register_person(
        services(), clerk, {.words = {.name = "孙五"}, .account = PersonId{general.id}}));
    ASSERT_TRUE(members::change_state(
        services(), {}, PersonId{colleague.id}, members::PersonState::suspended));
    ASSERT_EQ(set_telephone(clerk, general.id).status, 204);
    const auto act = newest_of(general);
    ASSERT_EQ(step(general, act, "object", 1, "不对").status, 201);
    EXPECT_EQ(step(clerk, act, "answer", 2, "好").code(), "behalf.nobody_answers");
    EXPECT_EQ(step(general, act, "answer", 2, "好").code(), "behalf.nobody_answers");
    EXPECT_THAT(see(clerk, "/api/behalf/acts/" + act).text, HasSubstr("system administrator"));
    const auto another = account("qian", "钱六", Role::office);
    EXPECT_EQ(step(another, act, "answer", 2, "已改回").status, 201);
}

TEST_P(BehalfRoutes, AreNotThereForAnybodyElse)
{
    ASSERT_EQ(set_telephone(clerk, wang).status, 204);
    const auto act = newest_of(own);
    auto other = account("li", "李强", Role::member);
    other.membership = base::Membership::active;
    const auto nowhere = "00000000-0000-4000-8000-000000000000";
    const auto same = [&](const Answer& hidden, const Answer& absent) {
        EXPECT_EQ(hidden.status, 404);
        EXPECT_EQ(hidden.code(), absent.code());
        EXPECT_EQ(hidden.body.at("detail"), absent.body.at("detail"));
    };
    const std::string acts = "/api/behalf/acts/";
    same(see(other, acts + act), see(other, acts + nowhere));
    same(see(other, acts + act + "/scan"), see(other, acts + nowhere + "/scan"));
    same(step(other, act, "object", 1, "不对"), step(other, nowhere, "object", 1, "不对"));
    EXPECT_EQ(newest_of(other), "");
    EXPECT_EQ(see(other, "/api/behalf/acts").status, 403);
    EXPECT_EQ(see(other, "/api/behalf/acts/export").status, 403);
    const base::Actor auditor{"a", "审计", members::bit(Role::auditor)};
    EXPECT_EQ(see(auditor, acts + act).status, 403);
    EXPECT_EQ(see(auditor, acts + act + "/scan").status, 403);
    EXPECT_EQ(recorded("behalf.object"), 0);
}

TEST_P(BehalfRoutes, StayAFormerMembersOwn)
{
    ASSERT_EQ(set_telephone(clerk, wang).status, 204);
    auto former = own;
    former.dormant = std::exchange(former.roles, 0);
    former.membership = base::Membership::former;
    const auto act = newest_of(former);
    ASSERT_NE(act, "");
    EXPECT_EQ(step(former, act, "object", 1, "我已离任").status, 201);
}

TEST_P(BehalfRoutes, AreAnOfficesListToNarrowSortAndExport)
{
    const auto li = people::register_person(services(), clerk, {{"李强"}}).value();
    ASSERT_EQ(set_telephone(clerk, wang).status, 204);
    clock.advance(1000);
    ASSERT_EQ(set_telephone(colleague, li.id.text).status, 204);
    const auto names = [&](const std::string& query) {
        std::string all;
        const auto answer = see(clerk, "/api/behalf/acts?" + query);
        for (const auto& item : answer.body.at("items").as_array()) {
            all += std::string(item.at("for_name").as_string());
        }
        return all;
    };
    EXPECT_EQ(names(""), "李强王芳");
    EXPECT_EQ(names("sort=oldest"), "王芳李强");
    EXPECT_EQ(names("q=赵四"), "李强");
    EXPECT_EQ(names("state=objected"), "");
    EXPECT_EQ(names("deed=change_contact&size=1"), "李强");
    const auto first = see(clerk, "/api/behalf/acts?size=1");
    EXPECT_EQ(names("size=1&after=" + first.at("next")), "王芳");
    EXPECT_EQ(first.body.at("items").at(0).at("reachable"), false); // 李强 has no account
    EXPECT_THAT(see(clerk, "/api/behalf/acts/export").text, HasSubstr("nobody can be told"));
}

} // namespace
} // namespace xieshang::behalf
