// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files that mean harm are refused with the reason; tests/costs measures what they cost.
#include "features/plan/reading_actions.h"
#include "platform/texts/texts.h"
#include "tests/support/hostile_files.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

TEST(HostileFiles, AreRefusedWithTheReasonInBothLanguages)
{
    for (const auto& file : tests::hostile_files()) {
        const auto reading = read_file(file.bytes, file.name);
        ASSERT_FALSE(reading) << file.name;
        EXPECT_EQ(reading.error().code, file.code) << file.name;
        for (const auto language : {texts::Language::zh_cn, texts::Language::en}) {
            const auto text =
                texts::built_in().text(language, reading.error().code, reading.error().params);
            EXPECT_EQ(text.find('{'), text.npos) << text;
            EXPECT_NE(text, reading.error().code);
        }
    }
}

} // namespace
} // namespace xieshang::plan
