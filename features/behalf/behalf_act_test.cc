// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_act.h"

#include <gtest/gtest.h>

namespace xieshang::behalf {
namespace {

using members::Role;

const BodyFacts sound{.has_scan = true, .paper_day = "2026-03-01", .today = "2026-03-02"};

std::string field_of(const BodyFacts& facts)
{
    const auto asked = may_record_for_body(facts);
    if (asked) {
        return "";
    }
    const auto& error = asked.error();
    return error.fields.empty() ? error.code
                                : error.fields.front().pointer + " " + error.fields.front().code;
}

TEST(BehalfAct, IsOfWhoDoesAnothersThings)
{
    EXPECT_TRUE(is_on_behalf("clerk", "wang"));
    EXPECT_FALSE(is_on_behalf("wang", "wang"));
    EXPECT_TRUE(is_on_behalf("", "wang")); // the command line
}

TEST(BehalfAct, IsOfABodyWithoutAccountByAScanAndItsDate)
{
    EXPECT_EQ(field_of(sound), "");
    auto facts = sound;
    facts.has_scan = false;
    EXPECT_EQ(field_of(facts), "/behalf/scan_id behalf.no_scan");
    facts = sound;
    facts.paper_day = "";
    EXPECT_EQ(field_of(facts), "/behalf/paper_day behalf.no_day");
    facts.paper_day = "2026-02-30";
    EXPECT_EQ(field_of(facts), "/behalf/paper_day period.not_a_day");
    facts.paper_day = "2026-03-03";
    EXPECT_EQ(field_of(facts), "/behalf/paper_day behalf.day_to_come");
    facts.paper_day = "2026-03-02";
    EXPECT_EQ(field_of(facts), "");
}

TEST(BehalfAct, NamesEachFieldThatIsMissing)
{
    EXPECT_EQ(may_record_for_body({.today = "2026-03-02"}).error().fields.size(), 2);
}

TEST(BehalfAct, LeavesABodyWithAnAccountToItself)
{
    auto facts = sound;
    facts.acts_itself = true;
    const auto refused = may_record_for_body(facts).error();
    EXPECT_EQ(refused.code, "behalf.body_acts_itself");
    EXPECT_EQ(refused.trouble, base::Trouble::conflict);
}

TEST(BehalfAct, NamesAnOrganisationOfTheBodysKind)
{
    auto facts = sound;
    facts.names_organisation = true;
    EXPECT_EQ(field_of(facts), "/behalf/organisation_id behalf.not_that_body");
    facts.organisation_fits = true;
    EXPECT_EQ(field_of(facts), "");
    EXPECT_EQ(kind_of_body(Role::party_committee), people::OrganisationKind::party_organ);
    EXPECT_EQ(kind_of_body(Role::chairperson), people::OrganisationKind::committee);
    EXPECT_EQ(kind_of_body(Role::office), std::nullopt);
}

TEST(BehalfScan, IsKnownByItsBytesNotByItsName)
{
    EXPECT_EQ(media_type_of("%PDF-1.7\n…\n%%EOF\n"), "application/pdf");
    EXPECT_EQ(media_type_of("\xff\xd8\xff\xe0 …\xff\xd9"), "image/jpeg");
    EXPECT_EQ(media_type_of(std::string("\x89PNG\r\n\x1a\n…IEND\xae\x42\x60\x82")), "image/png");
    EXPECT_EQ(media_type_of("<html>%PDF-1.7 %%EOF").error().code, "behalf.scan_type");
    EXPECT_EQ(media_type_of("MZ\x90").error().trouble, base::Trouble::unsupported_type);
    EXPECT_EQ(media_type_of("").error().code, "behalf.scan_empty");
}

TEST(BehalfScan, IsWhole)
{
    EXPECT_EQ(media_type_of("%PDF-1.7\n…").error().code, "behalf.scan_cut");
    EXPECT_EQ(media_type_of("\xff\xd8\xff\xe0 …").error().code, "behalf.scan_cut");
    EXPECT_EQ(media_type_of("\x89PNG\r\n\x1a\n…").error().code, "behalf.scan_cut");
}

} // namespace
} // namespace xieshang::behalf
