// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_store.h"
#include "features/people/roster_desk_test.h"

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class RosterActions : public RosterDesk {};
ON_EVERY_DATABASE(RosterActions);

const std::string head = "姓名,性别,民族,出生年月,党派,界别,街道/小组,单位,职务,手机,状态\n";
const std::string two_rows = head
    + "王芳,女,汉族,1971.4,民建,经济,河东,第一中学,教师,138 0013 8000,\n"
      "李 强,男,回族,1980年12月,无党派,教育界,,,,,拟任\n";

TEST_P(RosterActions, WriteNothingBeforeTheOfficeConfirms)
{
    const auto draft = chosen(two_rows);
    const auto shown = preview(draft);
    EXPECT_EQ(shown.counts, (RosterCounts{.added = 2}));
    EXPECT_THAT(people(), IsEmpty());
    EXPECT_EQ(draft.import.state, RosterState::open);
}

TEST_P(RosterActions, ConfirmingEntersPeopleMembershipsAndSealedContacts)
{
    ASSERT_TRUE(confirm(chosen(two_rows)));
    const auto all = people();
    ASSERT_THAT(all, SizeIs(2));
    const auto& wang = all.at("王芳");
    EXPECT_EQ(wang.words.birth_month, "1971-04");
    EXPECT_EQ(wang.words.unit, "第一中学");
    EXPECT_EQ(wang.words.job, "教师");
    EXPECT_EQ(wang.words.sex, Sex::female);
    EXPECT_TRUE(has_contact(wang, Contact::telephone, "13800138000"));
    const auto membership = memberships(wang).at(0);
    EXPECT_EQ(membership.sector_id, economy_.id);
    EXPECT_EQ(membership.group_id, street_.id);
    EXPECT_EQ(membership.state, MembershipState::active);
    EXPECT_EQ(memberships(all.at("李强")).at(0).state, MembershipState::invited);
    expect_sound();
}

TEST_P(RosterActions, ConfirmingTwiceIsConfirmingOnce)
{
    const auto draft = chosen(two_rows);
    const auto first = confirm(draft);
    const auto second = confirm(draft);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(*first, *second);
    EXPECT_THAT(people(), SizeIs(2));
}

TEST_P(RosterActions, TheSameFileAgainChangesNothing)
{
    ASSERT_TRUE(confirm(chosen(two_rows)));
    EXPECT_EQ(preview(chosen(two_rows)).counts, (RosterCounts{.same = 2}));
}

TEST_P(RosterActions, ShowWhatChangesOfSomebodyWhoIsThere)
{
    ASSERT_TRUE(confirm(chosen(two_rows)));
    const auto draft =
        chosen(head + "王芳,女,汉族,1971-04,民盟,教育,河东,第一中学,校长,13900139000,停职\n");
    const auto shown = preview(draft);
    EXPECT_THAT(shown.outcomes.at(0).changes,
        ElementsAre(RosterChange{RosterField::party, "民建", "民盟"},
            RosterChange{RosterField::job, "教师", "校长"}, RosterChange{RosterField::telephone},
            RosterChange{RosterField::sector, "经济界", "教育界"},
            RosterChange{RosterField::state, "active", "suspended"}));
    ASSERT_TRUE(confirm(draft));
    const auto wang = people().at("王芳");
    EXPECT_EQ(wang.version, 2);
    EXPECT_TRUE(has_contact(wang, Contact::telephone, "13900139000"));
    EXPECT_EQ(memberships(wang).at(0).sector_id, schools_.id);
    EXPECT_EQ(memberships(wang).at(0).state, MembershipState::suspended);
    expect_sound();
}

TEST_P(RosterActions, WhatChangedMeanwhileIsShownAgainAndNothingIsLost)
{
    const auto wang = person({.name = "王芳", .party = "民建"});
    auto draft = chosen("姓名,党派\n王芳,民盟\n李强,民进\n");
    auto words = wang.words;
    words.party = "农工党";
    ASSERT_TRUE(edit_person(services_ref(), clerk, {wang.id, 1, change_to(words)}));
    EXPECT_EQ(confirm(draft).error().code, "roster.register_changed");
    EXPECT_EQ(people().at("王芳").words.party, "农工党");
    EXPECT_THAT(people(), SizeIs(1));
    const auto shown = preview(draft);
    EXPECT_THAT(shown.moved, ElementsAre(true, false));
    EXPECT_EQ(shown.outcomes[0].changes[0].before, "农工党");
    draft = choose(draft.import.id, draft.options); // seen
    ASSERT_TRUE(confirm(draft));
    EXPECT_EQ(people().at("王芳").words.party, "民盟");
}

TEST_P(RosterActions, TwoPeopleOfOneNameMustBeChosen)
{
    const auto elder = person({.name = "王芳", .birth_month = "1950-01"});
    person({.name = "王芳", .birth_month = "1980-02"});
    auto draft = chosen("姓名,党派\n王芳,民盟\n");
    EXPECT_EQ(preview(draft).outcomes[0].kind, RowKind::ambiguous);
    EXPECT_THAT(preview(draft).outcomes[0].candidates, SizeIs(2));
    EXPECT_EQ(confirm(draft).error().code, "roster.rows_open");
    draft.options.people = {{2, elder.id}};
    draft = choose(draft.import.id, draft.options);
    ASSERT_TRUE(confirm(draft));
    const auto now = db().read([&](db::Tx& tx) { return find_registered_person(tx, elder.id); });
    EXPECT_EQ(now->words.party, "民盟");
}

TEST_P(RosterActions, AFurtherColumnTellsPeopleOfOneNameApart)
{
    person({.name = "王芳", .birth_month = "1950-01"});
    const auto younger = person({.name = "王芳", .birth_month = "1980-02"});
    const auto shown = preview(chosen("姓名,出生年月,党派\n王芳,1980-02,民盟\n"));
    EXPECT_EQ(shown.outcomes[0].person->id, younger.id);
    const auto neither = preview(chosen("姓名,出生年月\n王芳,1990-02\n"));
    EXPECT_EQ(neither.outcomes[0].kind, RowKind::ambiguous);
}

TEST_P(RosterActions, TheIdentityNumberFindsWhoeverChangedTheName)
{
    ASSERT_TRUE(confirm(chosen("姓名,身份证号\n王芳,11010519491231002X\n")));
    const auto draft = chosen("姓名,身份证号\n王方,11010519491231002x\n");
    EXPECT_EQ(preview(draft).outcomes[0].kind, RowKind::changed);
    ASSERT_TRUE(confirm(draft));
    EXPECT_THAT(people().at("王方").words.former_names, ElementsAre("王芳"));
}

TEST_P(RosterActions, ANamesakeOfAnotherIdentityNumberTakesNobodysPlace)
{
    ASSERT_TRUE(confirm(chosen("姓名,身份证号,手机\n王芳,11010519491231002X,13800138000\n")));
    const auto first = people().at("王芳");
    auto draft = chosen("姓名,身份证号,手机\n王芳,320602198002030120,13900139000\n");
    EXPECT_EQ(preview(draft).outcomes[0].kind, RowKind::ambiguous);
    EXPECT_EQ(confirm(draft).error().code, "roster.rows_open");
    draft.options.people = {{2, {}}}; // a new person
    draft = choose(draft.import.id, draft.options);
    ASSERT_TRUE(confirm(draft));
    EXPECT_TRUE(has_contact(first, Contact::identity_number, "11010519491231002X"));
    EXPECT_TRUE(has_contact(first, Contact::telephone, "13800138000"));
    EXPECT_EQ(db().read([](db::Tx& tx) { return all_registered_people(tx); }).size(), 2U);
}

TEST_P(RosterActions, ContactsStandNowhereInTheClear)
{
    auto draft = chosen("姓名,手机,邮箱,身份证号\n"
                        "王芳,13800138000,wang@example.cn,11010519491231002X\n李强,12,x,1\n");
    const auto looked = preview(draft);
    EXPECT_EQ(looked.outcomes[1].kind, RowKind::wrong);
    for (const auto& trouble : looked.outcomes[1].row.troubles) {
        EXPECT_EQ(trouble.value, "");
    }
    ASSERT_TRUE(confirm(draft, true));
    db().read([&](db::Tx& tx) {
        for (const auto* sql : {"SELECT content FROM event_content",
                 "SELECT options || result || file_name FROM roster_import"}) {
            for (const auto& text : tx.all<std::string>(sql)) {
                EXPECT_EQ(text.find("13800138000"), std::string::npos);
                EXPECT_EQ(text.find("wang@example"), std::string::npos);
                EXPECT_EQ(text.find("11010519491231002"), std::string::npos);
            }
        }
        for (const auto& box : tx.all<db::Blob>("SELECT box FROM sealed_value")) {
            EXPECT_EQ(box.bytes.find("13800138000"), std::string::npos);
        }
        return 0;
    });
}

TEST_P(RosterActions, WhoseContactsChangeIsToldOnceWithTheRoster)
{
    const auto wang = person({.name = "王芳"});
    ASSERT_TRUE(
        confirm(chosen("姓名,手机,邮箱\n王芳,13800138000,wang@example.cn\n李强,13900139000,\n")));
    const auto acts = db().read([](db::Tx& tx) { return behalf::search_acts(tx, {}); });
    ASSERT_THAT(acts, SizeIs(1)); // 李强 came with the roster: nothing was there to change
    EXPECT_EQ(acts.at(0).person_id, wang.id);
    EXPECT_EQ(acts.at(0).by_name, "张办");
    EXPECT_EQ(acts.at(0).for_name, "王芳");
    EXPECT_EQ(acts.at(0).about, "名册导入");
    EXPECT_EQ(acts.at(0).fields, "telephone,email");
    ASSERT_TRUE(confirm(chosen("姓名,手机\n王芳,13800138000\n"))); // the same again
    EXPECT_THAT(db().read([](db::Tx& tx) { return behalf::search_acts(tx, {}); }), SizeIs(1));
}

TEST_P(RosterActions, WrongRowsAreToldAndLeftOutOnlyOnPurpose)
{
    const auto draft = chosen(head
        + "王芳,甲,汉族,1971-13,民建,渔业,河西,,,,在\n"
          "王芳一,,,,,经济,,,,,\n"
          "王芳一,,,,,经济,,,,,\n"
          "\"=\"\"李强\"\"\",,,,,,,,,,\n"
          ",女,,,,,,,,,\n"
          "赵四,,,,,,河东,,,,\n");
    const auto shown = preview(draft);
    std::vector<std::string> codes;
    for (const auto& outcome : shown.outcomes) {
        for (const auto& trouble : outcome.row.troubles) {
            codes.push_back(trouble.code);
        }
    }
    EXPECT_THAT(codes,
        ElementsAre("roster.not_a_sex", "roster.not_a_month", "roster.no_sector", "roster.no_group",
            "roster.not_a_state", "roster.doubled", "roster.formula", "roster.no_name",
            "roster.needs_sector"));
    EXPECT_EQ(confirm(draft).error().code, "roster.rows_open");
    EXPECT_THAT(people(), IsEmpty());
    ASSERT_TRUE(confirm(draft, true));
    EXPECT_THAT(people(), SizeIs(1));
}

TEST_P(RosterActions, AnUnknownSectorIsChosenFromThoseThatAreThere)
{
    auto draft = chosen("姓名,界别\n王芳,商贸\n李强,商贸\n");
    EXPECT_EQ(preview(draft).counts.wrong, 2);
    draft.options.places = {{RosterField::sector, "商贸", economy_.id}};
    draft = choose(draft.import.id, draft.options);
    ASSERT_TRUE(confirm(draft));
    EXPECT_EQ(memberships(people().at("李强")).at(0).sector_id, economy_.id);
}

TEST_P(RosterActions, AMemberWhoHasLeftCannotMoveButComesBack)
{
    ASSERT_TRUE(confirm(chosen("姓名,界别,状态\n王芳,经济,离任\n")));
    EXPECT_EQ(code_of(chosen("姓名,界别\n王芳,教育\n"), 0), "roster.former_stays");
    ASSERT_TRUE(confirm(chosen("姓名,界别,状态\n王芳,教育,在任\n")));
    const auto membership = memberships(people().at("王芳")).at(0);
    EXPECT_EQ(membership.state, MembershipState::active);
    EXPECT_EQ(membership.sector_id, schools_.id);
    EXPECT_EQ(code_of(chosen("姓名,状态\n王芳,拟任\n"), 0), "roster.no_way_to");
    expect_sound();
}

TEST_P(RosterActions, TermsAreThoseOfTheRegister)
{
    EXPECT_EQ(code_of(chosen("姓名,界别,届\n王芳,经济,第三届\n"), 0), "roster.no_term");
    ASSERT_TRUE(confirm(chosen("姓名,界别,届\n王芳,经济,第二届\n")));
    EXPECT_EQ(memberships(people().at("王芳")).at(0).term_id, term_.id);
}

TEST_P(RosterActions, ChoicesThatDoNotFitAreNamed)
{
    auto draft = chosen("姓名,党派\n王芳,民盟\n");
    draft.options.columns = {
        {0, RosterField::party}, {1, RosterField::party}, {9, RosterField::sex}};
    draft.options.head_row = 77;
    const auto refused =
        choose_roster_options(services_ref(), clerk, draft, draft.import.version).error();
    EXPECT_EQ(refused.code, "roster.options_invalid");
    EXPECT_THAT(refused.fields, SizeIs(4));
}

TEST_P(RosterActions, NobodyElseImports)
{
    const auto draft = chosen("姓名\n王芳\n");
    const base::Actor reader{"r", "李读", members::bit(members::Role::reader)};
    EXPECT_EQ(confirm_roster(services_ref(), reader, draft, {draft.import.version, false, "x"},
                  [](auto, auto) {})
                  .error()
                  .code,
        "request.forbidden");
    EXPECT_THAT(people(), IsEmpty());
}

TEST_P(RosterActions, WhatIsDiscardedOrStaleDoesNotGoOn)
{
    const auto draft = chosen("姓名\n王芳\n");
    EXPECT_EQ(confirm_roster(services_ref(), clerk, draft, {1, false, "x"}, [](auto, auto) {})
                  .error()
                  .code,
        "roster.stale");
    ASSERT_TRUE(shelve_roster(services_ref(), clerk,
        {draft.import.id, draft.import.version, RosterImportAction::discard, "传错了"}));
    EXPECT_EQ(confirm(draft).error().code, "roster.discarded");
    EXPECT_THAT(people(), IsEmpty());
}

TEST_P(RosterActions, TheOriginalIsALookWithAReason)
{
    const auto draft = chosen(two_rows);
    EXPECT_EQ(roster_original(services_ref(), clerk, draft.import.id, " ").error().code,
        "sealing.no_reason");
    EXPECT_EQ(roster_original(services_ref(), clerk, draft.import.id, "核对原件")->bytes, two_rows);
    const auto looks = db().read([](db::Tx& tx) {
        return tx.all<std::string>("SELECT subject_id FROM event WHERE action = "
                                   "'sealed_value.look'");
    });
    EXPECT_THAT(looks, ElementsAre("roster_import/" + draft.import.id.text + "/file"));
}

} // namespace
} // namespace xieshang::people
