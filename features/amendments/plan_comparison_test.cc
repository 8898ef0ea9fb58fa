// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/plan_comparison.h"

#include "features/plan/paragraphs.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace xieshang::amendments {
namespace {

using Sections = std::vector<plan::Section>;
using testing::ElementsAre;

std::vector<std::string> lines_of(const std::vector<ComparedParagraph>& all)
{
    std::vector<std::string> lines;
    for (const auto& one : all) {
        lines.push_back((one.is_heading ? "# " : "") + one.before.value_or("-") + " | "
            + one.after.value_or("-"));
    }
    return lines;
}

PastTopic a_past_topic(const std::string& id, const std::string& title)
{
    PastTopic topic;
    topic.id = TopicId{id};
    topic.title = title;
    return topic;
}

std::string titles(const std::vector<ComparedTopic>& all)
{
    std::string text;
    for (const auto& one : all) {
        text += (text.empty() ? "" : ", ") + (one.before ? one.before->title : "-") + "→"
            + (one.after ? one.after->title : "-");
    }
    return text;
}

// One side of the comparison, as text again.
std::vector<std::string> side(
    const std::vector<ComparedParagraph>& all, std::optional<std::string> ComparedParagraph::*which)
{
    std::vector<std::string> text;
    for (const auto& one : all) {
        if (one.*which) {
            text.push_back(*(one.*which));
        }
    }
    return text;
}

std::vector<std::string> whole(const Sections& sections)
{
    std::vector<std::string> text;
    for (const auto& section : sections) {
        if (const auto heading = plan::without_margins(section.heading); !heading.empty()) {
            text.emplace_back(heading);
        }
        for (auto& paragraph : plan::paragraphs_of(section.text)) {
            text.push_back(std::move(paragraph));
        }
    }
    return text;
}

TEST(PlanComparison, SetsWhatWasChangedBesideWhatItWas)
{
    const Sections before{{"一、要求", "围绕中心。\n服务大局。"}, {"二、保障", "加强领导。"}};
    const Sections after{
        {"一、总体要求", "围绕中心。\n服务发展大局。\n突出民生。"}, {"二、保障", "加强领导。"}};
    EXPECT_THAT(lines_of(compared(before, after)),
        ElementsAre("# 一、要求 | 一、总体要求", "围绕中心。 | 围绕中心。",
            "服务大局。 | 服务发展大局。", "- | 突出民生。", "# 二、保障 | 二、保障",
            "加强领导。 | 加强领导。"));
}

TEST(PlanComparison, MovesNothingWhereAParagraphCameInBetween)
{
    const Sections before{{"", "甲。\n乙。\n丙。"}};
    const Sections after{{"", "新。\n甲。\n丙。"}, {"三、附则", ""}};
    EXPECT_THAT(lines_of(compared(before, after)),
        ElementsAre("- | 新。", "甲。 | 甲。", "乙。 | -", "丙。 | 丙。", "# - | 三、附则"));
    EXPECT_THAT(lines_of(compared(Sections{}, Sections{})), ElementsAre());
}

TEST(PlanComparison, PairsInOrderWhatIsTooLongToBeMatched)
{
    std::string many;
    std::string others;
    for (int i = 0; i < 1001; ++i) {
        many += "旧" + std::to_string(i) + "\n";
        others += "新" + std::to_string(i) + "\n";
    }
    const auto all = compared(Sections{{"", many}}, Sections{{"", others}});
    ASSERT_EQ(all.size(), 1001U);
    EXPECT_EQ(all.back().before, "旧1000");
    EXPECT_EQ(all.back().after, "新1000");
}

TEST(PlanComparison, LosesNoParagraphOfEitherSide)
{
    const auto a_text = [] {
        const auto words = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("甲", "乙", "丙", "丁", ""));
        Sections sections;
        for (const auto& word : words) {
            sections.push_back({word, word + "\n　" + word + "文"});
        }
        return sections;
    };
    EXPECT_TRUE(rc::check([&] {
        const auto before = a_text();
        const auto after = a_text();
        const auto all = compared(before, after);
        RC_ASSERT(side(all, &ComparedParagraph::before) == whole(before));
        RC_ASSERT(side(all, &ComparedParagraph::after) == whole(after));
        for (const auto& one : all) {
            RC_ASSERT(one.before || one.after);
        }
    }));
}

TEST(PlanComparison, KnowsATopicByItsIdWhateverItIsCalled)
{
    auto moved = a_past_topic("b", "生活垃圾分类");
    moved.kind = plan::TopicKind::counterpart;
    const std::vector<PastTopic> before{
        a_past_topic("a", "养老"), a_past_topic("b", "垃圾分类"), a_past_topic("c", "停车")};
    const std::vector<PastTopic> after{moved, a_past_topic("c", "停车"), a_past_topic("d", "停车")};
    const auto all = compared(before, after);
    EXPECT_EQ(titles(all), "养老→-, 垃圾分类→生活垃圾分类, 停车→停车, -→停车");
    EXPECT_EQ(all[1].after->kind, plan::TopicKind::counterpart);
    EXPECT_NE(all[1].before, all[1].after);
    EXPECT_EQ(all[2].before, all[2].after);
}

TEST(PlanComparison, LeavesWhatWentWhereItStood)
{
    const std::vector<PastTopic> before{
        a_past_topic("a", "一"), a_past_topic("b", "二"), a_past_topic("c", "三")};
    EXPECT_EQ(titles(compared(before, {before[0], before[2]})), "一→一, 二→-, 三→三");
    EXPECT_EQ(titles(compared(before, {})), "一→-, 二→-, 三→-");
    EXPECT_EQ(titles(compared({}, before)), "-→一, -→二, -→三");
}

} // namespace
} // namespace xieshang::amendments
