// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a person wrote is told from what the document says.
#include "features/plan/document_words.h"

#include "features/plan/readings_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view plan_text =
    "河东区政协2023年协商工作计划\n一、重点议题\n（一）常委会会议协商议题\n"
    "1. 推进养老服务（5月，责任部门：民政局、卫健委）\n2. 乙题\n（二）主席会议协商议题\n"
    "1. 丙题\n";

class DocumentWords : public testing::Test {
protected:
    // "topic field: words | document"
    Strings others() const
    {
        Strings all;
        for (const auto& one : other_words(reading, correction)) {
            all.push_back(std::to_string(one.topic) + " "
                + boost::describe::enum_to_string(one.field, "") + ": " + one.words + " | "
                + one.document);
        }
        return all;
    }
    void place(std::size_t line, std::vector<PlacedRun> runs)
    {
        correction.lines.at(line).runs = std::move(runs);
    }

    const Reading reading = read_plan(plan_text, "plan.txt").value();
    Correction correction = correction_of(reading);
};

TEST_F(DocumentWords, HaveNoPersonsWhereNobodyChangedAnything) { EXPECT_THAT(others(), IsEmpty()); }

TEST_F(DocumentWords, OfNoFixtureAreAPersons)
{
    for (const auto& path : tests::source_files_in("features/plan/fixtures")) {
        const auto read = read_plan(tests::source_file(path).value(), path);
        if (read) {
            EXPECT_THAT(other_words(*read, correction_of(*read)), IsEmpty()) << path;
        }
    }
}

TEST_F(DocumentWords, AreToldFromTypedOnesInEachField)
{
    correction.title = "河东区政协计划";
    correction.committee = "河西区政协";
    correction.year = 2024;
    correction.topics[0].title = "推进养老服务体系";
    correction.topics[0].number = 7;
    correction.topics[0].period = "6月";
    correction.topics[0].responsible = {"民政局"};
    correction.topics[1].participating = {"妇联", "残联"};
    EXPECT_THAT(others(),
        ElementsAre("-1 title: 河东区政协计划 | 河东区政协2023年协商工作计划",
            "-1 committee: 河西区政协 | 河东区政协", "-1 year: 2024 | 2023",
            "0 title: 推进养老服务体系 | 推进养老服务", "0 number: 7 | 1", "0 period: 6月 | 5月",
            "0 responsible: 民政局 | 民政局、卫健委", "1 participating: 妇联、残联 | "));
}

TEST_F(DocumentWords, StayTheDocumentsWithOtherBlanksOrWhereTheyWereMerged)
{
    correction.topics[0].title = " 推进 养老服务";
    EXPECT_THAT(others(), IsEmpty());
    correction.topics[0].title = "推进养老服务乙题";
    EXPECT_THAT(others(), ElementsAre("0 title: 推进养老服务乙题 | 推进养老服务"));
    place(4, {{CorrectedPlace::topic_mark, 0, 3}, {CorrectedPlace::topic_title, 0, 2}});
    correction.topics.erase(correction.topics.begin() + 1);
    place(6, {{CorrectedPlace::topic_mark, 1, 3}, {CorrectedPlace::topic_title, 1, 2}});
    EXPECT_THAT(others(), IsEmpty()) << "that is where the line was sent";
}

TEST_F(DocumentWords, AreToldAlsoWhereNothingIsLeftOfThem)
{
    correction.topics[0].period = "";
    correction.topics[0].responsible = {};
    EXPECT_THAT(others(), ElementsAre("0 period:  | 5月", "0 responsible:  | 民政局、卫健委"));
}

TEST_F(DocumentWords, KnowATopicWhereverItStands)
{
    std::swap(correction.topics[0], correction.topics[1]);
    place(4, {{CorrectedPlace::topic_mark, 0, 3}, {CorrectedPlace::topic_title, 0, 2}});
    for (auto& run : correction.lines.at(3).runs) {
        run.target = 1;
    }
    EXPECT_THAT(others(), IsEmpty());
    correction.topics[0].title = "丁题";
    EXPECT_THAT(others(), ElementsAre("1 title: 丁题 | 乙题"));
}

TEST_F(DocumentWords, CountANewTopicByItsMark)
{
    correction.topics[1].key = 9;
    EXPECT_THAT(others(), IsEmpty());
    correction.topics[1].number = 3;
    EXPECT_THAT(others(), ElementsAre("9 number: 3 | 2"));
}

} // namespace
} // namespace xieshang::plan
