// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Topics with their fields, in the layouts that plans have: headings, labels, brackets, tables,
// sentences.
#include "features/plan/readings_test.h"

namespace xieshang::plan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(PlanLayouts, ReadsOneHeadingATopic)
{
    const auto reading = read("heading_topics");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("chairpersons 1 推进特色小镇建设 | 5月 (5) | 林青副主席+经济科技委 | "
                    "部分区政协委员+镇街代表+区发改局+区住建局+各镇街",
            "thematic 2 促进‘医养’结合 | 9月中旬 (9) | 周远副主席+教卫文体委 | "
            "区政协主席会议成员+区卫健局+区民政局",
            "supervision 3 规范餐厨垃圾处置 | 第三季度 | 沈禾副主席+城建委 | "
            "区城管局+区市场监管局"));
    EXPECT_THAT(reading->warnings, IsEmpty());
    const auto arabic = read("heading_topics_arabic");
    ASSERT_TRUE(arabic);
    EXPECT_THAT(topics_of(*arabic),
        ElementsAre("counterpart 1 提升社区矫正工作水平 | 上半年 | 社法委 | 区司法局+区法院",
            "sector 2 加快智慧农业发展 | 10月底前 (10) | 农业农村委委员小组 | 区农业农村局"));
    const auto named = read("named_topics");
    ASSERT_TRUE(named);
    EXPECT_THAT(topics_of(*named),
        ElementsAre("thematic 1 发展低空经济 | 4月 (4) | 经科委 | 区工信局+区交通局",
            "standing_committee 2 提升渔港经济区能级 | 7月下旬 (7) | 农业农村委 | 区海洋局"));
}

TEST(PlanLayouts, ReadsATopicWithAllItsFieldsOnOneLine)
{
    const auto reading = read("one_line_fields");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre(
            "chairpersons 1 建设慢行绿道 | 4月中旬 (4) | 方某副主席+城建委 | 区住建局+区交通局",
            "counterpart 2 培育‘新农人’ | 下半年 | 钱某副主席+农业委 | 区农业农村局"));
}

TEST(PlanLayouts, ReadsTopicsBehindTheirHeading)
{
    const auto reading = read("heading_line_topics");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推进湿地公园建设",
            "standing_committee 2 优化产业用地供给", "chairpersons 1 完善托育服务",
            "supervision 1 政务热线办理情况", "supervision 2 小区物业收费"));
}

TEST(PlanLayouts, ReadsSeveralTopicsBehindANumberedForm)
{
    const auto reading = read("titles_behind_numbers");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 优化营商环境", "standing_committee 2 建设海绵城市",
            "chairpersons 1 完善托育服务", "supervision 1 校车安全", "supervision 2 食堂管理"));
    EXPECT_THAT(reading->warnings, IsEmpty());
}

TEST(PlanLayouts, KeepsTheSignatureOutOfTheLastTopic)
{
    const auto reading = read("signature");
    ASSERT_TRUE(reading);
    EXPECT_THAT(
        topics_of(*reading), ElementsAre("other 1 推进县城商贸流通", "other 2 加强古籍保护利用"));
    EXPECT_EQ(reading->sections.back().text, "政协岚皋洲市委员会办公室\n二〇二四年三月一日");
}

TEST(PlanLayouts, ReadsWhatStandsInBracketsAndBehindTitles)
{
    const auto reading = read("brackets");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("thematic 1 推动冷链物流发展 | 5月 (5) | 提案委",
            "thematic 2 提升社区食堂运营水平 | 6月 (6) | 区民政局+区商务局",
            "thematic 3 规范共享单车停放（一期） | 第三季度 | 城建委",
            "thematic 4 《石泉区养犬管理办法》贯彻实施情况 | 9月中旬 (9) | 社法委 | 区公安分局",
            "supervision 1 医保基金监管 | 10月 (10)", "supervision 2 河长制落实情况 | 下半年",
            "supervision 3 燃气安全整治 | 11月 (11)", "supervision 4 推进试点社区治理（试点）"));
    const auto inline_fields = read("inline_period");
    ASSERT_TRUE(inline_fields);
    EXPECT_THAT(topics_of(*inline_fields),
        ElementsAre(
            "other 1 推进数字乡村建设 | 3月 (3) | 陈某副主席+农业农村委 | 区农业农村局+区大数据局",
            "other 2 完善残疾人就业支持 | 8月 (8) | 教卫委 | 区残联",
            "chairpersons 3 激活老字号 | 5月 (5)", "other 4 培育“小巨人”企业 | 第二季度 | 经济委",
            "supervision 1 “双随机”监管落实情况 | 适时"));
    const auto months = read("months");
    ASSERT_TRUE(months);
    EXPECT_THAT(topics_of(*months),
        ElementsAre("other 1 走进春天里——开展新春慰问活动协商 | 1月 (1)",
            "other 2 社区养老助餐点运营 | 3月份 (3)", "other 3 完善城市慢行系统 | 5—6月",
            "other 4 传统村落保护 | 第四季度", "other 5 重点提案办理情况 | 年底前"));
}

TEST(PlanLayouts, KeepsDescriptionsInTheText)
{
    const auto reading = read("details");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推进城市更新 | 8月 (8) | 城建委",
            "standing_committee 2 壮大村级集体经济 |  | 农业委 | 区农业农村局",
            "thematic 1 加强古树名木保护"));
    EXPECT_EQ(reading->sections[2].text,
        "重点协商城市更新的政策、资金与运营。\n主要内容：总结推广强村富民经验，研究发展路径。");
}

TEST(PlanLayouts, ReadsTables)
{
    const auto tabs = read("table_tabs");
    ASSERT_TRUE(tabs);
    EXPECT_EQ(tabs->title, "芦荡区政协2023年协商工作计划");
    EXPECT_THAT(topics_of(*tabs),
        ElementsAre("standing_committee 1 推进芦苇湿地保护 | 4月 (4) | 王杉副主席+环资委 | "
                    "区水务局+区林业局",
            "standing_committee 2 完善职业教育体系 | 6月 (6) | 李枫副主席+教卫委 | 区教育局",
            "chairpersons 3 破解物业管理难题 | 第三季度 | 赵桐副主席+社法委 | 区住建局+各街道",
            "supervision 4 提升应急救援能力 | 适时 | 城建委 | 区应急局"));
    EXPECT_THAT(tabs->sections.front().text, HasSubstr("芦政协〔2023〕4号"));
    const auto bars = read("table_bars");
    ASSERT_TRUE(bars);
    EXPECT_THAT(topics_of(*bars),
        ElementsAre("thematic 1 打造湖滨漫步道 | 3月 (3) | 城建委",
            "counterpart 2 支持返乡创业 | 8月上旬 (8) | 农业委"));
    EXPECT_THAT(
        bars->unplaced, Contains(Unplaced{5, "续议"})); // the column 备注 holds nothing of a topic
    const auto blanks = read("table_blanks");
    ASSERT_TRUE(blanks);
    EXPECT_THAT(topics_of(*blanks),
        ElementsAre(
            "chairpersons 1 盘活闲置校舍 | 二季度", "supervision 2 整治飞线充电 | 7月 (7)"));
    const auto sectors = read("columns_repeat");
    ASSERT_TRUE(sectors);
    EXPECT_THAT(topics_of(*sectors),
        ElementsAre("sector 1 非遗进校园 | 3月 (3) | 文艺界", "sector 2 乡村艺术节 | 5月 (5)",
            "sector 3 助企纾困 | 6月 (6) | 工商联界"));
}

TEST(PlanLayouts, TakesAKindFromTheRowAboveOnlyWhereNoneIsWritten)
{
    const auto reading = read("table_kinds");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("chairpersons 1 改善校园伙食", "chairpersons 2 修缮乡村校舍",
            "other 3 听取企业心声", "other 4 走进农贸市场"));
}

TEST(PlanLayouts, NamesAKindThatItDoesNotKnowAndLeavesItWithItsTopic)
{
    const auto reading = read("table_kinds").value();
    ASSERT_THAT(warnings_of(reading), ElementsAre("5 reading.kind_unknown"));
    EXPECT_EQ(reading.warnings.front().params.at("kind"), "茶叙");
    EXPECT_THAT(reading.sections, IsEmpty());
    EXPECT_THAT(reading.lines[4].pieces, Contains(ReadPiece{Place::topic_kind, 2, "茶叙"}));
}

TEST(PlanLayouts, LeavesTheSumOfATableOut)
{
    const auto reading = read("table_sum");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre(
            "plenary 1 关于加快发展新质生产力 | 2月 (2) | 王主席+办公室 | 区发改委+区科技局",
            "standing_committee 2 关于\"一老一小\"服务体系建设 | 5月中旬 (5) | 李副主席+教科卫体委 "
            "| 区民政局+区卫健委",
            "thematic 3 关于城市精细化管理 | 9月 (9) | 赵副主席+城建环资委 | 区城管局"));
    EXPECT_THAT(reading->warnings, IsEmpty());
    const auto alone = read("table_sum_alone");
    ASSERT_TRUE(alone);
    EXPECT_THAT(alone->topics, IsEmpty());
    for (const auto& line : alone->lines) {
        for (const auto& piece : line.pieces) {
            EXPECT_LT(piece.place, Place::topic_mark) << piece.text; // there is no topic
        }
    }
}

TEST(PlanLayouts, ReadsTopicsToldByLabelsAlone)
{
    const auto reading = read("labels_only");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推进智慧城市建设 | 5月 (5) | 经科委",
            "thematic 1 提升养老服务 | 10月 (10) | 社法委"));
    const auto untitled = read("untitled_labels");
    ASSERT_TRUE(untitled);
    EXPECT_EQ(untitled->title, "");
    EXPECT_THAT(topics_of(*untitled),
        ElementsAre("thematic 1 加快推进城市書房建设 | 4月 (4) | 文史委",
            "counterpart 2 破解停车难 | 9月 (9) | 城建委"));
}

TEST(PlanLayouts, ReadsTopicsUnderTimes)
{
    const auto reading = read("by_time");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre(
            "other 1 城市更新", "other 2 校园食品安全", "other 1 托育服务", "other 1 数字政府"));
    EXPECT_THAT(headings_of(*reading), ElementsAre("一季度", "二季度", "三季度"));
    EXPECT_THAT(reading->warnings, IsEmpty());
}

TEST(PlanLayouts, ReadsFormsWithTheirTitlesUnderTimes)
{
    const auto reading = read("forms_by_month");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("chairpersons 1 推进城市更新 | 3月 (3) | 城建委",
            "thematic 1 完善托育服务 | 5月中旬 (5) | 教卫委",
            "supervision 1 校园食品安全 | 5月 (5)"));
    ASSERT_THAT(headings_of(*reading), ElementsAre("3月", "5月"));
    EXPECT_EQ(reading->sections[1].text, "走访委员，听取意见。");
    EXPECT_THAT(reading->warnings, IsEmpty());
    const auto numbered = read("forms_by_numbered_month");
    ASSERT_TRUE(numbered);
    EXPECT_THAT(topics_of(*numbered),
        ElementsAre("chairpersons 1 推进城市更新 | 2月 (2)", "thematic 1 完善托育服务 | 第二季度",
            "counterpart 1 推进乡村振兴示范村建设，健全联农带农机制，促进农民群众持续增收 | "
            "第二季度 | 农业委"));
    ASSERT_THAT(headings_of(*numbered), ElementsAre("2月", "第二季度", "工作要求"));
    EXPECT_EQ(numbered->sections[1].text, "全体动员，抓好落实。\n走访企业");
    EXPECT_THAT(numbered->unplaced, IsEmpty());
}

TEST(PlanLayouts, TellsTopicsFromFormsOfConsultation)
{
    const auto reading = read("forms_told");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推进新型工业化", "standing_committee 2 推进乡村全面振兴",
            "chairpersons 1 听取全区营商环境建设情况通报",
            "proposal_handling 1 关于加强老旧小区加装电梯的提案 |  | 章某副主席"));
    EXPECT_EQ(reading->sections[2].text, "在全体会议期间，围绕政府工作报告开展协商。");
    const auto about = read("about_headings");
    ASSERT_TRUE(about);
    EXPECT_THAT(topics_of(*about),
        ElementsAre("other 1 推进“两业融合”，打造先进制造业高地",
            "other 2 深化医改，缓解群众看病难看病贵问题", "other 3 聚焦“一老一小”，做好民生服务"));
    const auto circled = read("circled_inline");
    ASSERT_TRUE(circled);
    EXPECT_THAT(topics_of(*circled),
        ElementsAre("standing_committee 1 加快建设全国统一大市场先行区",
            "standing_committee 2 优化生育支持政策", "biweekly 1 规范网约车管理",
            "biweekly 2 推进适老化改造", "biweekly 3 保护历史建筑", "sector 1 青年发展型城区建设"));
    EXPECT_EQ(circled->year, 2024);
    EXPECT_THAT(circled->warnings, IsEmpty());
}

TEST(PlanLayouts, TakesTheFormFromTheTitleWhereNothingElseSaysIt)
{
    const auto reading = read("kind_in_title");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("thematic 1 推进海绵城市建设 | 4月 (4) | 城建委",
            "thematic 2 提升社区治理效能 | 6月 (6) | 社法委"));
}

TEST(PlanLayouts, ReadsLabelsBelowNumberedTopics)
{
    const auto reading = read("labelled_headings");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推进城市有机更新 | 二季度 | 李明+城建环资委 | "
                    "住建局+自然资源局+各街道",
            "chairpersons 2 打造15分钟养老服务圈 | 2023年8月 (8) | 王芳+社会法制委 | "
            "民政局+卫健局"));
    const auto notice = read("notice_fields");
    ASSERT_TRUE(notice);
    EXPECT_THAT(topics_of(*notice),
        ElementsAre("plenary 1 政府工作报告及其他报告", "plenary 2 国民经济和社会发展计划",
            "standing_committee 1 因地制宜发展新质生产力 | 6月 (6) | 经科委 | "
            "区发改委+区科技局+区工信局",
            "standing_committee 2 推进长江大保护 | 9月 (9) | 人资环委 | 区生态环境局",
            "supervision 1 食品安全“两个责任”落实情况 | 全年 | 社法委"));
    EXPECT_THAT(notice->unplaced, ElementsAre(Unplaced{31, "— 2 —"})); // a page's number
}

} // namespace
} // namespace xieshang::plan
