// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/csv_rows.h"

#include <gmock/gmock.h>

namespace xieshang::opinions {
namespace {

using testing::ElementsAre;

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view bytes)
{
    Rows read;
    for (CsvRows rows(bytes); rows.next();) {
        read.emplace_back(rows.fields().begin(), rows.fields().end());
    }
    return read;
}

std::vector<std::size_t> lines_of(std::string_view bytes)
{
    std::vector<std::size_t> lines;
    for (CsvRows rows(bytes); rows.next();) {
        lines.push_back(rows.line());
    }
    return lines;
}

TEST(CsvRows, EndInLineFeedOrCarriageReturnAndLineFeed)
{
    const Rows expected{{"a", "b"}, {"1", ""}, {"", "2"}};
    EXPECT_EQ(rows_of("a,b\n1,\n,2\n"), expected);
    EXPECT_EQ(rows_of("a,b\r\n1,\r\n,2\r\n"), expected);
    EXPECT_EQ(rows_of("a,b\n1,\n,2"), expected); // the last line is not ended
}

TEST(CsvRows, MayHaveAByteOrderMark)
{
    EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                      "a,b\n"),
        (Rows{{"a", "b"}}));
}

TEST(CsvRows, QuotedFieldsHoldCommasQuotesAndLineBreaks)
{
    EXPECT_EQ(rows_of("\"a,b\",\"say \"\"yes\"\"\",\"one\ntwo\r\nthree\"\nx,y,z\n"),
        (Rows{{"a,b", "say \"yes\"", "one\ntwo\r\nthree"}, {"x", "y", "z"}}));
    EXPECT_EQ(rows_of("\"\",\"\"\"\"\n"), (Rows{{"", "\""}}));
}

TEST(CsvRows, CountLinesWithinFieldsAndEmptyOnes)
{
    EXPECT_THAT(lines_of("a\n\"1\n2\n3\"\nb\n\n\nc\n"), ElementsAre(1, 2, 5, 8));
    EXPECT_THAT(lines_of("a\r\n\"1\r\n2\"\r\nb\r\n"), ElementsAre(1, 2, 4));
}

TEST(CsvRows, TextBehindAQuoteCostsItsOwnLineOnly)
{
    CsvRows rows(
        "a,\"b\nc,d\n\"e\"f,g\nh\n"); // the quote before b is closed before e, but for text behind
    ASSERT_TRUE(rows.next());
    EXPECT_TRUE(rows.is_broken());
    EXPECT_THAT(rows.fields(), ElementsAre("a", "\"b"));
    ASSERT_TRUE(rows.next());
    EXPECT_FALSE(rows.is_broken());
    EXPECT_THAT(rows.fields(), ElementsAre("c", "d"));
    ASSERT_TRUE(rows.next());
    EXPECT_TRUE(rows.is_broken());
    EXPECT_EQ(rows.line(), 3U);
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.line(), 4U);
}

TEST(CsvRows, AQuoteThatIsNeverClosedCostsItsOwnLineOnly)
{
    CsvRows open("a,\"b\nc,d\n");
    ASSERT_TRUE(open.next());
    EXPECT_TRUE(open.is_broken());
    ASSERT_TRUE(open.next());
    EXPECT_FALSE(open.is_broken());
    EXPECT_THAT(open.fields(), ElementsAre("c", "d"));
    EXPECT_EQ(open.line(), 2U);
}

TEST(CsvRows, ManyDoubledQuotesInOneRowStayApart)
{
    EXPECT_EQ(rows_of("\"\"\"a\"\"\",\"\"\"b\"\"\",\"\"\"c\"\"\",\"\"\"d\"\"\",\"\"\"e\"\"\"\n"
                      "\"\"\"f\"\"\",\"\"\"g\"\"\",\"\"\"h\"\"\",\"\"\"i\"\"\",\"\"\"j\"\"\"\n"),
        (Rows{{"\"a\"", "\"b\"", "\"c\"", "\"d\"", "\"e\""},
            {"\"f\"", "\"g\"", "\"h\"", "\"i\"", "\"j\""}}));
}

} // namespace
} // namespace xieshang::opinions
