// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/audit/audit_desk_test.h"
#include "features/people/membership_actions.h"
#include "features/people/register_actions.h"

namespace xieshang::audit {
namespace {

using testing::HasSubstr;
using testing::Not;

class Denials : public AuditDesk {
protected:
    // How many of them; none has words that nobody may read.
    std::size_t denied(const std::string& action)
    {
        const auto all = recorded();
        return static_cast<std::size_t>(std::count(all.begin(), all.end(), action));
    }
    std::string use_link(const std::string& code)
    {
        const auto used =
            members::use_account_link(services(), {code, "春江潮水连海平上"}, members::at_home, {});
        return used ? "in" : used.error().code;
    }
};
ON_EVERY_DATABASE(Denials);

TEST_P(Denials, OfTheSecondStepSayWhoseAndWhichKindOfCode)
{
    const auto wang = add("wang");
    add_factor(token_of("wang"));
    const auto waiting = token_of("wang");
    EXPECT_EQ(code_of_step(waiting, "123450"), "members.invalid");
    const auto page = acts("action=denial.second_step");
    EXPECT_THAT(
        page, HasSubstr(R"("result":"refused","kind":"sign_in","object":")" + wang.id.text));
    EXPECT_THAT(page, HasSubstr(R"("object_name":"王小协","about":["audit.reason.code"])"));
    EXPECT_EQ(code_of_step(waiting, "ABCD-EFGH-JKMN-PQRS"), "members.invalid");
    EXPECT_EQ(denied("denial.second_step"), 1U) << "one a minute";
    clock.advance(members::minute_ms);
    EXPECT_EQ(code_of_step(waiting, "ABCD-EFGH-JKMN-PQRS"), "members.invalid");
    EXPECT_THAT(acts("result=refused"), HasSubstr("audit.reason.recovery_code"));
    EXPECT_THAT(everything_recorded(), Not(HasSubstr("123450")));
    EXPECT_THAT(everything_recorded(), Not(HasSubstr("ABCD")));
}

TEST_P(Denials, OfALinkSayWhetherItIsWrongUsedOrTooOld)
{
    const auto wang = add("wang");
    EXPECT_EQ(use_link("ABCD-EFGH-JKMN"), "members.link_spent");
    EXPECT_THAT(acts("action=denial.link"),
        HasSubstr(R"("kind":"address","object":"192.0.2.1","object_name":"",)"
                  R"("about":["audit.reason.link_wrong"])"));
    const auto code = members::make_account_link(services(), office_, wang.id).value().code;
    EXPECT_EQ(use_link(code), "in");
    EXPECT_EQ(use_link(code), "members.link_spent");
    EXPECT_THAT(acts("object=" + wang.id.text), HasSubstr("audit.reason.link_used"));
    clock.advance(members::minute_ms);
    const auto late = members::make_account_link(services(), office_, wang.id).value().code;
    clock.advance(members::reset_link_ms);
    EXPECT_EQ(use_link(late), "members.link_spent");
    EXPECT_THAT(acts("object=" + wang.id.text), HasSubstr("audit.reason.link_expired"));
    EXPECT_THAT(everything_recorded(), Not(HasSubstr(code)));
}

TEST_P(Denials, OfWhoIsHeldBackAreKeptOnceAMinuteForAnAccountOrAnAddress)
{
    const members::Caller stranger{"198.51.100.7", "", ""};
    const auto wang = add("wang");
    const auto held_back = [&](const std::string& login) {
        int times = 0;
        for (int i = 0; i < 9; ++i) {
            times +=
                code_of_sign_in(login, "wrong", stranger) == "members.too_many_attempts" ? 1 : 0;
        }
        return times;
    };
    EXPECT_GT(held_back("wang"), 2);
    EXPECT_EQ(denied("denial.held_back"), 1U);
    EXPECT_THAT(acts("action=denial.held_back"),
        HasSubstr(R"("object":")" + wang.id.text
            + R"(","object_name":"王小协","about":["audit.reason.members.too_many_attempts"])"));
    EXPECT_GT(held_back("nobody's login"), 2);
    EXPECT_EQ(denied("denial.held_back"), 2U);
    EXPECT_THAT(acts("object=198.51.100.7"), HasSubstr("denial.held_back"));
    EXPECT_THAT(everything_recorded(), Not(HasSubstr("nobody")));
    clock.advance(members::minute_ms - 1);
    held_back("wang");
    EXPECT_EQ(denied("denial.held_back"), 2U);
    clock.advance(1);
    held_back("wang");
    EXPECT_EQ(denied("denial.held_back"), 3U);
}

class HiddenObjects : public Denials {
protected:
    void SetUp() override
    {
        Denials::SetUp();
        if (!IsSkipped()) {
            member_ = {add("li").id.text, "李小商", members::bit(members::Role::member),
                base::Membership::active};
            wang_ =
                people::register_person(services(), office_, {{.name = "王芳"}}).value().id.text;
            keep("13800000000");
        }
    }
    http::Response look(const base::Actor& by, const std::string& id)
    {
        return send(by, http::Method::post, "/api/people/" + id + "/contacts/telephone/looks", "",
            R"({"reason":"核对"})");
    }
    void keep(const std::string& telephone)
    {
        const auto path = "/api/people/" + wang_ + "/contacts/telephone";
        EXPECT_EQ(
            send(office_, http::Method::put, path, "", R"({"value":")" + telephone + R"("})", 0)
                .status,
            204);
    }
    base::Actor member_;
    std::string wang_;
};
ON_EVERY_DATABASE(HiddenObjects);

TEST_P(HiddenObjects, LeaveATraceAndTheSameAnswerAsWhatIsNotThere)
{
    const auto absent = look(member_, "00000000-0000-4000-8000-000000000000");
    EXPECT_EQ(denied("denial.object"), 0U) << "a wrong address is no attempt";
    const auto hidden = look(member_, wang_);
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(hidden.body, absent.body);
    const auto page = acts("object=" + wang_ + "&result=refused");
    EXPECT_THAT(page, HasSubstr(R"("action":"denial.object","result":"refused")"));
    EXPECT_THAT(page, HasSubstr(R"("by":")" + member_.id));
    EXPECT_THAT(page, HasSubstr(R"("object":")" + wang_ + R"(","object_name":"王芳")"));
    EXPECT_THAT(page, HasSubstr(R"("about":["operation.lookAtContact"])"));
}

TEST_P(HiddenObjects, AreKeptOnceAMinuteForEachOperation)
{
    look(member_, wang_);
    look(member_, wang_);
    EXPECT_EQ(denied("denial.object"), 1U);
    EXPECT_EQ(ask(member_, "/api/people/" + wang_ + "/history").status, 404);
    EXPECT_EQ(denied("denial.object"), 2U);
    clock.advance(members::minute_ms);
    look(member_, wang_);
    EXPECT_EQ(denied("denial.object"), 3U);
}

TEST_P(HiddenObjects, AreNoneForWhoSeesThem)
{
    EXPECT_EQ(look(office_, wang_).status, 200);
    EXPECT_EQ(ask(member_, "/api/people/" + wang_).status, 200);
    EXPECT_EQ(denied("denial.object"), 0U);
}

TEST_P(HiddenObjects, AreNotTheOnlyRefusalsAlsoAStepThatARuleForbids)
{
    const auto term = people::add_term(services(), office_, {1, {"1949-01-01", {}}}).value();
    const auto sector = people::add_organisation(services(), office_,
        {people::OrganisationKind::sector, "经济界", "经济", "s-1", {},
            {"1949-01-01",
                {}}}).value();
    const auto invited = people::invite_member(services(), office_,
        {term.id,
            {people::PersonId{wang_}, sector.id, {},
                false}}).value();
    const auto step = [&](const std::string& action, std::int64_t version) {
        return send(office_, http::Method::post, "/api/memberships/" + invited.id.text + "/steps",
            "", R"({"action":")" + action + R"(","reason":"只有办公室知道"})", version)
            .status;
    };
    EXPECT_EQ(step("confirm", 1), 201);
    EXPECT_EQ(denied("denial.rule"), 0U);
    EXPECT_EQ(step("suspend", 1), 412);
    EXPECT_EQ(denied("denial.rule"), 0U) << "somebody was faster: nothing forbids it";
    EXPECT_EQ(step("confirm", 2), 409);
    EXPECT_EQ(denied("denial.rule"), 1U);
    const auto page = acts("action=denial.rule&result=refused");
    EXPECT_THAT(page, HasSubstr(R"("operation.takeMembershipStep")"));
    EXPECT_THAT(page, HasSubstr(R"("audit.reason.workflow.no_such_step")"));
    EXPECT_THAT(page, HasSubstr(R"("by":")" + office_.id));
    EXPECT_THAT(page, Not(HasSubstr("只有办公室知道")));
}

TEST_P(HiddenObjects, ShowALookAtAContactAmongTheActsOfItsPerson)
{
    EXPECT_EQ(look(office_, wang_).status, 200);
    const auto page = acts("object=" + wang_);
    EXPECT_THAT(page, HasSubstr(R"("action":"sealed_value.look","result":"done")"));
    EXPECT_THAT(page,
        HasSubstr(R"(/telephone","object_name":"王芳","about":["people.web.contact.telephone"])"));
    EXPECT_THAT(page, HasSubstr("registered_person.add"));
    EXPECT_THAT(page, Not(HasSubstr("13800000000")));
    EXPECT_THAT(acts("q=wangfang&action=sealed_value.look"), HasSubstr("王芳"));
}

} // namespace
} // namespace xieshang::audit
