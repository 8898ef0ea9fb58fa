// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A correction 校正: where a person sends every piece of a document's lines, and the words that the
// plan shall have. Nothing becomes a plan while one non-blank character of the document is
// unaccounted for: each is in the title, a section, a topic's field, or ignored with a reason; only
// what is no word may be a mark.
// Pure, linear.
//
// The runs of a line follow each other and cover its text, blanks too; lengths count code points.
// Lines are named by their place in the reading, from 0: sheets may number theirs alike.
#pragma once

#include "features/plan/plan.h"
#include "features/plan/reading.h"
#include "features/topics/topic.h"
#include "platform/json/rules.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

enum class CorrectedPlace : std::uint8_t {
    unplaced,
    title,
    section_mark,
    section_heading,
    section_text,
    topic_mark, // numbers, labels and separators of a topic
    topic_kind,
    topic_title,
    topic_period,
    topic_responsible,
    topic_participating,
    ignored, // target: which reason
};
BOOST_DESCRIBE_ENUM(CorrectedPlace, unplaced, title, section_mark, section_heading, section_text,
    topic_mark, topic_kind, topic_title, topic_period, topic_responsible, topic_participating,
    ignored)

struct PlacedRun {
    CorrectedPlace place{};
    std::int64_t target{}; // index of the section, topic or reason; -1 for title and unplaced
    std::int64_t length{};

    bool operator==(const PlacedRun&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlacedRun, (), (place, target, length))

struct CorrectedLine {
    std::vector<PlacedRun> runs;

    bool operator==(const CorrectedLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(CorrectedLine, (), (runs))

// As topics::TopicWords, but may be unfinished.
struct CorrectedTopic {
    std::int64_t number{};
    TopicKind kind{};
    std::string title;
    std::string period;
    std::optional<std::int64_t> month;
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    std::int64_t line{};
    // Which topic this is, wherever it moves: below the number of the reading's topics, that one.
    std::optional<std::int64_t> key;

    bool operator==(const CorrectedTopic&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    CorrectedTopic, (), (number, kind, title, period, month, responsible, participating, line, key))

struct Correction {
    std::string title;
    std::string committee;
    std::optional<std::int64_t> year;
    std::int64_t sections{}; // how many; their words are the document's
    std::vector<CorrectedTopic> topics;
    std::vector<std::string> reasons; // of what is ignored
    std::vector<CorrectedLine> lines;
    std::optional<std::int64_t> next_key; // of the next topic that is added; none is given twice

    bool operator==(const Correction&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Correction, (), (title, committee, year, sections, topics, reasons, lines, next_key))

// What a reading amounts to before anybody corrects it.
Correction correction_of(const Reading& reading);

// Gives a key to each topic that has none, or one that stands before.
Correction keyed(Correction correction, const Reading& reading);

// Whether it speaks of this document at all; an unfinished one does. Refuses with
// correction.other_text or correction.no_target {line}.
base::Result<void> belongs(const Reading& reading, const Correction& correction);

// belongs(), and nothing is left. Refuses with correction.unfinished {count}: the fields name the
// lines ("/lines/7"), correction.unaccounted {line, text}, correction.no_reason {line, text} or
// correction.words_as_mark {line, text} (mark_words.h); at most 50 of them.
base::Result<void> complete(const Reading& reading, const Correction& correction);

std::int64_t unaccounted(const Reading& reading, const Correction& correction); // characters

// Sends everything that is unplaced to one reason.
Correction with_the_rest_ignored(Correction correction, const std::string& reason);

// Sections of a correction that belongs to the reading.
std::vector<Section> sections_of(const Reading& reading, const Correction& correction);

} // namespace xieshang::plan

namespace xieshang::json {

template <>
inline constexpr auto rules<plan::CorrectedTopic> = std::to_array<Rule>({
    {.member = "number", .least = 0, .most = 9999},
    {.member = "title", .least = 0, .most = 5000, .blank_allowed = true},
    {.member = "period", .least = 0, .most = 5000, .blank_allowed = true},
    {.member = "month", .least = 1, .most = 12},
    {.member = "responsible", .least = 0, .most = 500, .item_most = 5000},
    {.member = "participating", .least = 0, .most = 500, .item_most = 5000},
    {.member = "line", .least = 0, .most = 10'000'000},
    {.member = "key", .least = 0, .most = 1'000'000'000},
});

template <>
inline constexpr auto rules<plan::PlacedRun> = std::to_array<Rule>({
    {.member = "target", .least = -1, .most = 1'000'000},
    {.member = "length", .least = 1, .most = 10'000'000},
});

template <>
inline constexpr auto rules<plan::CorrectedLine> = std::to_array<Rule>({
    {.member = "runs", .least = 0, .most = 100'000},
});

template <>
inline constexpr auto rules<plan::Correction> = std::to_array<Rule>({
    {.member = "title", .least = 0, .most = 5000, .blank_allowed = true},
    {.member = "committee", .least = 0, .most = 5000, .blank_allowed = true},
    {.member = "year", .least = 1949, .most = 2999},
    {.member = "sections", .least = 0, .most = 1'000'000},
    {.member = "topics", .least = 0, .most = 10'000},
    {.member = "reasons", .least = 0, .most = 10'000, .item_most = 1000},
    {.member = "lines", .least = 0, .most = 1'000'000},
    {.member = "next_key", .least = 0, .most = 1'000'000'000},
});

} // namespace xieshang::json
