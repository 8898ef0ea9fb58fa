// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What was read out of a plan document (协商工作计划), and its reader: bytes in, values out. Any
// thread, no state, time linear in the bytes. Nothing is dropped: each non-blank character of the
// source stands in exactly one place, and `lines` says in which. Lines count from 1: as an editor
// counts them, by paragraphs and rows of tables in a word processor's document, by rows in each
// sheet of a workbook; 0 means the document as a whole.
#pragma once

#include "features/plan/topic_kind.h"
#include "platform/base/result.h"
#include "platform/base/shared_text.h"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

struct ReadSection {
    std::string heading; // without its number; empty before the first heading
    std::string text;    // paragraphs, one a line

    bool operator==(const ReadSection&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadSection, (), (heading, text))

struct ReadTopic {
    int number{}; // as the document numbers it; counted within its kind where the document gives
                  // none
    TopicKind kind{TopicKind::other};
    std::string title;
    std::string period;       // the words of the document: 9月中旬, 第一季度
    std::optional<int> month; // 1-12 when the period says exactly one, or is a date
    std::vector<std::string> responsible;
    std::vector<std::string> participating;
    int line{};
    int at = -1; // index into Reading::lines

    bool operator==(const ReadTopic&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    ReadTopic, (), (number, kind, title, period, month, responsible, participating, line))

struct Unplaced {
    int line{};
    std::string text;
    base::SharedText sheet;

    bool operator==(const Unplaced&) const = default;
};
BOOST_DESCRIBE_STRUCT(Unplaced, (), (line, text))

// Something to look at, not a refusal. `code` is a key of reading_texts.*.json.
struct Warning {
    int line{};
    std::string code;
    base::Params params;
    int at = -1; // index into Reading::lines; -1: the document as a whole

    bool operator==(const Warning&) const = default;
};

struct Characters { // non-blank code points
    std::int64_t source{};
    std::int64_t placed{};
    std::int64_t unplaced{};

    bool operator==(const Characters&) const = default;
};
BOOST_DESCRIBE_STRUCT(Characters, (), (source, placed, unplaced))

// Where characters of the document went. A number, label or separator is placed with its section or
// topic as a mark.
enum class Place : std::uint8_t {
    unplaced,
    title,
    section_mark,
    section_heading,
    section_text,
    topic_mark,
    topic_kind,
    topic_title,
    topic_period,
    topic_responsible,
    topic_participating,
};
BOOST_DESCRIBE_ENUM(Place, unplaced, title, section_mark, section_heading, section_text, topic_mark,
    topic_kind, topic_title, topic_period, topic_responsible, topic_participating)

struct ReadPiece {
    Place place{};
    int target{}; // index into Reading::sections or ::topics; -1 for title and unplaced
    std::string text;

    bool operator==(const ReadPiece&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReadPiece, (), (place, target, text))

// One line of the source; its pieces joined are its text. A blank line has no piece.
struct ReadLine {
    int line{};
    std::vector<ReadPiece> pieces;
    base::SharedText sheet; // of a workbook, else empty

    bool operator==(const ReadLine&) const = default;
};

struct Reading {
    std::string title;     // as it stands, （草案） included
    std::string committee; // 崇川区政协; empty when the document names none
    std::optional<int> year;
    bool draft{};
    std::vector<ReadSection> sections; // in the document's order, as are the topics
    std::vector<ReadTopic> topics;
    std::vector<Unplaced> unplaced;
    std::vector<Warning> warnings; // in the order of the lines
    Characters characters;
    std::vector<ReadLine> lines;
    std::string encoding; // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "docx" or "xlsx"

    bool operator==(const Reading&) const = default;
};

// Reads a text file. Refuses
//   reading.empty             nothing but blanks
//   reading.too_long          more than decoding.h allows {size, most}
//   reading.too_many_lines    {lines, most}
//   reading.too_many_topics   {topics, most}
//   reading.binary            the format of another program {format}
//   reading.not_text          not text, and of no format that is known
//   reading.unknown_encoding  none of UTF-8, UTF-16, GB18030, or broken {byte}
//   reading.is_a_call         the document asks for topics {file, title}
//   reading.is_news           the document tells of a meeting {file, title}
//   reading.not_a_plan        anything else that is no plan {file, title}
// The last three end in _untitled when no title was found.
base::Result<Reading> read_plan(std::string_view bytes, std::string_view file_name);

} // namespace xieshang::plan
