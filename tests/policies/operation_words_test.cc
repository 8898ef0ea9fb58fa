// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An assessor reads what an operation does in Chinese; the document of the API and the English
// table say the same.
#include "tests/policies/policies_fixture_test.h"

#include "app/policy_table.h"
#include "platform/texts/texts.h"

namespace xieshang::policies {
namespace {

using texts::Language;

TEST_F(Policies, SayWhatEachOperationDoesInBothLanguages)
{
    for (const auto& endpoint : house().api().endpoints()) {
        const auto code = "operation." + endpoint.name;
        EXPECT_EQ(texts::built_in().text(Language::en, code), endpoint.summary) << code;
        EXPECT_TRUE(texts::built_in().has(Language::zh_cn, code)) << code;
    }
}

TEST_F(Policies, AreInWordsForWhoReadsNoNames)
{
    for (const auto& line : app::policy_lines(house().api(), Language::zh_cn)) {
        const auto words = app::in_words(line, Language::zh_cn);
        EXPECT_EQ(words.operation, line.operation);
        for (const auto& role : words.roles) {
            EXPECT_EQ(role.find('_'), std::string::npos) << line.operation << ": " << role;
            EXPECT_NE(role.front() & 0x80, 0) << line.operation << ": " << role;
        }
        EXPECT_NE(words.view, line.view) << "members.web.policies.view." << line.view;
    }
}

} // namespace
} // namespace xieshang::policies
