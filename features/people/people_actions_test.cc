// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_actions.h"
#include "features/people/membership_store.h"
#include "features/people/people_audit_actions.h"
#include "features/people/post_actions.h"
#include "features/people/register_actions.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <gmock/gmock.h>

#include <optional>

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const base::Actor office{"office", "张办", members::bit(members::Role::office)};
const base::Actor reader{"reader", "李读", members::bit(members::Role::reader)};

class PeopleActions : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        services_.emplace(services::Services{db(), clock_, random_, files_});
        term_ = add_term(services(), office, {1, {"2016-12-28", {}}}).value();
        sector_ = body(OrganisationKind::sector, "s-1");
        wang_ = register_person(services(), office, {{"王芳"}}).value();
        li_ = register_person(services(), office, {{"李强"}}).value();
    }

    services::Services& services() { return *services_; }

    Organisation body(OrganisationKind kind, const std::string& code)
    {
        return add_organisation(
            services(), office, {kind, "名称" + code, code, code, {}, {"2016-12-28", {}}})
            .value();
    }

    Named named(const RegisteredPerson& person, bool confirmed = true)
    {
        return {person.id, sector_.id, {}, confirmed};
    }

    Membership member(const RegisteredPerson& person)
    {
        const auto invited = invite_member(services(), office, {term_.id, named(person)}).value();
        return take_membership_step(services(), office, {invited.id, 1, MembershipAction::confirm})
            .value();
    }

    Standing standing(const RegisteredPerson& person, std::string_view day)
    {
        return db().read([&](db::Tx& tx) { return standing_of(tx, person.id, day); });
    }

    std::vector<std::string> audited()
    {
        std::vector<std::string> fields;
        const auto look = [&](db::Tx& tx, auto ids, auto audit) {
            for (const auto& id : ids(tx)) {
                for (const auto& misfit : audit(tx, id)) {
                    const auto field = misfit.params.find("field");
                    fields.push_back(misfit.table + ": "
                        + (field == misfit.params.end() ? misfit.code : field->second));
                }
            }
        };
        db().look([&](db::Tx& tx) {
            look(tx, registered_people_to_audit, audit_registered_person);
            look(tx, organisations_to_audit, audit_organisation);
            look(tx, terms_to_audit, audit_term);
            look(tx, posts_to_audit, audit_post);
            look(tx, tenures_to_audit, audit_tenure);
            look(tx, memberships_to_audit, audit_membership);
        });
        return fields;
    }

    std::vector<std::string> audit_after(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        return audited();
    }

    Term term_;
    Organisation sector_;
    RegisteredPerson wang_;
    RegisteredPerson li_;

private:
    tests::FakeClock clock_;
    base::SeededRandom random_{14};
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    std::optional<services::Services> services_;
};
ON_EVERY_DATABASE(PeopleActions);

TEST_P(PeopleActions, KeepTheNameThatSomebodyHadBefore)
{
    auto words = wang_.words;
    words.name = "王方";
    const auto edited = edit_person(services(), office, {wang_.id, 1, change_to(words)});
    ASSERT_TRUE(edited);
    EXPECT_THAT(edited->words.former_names, ElementsAre("王芳"));
    EXPECT_EQ(edit_person(services(), office, {wang_.id, 1, change_to(words)}).error().code,
        "people.stale");
    EXPECT_EQ(register_person(services(), office, {{"王芳"}, wang_.id}).error().code,
        "people.registered");
    EXPECT_TRUE(register_person(services(), office, {{"王芳"}})); // two people of one name
    EXPECT_THAT(audited(), IsEmpty());
}

TEST_P(PeopleActions, MakeAMemberWhoActsForTheSectorUntilSuspended)
{
    const auto membership = member(wang_);
    EXPECT_EQ(standing(wang_, "2020-01-01").membership, MembershipState::active);
    EXPECT_THAT(standing(wang_, "2020-01-01").bodies, ElementsAre(sector_.id.text));
    AskedMembershipStep asked{membership.id, 2, MembershipAction::suspend};
    EXPECT_EQ(take_membership_step(services(), office, asked).error().code, "membership.no_reason");
    asked.reason = "立案审查";
    EXPECT_EQ(take_membership_step(services(), reader, asked).error().code, "request.forbidden");
    EXPECT_TRUE(take_membership_step(services(), office, asked));
    EXPECT_EQ(standing(wang_, "2020-01-01").membership, MembershipState::suspended);
    EXPECT_THAT(standing(wang_, "2020-01-01").bodies, IsEmpty());
    EXPECT_EQ(invite_member(services(), office, {term_.id, named(wang_)}).error().code,
        "workflow.no_such_step");
    EXPECT_THAT(audited(), IsEmpty());
}

TEST_P(PeopleActions, ReElectWithoutLosingTheOldTerm)
{
    member(wang_);
    member(li_);
    const auto changed = re_elect(services(), office, {2, {"2021-12-20", {}}}, {named(wang_)});
    ASSERT_TRUE(changed);
    EXPECT_EQ(standing(wang_, "2021-12-20").membership, MembershipState::active);
    EXPECT_EQ(standing(li_, "2021-12-20").membership, MembershipState::former);
    EXPECT_THAT(standing(li_, "2021-12-20").bodies, IsEmpty());
    EXPECT_EQ(standing(li_, "2021-12-19").membership, MembershipState::active);
    EXPECT_THAT(audited(), IsEmpty());
}

TEST_P(PeopleActions, LeaveAClosedTermAsItIs)
{
    const auto membership = member(li_);
    ASSERT_TRUE(re_elect(services(), office, {2, {"2022-01-05", {}}}, {}));
    for (const auto action :
        {MembershipAction::suspend, MembershipAction::leave, MembershipAction::move}) {
        const auto refused =
            take_membership_step(services(), office, {membership.id, 2, action, "辞去"});
        EXPECT_EQ(refused.error().code, "membership.term_closed");
    }
    EXPECT_EQ(invite_member(services(), office, {term_.id, named(wang_)}).error().code,
        "membership.term_closed");
    EXPECT_THAT(audited(), IsEmpty());
}

TEST_P(PeopleActions, KeepTheDayFromWhichAStepHolds)
{
    const auto invited =
        invite_member(services(), office, {term_.id, named(wang_), {}, "2017-01-10"}).value();
    const auto step = [&](std::int64_t version, MembershipAction action, std::string day) {
        return take_membership_step(services(), office,
            {.id = invited.id,
                .version_seen = version,
                .action = action,
                .reason = "说明",
                .day = std::move(day)});
    };
    EXPECT_EQ(step(1, MembershipAction::confirm, "2017-01-09").error().fields.at(0).code,
        "membership.day_too_early");
    EXPECT_TRUE(step(1, MembershipAction::confirm, "2017-02-01"));
    EXPECT_EQ(step(2, MembershipAction::leave, "2022-03-15").error().fields.at(0).code,
        "membership.day_to_come"); // the clock says 2022-03-14
    EXPECT_TRUE(step(2, MembershipAction::leave, "2020-06-30"));
    std::vector<std::string> days;
    for (const auto& kept : db().read([&](db::Tx& tx) { return steps_of(tx, invited.id); })) {
        days.push_back(kept.from_day);
    }
    EXPECT_THAT(days, ElementsAre("2017-01-10", "2017-02-01", "2020-06-30"));
    EXPECT_THAT(audited(), IsEmpty());
    EXPECT_THAT(audit_after("UPDATE membership_step SET from_day = '2020-07-01' WHERE version = 3"),
        ElementsAre("membership_step: steps"));
}

TEST_P(PeopleActions, KeepThePlaceThatAMemberHadBefore)
{
    const auto other = body(OrganisationKind::sector, "s-2");
    const auto membership = member(wang_);
    const auto step = [&](std::int64_t version, MembershipAction action,
                          std::optional<OrganisationId> sector = {}) {
        return take_membership_step(services(), office,
            {.id = membership.id,
                .version_seen = version,
                .action = action,
                .reason = "说明",
                .sector_id = std::move(sector)});
    };
    ASSERT_TRUE(step(2, MembershipAction::move, other.id));
    ASSERT_TRUE(step(3, MembershipAction::leave));
    ASSERT_TRUE(invite_member(services(), office, {term_.id, named(wang_), "再次提名"}));
    std::vector<std::string> places;
    for (const auto& kept : db().read([&](db::Tx& tx) { return steps_of(tx, membership.id); })) {
        places.push_back(kept.sector_id.value_or("?"));
    }
    EXPECT_THAT(places,
        ElementsAre(
            sector_.id.text, sector_.id.text, other.id.text, other.id.text, sector_.id.text));
    EXPECT_THAT(audited(), IsEmpty());
    EXPECT_THAT(audit_after("UPDATE membership_step SET sector_id = '" + other.id.text
                    + "' WHERE version = 1"),
        ElementsAre("membership_step: steps"));
    EXPECT_THAT(audit_after("UPDATE membership_step SET sector_id = NULL WHERE version = 1"),
        ElementsAre("membership_step: steps"));
}

TEST_P(PeopleActions, ReElectNobodyWhoDoesNotFitAndThenChangeNothing)
{
    auto stranger = named(wang_);
    stranger.person_id = {"nobody"};
    auto astray = named(li_);
    astray.sector_id = {"nowhere"};
    const auto refused =
        re_elect(services(), office, {2, {"2021-12-20", {}}}, {named(wang_), stranger, astray});
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().fields.size(), 2U);
    EXPECT_EQ(refused.error().fields[0].pointer, "/named/1/person_id");
    EXPECT_EQ(refused.error().fields[1].pointer, "/named/2/sector_id");
    EXPECT_EQ(re_elect(services(), reader, {2, {"2021-12-20", {}}}, {named(wang_)}).error().code,
        "request.forbidden");
    EXPECT_THAT(audit_after("DELETE FROM membership_step"), IsEmpty());
    EXPECT_EQ(standing(wang_, "2021-12-20").membership, MembershipState::none);
}

TEST_P(PeopleActions, GiveASingleSeatToOneAtATime)
{
    const auto committee = body(OrganisationKind::committee, "c-1");
    const auto chair = add_post(services(), office, {committee.id, "主席", true}).value();
    const auto first =
        begin_tenure(services(), office, {chair.id, wang_.id, {"2017-01-01", {}}}).value();
    const NewTenure second{chair.id, li_.id, {"2022-01-01", {}}};
    EXPECT_EQ(begin_tenure(services(), office, second).error().code, "post.taken");
    EXPECT_EQ(
        end_tenure(services(), office, first.id, 1, "2016-01-01").error().code, "period.invalid");
    EXPECT_TRUE(end_tenure(services(), office, first.id, 1, "2021-12-31"));
    EXPECT_TRUE(begin_tenure(services(), office, second));
    EXPECT_THAT(*holders_of(services(), chair.id, "2021-12-31"), ElementsAre(wang_.id));
    EXPECT_THAT(*holders_of(services(), chair.id, "2022-01-01"), ElementsAre(li_.id));
    EXPECT_THAT(standing(li_, "2022-01-01").bodies, ElementsAre(committee.id.text));
    EXPECT_THAT(audited(), IsEmpty());
    EXPECT_THAT(audit_after("UPDATE tenure SET until_day = '2022-01-02' WHERE version = 2"),
        ElementsAre("tenure: period"));
    EXPECT_THAT(audit_after("UPDATE post SET single_seat = NOT single_seat"),
        ElementsAre("post: single_seat", "tenure: period"));
}

TEST_P(PeopleActions, AreBetrayedByTheRecordWhereARowWasTouched)
{
    member(wang_);
    EXPECT_THAT(audited(), IsEmpty());
    EXPECT_THAT(audit_after("UPDATE registered_person SET name = '王五' WHERE name = '王芳'"),
        ElementsAre("registered_person: name", "registered_person: words_sha256"));
    EXPECT_THAT(
        audit_after("UPDATE registered_person SET name = '王芳' WHERE name = '王五'"), IsEmpty());
    EXPECT_THAT(
        audit_after("UPDATE membership SET state = 'former'"), ElementsAre("membership: state"));
    EXPECT_THAT(audit_after("UPDATE membership SET state = 'active', version = 3"),
        ElementsAre("membership: version", "membership: events"));
    EXPECT_THAT(audit_after("UPDATE membership SET version = 2"), IsEmpty());
    EXPECT_THAT(audit_after("UPDATE membership_step SET reason = 'x' WHERE version = 2"),
        ElementsAre("membership_step: steps"));
    EXPECT_THAT(audit_after("DELETE FROM membership_step"), ElementsAre("membership_step: steps"));
    EXPECT_THAT(audit_after("UPDATE organisation SET code = 's-9'"),
        ElementsAre("organisation: words", "membership_step: steps"));
    EXPECT_THAT(audit_after("UPDATE term SET until_day = '2030-01-01'"),
        ElementsAre("organisation: words", "term: period", "membership_step: steps"));
}

} // namespace
} // namespace xieshang::people
