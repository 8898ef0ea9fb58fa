// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Plans that tell their topics in sentences.
#include "features/plan/readings_test.h"

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ProseLayouts, ReadsTopicsInSentences)
{
    const auto reading = read("prose");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("thematic 1 壮大海洋经济", "thematic 2 推进古厝活化利用",
            "thematic 3 完善基层医疗服务", "counterpart 1 规范校外培训",
            "counterpart 2 改善交通微循环", "proposal_handling 1 关于建设城市书房的提案",
            "proposal_handling 2 关于整治占道经营的提案"));
    EXPECT_THAT(reading->warnings, IsEmpty());
    const auto one = read("one_sentence");
    ASSERT_TRUE(one);
    EXPECT_THAT(topics_of(*one),
        ElementsAre("standing_committee 1 加快港口物流发展", "chairpersons 1 推进厂区环境治理",
            "chairpersons 2 完善居家养老服务", "thematic 1 保护水下文物",
            "thematic 2 提升图书馆服务"));
    const auto behind = read("meetings_behind");
    ASSERT_TRUE(behind);
    EXPECT_THAT(topics_of(*behind),
        ElementsAre("standing_committee 1 推进全域旅游", "standing_committee 2 老城保护",
            "thematic 1 校园周边治理", "thematic 2 养老服务", "supervision 1 垃圾分类"));
    const auto plain = read("unquoted_prose");
    ASSERT_TRUE(plain);
    EXPECT_THAT(topics_of(*plain),
        ElementsAre("thematic 1 推进老年食堂建设", "thematic 2 加强河湖管护",
            "thematic 3 优化营商环境", "counterpart 1 整合资源、优化机制"));
    EXPECT_THAT(plain->warnings, IsEmpty());
}

TEST(ProseLayouts, ReadsListsBehindAnnouncedCounts)
{
    const auto reading = read("prose_colon");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("thematic 1 推进夜市规范管理", "thematic 2 打造沿江景观带",
            "counterpart 1 做强种业", "counterpart 2 关爱留守老人", "counterpart 3 支持首店经济",
            "proposal_handling 1 关于建设共享菜园的提案", "proposal_handling 2 关于修缮古桥的提案",
            "supervision 1 食品小作坊整治", "supervision 2 校车安全"));
    EXPECT_THAT(reading->warnings, IsEmpty());
}

TEST(ProseLayouts, ReadsSentencesBehindAFormsName)
{
    const auto reading = read("prose_behind_kinds");
    ASSERT_TRUE(reading);
    EXPECT_THAT(topics_of(*reading),
        ElementsAre("standing_committee 1 推进新型城镇化", "standing_committee 2 壮大县域经济",
            "thematic 1 校园食品安全", "thematic 2 推进老城保护", "thematic 3 托育服务",
            "counterpart 1 规范校外培训", "counterpart 2 交通微循环", "counterpart 3 冷链物流",
            "counterpart 4 非遗进校园", "chairpersons 5 推进城市更新", "other 7 重点提案办理情况"));
    EXPECT_THAT(warnings_of(*reading), ElementsAre("5 reading.count_differs"));
    ASSERT_THAT(headings_of(*reading),
        ElementsAre("协商安排", "常委会会议协商", "专题协商", "对口协商和界别协商", "提案办理协商",
            "民主监督", "工作要求"));
    EXPECT_EQ(reading->sections[4].text, "采取座谈会等形式进行。");
    const auto headings = read("prose_behind_headings");
    ASSERT_TRUE(headings);
    EXPECT_THAT(topics_of(*headings),
        ElementsAre("thematic 1 校园食品安全", "counterpart 1 规范校外培训",
            "counterpart 2 交通微循环", "counterpart 3 冷链物流", "counterpart 4 非遗进校园",
            "sector 1 传统工艺", "sector 2 青年就业", "supervision 1 校车安全",
            "supervision 2 食堂管理", "proposal_handling 1 聚焦“一老一小”，做好民生服务",
            "standing_committee 1 推进新型城镇化", "standing_committee 2 壮大县域经济"));
    EXPECT_THAT(
        warnings_of(*headings), ElementsAre("4 reading.count_differs", "11 reading.count_differs"));
}

} // namespace
} // namespace xieshang::plan
