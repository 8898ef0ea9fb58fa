// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What reviewers of suggestions see: reworded ones come first, and why.
#include "platform/analytics/likeness.h"
#include "platform/analytics/made_up_texts_test.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <numeric>

namespace xieshang::analytics {
namespace {

struct Suggestion {
    TextNumber number;
    FoldedText text;
};

// 1n and 2n are the same wish in other words; the others stand alone.
const std::vector<Suggestion> suggestions{
    {11, {U"推进老旧小区加装电梯", U"老旧小区老年人上下楼不便,建议政府补贴并简化审批手续。"}},
    {21, {U"加快既有住宅加装电梯步伐", U"没有电梯的住宅里老年人出行困难,低层住户意见难统一。"}},
    {12, {U"完善社区居家养老服务体系", U"社区助餐、日间照料设施不足,建议引入专业机构。"}},
    {22, {U"关于提升居家社区养老服务质量的建议", U"增设老年助餐点,培训护理人员。"}},
    {13, {U"破解中心城区停车难", U"医院和学校周边车位紧张,建议错时共享停车。"}},
    {23, {U"推动机关单位停车位错时共享", U"晚间向周边居民开放车位,缓解停车难。"}},
    {14, {U"优化营商环境,支持民营企业发展", U"降低融资成本,减少审批环节。"}},
    {24, {U"进一步改善民营企业营商环境", U"解决融资难融资贵,兑现惠企政策。"}},
    {15, {U"加强非物质文化遗产保护传承", U"资助代表性传承人,开展非遗进校园。"}},
    {25, {U"推动非遗文化传承与创新", U"扶持非物质文化遗产工坊,培养青年传承人。"}},
    {16, {U"推进生活垃圾分类", U"加强分类运输,避免混装混运。"}},
    {26, {U"提高垃圾分类实效", U"分类投放后又混装运输,居民积极性受挫。"}},
    {31, {U"推进义务教育优质均衡发展", U"扩大集团化办学,促进教师交流轮岗。"}},
    {32, {U"加强黑臭水体治理", U"雨污分流改造尚未完成,建议加快管网建设。"}},
    {33, {U"加快推进智慧城市建设", U"打通部门数据,建设城市运行平台。"}},
    {34, {U"关于完善公共自行车网点的建议", U"地铁站周边车辆不足。"}},
};

LikenessIndex pool()
{
    LikenessIndex index;
    for (const auto& [number, text] : suggestions) {
        index.put(number, text);
    }
    return index;
}

TEST(LikenessOfTopics, BringsTheSameWishInOtherWordsFirst)
{
    const auto index = pool();
    for (const auto& suggestion : suggestions) {
        const auto found = index.most_alike(suggestion.text, {.most = 3, .least_score = 0});
        ASSERT_GE(found.size(), 2);
        EXPECT_EQ(found[0].number, suggestion.number);
        if (suggestion.number < 30) {
            const auto twin =
                suggestion.number < 20 ? suggestion.number + 10 : suggestion.number - 10;
            EXPECT_EQ(found[1].number, twin) << suggestion.number;
            EXPECT_GT(found[1].likeness.score, 1.5 * found[2].likeness.score) << suggestion.number;
        }
    }
}

TEST(LikenessOfTopics, GivesTheSameWishAloneByTheUsualThreshold)
{
    const auto index = pool();
    for (const auto& suggestion : suggestions) {
        const auto found = index.most_alike(suggestion.text, {});
        EXPECT_EQ(found.size(), suggestion.number < 30 ? 2 : 1) << suggestion.number;
    }
}

TEST(LikenessOfTopics, FindsThemWhileTheTitleIsTyped)
{
    const auto index = pool();
    const std::u32string title = U"老小区装电梯的建议";
    const auto typed = index.most_alike({title, U""}, {.most = 2, .least_score = 0.05});
    ASSERT_EQ(typed.size(), 2);
    EXPECT_EQ(typed[0].number, 11);
    EXPECT_EQ(typed[1].number, 21);
    const auto begun = index.most_alike({U"停车", U""}, {.most = 2, .least_score = 0.05});
    ASSERT_EQ(begun.size(), 2);
    EXPECT_EQ(begun[0].number + begun[1].number, 13 + 23);
}

TEST(LikenessOfTopics, SaysByWhichCharacters)
{
    const auto index = pool();
    const auto why = index.explain(suggestions[0].text, suggestions[1].text, 3);
    EXPECT_EQ(why.likeness, index.likeness(suggestions[0].text, suggestions[1].text));
    ASSERT_EQ(why.runs.size(), 3);
    EXPECT_EQ(why.runs[0].characters, U"加装电梯");
    EXPECT_EQ(why.runs[1].characters, U"老年人");
    EXPECT_GT(why.runs[0].share, 2 * why.runs[1].share);
    EXPECT_TRUE(index.explain(suggestions[0].text, {U"", U""}, 3).runs.empty());
    EXPECT_TRUE(index.explain({U"乙", U""}, {U"甲", U""}, 3).runs.empty());
}

TEST(LikenessOfTopics, GivesSharesThatSumUpToTheScore)
{
    EXPECT_TRUE(rc::check("whatever is compared", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto index = pool();
        const auto a = made_up_text(30, lots);
        const auto b = made_up_text(30, lots);
        const auto why = index.explain(a.view(), b.view(), 1'000'000);
        const double sum = std::accumulate(why.runs.begin(), why.runs.end(), 0.0,
            [](double before, const SharedRun& run) { return before + run.share; });
        RC_ASSERT(std::abs(sum - why.likeness.score) < 1e-12);
        for (const auto& [characters, share] : why.runs) {
            const bool in_a =
                a.title.find(characters) != a.title.npos || a.body.find(characters) != a.body.npos;
            RC_ASSERT(in_a && share > 0);
        }
    }));
}

} // namespace
} // namespace xieshang::analytics
