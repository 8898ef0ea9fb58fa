// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/headings.h"

#include "features/plan/script.h"

#include <gtest/gtest.h>

namespace xieshang::plan {
namespace {

Promise promise_of(const char32_t* heading) { return understood(fold(heading)).promise; }

TEST(Headings, PromiseTopics)
{
    for (const auto* heading : {U"重点议题", U"协商议题", U"重点协商议题", U"2023年度重点协商课题",
             U"（一）常委会会议协商议题", U"专题协商", U"专题议政性常委会会议（2次）",
             U"民主监督议题（共4个）", U"協商議題", U"围绕中心任务确定的重点课题", U"有事好商量",
             U"开展专题协商"}) {
        EXPECT_EQ(promise_of(heading), Promise::topics) << to_utf8(heading);
    }
}

TEST(Headings, PromiseNoTopics)
{
    for (const auto* heading :
        {U"指导思想", U"基本原则", U"工作要求", U"落实协商工作计划的主要措施", U"协商形式",
            U"组织实施", U"邀请区委、区政府和有关部门负责同志出席重点协商活动安排", U"确定协商议题",
            U"协商议题确定的原则"}) {
        EXPECT_EQ(promise_of(heading), Promise::no_topics) << to_utf8(heading);
    }
    EXPECT_EQ(promise_of(U"加强民主监督"), Promise::unlikely);
}

TEST(Headings, MayPromiseTopics)
{
    EXPECT_EQ(promise_of(U"协商工作总体推进计划"), Promise::perhaps);
    EXPECT_EQ(promise_of(U"盘活低效用地，推进空间再造"), Promise::unknown);
}

TEST(Headings, AreToldFromTopicsByTheirWords)
{
    EXPECT_TRUE(understood(U"主席会议协商议题").is_pure);
    EXPECT_TRUE(understood(U"专题协商会(1项)").is_pure);
    EXPECT_FALSE(understood(U"推进基层协商议事").is_pure);
}

TEST(Headings, AreToldFromTopicsByNamingNothingButAForm)
{
    for (const auto* heading : {U"专题协商", U"对口协商和界别协商", U"开展民主监督。",
             U"常委会会议协商议题：", U"重点提案督办（2件）"}) {
        EXPECT_TRUE(understood(fold(heading)).is_kind) << to_utf8(heading);
    }
    for (const auto* heading : {U"重点提案办理情况", U"视察重点项目", U"协商议题", U"3月"}) {
        EXPECT_FALSE(understood(fold(heading)).is_kind) << to_utf8(heading);
    }
}

TEST(Headings, SayTheKindOfMeeting)
{
    const auto kind = [](const char32_t* heading) { return understood(fold(heading)).kind; };
    EXPECT_EQ(kind(U"专题议政性常委会会议"), TopicKind::standing_committee);
    EXPECT_EQ(kind(U"主席会议专题协商"), TopicKind::chairpersons);
    EXPECT_EQ(kind(U"专题协商会议协商议题"), TopicKind::thematic);
    EXPECT_EQ(kind(U"双周协商座谈会"), TopicKind::biweekly);
    EXPECT_EQ(kind(U"全体会议协商"), TopicKind::plenary);
    EXPECT_EQ(kind(U"重点提案督办"), TopicKind::proposal_handling);
    EXPECT_EQ(kind(U"視察調研議題"), TopicKind::inspection);
    EXPECT_EQ(kind(U"界別協商"), TopicKind::sector);
    EXPECT_EQ(kind(U"对口协商"), TopicKind::counterpart);
    EXPECT_EQ(kind(U"“有事好商量”协商议事"), TopicKind::room);
    EXPECT_EQ(kind(U"民主监督议题"), TopicKind::supervision);
    EXPECT_EQ(kind(U"重点议题"), std::nullopt);
}

TEST(Headings, StateCounts)
{
    EXPECT_EQ(understood(U"专题协商议题(4个)").count, 4);
    EXPECT_EQ(understood(U"重点协商议题(共12项)").count, 12);
    EXPECT_EQ(understood(U"民主监督议题3个").count, 3);
    EXPECT_EQ(understood(U"区政协二届三次全会协商议题").count, std::nullopt);
}

TEST(Headings, EndWhereTheirParagraphBegins)
{
    EXPECT_EQ(heading_length(U"加强领导。各部门要高度重视"), 5U);
    EXPECT_EQ(heading_length(U"加强领导.各部门要高度重视"), 5U);
    EXPECT_EQ(heading_length(U"指导思想以促进区域经济社会高质量发展为主题,认真履行各项职能"), 4U);
    EXPECT_EQ(heading_length(U"加强领导。"), 5U);
}

} // namespace
} // namespace xieshang::plan
