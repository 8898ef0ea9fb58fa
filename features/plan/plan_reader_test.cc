// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Documents of our own making, one a layout, and what must be read out of them.
#include "features/plan/readings_test.h"

#include <map>

namespace xieshang::plan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(PlanReader, ReadsAnOutlinePlan)
{
    const auto reading = read("outline_plain");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->title, "澄湾区政协2023年协商工作计划（草案）");
    EXPECT_EQ(reading->committee, "澄湾区政协");
    EXPECT_EQ(reading->year, 2023);
    EXPECT_TRUE(reading->draft);
    EXPECT_EQ(reading->encoding, "UTF-8");
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 培育乡土产业，促进农户增收",
            "standing_committee 2 聚力“托幼”，办好家门口的服务",
            "chairpersons 1 完善夜间公交，方便群众出行",
            "chairpersons 2 推广“楼道+网格”议事，夯实小区治理",
            "thematic 1 保护古井老街，留住城市记忆", "thematic 2 优化河道管护，提升岸线品质",
            "thematic 3 壮大专精企业，增强产业韧性", "supervision 1 窨井盖安全",
            "supervision 2 校园周边环境整治"));
    EXPECT_THAT(headings_of(*reading),
        ElementsAre("", "指导思想", "基本原则", "重点议题", "常委会会议协商议题",
            "主席会议协商议题", "专题协商会议协商议题", "民主监督议题", "邀请领导出席协商活动安排",
            "主要措施"));
    EXPECT_EQ(reading->sections[2].text,
        "一是坚持党的领导。把党的领导贯穿协商全过程。\n二是坚持问题导向。围绕“聚力‘五个一’、奋进新"
        "征程”广泛开展协商。");
    EXPECT_EQ(reading->topics[1].line, 20);
    EXPECT_THAT(reading->warnings, IsEmpty());
    EXPECT_THAT(reading->unplaced, IsEmpty());
}

TEST(PlanReader, ReadsADensePlanWithATitleOfThreeLines)
{
    const auto reading = read("outline_dense");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->title, "政协汀洲区委员会2024年度协商工作计划（征求意见稿）");
    EXPECT_EQ(reading->committee, "政协汀洲区委员会");
    EXPECT_TRUE(reading->draft);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推动港产城融合发展",
            "standing_committee 2 健全养老服务体系，让老年人安享晚年",
            "chairpersons 1 活化利用工业遗存", "chairpersons 2 优化公共停车供给，缓解老城停车难题",
            "thematic 1 提升数字政务效能", "supervision 1 饮用水水源地保护"));
    EXPECT_EQ(reading->sections.back().heading, "工作要求");
    EXPECT_THAT(
        reading->sections.back().text, HasSubstr("1．加强组织领导。各专委会要落实责任。\n2．"));
    EXPECT_THAT(reading->warnings, IsEmpty());
}

TEST(PlanReader, ReadsHalfWidthFullWidthAndSpacedLetters)
{
    const auto half = read("half_width");
    ASSERT_TRUE(half);
    EXPECT_THAT(topics_of(*half),
        ElementsAre("standing_committee 1 提升茶叶品牌价值",
            "standing_committee 2 加快山区公路建设", "chairpersons 1 推进城乡供水一体化",
            "chairpersons 2 规范民宿发展", "counterpart 1 改善乡村教师住房条件",
            "counterpart 2 做好残疾儿童康复救助"));
    EXPECT_EQ(half->sections.back().heading, "搞好调研");
    EXPECT_EQ(half->sections.back().text, "深入基层.");
    const auto full = read("full_width");
    ASSERT_TRUE(full);
    EXPECT_EQ(full->title, "砚池市政协２０２５年协商工作计划（草　案）");
    EXPECT_EQ(full->year, 2025);
    EXPECT_TRUE(full->draft);
    EXPECT_THAT(topics_of(*full),
        ElementsAre("standing_committee 1 推进全域旅游，打造山水名城",
            "standing_committee 2 强化科技支撑，培育新质生产力", "sector 1 促进民营企业健康发展",
            "sector 2 加强青少年心理健康服务"));
    const auto spaced = read("letters_spaced");
    ASSERT_TRUE(spaced);
    EXPECT_EQ(spaced->title, "云岫区政协2023年协商工作计划（草案）");
    EXPECT_THAT(headings_of(*spaced),
        ElementsAre("指导思想", "重点议题", "常委会会议协商议题", "专题协商议题"));
    EXPECT_THAT(topics_of(*spaced),
        ElementsAre("standing_committee 1 推动绿色转型", "standing_committee 2 发展银发经济",
            "thematic 1 建设学习型社区"));
}

TEST(PlanReader, ReadsTraditionalCharacters)
{
    const auto reading = read("traditional");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->committee, "鏡湖區政協");
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 優化營商環境，激發市場活力",
            "standing_committee 2 發展夜間經濟", "chairpersons 1 推進長者友善城區建設",
            "supervision 1 校舍安全"));
}

TEST(PlanReader, FindsSeveralItemsOnOneLine)
{
    const auto reading = read("one_line_headings");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 建设口袋公园，扩大绿色空间",
            "standing_committee 2 振兴传统工艺", "supervision 1 外卖骑手权益保障",
            "supervision 2 农贸市场提升改造"));
    EXPECT_THAT(headings_of(*reading),
        ElementsAre("协商议题", "常委会会议协商议题", "民主监督议题", "有关要求"));
    EXPECT_THAT(
        warnings_of(*reading), ElementsAre("2 reading.number_gap")); // the first heading is 三、
}

TEST(PlanReader, JoinsWrappedTitlesAndKeepsNotesApart)
{
    const auto reading = read("wrapped");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 "
                    "加快构建现代化产业体系，推动县域经济高质量发展，促进农民持续稳定增收，努力实现"
                    "共同富裕",
            "standing_committee 2 深化“放管服”改革，优化营商环境",
            "supervision 1 乡村振兴重点项目推进情况、惠农补贴资金发放情况"));
    EXPECT_EQ(reading->sections[2].text, "根据形势任务需要，议题可作适当调整。");
    const auto english = read("english_words");
    ASSERT_TRUE(english);
    EXPECT_THAT(topics_of(*english),
        ElementsAre("thematic 1 推动 AI + 制造业融合发展，支持 open source 社区建设",
            "thematic 2 发展 low altitude economy 新业态",
            "thematic 3 5G 网络建设与 2.0 版营商环境", "thematic 4 建设“15分钟”生活圈"));
}

TEST(PlanReader, ReadsTopicsThatNobodyNumbered)
{
    const auto lines = read("unnumbered");
    ASSERT_TRUE(lines);
    EXPECT_THAT(topics_of(*lines),
        ElementsAre("standing_committee 1 整合文化资源，打响城市品牌",
            "standing_committee 2 提升基层应急能力", "chairpersons 1 社区嵌入式服务设施建设"));
    const auto bullets = read("bullets");
    ASSERT_TRUE(bullets);
    EXPECT_THAT(topics_of(*bullets),
        ElementsAre("standing_committee 1 提升产业园区承载力",
            "standing_committee 2 建设儿童友好城区", "chairpersons 1 推进居家适老化改造",
            "chairpersons 2 健全公共法律服务"));
}

TEST(PlanReader, ReadsPlansWithTheKindsAsHeadings)
{
    const auto reading = read("kinds_as_headings");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 县域商业体系建设",
            "standing_committee 2 森林防火能力提升", "thematic 1 做强做优中药材产业",
            "biweekly 1 优化城区学位供给", "biweekly 2 老旧电梯更新改造",
            "biweekly 3 无障碍环境建设", "proposal_handling 1 重点提案办理情况",
            "supervision 1 高标准农田建设", "room 1 小区充电桩建设",
            "inspection 1 视察重点工程建设情况"));
    EXPECT_EQ(reading->committee, "政协梧岭县第十届委员会");
    const auto chapters = read("chapters");
    ASSERT_TRUE(chapters);
    EXPECT_THAT(topics_of(*chapters),
        ElementsAre("standing_committee 1 推进海岸带生态修复",
            "standing_committee 2 打造“鱼米之乡”公用品牌", "other 1 推进跨省通办"));
}

TEST(PlanReader, ReadsPlainLists)
{
    const auto level_one = read("level_one_topics");
    ASSERT_TRUE(level_one);
    EXPECT_THAT(topics_of(*level_one),
        ElementsAre(
            "other 1 推进全域土地整治", "other 2 发展总部经济", "other 3 保护传承非物质文化遗产"));
    const auto long_items = read("long_items");
    ASSERT_TRUE(long_items);
    EXPECT_THAT(topics_of(*long_items),
        ElementsAre("other 1 加快建设区域医疗中心", "other 2 推动公交优先发展"));
    EXPECT_THAT(headings_of(*long_items),
        ElementsAre(
            "工作安排", "重点协商课题", "方法步骤", "制定方案（2月）", "组织实施（3—10月）"));
}

TEST(PlanReader, ReadsANoticeWithThePlanInside)
{
    const auto reading = read("notice_full");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->title, "县政协2022年度协商工作计划");
    EXPECT_EQ(reading->committee, "政协云和渡县委员会");
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("plenary 1 县人民政府工作报告 | 2022年1月 (1)",
            "thematic 1 “十四五”规划实施情况 | 6月 (6) | 经济委 | 县发改局",
            "thematic 2 农村人居环境整治 | 7月 (7) | 农业委 | 县农业农村局+县生态环境局",
            "counterpart 1 教育“双减”工作", "counterpart 2 基层卫生服务能力建设"));
    EXPECT_THAT(reading->sections.front().text, HasSubstr("2022年3月15日"));
    EXPECT_THAT(reading->unplaced, IsEmpty());
}

TEST(PlanReader, WarnsWithLineNumbers)
{
    const auto reading = read("numbering_gaps");
    ASSERT_TRUE(reading);
    EXPECT_THAT(warnings_of(*reading),
        ElementsAre("4 reading.number_gap", "8 reading.number_gap", "9 reading.number_gap",
            "10 reading.title_repeated", "11 reading.number_repeated", "12 reading.total_differs"));
    EXPECT_EQ(
        reading->warnings[3].params, (base::Params{{"title", "推进智慧停车"}, {"first", "6"}}));
    const auto miscounted = read("prose_miscounted");
    ASSERT_TRUE(miscounted);
    EXPECT_THAT(warnings_of(*miscounted), ElementsAre("3 reading.count_differs"));
    EXPECT_EQ(miscounted->warnings[0].params, (base::Params{{"stated", "3"}, {"found", "2"}}));
}

TEST(PlanReader, ComparesCountsThatTheIntroductionStates)
{
    const auto reading = read("numbered_through");
    ASSERT_TRUE(reading);
    EXPECT_THAT(warnings_of(*reading),
        ElementsAre("2 reading.total_differs", "2 reading.count_differs",
            "11 reading.count_differs", "16 reading.number_gap"));
    EXPECT_EQ(reading->warnings.back().params, (base::Params{{"expected", "9"}, {"found", "10"}}));
}

TEST(PlanReader, AcceptsNumbersThatGoOnFromGroupToGroup)
{
    const auto reading = read("restart_numbers");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading), Contains("sector 5 擦亮戏曲名片"));
    EXPECT_THAT(reading->warnings, IsEmpty());
}

TEST(PlanReader, TakesASessionsNumberForNoCount)
{
    const auto reading = read("session_words");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("plenary 1 政府工作报告", "standing_committee 1 推进“城市驿站”建设",
            "standing_committee 2 推进节能降碳", "proposal_handling 1 关于完善社区健身设施的提案",
            "proposal_handling 2 关于发展云上博物馆的提案",
            "proposal_handling 3 关于治理“僵尸车”的提案"));
    EXPECT_EQ(reading->year, std::nullopt);
    EXPECT_EQ(reading->committee, "政协兰汀区");
    EXPECT_THAT(reading->warnings, IsEmpty());
}

TEST(PlanReader, ReadsThePlanOutOfANotice)
{
    const auto reading = read("notice_without_title");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->title, "关于印发《苇渡县政协2022年协商计划》的通知");
    EXPECT_EQ(reading->committee, "苇渡县政协");
    EXPECT_THAT(topics_of(*reading), ElementsAre("other 1 发展林下经济", "other 2 修复退化草原"));
}

// The plan that the project starts from lies beside the tree on some machines.
TEST(PlanReader, ReadsThePlanOf2022)
{
    const auto bytes = tests::source_file("../shared/plan-chongchuan-2022.txt");
    if (!bytes) {
        GTEST_SKIP() << "../shared/plan-chongchuan-2022.txt is not on this machine";
    }
    const auto reading = read_plan(*bytes, "plan-chongchuan-2022.txt");
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->title, "崇川区政协2022年协商工作计划（草 案）");
    EXPECT_EQ(reading->committee, "崇川区政协");
    EXPECT_EQ(reading->year, 2022);
    EXPECT_TRUE(reading->draft);
    std::map<TopicKind, int> counts;
    for (const auto& topic : reading->topics) {
        EXPECT_EQ(topic.number, ++counts[topic.kind]);
    }
    EXPECT_THAT(counts,
        ElementsAre(std::pair(TopicKind::standing_committee, 2),
            std::pair(TopicKind::chairpersons, 2), std::pair(TopicKind::thematic, 4),
            std::pair(TopicKind::supervision, 4)));
    EXPECT_THAT(reading->sections, SizeIs(10));
    EXPECT_THAT(reading->unplaced, IsEmpty());
    EXPECT_THAT(reading->warnings, IsEmpty());
    EXPECT_EQ(reading->characters.placed, reading->characters.source);
}

} // namespace
} // namespace xieshang::plan
