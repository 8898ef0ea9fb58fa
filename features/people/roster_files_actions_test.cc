// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a roster's file and a contact have to do with each other: one identity number is one
// person's, and a contact that is erased is known to stand in a file until the file is erased.
#include "features/people/contact_actions.h"
#include "features/people/contact_files_actions.h"
#include "features/people/people_policies.h"
#include "features/people/roster_desk_test.h"
#include "features/people/roster_step_actions.h"

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto first_number = "11010519491231002X";
constexpr auto telephone = "13800138000";

class RosterFiles : public RosterDesk {
protected:
    base::Result<void> keep(const PersonId& id, Contact contact, std::string_view value)
    {
        return keep_contact(services_ref(), {clerk, policies::change_contact}, id,
            {contact, value, version_of_contact(id, contact)});
    }
    RosterImportId imported(const std::string& text)
    {
        const auto draft = chosen(text);
        EXPECT_TRUE(confirm(draft));
        return draft.import.id;
    }
    base::Result<RosterImport> erase(const RosterImportId& id, std::string reason = "用完销毁")
    {
        return shelve_roster(services_ref(), clerk,
            {id, draft(id).import.version, RosterImportAction::erase, std::move(reason)});
    }
    ContactsErased files_of(const base::Actor& actor, const PersonId& id)
    {
        return files_with_contacts(services_ref(), {actor, policies::change_contact}, id,
            {Contact::telephone, Contact::email, Contact::identity_number})
            .value();
    }
};
ON_EVERY_DATABASE(RosterFiles);

TEST_P(RosterFiles, OneIdentityNumberIsOnePersons)
{
    const auto one = person({.name = "张伟"});
    const auto other = person({.name = "李娜"});
    EXPECT_TRUE(keep(one.id, Contact::identity_number, first_number));
    EXPECT_TRUE(keep(one.id, Contact::identity_number, first_number));
    const auto refused = keep(other.id, Contact::identity_number, "11010519491231002x");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "contact.identity_held");
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/value");
    EXPECT_EQ(refused.error().params.at("name"), "张伟");
    EXPECT_FALSE(has_contact(other, Contact::identity_number, first_number));
    EXPECT_TRUE(keep(one.id, Contact::telephone, telephone));
    EXPECT_TRUE(keep(other.id, Contact::telephone, telephone)); // which two may share
    ASSERT_TRUE(erase_contact(
        services_ref(), {clerk, policies::change_contact}, one.id, Contact::identity_number));
    EXPECT_TRUE(keep(other.id, Contact::identity_number, first_number));
}

TEST_P(RosterFiles, ANumberThatAnotherHasIsToldInThePreview)
{
    const auto holder = person({.name = "张伟"});
    const auto other = person({.name = "李娜"});
    ASSERT_TRUE(keep(holder.id, Contact::identity_number, first_number));
    auto open = chosen("姓名,身份证号\n李娜," + std::string(first_number) + "\n");
    const auto shown = preview(open);
    EXPECT_EQ(shown.outcomes[0].kind, RowKind::ambiguous); // the name or the number is a mistake
    EXPECT_THAT(shown.outcomes[0].candidates, ElementsAre(holder.id, other.id));
    auto options = open.options;
    options.people = {{2, other.id}};
    open = choose(open.import.id, options);
    EXPECT_EQ(code_of(open, 0), "roster.identity_held");
    EXPECT_EQ(preview(open).outcomes[0].row.troubles[0].params.at("name"), "张伟");
    EXPECT_EQ(confirm(open).error().code, "roster.rows_open");
    options.people = {{2, holder.id}}; // who is called otherwise now
    open = choose(open.import.id, options);
    EXPECT_EQ(code_of(open, 0), "");
}

TEST_P(RosterFiles, ANumberThatTwoRowsHaveIsToldInThePreview)
{
    const auto number = std::string(first_number);
    const auto open = chosen("姓名,身份证号\n张伟," + number + "\n李娜," + number + "\n");
    EXPECT_EQ(code_of(open, 0), "");
    EXPECT_EQ(code_of(open, 1), "roster.identity_doubled");
    EXPECT_EQ(preview(open).outcomes[1].row.troubles[0].params.at("row"), "2");
}

TEST_P(RosterFiles, AContactIsKnownToStandInAFileUntilTheFileIsErased)
{
    const auto first = imported("姓名,手机\n张伟," + std::string(telephone) + "\n");
    imported("姓名,手机\n李娜,13800138001\n");
    const auto one = people().at("张伟");
    const auto told = files_of(clerk, one.id);
    ASSERT_EQ(told.files.size(), 1U);
    EXPECT_EQ(told.files[0].roster_import_id, first.text);
    EXPECT_EQ(told.file_count, 1);
    const base::Actor himself{one.id.text, "张伟", members::bit(members::Role::reader)};
    EXPECT_EQ(files_of(himself, one.id).file_count, 1); // how many, not which
    EXPECT_THAT(files_of(himself, one.id).files, IsEmpty());
    const base::Actor another{"p", "某", members::bit(members::Role::reader)};
    EXPECT_EQ(files_of(another, one.id).file_count, 0);

    ASSERT_TRUE(erase(first));
    EXPECT_EQ(files_of(clerk, one.id).file_count, 0);
    EXPECT_TRUE(has_contact(one, Contact::telephone, telephone));
    expect_sound();
}

TEST_P(RosterFiles, AnErasedFileIsGoneAndWhatWasDoneWithItStays)
{
    const auto id = imported("姓名,手机\n张伟," + std::string(telephone) + "\n");
    EXPECT_EQ(erase(id, " ").error().code, "roster.no_reason");
    const auto before = draft(id).import;
    ASSERT_TRUE(erase(id));
    const auto after = draft(id);
    EXPECT_FALSE(after.is_file_kept);
    EXPECT_THAT(after.table.rows, IsEmpty());
    EXPECT_EQ(after.import.sha256, before.sha256);
    EXPECT_EQ(result_of(after.import), result_of(before));
    EXPECT_EQ(
        roster_original(services_ref(), clerk, id, "核对").error().code, "roster.file_erased");
    EXPECT_EQ(erase(id).error().code, "roster.file_erased");
    const auto steps = roster_history(services_ref(), id).value();
    EXPECT_EQ(steps.back().action, RosterImportAction::erase);
    EXPECT_EQ(steps.back().reason, "用完销毁");
    EXPECT_EQ(
        keep_roster(services_ref(), clerk,
            read_roster("姓名,手机\n张伟," + std::string(telephone) + "\n", "名册.csv").value())
            .error()
            .code,
        "roster.same_file_imported"); // by its digest
    expect_sound();
}

TEST_P(RosterFiles, AFileThatIsWorkedWithIsNotErased)
{
    const auto open = chosen("姓名\n张伟\n");
    EXPECT_EQ(erase(open.import.id).error().code, "workflow.no_such_step");
    ASSERT_TRUE(shelve_roster(services_ref(), clerk,
        {open.import.id, open.import.version, RosterImportAction::discard, "传错了"}));
    ASSERT_TRUE(erase(open.import.id));
    EXPECT_EQ(shelve_roster(services_ref(), clerk,
                  {open.import.id, draft(open.import.id).import.version,
                      RosterImportAction::restore, "还要用"})
                  .error()
                  .code,
        "roster.file_erased");
}

TEST_P(RosterFiles, ABiggerRosterEntersPeopleAsASmallOneDoes)
{
    std::string text = "姓名,性别,界别,手机\n";
    person({.name = "张先来"});
    text += "张先来,女,教育界,13900000000\n";
    constexpr int count = 1100; // more than are gathered
    for (int i = 0; i < count; ++i) {
        text += "王" + std::to_string(i) + ",男,经济界,138" + std::to_string(10'000'000 + i) + "\n";
    }
    const auto counts = confirm(chosen(text));
    ASSERT_TRUE(counts) << counts.error().code;
    EXPECT_EQ(counts->added, count);
    EXPECT_EQ(counts->changed, 1);
    const auto all = people();
    const auto& last = all.at("王" + std::to_string(count - 1));
    EXPECT_TRUE(has_contact(last, Contact::telephone, "13810001099"));
    ASSERT_EQ(memberships(last).size(), 1U);
    EXPECT_EQ(memberships(last)[0].state, MembershipState::active);
    EXPECT_TRUE(has_contact(all.at("张先来"), Contact::telephone, "13900000000"));
    expect_sound();
}

} // namespace
} // namespace xieshang::people
