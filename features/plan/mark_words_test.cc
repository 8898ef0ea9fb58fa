// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// No word of a document vanishes from its plan by being called a mark.
#include "features/plan/mark_words.h"

#include "features/plan/readings_test.h"
#include "features/plan/script.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view plan_text =
    "河东区政协2023年协商工作计划\n一、重点议题\n（一）专题协商议题\n"
    "1. 推进养老服务（5月，责任部门：民政局）\n2. 乙题\n二、措施\n加强领导。\n";

TEST(MarkWords, AreNumbersLabelsAndPunctuation)
{
    for (const auto* mark : {"1.", "（一）", "第一章", "第三，", "议题三：", "①", "3、4", "12",
             "十二、", "责任部门：", "（牵头单位：）", "时间安排", "序号\t议题\t时间\t责任部门",
             "|", "——", "；", "“”", "・", "• "}) {
        EXPECT_TRUE(is_only_a_mark(fold(from_utf8(mark)))) << mark;
    }
    for (const auto* words : {"乙题", "1. 乙题", "责任部门：民政局", "5月", "12.5万亩", "第三产业",
             "3、4号线", "五G", "A", "ß", "議", "かな", "한글", "13812345678", "专题协商", "𠮷"}) {
        EXPECT_FALSE(is_only_a_mark(fold(from_utf8(words)))) << words;
    }
}

class WordsAsMarks : public testing::Test {
protected:
    Strings found() const
    {
        Strings all;
        for_words_as_marks(reading, correction, [&](std::size_t line, std::u32string_view words) {
            all.push_back(std::to_string(line) + " " + to_utf8(words));
        });
        return all;
    }
    void place(std::size_t line, std::vector<PlacedRun> runs)
    {
        correction.lines.at(line).runs = std::move(runs);
    }

    const Reading reading = read_plan(plan_text, "plan.txt").value();
    Correction correction = correction_of(reading);
};

TEST_F(WordsAsMarks, AreNoneOfTheReadings)
{
    EXPECT_THAT(found(), IsEmpty());
    for (const auto& path : tests::source_files_in("features/plan/fixtures")) {
        if (const auto read = read_plan(tests::source_file(path).value(), path)) {
            EXPECT_TRUE(complete(*read, with_the_rest_ignored(correction_of(*read), "页脚")))
                << path;
        }
    }
}

TEST_F(WordsAsMarks, AreToldInEachKindOfMark)
{
    place(4, {{CorrectedPlace::topic_mark, 0, 5}});
    place(5, {{CorrectedPlace::section_mark, 0, 4}});
    place(6, {{CorrectedPlace::topic_kind, 0, 4}, {CorrectedPlace::topic_mark, 0, 1}});
    EXPECT_THAT(found(), ElementsAre("4 乙题", "5 措施", "6 加强领导"));
    const auto refused = complete(reading, correction);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "correction.unfinished");
    EXPECT_EQ(refused.error().params.at("count"), "3");
    EXPECT_EQ(refused.error().fields.at(0).code, "correction.words_as_mark");
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/lines/4");
    EXPECT_EQ(refused.error().fields.at(0).params.at("line"), "5");
    EXPECT_EQ(refused.error().fields.at(0).params.at("text"), "乙题");
    EXPECT_TRUE(belongs(reading, correction)) << "an unfinished one may be kept";
}

TEST_F(WordsAsMarks, AreNoneWhereTheyNameTheFormOfTheirTopic)
{
    const auto line = std::u32string(U"（一）专题协商议题").size();
    place(2, {{CorrectedPlace::topic_mark, 0, static_cast<std::int64_t>(line)}});
    EXPECT_THAT(found(), IsEmpty());
    correction.topics[0].kind = TopicKind::sector;
    EXPECT_THAT(found(), ElementsAre("2 专题协商议题"));
}

} // namespace
} // namespace xieshang::plan
