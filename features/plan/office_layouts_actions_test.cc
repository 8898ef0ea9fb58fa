// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The layouts that plans have in life, in the formats in which they come.
#include "features/plan/reading_actions.h"
#include "features/plan/readings_test.h"
#include "tests/support/office_files.h"

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::numbered;
using tests::paragraph;
using tests::rows_of;
using tests::table;

base::Result<Reading> read_docx(const tests::Docx& docx)
{
    return read_file(tests::docx_of(docx), "plan.docx");
}

base::Result<Reading> read_xlsx(const tests::Xlsx& xlsx)
{
    return read_file(tests::xlsx_of(xlsx), "plan.xlsx");
}

std::string paragraphs(const Strings& texts)
{
    std::string xml;
    for (const auto& text : texts) {
        xml += paragraph(text);
    }
    return xml;
}

// L1: numbers that Word counts, a title on two lines, topics under one heading only.
TEST(OfficeLayouts, ReadsAnOutlineWithAutomaticNumbers)
{
    const auto list = tests::list_of(1,
        {{"chineseCountingThousand", "%1、"}, {"chineseCountingThousand", "（%2）"},
            {"decimal", "%3."}});
    const auto reading =
        read_docx({.body = paragraph("青岚区政协2026年") + paragraph("协商工作计划（草 案）")
                + paragraph("") + paragraph("为做好协商工作，制定本计划。")
                + numbered("指导思想", 1) + paragraph("坚持团结和民主两大主题。")
                + numbered("基本原则", 1) + paragraph("一是围绕中心。二是服务群众。")
                + numbered("协商议题", 1) + numbered("常委会会议协商（2个）", 1, 1)
                + numbered("推进滨江岸线修复", 1, 2) + numbered("完善职工疗休养服务", 1, 2)
                + numbered("专题协商（1个）", 1, 1) + numbered("智慧食堂，安心就餐", 1, 2)
                + numbered("组织保障", 1) + paragraph("加强统筹协调。"),
            .lists = list});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_EQ(reading->title, "青岚区政协2026年协商工作计划（草 案）");
    EXPECT_EQ(reading->committee, "青岚区政协");
    EXPECT_EQ(reading->year, 2026);
    EXPECT_TRUE(reading->draft);
    EXPECT_EQ(reading->encoding, "docx");
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推进滨江岸线修复",
            "standing_committee 2 完善职工疗休养服务", "thematic 1 智慧食堂，安心就餐"));
    EXPECT_EQ(reading->topics[0].line, 11);
    EXPECT_THAT(headings_of(*reading),
        ElementsAre("", "指导思想", "基本原则", "协商议题", "常委会会议协商（2个）",
            "专题协商（1个）", "组织保障"));
    EXPECT_THAT(reading->warnings, IsEmpty());
    EXPECT_EQ(reading->characters.unplaced, 0);
}

// L2: each topic is a heading of the first level, with labels below.
TEST(OfficeLayouts, ReadsOneHeadingATopicWithLabelsBelow)
{
    const auto list = tests::list_of(1, {{"decimal", "%1、"}, {"chineseCounting", "（%2）"}});
    const auto reading = read_docx({.body = paragraph("松台区政协2026年度协商计划")
            + numbered("围绕“推进老码头更新”开展主席会议协商", 1)
            + numbered("协商形式：主席会议", 1, 1) + numbered("时间安排：5月下旬", 1, 1)
            + numbered("参加人员：区政协主席会议成员", 1, 1)
            + numbered(
                "组织实施。牵头领导：林某副主席。责任部门：城建委。参与部门：区住建局、区文旅局", 1,
                1)
            + numbered("围绕“优化学位供给”开展专题协商", 1) + numbered("协商形式：专题协商会", 1, 1)
            + numbered("时间安排：9月", 1, 1) + numbered("组织实施。责任部门：教卫委", 1, 1),
        .lists = list});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("chairpersons 1 推进老码头更新 | 5月下旬 (5) | 林某副主席+城建委 | "
                    "区政协主席会议成员+区住建局+区文旅局",
            "thematic 2 优化学位供给 | 9月 (9) | 教卫委"));
    EXPECT_EQ(reading->characters.unplaced, 0);
}

// L3: prose with counts; L4: one sentence with three groups.
TEST(OfficeLayouts, ReadsProse)
{
    const auto prose = read_docx({.body = paragraphs({"海屿区政协2026年协商工作计划",
                                      "一、开展专题协商。召开2场专题协商会。围绕“壮大藻类产业”、“保"
                                      "护渔村风貌”2个课题开展协商。",
                                      "二、开展对口协商。围绕“规范民宿经营”开展1场对口协商。"})});
    ASSERT_TRUE(prose) << prose.error().code;
    EXPECT_THAT(topics_of(*prose),
        ElementsAre(
            "thematic 1 壮大藻类产业", "thematic 2 保护渔村风貌", "counterpart 1 规范民宿经营"));
    EXPECT_THAT(prose->warnings, IsEmpty());
    const auto sentence = read_docx({.body = paragraphs({"云浦区政协2026年协商工作计划",
                                         "今年，围绕“提升口岸能级”召开专题议政性常委会会议，围绕“整"
                                         "治背街小巷”、“改造菜市场”召开主席会"
                                         "议协商，围绕“活化古桥”开展专题协商。"})});
    ASSERT_TRUE(sentence) << sentence.error().code;
    EXPECT_THAT(topics_of(*sentence),
        ElementsAre("standing_committee 1 提升口岸能级", "chairpersons 1 整治背街小巷",
            "chairpersons 2 改造菜市场", "thematic 1 活化古桥"));
}

// L5: sectors in merged cells, only months, a comma in a cell of kinds.
TEST(OfficeLayouts, ReadsAWorkbookOfSectors)
{
    const auto reading = read_xlsx(
        {.sheets = {{"界别活动",
             rows_of({{"望江区政协2026年界别协商活动计划"},
                 {"界别", "活动名称", "活动类型", "拟召开时间"},
                 {"文化艺术界", "“声”入社区——曲艺传承", "界别协商，视察", "#4"},
                 {"", "街角美术馆建设", "界别协商", "#9"},
                 {"科学技术界", "科普大篷车进校园", "界别协商", "6月"},
                 {"", "算力券发放", "调研", "8月"}, {"", "实验室开放日", "界别协商", "12月"}}),
             "<mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A5:A7\"/>",
             ""}}});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_EQ(reading->title, "望江区政协2026年界别协商活动计划");
    EXPECT_EQ(reading->encoding, "xlsx");
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("sector 1 “声”入社区——曲艺传承 | 4 (4) | 文化艺术界",
            "sector 2 街角美术馆建设 | 9 (9) | 文化艺术界",
            "sector 3 科普大篷车进校园 | 6月 (6) | 科学技术界",
            "inspection 1 算力券发放 | 8月 (8) | 科学技术界",
            "sector 4 实验室开放日 | 12月 (12) | 科学技术界"));
    EXPECT_EQ(reading->topics[1].line, 4);
    EXPECT_EQ(reading->characters.unplaced, 0);
}

// L6: padding blanks, nested quotes, a title with a line break, dates as numbers, sheets that are
// no data.
TEST(OfficeLayouts, ReadsAWorkbookOfSubdistrictsAndSetsOtherSheetsAside)
{
    const auto reading = read_xlsx({
        .sheets = {{"通讯录", rows_of({{"姓名", "住址"}, {"张某", "柳巷3号"}}), "", ""},
            {"街道",
                rows_of({{"2026年望江区政协街道\n“请你来协商”计划"},
                    {"序号", "协商内容", "时间", "责任部门"},
                    {"#1", "“让‘烟火’更‘燃’”夜市治理", "< s=\"1\"><v>46154</v></c>",
                        "柳巷街道    委员小组"},
                    {"#2", "电动车\n充电难", "< s=\"1\"><v>46266</v></c>", "湖西街道  委员小组"}}),
                "<mergeCell ref=\"A1:D1\"/>", ""},
            {"旧稿", rows_of({{"序号", "议题"}, {"#1", "去年的议题"}}), "", "state=\"hidden\""}},
        .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"57\"/>",
    });
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("room 1 “让‘烟火’更‘燃’”夜市治理 | 2026年5月 (5) | 柳巷街道委员小组",
            "room 2 电动车充电难 | 2026年9月 (9) | 湖西街道委员小组"));
    EXPECT_EQ(reading->year, 2026);
    EXPECT_EQ(reading->topics[0].line, 3);
    EXPECT_THAT(
        warnings_of(*reading), ElementsAre("1 reading.sheet_set_aside", "1 reading.sheet_hidden"));
    EXPECT_EQ(reading->lines[0].sheet, "通讯录");
    EXPECT_EQ(reading->unplaced.size(), 4U); // the cells of a row are one text
    EXPECT_THAT(reading->unplaced[1].text, HasSubstr("柳巷3号"));
}

// A head of two rows, with merged cells in both directions, and dates in several formats.
TEST(OfficeLayouts, ReadsAHeadOfTwoRows)
{
    const auto reading = read_xlsx({
        .sheets = {{"S",
            rows_of({{"松台区政协2026年协商议题安排表"},
                {"序号", "课题", "协商形式", "拟定时间", "责任单位", "", "备注", "牵头领导"},
                {"", "", "", "", "主办", "协办"},
                {"#1", "推进旧厂房改造", "主席会议", "< s=\"1\"><v>46154</v></c>", "城建委",
                    "区住建局", "续议", "王某"},
                {"#2", "完善托育服务", "专题协商", "< s=\"2\"><v>46174</v></c>", "教卫委",
                    "区卫健局、区教育局", "", "李某"}}),
            "<mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"C2:C3\"/>"
            "<mergeCell ref=\"D2:D3\"/><mergeCell ref=\"E2:F2\"/><mergeCell ref=\"G2:G3\"/>"
            "<mergeCell ref=\"H2:H3\"/>",
            ""}},
        .styles = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"58\"/>",
    });
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("chairpersons 1 推进旧厂房改造 | 2026/5/12 (5) | 城建委+王某 | 区住建局",
            "thematic 2 完善托育服务 | 6月1日 (6) | 教卫委+李某 | 区卫健局+区教育局"));
    EXPECT_THAT(reading->unplaced, ElementsAre(Unplaced{4, "续议", "S"}));
}

// L7: a table with several units in a cell, `1月：标题——说明`, headings and bodies on lines of
// their own, automatic numbers.
TEST(OfficeLayouts, ReadsAPlanOfActivitiesInThreeManners)
{
    const auto list = tests::list_of(1, {{"chineseCounting", "%1、"}});
    const auto reading =
        read_docx({.body = paragraph("望江区政协2026年协商活动计划") + numbered("重点协商活动", 1)
                + table({{"活动名称", "时间", "责任部门"},
                    {"推进托育用房建设", "3月", "区卫健局\n区教育局"},
                    {"改造零星旧厂房", "6月", "区经信局、区住建局"}})
                + numbered("每月协商", 1) + paragraph("1月：春联送暖——走进社区开展协商")
                + paragraph("2月：灯彩传情——非遗保护协商") + numbered("专题协商", 1)
                + paragraph("打造骑行友好城区") + paragraph("围绕慢行系统的断点，听取骑行者意见。")
                + paragraph("完善老年食堂") + paragraph("围绕老年食堂的可持续运营开展协商。"),
            .lists = list});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("other 1 推进托育用房建设 | 3月 (3) | 区卫健局+区教育局",
            "other 2 改造零星旧厂房 | 6月 (6) | 区经信局+区住建局",
            "other 3 春联送暖——走进社区开展协商 | 1月 (1)",
            "other 4 灯彩传情——非遗保护协商 | 2月 (2)", "thematic 1 打造骑行友好城区",
            "thematic 2 完善老年食堂"));
    EXPECT_EQ(reading->characters.unplaced, 0);
}

// L10: a table of consultations and inspections, passed by the plenary.
TEST(OfficeLayouts, ReadsATableOfConsultationsAndInspections)
{
    const auto reading = read_docx({.body = paragraph("岭南市政协2026年协商和视察调研计划")
            + paragraph("（2026年1月12日政协岭南市第五届委员会第六次会议通过）")
            + table({{"形式", "内容", "时间", "承办单位", "配合单位"},
                {"专题议政性常委会会议", "壮大县域经济", "第二季度", "经济委",
                    "市发改委\n市财政局"},
                {"^", "建设区域医疗中心", "第四季度", "教科卫体委", "市卫健委"},
                {"视察", "高标准农田管护", "7月", "农业农村委", "市农业农村局"}})});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 壮大县域经济 | 第二季度 | 经济委 | 市发改委+市财政局",
            "standing_committee 2 建设区域医疗中心 | 第四季度 | 教科卫体委 | 市卫健委",
            "inspection 1 高标准农田管护 | 7月 (7) | 农业农村委 | 市农业农村局"));
    EXPECT_EQ(reading->characters.unplaced, 0);
}

// L11: a notice with red head and an annex that is a table with merged cells.
TEST(OfficeLayouts, ReadsANoticeWithItsAnnex)
{
    const auto reading = read_docx(
        {.body = paragraphs({"中国人民政治协商会议桐溪区委员会文件", "桐政协〔2026〕3号",
                     "关于印发《桐溪区政协2026年协商工作计划》的通知", "各专门委员会：",
                     "现将计划印发给你们，请认真组织实施。", "附件：桐溪区政协2026年协商工作计划",
                     "2026年2月6日", "附件", "桐溪区政协2026年协商工作计划"})
                + table({{"序号", "议题", "形式", "时间", "牵头领导", "承办单位", "协办单位"},
                    {"1", "发展低碳园区", "常委会会议协商", "5月", "方某副主席", "经济委",
                        "区发改局"},
                    {"2", "保障新就业群体", "主席会议协商", "第三季度", "^", "社法委",
                        "区人社局、区总工会"},
                    {"3", "清理空中线缆", "民主监督", "10月", "何某副主席", "城建委",
                        "区城管局"}})});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 发展低碳园区 | 5月 (5) | 方某副主席+经济委 | 区发改局",
            "chairpersons 2 保障新就业群体 | 第三季度 | 方某副主席+社法委 | 区人社局+区总工会",
            "supervision 3 清理空中线缆 | 10月 (10) | 何某副主席+城建委 | 区城管局"));
    EXPECT_EQ(reading->characters.unplaced, 0);
    EXPECT_THAT(reading->warnings, IsEmpty());
}

// L12: traditional characters, full width, several kinds of numbers and words of time.
TEST(OfficeLayouts, ReadsOtherCharactersAndNumbers)
{
    const auto list = tests::list_of(1, {{"decimalEnclosedCircle", "%1"}});
    const auto reading =
        read_docx({.body = paragraphs({"錦川區政協２０２６年協商工作計劃", "一、專題協商議題",
                               "１．推進河湖長制落實（第一季度）", "２、完善社區書院（上半年）"})
                + paragraph("二、民主監督議題") + numbered("校园周边整治（9月中旬）", 1)
                + numbered("政务服务提速（适时）", 1),
            .lists = list});
    ASSERT_TRUE(reading) << reading.error().code;
    EXPECT_EQ(reading->year, 2026);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("thematic 1 推進河湖長制落實 | 第一季度", "thematic 2 完善社區書院 | 上半年",
            "supervision 1 校园周边整治 | 9月中旬 (9)", "supervision 2 政务服务提速 | 适时"));
    EXPECT_EQ(reading->characters.unplaced, 0);
}

} // namespace
} // namespace xieshang::plan
