// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The first roster of a house: what is missing is said at once, added in one go, and what was left
// out stays to be seen with its reasons.
#include "features/people/organisation_store.h"
#include "features/people/roster_choice_actions.h"
#include "features/people/roster_desk_test.h"
#include "features/people/roster_kept_actions.h"

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class RosterGapsActions : public RosterDesk {
protected:
    std::vector<std::string> codes_of(const RosterDraft& draft, std::size_t row)
    {
        std::vector<std::string> codes;
        const auto shown = preview(draft);
        for (const auto& trouble : shown.outcomes.at(row).row.troubles) {
            codes.push_back(trouble.code);
        }
        return codes;
    }
    RosterGaps gaps(const RosterDraft& draft)
    {
        const auto shown = preview(draft);
        return gaps_of(shown.outcomes, shown.organisations);
    }
    base::Result<RosterChosen> add(const RosterDraft& draft, std::vector<NewRosterPlace> places,
        const base::Actor& actor = clerk)
    {
        return add_roster_places(
            services_ref(), actor, draft, {draft.import.version, std::move(places), "名册导入"});
    }
    std::vector<Organisation> bodies()
    {
        return db().read([](db::Tx& tx) { return all_organisations(tx); });
    }
    std::vector<KeptRosterRow> kept(const RosterImportId& id)
    {
        return roster_rows_kept(services_ref(), id).value();
    }
    void go_back_before_the_term() // so that none runs
    {
        constexpr std::int64_t ten_years_ms = 3650LL * 86'400'000;
        clock_.advance(-ten_years_ms);
    }
};
ON_EVERY_DATABASE(RosterGapsActions);

TEST_P(RosterGapsActions, TellAllThatIsWrongInARowAtOnce)
{
    const auto draft = chosen("姓名,性别,界别,街道,届,状态\n"
                              ",女,渔业,河西,,\n"
                              "王芳,甲,渔业,,九,\n"
                              "李强,,,河西,,在\n"
                              "赵四,,渔业,,第x届,\n");
    EXPECT_THAT(
        codes_of(draft, 0), ElementsAre("roster.no_sector", "roster.no_group", "roster.no_name"));
    EXPECT_THAT(
        codes_of(draft, 1), ElementsAre("roster.not_a_sex", "roster.no_sector", "roster.no_term"));
    EXPECT_THAT(codes_of(draft, 2),
        ElementsAre("roster.no_group", "roster.not_a_state", "roster.needs_sector"));
    EXPECT_THAT(codes_of(draft, 3), ElementsAre("roster.no_sector", "roster.not_a_term"));
    go_back_before_the_term();
    EXPECT_THAT(codes_of(draft, 0),
        ElementsAre("roster.no_sector", "roster.no_group", "roster.no_name", "roster.no_terms"));
    EXPECT_EQ(gaps(draft).rows_without_term, 2);
    EXPECT_THAT(gaps(draft).terms, ElementsAre(9));
}

TEST_P(RosterGapsActions, NameEachPlaceOnceHoweverItIsSpelt)
{
    const auto found = gaps(chosen("姓名,界别,街道\n"
                                   "王一,体育,河西街道\n王二,体育界,\n王三,体育界,河西\n"
                                   "王四,渔业,\n王五,经济,\n王六,经济类,\n王七,教育,\n"));
    ASSERT_THAT(found.places, SizeIs(4));
    EXPECT_EQ(found.places[0],
        (RosterPlaceGap{RosterField::sector, {"体育", "体育界"}, 3, "体育界", true, ""}));
    EXPECT_EQ(found.places[3],
        (RosterPlaceGap{RosterField::group, {"河西街道", "河西"}, 2, "河西街道", true, ""}));
    EXPECT_EQ(
        found.places[1], (RosterPlaceGap{RosterField::sector, {"渔业"}, 1, "渔业", false, ""}));
    EXPECT_EQ(found.places[2].words, std::vector<std::string>{"经济类"});
}

TEST_P(RosterGapsActions, ASectorThatTheRegisterCallsOtherwiseIsNotProposed)
{
    body(OrganisationKind::sector, "文化艺术界", "whys");
    const auto found = gaps(chosen("姓名,界别\n王一,文艺界\n"));
    EXPECT_EQ(found.places.at(0).like, "文化艺术界");
    EXPECT_FALSE(found.places.at(0).usual);
}

TEST_P(RosterGapsActions, AContactIsNoPlace)
{
    EXPECT_THAT(gaps(chosen("姓名,界别\n王一,13800138000\n王二,a@example.cn\n")).places, IsEmpty());
}

TEST_P(RosterGapsActions, NewPeopleWithoutASectorAreNoMembers)
{
    EXPECT_EQ(gaps(chosen("姓名,单位\n王一,一中\n王二,\n")).no_members, 2);
    EXPECT_EQ(gaps(chosen("姓名,界别\n王一,经济\n王二,\n")).no_members, 1);
}

TEST_P(RosterGapsActions, PlacesAreAddedInOneGoWithCodesOfTheirOwn)
{
    const auto committee = body(OrganisationKind::committee, "政协委员会", "tyj");
    auto draft = chosen("姓名,界别,街道\n王一,体育,河西\n王二,特邀,河西\n王三,海外,\n");
    EXPECT_EQ(preview(draft).counts.wrong, 3);
    const auto chosen = add(draft,
        {{RosterField::sector, {"体育"}, "体育界"}, {RosterField::sector, {"特邀"}, "特邀人士"},
            {RosterField::group, {"河西"}, "河西街道"}});
    ASSERT_TRUE(chosen) << chosen.error().code;
    EXPECT_EQ(chosen->preview.counts, (RosterCounts{.added = 2, .wrong = 1}));
    draft = this->draft(draft.import.id);
    EXPECT_EQ(preview(draft).counts.moved, 0) << "the office has seen it";
    std::map<std::string, Organisation> by_name;
    for (const auto& one : bodies()) {
        by_name[one.words.name] = one;
    }
    EXPECT_EQ(by_name.at("体育界").words.code, "tyj2");
    EXPECT_EQ(by_name.at("体育界").words.parent_id, committee.id);
    EXPECT_EQ(by_name.at("体育界").words.valid.from, "2016-12-28");
    EXPECT_EQ(by_name.at("河西街道").words.kind, OrganisationKind::sub_district);
    ASSERT_TRUE(confirm(draft, true));
    EXPECT_EQ(memberships(people().at("王二")).at(0).sector_id, by_name.at("特邀人士").id);
    EXPECT_EQ(memberships(people().at("王一")).at(0).group_id, by_name.at("河西街道").id);
    const auto told = db().read(
        [](db::Tx& tx) { return tx.all<std::string>("SELECT content FROM event_content"); });
    EXPECT_THAT(told,
        testing::Contains(
            testing::AllOf(testing::HasSubstr("河西街道"), testing::HasSubstr("名册导入"))));
    expect_sound();
}

TEST_P(RosterGapsActions, AddingThemTwiceAddsThemOnce)
{
    const auto draft = chosen("姓名,界别\n王一,体育\n");
    const std::vector<NewRosterPlace> sport{{RosterField::sector, {"体育"}, "体育界"}};
    ASSERT_TRUE(add(draft, sport));
    EXPECT_EQ(add(draft, sport).error().code, "roster.stale");
    ASSERT_TRUE(add(this->draft(draft.import.id), sport));
    EXPECT_THAT(bodies(), SizeIs(4));
}

TEST_P(RosterGapsActions, NothingIsAddedWhereOnePlaceIsRefused)
{
    const auto draft = chosen("姓名,界别\n王一,体育\n王二,渔业\n");
    const auto refused = add(draft,
        {{RosterField::sector, {"体育"}, "体育界"},
            {RosterField::sector, {"渔业"}, std::string(300, 'a')}});
    EXPECT_EQ(refused.error().code, "organisation.invalid");
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/places/1/name");
    EXPECT_EQ(
        add(draft, {{RosterField::party, {"民盟"}, "民盟"}}).error().code, "roster.places_invalid");
    const base::Actor reader{"r", "李读", members::bit(members::Role::reader)};
    EXPECT_EQ(add(draft, {{RosterField::sector, {"体育"}, "体育界"}}, reader).error().code,
        "request.forbidden");
    EXPECT_THAT(bodies(), SizeIs(3));
    ASSERT_TRUE(confirm(draft, true));
    EXPECT_EQ(add(this->draft(draft.import.id), {}).error().code, "roster.imported");
}

TEST_P(RosterGapsActions, WhatBecameOfEachRowStaysUntilTheFileIsErased)
{
    const auto wang = person({.name = "王芳"});
    person({.name = "赵四", .birth_month = "1950-01"});
    person({.name = "赵四", .birth_month = "1960-01"});
    const auto draft =
        chosen("姓名,界别,党派,手机\n王芳,,民盟,\n李强,渔业,,13800138000\n赵四,,,\n孙五,教育,,\n");
    EXPECT_FALSE(roster_rows_kept(services_ref(), draft.import.id));
    ASSERT_TRUE(confirm(draft, true));
    const auto rows = kept(draft.import.id);
    ASSERT_THAT(rows, SizeIs(4));
    EXPECT_EQ(rows[0].person_id, wang.id);
    EXPECT_EQ(rows[1].kind, RowKind::wrong);
    EXPECT_EQ(rows[1].troubles.at(0).code, "roster.no_sector");
    EXPECT_EQ(rows[1].troubles.at(0).value, "渔业");
    EXPECT_FALSE(rows[1].person_id);
    EXPECT_THAT(rows[2].candidates, SizeIs(2));
    EXPECT_EQ(rows[3].person_id, people().at("孙五").id);
    body(OrganisationKind::sector, "渔业界", "yy"); // later, it was not wrong
    EXPECT_EQ(kept(draft.import.id), rows);
    ASSERT_TRUE(shelve_roster(services_ref(), clerk,
        {draft.import.id, this->draft(draft.import.id).import.version, RosterImportAction::erase,
            "用完销毁"}));
    EXPECT_FALSE(roster_rows_kept(services_ref(), draft.import.id));
    expect_sound();
}

TEST_P(RosterGapsActions, ListsAreNarrowedSortedAndPaged)
{
    const auto one = chosen("姓名\n王一\n").import.id;
    clock_.advance(1000);
    const auto two = chosen("姓名\n王二\n").import.id;
    clock_.advance(1000);
    ASSERT_TRUE(confirm(draft(one)));
    const auto ids = [&](const RosterSearch& search) {
        std::vector<std::string> found;
        for (const auto& each : list_rosters(services_ref(), search)) {
            found.push_back(each.id.text);
        }
        return found;
    };
    EXPECT_THAT(ids({}), ElementsAre(two.text, one.text));
    EXPECT_THAT(ids({.order = RosterOrder::oldest}), ElementsAre(one.text, two.text));
    EXPECT_THAT(ids({.order = RosterOrder::touched}), ElementsAre(one.text, two.text));
    EXPECT_THAT(ids({.state = RosterState::imported}), ElementsAre(one.text));
    EXPECT_THAT(ids({.words = "名册"}), SizeIs(2));
    EXPECT_THAT(ids({.words = "张办"}), SizeIs(2));
    EXPECT_THAT(ids({.words = "%"}), IsEmpty());
    const auto first = list_rosters(services_ref(), {.most = 1}).at(0);
    EXPECT_THAT(ids({.after = std::tuple(sort_value(first, RosterOrder::newest), first.id.text)}),
        ElementsAre(one.text));
}

} // namespace
} // namespace xieshang::people
