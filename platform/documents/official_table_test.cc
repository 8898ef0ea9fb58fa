// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/official_sample_test.h"
#include "platform/documents/table_columns.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <cmath>
#include <numeric>

namespace xieshang::documents {
namespace {

using testing::Contains;

base::Result<OfficialLayout> laid_blocks(Blocks blocks)
{
    HalfWide measure;
    OfficialDocument document;
    document.body = std::move(blocks);
    return lay_out(document, measure);
}

TEST(OfficialTable, RepeatsItsHeadsOnEachPage)
{
    const auto layout = laid_blocks({said("以下是表格。"), table_of(200, 3)});
    ASSERT_TRUE(layout);
    ASSERT_GT(layout->pages.size(), 3U);
    for (const auto& page : layout->pages) {
        EXPECT_THAT(words_of(page), Contains("表头"));
    }
    for (const auto* row : {"第1行", "第57行", "第200行"}) {
        EXPECT_EQ(times_in(words_of(*layout), row), 3U) << row; // once a column
    }
}

TEST(OfficialTable, KeepsItsCaptionWithTheFirstRow)
{
    auto table = table_of(3, 2);
    table.caption = "计划表";
    for (std::size_t lines = 17; lines < 23; ++lines) {
        const auto layout = laid_blocks({said(repeated("协", 28 * lines - 2)), table});
        ASSERT_TRUE(layout);
        for (const auto& page : layout->pages) {
            const auto words = words_of(page);
            if (std::find(words.begin(), words.end(), "计划表") != words.end()) {
                EXPECT_THAT(words, Contains("第1行")) << lines;
            }
        }
    }
}

TEST(OfficialTable, PartsARowThatIsHigherThanAPageAndLosesNothing)
{
    auto table = table_of(1, 2);
    table.rows[1].cells[0].runs = {{repeated("长", 5000)}};
    const auto layout = laid_blocks({table});
    ASSERT_TRUE(layout);
    EXPECT_GT(layout->pages.size(), 2U);
    EXPECT_EQ(times_in(words_of(*layout), "长"), 5000U);
    EXPECT_EQ(times_in(words_of(*layout), "第1行"), 1U);
    for (const auto& page : layout->pages) {
        EXPECT_THAT(words_of(page), Contains("表头"));
        for (const auto& rule : page.rules) {
            EXPECT_LE(rule.y_mm + rule.height_mm, format::top + format::area_height + 0.2);
        }
    }
}

TEST(OfficialTable, TakesHeadsThatFillAPageForRows)
{
    auto table = table_of(2, 2);
    table.rows[0].cells[0].runs = {{repeated("头", 3000)}};
    const auto layout = laid_blocks({table});
    ASSERT_TRUE(layout);
    EXPECT_EQ(times_in(words_of(*layout), "头"), 3001U);
}

TEST(OfficialTable, RefusesMoreColumnsThanFit)
{
    auto table = table_of(1, 30);
    const auto refused = laid_blocks({table_of(1, 2), table});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "documents.official_table_wide");
    EXPECT_EQ(refused.error().params.at("table"), "2");
    EXPECT_EQ(refused.error().params.at("columns"), "30");
    EXPECT_EQ(refused.error().params.at("most"), "25");
    table.landscape = true;
    EXPECT_TRUE(laid_blocks({table}));
}

TEST(OfficialTable, StandsOnTurnedPagesOfItsOwn)
{
    auto table = table_of(60, 8);
    table.landscape = true;
    const auto layout = laid_blocks({said("前文"), table, said("后文")});
    ASSERT_TRUE(layout);
    ASSERT_GT(layout->pages.size(), 3U);
    EXPECT_FALSE(layout->pages.front().turned);
    EXPECT_FALSE(layout->pages.back().turned);
    EXPECT_THAT(words_of(layout->pages.back()), Contains("后文"));
    for (std::size_t at = 1; at + 1 < layout->pages.size(); ++at) {
        const auto& page = layout->pages[at];
        EXPECT_TRUE(page.turned);
        EXPECT_THAT(words_of(page), Contains("表头"));
        for (const auto& rule : page.rules) { // what was left on the sheet is above
            EXPECT_GE(rule.y_mm, format::left - 0.2);
            EXPECT_LE(rule.y_mm + rule.height_mm, format::left + format::area_width + 0.2);
            EXPECT_LE(rule.x_mm + rule.width_mm, format::page_height - format::top + 0.2);
        }
    }
}

TEST(OfficialTable, HoldsTenThousandRows)
{
    const auto layout = laid_blocks({table_of(10'000, 2)});
    ASSERT_TRUE(layout);
    EXPECT_EQ(times_in(words_of(*layout), "第10000行"), 2U);
    std::size_t rows = 0;
    for (const auto& page : layout->pages) {
        rows += page.lines.size() / 2 - 1; // but the head
    }
    EXPECT_EQ(rows, 10'000U);
}

TEST(OfficialTable, DrawsCellsThatSpanColumnsAndRowsThatEndEarly)
{
    OfficialTable table;
    table.heads = 0;
    table.rows = {{{{{{"合并"}}, 3}}}, {{{{{"一"}}}}}, {{{{{"一"}}}, {{{"二"}}}, {{{"三"}}}}}};
    const auto layout = laid_blocks({table});
    ASSERT_TRUE(layout);
    const auto& rules = layout->pages[0].rules;
    const auto upright = std::count_if(rules.begin(), rules.end(),
        [](const PlacedRule& rule) { return rule.height_mm > rule.width_mm; });
    EXPECT_EQ(upright, 2 + 3 + 4);
}

TEST(TableColumns, FillTheWidthAndLeaveRoomForACharacter)
{
    EXPECT_TRUE(rc::check([] {
        OfficialTable table;
        table.shares = *rc::gen::container<std::vector<double>>(
            rc::gen::element(0.0, 1.0, 1000.0, -5.0, 3.5, std::nan("")));
        const auto columns = *rc::gen::inRange<std::size_t>(1, 25);
        const auto widths = press::column_widths(table, columns, 156, 6.2);
        RC_ASSERT(widths.size() == columns);
        for (const auto width : widths) {
            RC_ASSERT(width > 6.2 - 1e-6);
        }
        const auto sum = std::accumulate(widths.begin(), widths.end(), 0.0);
        RC_ASSERT(std::abs(sum - 156) < 1e-6);
    }));
}

} // namespace
} // namespace xieshang::documents
