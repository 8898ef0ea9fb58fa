// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Nothing becomes a plan while a character of its document is unaccounted for.
#include "features/plan/correction.h"

#include "features/plan/readings_test.h"
#include "features/plan/script.h"
#include "platform/json/json.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;

constexpr std::string_view plan_text =
    "河东区政协2023年协商工作计划\n前言一段。\n一、重点议题\n（一）常委会会议协商议题\n"
    "1. 甲题\n2. 乙题\n二、措施\n加强领导。\n";

Reading reading() { return read_plan(plan_text, "plan.txt").value(); }

std::vector<std::string> codes(const base::Result<void>& result)
{
    std::vector<std::string> all;
    for (const auto& field : result.error().fields) {
        all.push_back(field.pointer + " " + field.code);
    }
    return all;
}

TEST(Correction, OfAReadingSaysWhatTheReadingSays)
{
    const auto read = reading();
    const auto correction = correction_of(read);
    EXPECT_TRUE(complete(read, correction));
    EXPECT_EQ(correction.topics.at(1).title, "乙题");
    EXPECT_EQ(unaccounted(read, correction), 0);
    std::vector<Section> sections;
    for (const auto& section : read.sections) {
        sections.push_back({section.heading, section.text});
    }
    EXPECT_EQ(sections_of(read, correction), sections);
}

TEST(Correction, IsUnfinishedWhileACharacterIsUnaccountedFor)
{
    const auto read = reading();
    auto correction = correction_of(read);
    correction.lines[7].runs = {
        {CorrectedPlace::section_text, 2, 4}, {CorrectedPlace::unplaced, -1, 1}};
    const auto refused = complete(read, correction);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "correction.unfinished");
    EXPECT_THAT(codes(refused), ElementsAre("/lines/7 correction.unaccounted"));
    EXPECT_EQ(refused.error().fields[0].params.at("line"), "8");
    EXPECT_EQ(refused.error().fields[0].params.at("text"), "。");
    EXPECT_EQ(unaccounted(read, correction), 1);
    EXPECT_TRUE(belongs(read, correction)) << "an unfinished one may be kept";
}

TEST(Correction, IgnoresWithAReasonOnly)
{
    const auto read = reading();
    auto correction = correction_of(read);
    correction.lines[7].runs = {{CorrectedPlace::ignored, 0, 5}};
    correction.reasons = {" "};
    EXPECT_THAT(codes(complete(read, correction)), ElementsAre("/lines/7 correction.no_reason"));
    correction.reasons = {"页脚"};
    EXPECT_TRUE(complete(read, correction));
    EXPECT_EQ(sections_of(read, correction).back().text, "");
}

TEST(Correction, OfAnotherTextOrWithoutTargetIsRefused)
{
    const auto read = reading();
    const auto code = [&](auto change) {
        auto correction = correction_of(read);
        change(correction);
        const auto result = belongs(read, correction);
        return result ? std::string() : result.error().code;
    };
    EXPECT_EQ(code([](Correction& c) { c.lines.pop_back(); }), "correction.other_text");
    EXPECT_EQ(code([](Correction& c) { ++c.lines[0].runs[0].length; }), "correction.other_text");
    EXPECT_EQ(code([](Correction& c) { c.lines[0].runs[0].length = -1; }), "correction.other_text");
    EXPECT_EQ(code([](Correction& c) { c.topics.pop_back(); }), "correction.no_target");
    EXPECT_EQ(code([](Correction& c) { c.sections = 0; }), "correction.no_target");
    EXPECT_EQ(code([](Correction& c) { c.lines[0].runs[0].target = 5; }), "correction.no_target");
    EXPECT_EQ(code([](Correction& c) { c.lines[0].runs[0].place = CorrectedPlace::ignored; }),
        "correction.no_target");
}

TEST(Correction, MovesALineFromASectionToAnother)
{
    const auto read = reading();
    auto correction = correction_of(read);
    correction.lines[7].runs = {{CorrectedPlace::section_text, 0, 5}};
    EXPECT_EQ(sections_of(read, correction).front().text, "前言一段。\n加强领导。");
}

TEST(Correction, GivesEachTopicAKeyOfItsOwn)
{
    const auto read = reading();
    auto correction = correction_of(read);
    EXPECT_EQ(keyed(correction, read), correction);
    auto nameless = correction;
    nameless.next_key.reset();
    for (auto& topic : nameless.topics) {
        topic.key.reset();
    }
    EXPECT_EQ(keyed(nameless, read), correction) << "as the reading has them";
    correction.topics.push_back(correction.topics[0]);
    correction.topics[1].title = "别的题目";
    correction.topics[1].key.reset();
    const auto all = keyed(correction, read);
    EXPECT_EQ(all.topics[0].key, 0);
    EXPECT_EQ(all.topics[1].key, 2);
    EXPECT_EQ(all.topics[2].key, 3);
    EXPECT_EQ(all.next_key, 4);
}

TEST(Correction, TheRestMayBeIgnoredAtOnce)
{
    const auto read = reading();
    auto correction = correction_of(read);
    EXPECT_EQ(with_the_rest_ignored(correction, "页脚"), correction);
    correction.lines[7].runs = {{CorrectedPlace::unplaced, -1, 5}};
    const auto whole = with_the_rest_ignored(correction, "页脚");
    EXPECT_TRUE(complete(read, whole));
    EXPECT_THAT(whole.lines[7].runs, ElementsAre(PlacedRun{CorrectedPlace::ignored, 0, 5}));
}

// Whatever is sent where: complete exactly when no non-blank character is left, and no character of
// the document is in two places or in none.
TEST(Correction, IsCompleteExactlyWhenNoCharacterIsLeft)
{
    EXPECT_TRUE(rc::check([] {
        const auto read = reading();
        auto correction = correction_of(read);
        correction.reasons = {"页脚"};
        for (auto& line : correction.lines) {
            for (auto& run : line.runs) {
                if (*rc::gen::inRange(0, 4) == 0) {
                    const auto kind = *rc::gen::inRange(0, 3);
                    run = kind == 0 ? PlacedRun{CorrectedPlace::unplaced, -1, run.length}
                        : kind == 1 ? PlacedRun{CorrectedPlace::ignored, 0, run.length}
                                    : PlacedRun{CorrectedPlace::topic_title, 1, run.length};
                }
            }
        }
        RC_ASSERT(bool(belongs(read, correction)));
        RC_ASSERT(bool(complete(read, correction)) == (unaccounted(read, correction) == 0));
        RC_ASSERT(bool(complete(read, with_the_rest_ignored(correction, "x"))));
        const auto again = json::read<Correction>(json::write(correction));
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == correction);
    }));
}

} // namespace
} // namespace xieshang::plan
