// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/refusals.h"

#include <gtest/gtest.h>

namespace xieshang::documents {
namespace {

TEST(Refusals, ShowNamesThatCannotWriteOverATerminal)
{
    EXPECT_EQ(shown_name("word/\x1b[2J\n\tx.xml"), "word/ [2J  x.xml");
    EXPECT_EQ(shown_name("word/\xff.xml"), "word/\xEF\xBF\xBD.xml");
}

TEST(Refusals, CutLongNamesBetweenCharacters)
{
    std::string name;
    for (int i = 0; i < 50; ++i) {
        name += "附";
    }
    EXPECT_EQ(shown_name("ab" + name), "ab" + name.substr(0, 117));
    EXPECT_EQ(shown_name(name), name.substr(0, 120));
}

} // namespace
} // namespace xieshang::documents
