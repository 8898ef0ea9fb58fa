// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The heads of tables by all the names that their columns have, in both formats.
#include "features/plan/reading_actions.h"
#include "features/plan/readings_test.h"
#include "tests/support/office_files.h"

namespace xieshang::plan {
namespace {

using testing::ElementsAre;

struct Head {
    std::string number = "序号";
    std::string title = "议题";
    std::string kind = "形式";
    std::string period = "时间";
    std::string responsible = "责任部门";
};

// The topics of a table with this head, in a workbook and in a document.
std::vector<Strings> topics_under(const Head& head)
{
    const std::vector<Strings> rows{
        {head.number, head.title, head.kind, head.period, head.responsible},
        {"1", "推进旧厂房改造", "主席会议协商", "5月", "城建委"},
        {"2", "完善托育服务", "专题协商", "上半年", "教卫委"}};
    const std::string title = "松台区政协2026年协商工作计划";
    std::vector<Strings> all;
    for (const auto& bytes :
        {tests::xlsx_of({.sheets = {{"S", tests::rows_of({{title}}) + tests::rows_of(rows, 2),
                             "<mergeCell ref=\"A1:E1\"/>", ""}}}),
            tests::docx_of({.body = tests::paragraph(title) + tests::table(rows)})}) {
        const auto reading = read_file(bytes, "plan");
        EXPECT_TRUE(reading) << reading.error().code;
        EXPECT_EQ(reading->characters.unplaced, 0) << head.title << head.kind << head.period;
        EXPECT_THAT(warnings_of(*reading), testing::IsEmpty());
        all.push_back(topics_of(*reading));
    }
    return all;
}

TEST(OfficeHeads, AreKnownByAllTheirNames)
{
    const auto both = ElementsAre("chairpersons 1 推进旧厂房改造 | 5月 (5) | 城建委",
        "thematic 2 完善托育服务 | 上半年 | 教卫委");
    const auto expect_read = [&](const Head& head) {
        EXPECT_THAT(topics_under(head), ElementsAre(both, both))
            << head.number << ' ' << head.title << ' ' << head.kind << ' ' << head.period << ' '
            << head.responsible;
    };
    for (const auto* name : {"序号", "编号", "序 号"}) {
        expect_read({.number = name});
    }
    for (const auto* name : {"议题", "课题", "活动名称", "协商内容", "协商议题", "议题名称"}) {
        expect_read({.title = name});
    }
    for (const auto* name : {"形式", "类型", "协商形式", "活动类型"}) {
        expect_read({.kind = name});
    }
    for (const auto* name : {"时间", "拟召开时间", "时间安排", "月份"}) {
        expect_read({.period = name});
    }
    for (const auto* name :
        {"界别", "责任部门", "承办单位", "主办", "牵头", "主办单位", "牵头单位", "牵头领导"}) {
        expect_read({.responsible = name});
    }
}

// A head need not have all columns, nor in this order.
TEST(OfficeHeads, AreKnownInAnyOrder)
{
    const auto reading =
        read_file(tests::docx_of({.body = tests::paragraph("松台区政协2026年协商工作计划")
                          + tests::table({{"牵头", "拟召开时间", "类型", "课题"},
                              {"经济委", "第三季度", "对口协商", "发展低碳园区"}})}),
            "plan.docx");
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading), ElementsAre("counterpart 1 发展低碳园区 | 第三季度 | 经济委"));
}

} // namespace
} // namespace xieshang::plan
