// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/prose.h"

#include "features/plan/script.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> topics_in(
    std::u32string_view text, std::optional<TopicKind> kind = {}, bool in_topics = false)
{
    const auto folded_text = fold(text);
    std::vector<std::string> found;
    for (const auto& topic : prose_in(folded_text, kind, in_topics).topics) {
        found.push_back(std::string(topic.kind ? name_of(*topic.kind) : "-") + " "
            + to_utf8(
                std::u32string_view(folded_text).substr(topic.begin, topic.end - topic.begin)));
    }
    return found;
}

// "stated/listed" of each count.
std::vector<std::string> counts_in(std::u32string_view text)
{
    std::vector<std::string> found;
    for (const auto& count : prose_in(fold(text), {}, false).counts) {
        found.push_back(std::to_string(count.stated) + "/" + std::to_string(count.listed));
    }
    return found;
}

TEST(Prose, ListsQuotedAndPlainTopics)
{
    EXPECT_THAT(topics_in(U"开展3场专题协商会。围绕“A类”、推进B区、“C类”3个课题。"),
        ElementsAre("thematic a类", "thematic 推进b区", "thematic c类"));
    EXPECT_THAT(topics_in(U"组织2次民主监督，就“饮水安全”“食堂管理”开展监督。"),
        ElementsAre("supervision 饮水安全", "supervision 食堂管理"));
    EXPECT_THAT(topics_in(U"围绕《甲提案》等1件重点提案开展提案办理协商。"),
        ElementsAre("proposal_handling 甲提案"));
}

TEST(Prose, GivesEachGroupItsMeeting)
{
    EXPECT_THAT(topics_in(U"常委会会议围绕“甲”协商议政；主席会议围绕“乙”“丙”开展协商；专题协商会围"
                          U"绕“丁”建言献策。"),
        ElementsAre("standing_committee 甲", "chairpersons 乙", "chairpersons 丙", "thematic 丁"));
}

TEST(Prose, TakesTheMeetingBehindEachListForItsOwn)
{
    EXPECT_THAT(topics_in(U"围绕“甲”“乙”开展常委会会议协商，围绕“丙”“丁”开展专题协商，并围绕“戊”"
                          U"开展民主监督。"),
        ElementsAre("standing_committee 甲", "standing_committee 乙", "thematic 丙", "thematic 丁",
            "supervision 戊"));
    EXPECT_THAT(
        topics_in(U"围绕“甲”开展常委会会议协商、围绕“乙”开展专题协商、围绕“丙”开展民主监督"),
        ElementsAre("standing_committee 甲", "thematic 乙", "supervision 丙"));
}

TEST(Prose, KeepsQuotesInsideTitles)
{
    EXPECT_THAT(topics_in(U"开展2场对口协商，围绕推进“双减”工作、优化“一网通办”服务2个课题。"),
        ElementsAre("counterpart 推进“双减”工作", "counterpart 优化“一网通办”服务"));
    EXPECT_THAT(topics_in(U"召开主席会议，围绕“推进‘一老一小’服务”协商议政。"),
        ElementsAre("chairpersons 推进‘一老一小’服务"));
}

TEST(Prose, SplitsPlainTextOnlyWhenTheCountSaysSo)
{
    EXPECT_THAT(topics_in(U"围绕整合资源、优化机制开展1次对口协商。"),
        ElementsAre("counterpart 整合资源、优化机制"));
    EXPECT_THAT(topics_in(U"围绕整合资源、优化机制等2个课题开展对口协商。"),
        ElementsAre("counterpart 整合资源", "counterpart 优化机制"));
}

TEST(Prose, TakesNoSloganForATopic)
{
    EXPECT_THAT(topics_in(U"围绕中心、服务大局，认真履行职能。"), IsEmpty());
    EXPECT_THAT(topics_in(U"围绕“聚力‘四个一’、提升首位度”，广泛深入开展协商活动。"), IsEmpty());
    EXPECT_THAT(topics_in(U"综合运用全体会议、常委会会议、主席会议等形式开展协商。"), IsEmpty());
}

TEST(Prose, ComparesCountsWithLists)
{
    EXPECT_THAT(counts_in(U"开展3场专题协商会。围绕“甲”“乙”2个课题。"), ElementsAre("3/2", "2/2"));
    EXPECT_THAT(counts_in(U"开展2场专题协商会，围绕“甲”“乙”。"), ElementsAre("2/2"));
    EXPECT_THAT(counts_in(U"围绕“甲”“乙”开展3次专题协商。"), ElementsAre("3/2"));
}

} // namespace
} // namespace xieshang::plan
