// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Nothing becomes a plan while a character of its document is unaccounted for.
#include "features/plan/correction.h"

#include "features/plan/mark_words.h"
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

// A document of any lines, as read into any places: what a screen may have sent.
std::string any_text()
{
    static const std::vector<std::string> signs{"协", "议", "题", "1", ".", "、", "（一）", " ",
        "\t", "　", "𠮷", "养老", "—", "\x1c", "\u0085"};
    std::string text;
    for (auto left = *rc::gen::inRange(0, 9); left > 0; --left) {
        text += signs[*rc::gen::inRange<std::size_t>(0, signs.size())];
    }
    return text;
}

Reading any_reading()
{
    Reading read;
    read.title = "计划";
    for (int line = 1, last = *rc::gen::inRange(1, 8); line <= last; ++line) {
        auto text = any_text();
        read.lines.push_back({line, {}, {}});
        if (!text.empty()) {
            read.lines.back().pieces.push_back({Place::unplaced, -1, std::move(text)});
        }
    }
    return read;
}

PlacedRun any_run(const Correction& correction, std::int64_t length)
{
    const auto place = static_cast<CorrectedPlace>(*rc::gen::inRange(0, 12));
    const auto many = place == CorrectedPlace::ignored ? std::ssize(correction.reasons)
        : place >= CorrectedPlace::topic_mark          ? std::ssize(correction.topics)
                                                       : correction.sections;
    const bool needs_none = place <= CorrectedPlace::title;
    return {place, needs_none ? -1 : *rc::gen::inRange<std::int64_t>(0, many), length};
}

// One operation of a person: some characters of one line go to another place.
void send_anything(Correction& correction)
{
    auto& runs = correction.lines[*rc::gen::inRange<std::size_t>(0, correction.lines.size())].runs;
    if (runs.empty()) {
        return;
    }
    const auto at = *rc::gen::inRange<std::size_t>(0, runs.size());
    const auto first = *rc::gen::inRange<std::int64_t>(1, runs[at].length + 1);
    const auto rest = PlacedRun{runs[at].place, runs[at].target, runs[at].length - first};
    runs[at] = any_run(correction, first);
    if (rest.length > 0) {
        runs.insert(runs.begin() + static_cast<std::ptrdiff_t>(at) + 1, rest);
    }
}

// Counted without the code under test: a character at a time.
std::int64_t counted_left(const Reading& read, const Correction& correction)
{
    std::int64_t left = 0;
    for (std::size_t line = 0; line < read.lines.size(); ++line) {
        std::u32string text;
        for (const auto& piece : read.lines[line].pieces) {
            text += from_utf8(piece.text);
        }
        std::size_t at = 0;
        for (const auto& run : correction.lines[line].runs) {
            for (std::int64_t i = 0; i < run.length; ++i, ++at) {
                left += run.place == CorrectedPlace::unplaced && !is_blank(text.at(at)) ? 1 : 0;
            }
        }
        RC_ASSERT(at == text.size()); // in exactly one place
    }
    return left;
}

// Of a reading that placed nothing: all marks are a person's.
bool has_no_words_as_marks(const Reading& read, const Correction& correction)
{
    for (std::size_t line = 0; line < read.lines.size(); ++line) {
        const auto& pieces = read.lines[line].pieces;
        const auto text = pieces.empty() ? std::u32string() : from_utf8(pieces[0].text);
        std::size_t at = 0;
        for (const auto& run : correction.lines[line].runs) {
            const auto length = static_cast<std::size_t>(run.length);
            const bool is_mark = run.place == CorrectedPlace::section_mark
                || run.place == CorrectedPlace::topic_mark
                || run.place == CorrectedPlace::topic_kind;
            if (is_mark && !is_only_a_mark(fold(text.substr(at, length)))) {
                return false;
            }
            at += length;
        }
    }
    return true;
}

// Whatever is done and undone on whatever document: it may be saved exactly when no non-blank
// character is left and no word is called a mark, and no character is in two places or in none.
TEST(Correction, IsCompleteExactlyWhenNoCharacterIsLeft)
{
    EXPECT_TRUE(rc::check([] {
        const auto read = any_reading();
        std::vector<Correction> states{correction_of(read)};
        states.back().sections = 2;
        states.back().topics.resize(3);
        states.back().reasons = {"页脚", "落款"};
        for (auto steps = *rc::gen::inRange(0, 25); steps > 0; --steps) {
            if (states.size() > 1 && *rc::gen::inRange(0, 5) == 0) {
                states.pop_back(); // undone
            } else {
                states.push_back(states.back());
                send_anything(states.back());
            }
            const auto& now = states.back();
            const auto left = counted_left(read, now);
            RC_ASSERT(bool(belongs(read, now)));
            RC_ASSERT(unaccounted(read, now) == left);
            const auto is_honest = has_no_words_as_marks(read, now);
            RC_ASSERT(bool(complete(read, now)) == (left == 0 && is_honest));
            RC_ASSERT(bool(complete(read, with_the_rest_ignored(now, "x"))) == is_honest);
        }
        const auto again = json::read<Correction>(json::write(states.back()));
        RC_ASSERT(again.has_value());
        RC_ASSERT(*again == states.back());
    }));
}

} // namespace
} // namespace xieshang::plan
