// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Two people correct one import in turn: each one's deeds keep their own name and time.
#include "features/plan/authorship.h"

#include "features/plan/reading.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Byline wang{{1000}, "p1", "王小协"};
const Byline li{{2000}, "p2", "李小商"};
const Byline zhao{{3000}, "p3", "赵小议"};

class Authors : public testing::Test {
protected:
    // What somebody makes of what stands.
    template <class Change>
    void change(const Byline& by, Change change)
    {
        auto next = now.correction;
        change(next);
        now.authorship = authorship_of(reading, now, next, by);
        now.correction = next;
    }
    void send(const Byline& by, std::size_t line, std::vector<PlacedRun> runs)
    {
        change(by, [&](Correction& one) { one.lines[line].runs = std::move(runs); });
    }
    void retitle(const Byline& by, std::size_t topic, const std::string& title)
    {
        change(by, [&](Correction& one) { one.topics[topic].title = title; });
    }
    // "line text (reason) name at"
    std::vector<std::string> ignored() const
    {
        std::vector<std::string> all;
        for (const auto& one : ignored_in(reading, now)) {
            all.push_back(std::to_string(one.line) + " " + one.text + " (" + one.reason + ") "
                + one.by_name.value() + " " + std::to_string(one.at.value().ms));
        }
        return all;
    }
    // "topic words | document, name at"
    std::vector<std::string> words() const
    {
        std::vector<std::string> all;
        for (const auto& one : own_words_in(now)) {
            all.push_back(std::to_string(one.topic) + " " + one.words + " | " + one.document + ", "
                + one.by_name + " " + std::to_string(one.at.ms));
        }
        return all;
    }

    const Reading reading =
        read_plan("河东区政协2023年协商工作计划\n一、重点议题\n（一）主席会议协商议题\n"
                  "1. 甲题\n2. 乙题\n河东区政协办公室\n第3页共9页\n",
            "plan.txt")
            .value();
    SignedCorrection now{correction_of(reading), {}};

    void SetUp() override { now.correction.reasons = {"落款", "页码"}; }
};

const std::vector<PlacedRun> office_ignored{{CorrectedPlace::ignored, 0, 8}};
const std::vector<PlacedRun> page_ignored{{CorrectedPlace::ignored, 1, 6}};

TEST_F(Authors, OfAnUntouchedReadingAreNobody)
{
    change(wang, [](Correction&) {});
    EXPECT_EQ(now.authorship, Authorship{});
}

TEST_F(Authors, KeepTheirIgnoredLinesApart)
{
    send(wang, 5, office_ignored);
    send(li, 6, page_ignored);
    change(zhao, [](Correction& one) { one.committee = "河东区政协"; });
    EXPECT_THAT(ignored(),
        ElementsAre("6 河东区政协办公室 (落款) 王小协 1000", "7 第3页共9页 (页码) 李小商 2000"));
}

TEST_F(Authors, KeepTheirPartsOfOneLineApart)
{
    send(wang, 6, {{CorrectedPlace::unplaced, -1, 3}, {CorrectedPlace::ignored, 1, 3}});
    send(li, 6, page_ignored);
    EXPECT_THAT(ignored(), ElementsAre("7 第3页 (页码) 李小商 2000", "7 共9页 (页码) 王小协 1000"));
}

TEST_F(Authors, OfAnotherReasonAreThoseWhoGaveIt)
{
    send(wang, 5, office_ignored);
    send(li, 5, {{CorrectedPlace::ignored, 1, 8}});
    EXPECT_THAT(ignored(), ElementsAre("6 河东区政协办公室 (页码) 李小商 2000"));
    change(zhao, [](Correction& one) {
        one.reasons = {"页码"};
        one.lines[5].runs = {{CorrectedPlace::ignored, 0, 8}};
    });
    EXPECT_THAT(ignored(), ElementsAre("6 河东区政协办公室 (页码) 李小商 2000"))
        << "the reason is the same, wherever it stands";
}

TEST_F(Authors, WhoTakeALineBackAndIgnoreItAnewDidItThen)
{
    send(wang, 5, office_ignored);
    send(li, 5, {{CorrectedPlace::unplaced, -1, 8}});
    EXPECT_THAT(ignored(), IsEmpty());
    send(zhao, 5, office_ignored);
    EXPECT_THAT(ignored(), ElementsAre("6 河东区政协办公室 (落款) 赵小议 3000"));
}

TEST_F(Authors, KeepTheirOwnWords)
{
    retitle(wang, 0, "甲题（修改）");
    retitle(li, 1, "乙题（修改）");
    EXPECT_THAT(words(),
        ElementsAre("0 甲题（修改） | 甲题, 王小协 1000", "1 乙题（修改） | 乙题, 李小商 2000"));
    retitle(zhao, 0, "甲题（再修改）");
    EXPECT_THAT(words(),
        ElementsAre("0 甲题（再修改） | 甲题, 赵小议 3000", "1 乙题（修改） | 乙题, 李小商 2000"));
    retitle(zhao, 0, "甲题");
    EXPECT_THAT(words(), ElementsAre("1 乙题（修改） | 乙题, 李小商 2000"));
}

TEST_F(Authors, KeepTheirOwnWordsWhereverTheTopicMoves)
{
    change(wang, [](Correction& one) { one.topics[0].period = "5月"; });
    change(li, [](Correction& one) {
        std::swap(one.topics[0], one.topics[1]);
        for (const std::size_t line : {3U, 4U}) {
            for (auto& run : one.lines[line].runs) {
                run.target = 1 - run.target;
            }
        }
        one.topics[0].period = "5月";
    });
    EXPECT_THAT(words(), ElementsAre("0 5月 | , 李小商 2000", "1 5月 | , 王小协 1000"))
        << "by topic and words, not by words alone";
}

} // namespace
} // namespace xieshang::plan
