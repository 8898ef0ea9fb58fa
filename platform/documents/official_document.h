// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An official document (公文) as values: what it says, not how it looks. Written once, laid out
// twice: as .docx (official_docx.h) and as PDF (official_pdf.h), both by the measures of
// official_format.h (GB/T 9704-2012). All texts are UTF-8 without line ends; what a part does not
// have is empty. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace xieshang::documents {

// The formats of GB/T 9704-2012: §7 and §10.
enum class OfficialKind : std::uint8_t {
    document, // 文件: red head and rule, number, imprint
    letter,   // 信函: double rules, the number right under the first
    minutes,  // 纪要: red head without number's place, signature, date
    plain,    // no head, no imprint: lists, tables, drafts
};

struct Run {
    std::string text;
    bool strong = false; // 黑体

    bool operator==(const Run&) const = default;
};
using Runs = std::vector<Run>;

struct Heading {
    int level = 1; // 1 … 4: 一、 （一） 1. （1）; the mark is a part of the text
    std::string text;
    Runs rest; // what follows in the same paragraph, in the body's font

    bool operator==(const Heading&) const = default;
};

enum class Placing : std::uint8_t { indented, flush, centred, right };

struct Paragraph {
    Runs runs;
    Placing placing = Placing::indented; // indented: two characters in its first line

    bool operator==(const Paragraph&) const = default;
};

struct ListOf {
    bool numbered = false; // 1. 2. 3., else without a mark
    std::vector<Runs> items;

    bool operator==(const ListOf&) const = default;
};

struct Cell {
    Runs runs;
    int columns = 1; // how many it spans
    Placing placing = Placing::flush;

    bool operator==(const Cell&) const = default;
};

struct OfficialRow {
    std::vector<Cell> cells;

    bool operator==(const OfficialRow&) const = default;
};

struct OfficialTable {
    std::string caption;
    std::vector<double> shares; // of the width, one a column; they need not sum to 1
    std::size_t heads = 1;      // the first rows, repeated on each page
    std::vector<OfficialRow> rows;
    bool landscape = false; // on pages of its own, turned

    bool operator==(const OfficialTable&) const = default;
};

struct Figure {
    std::string bytes;   // PNG or JPEG
    double width_mm = 0; // 0: as wide as the text
    std::string caption;

    bool operator==(const Figure&) const = default;
};

using Block = std::variant<Heading, Paragraph, ListOf, OfficialTable, Figure>;
using Blocks = std::vector<Block>;

struct Head {
    std::string mark;                 // 发文机关标志
    std::string copy_number;          // 份号, six digits
    std::string secrecy;              // 密级★期限
    std::string urgency;              // 紧急程度
    std::string number;               // 发文字号, or the issue of minutes
    std::vector<std::string> signers; // 签发人, of documents that go upwards

    bool operator==(const Head&) const = default;
};

struct Signature {
    std::vector<std::string> bodies; // 署名, first the one that leads
    bool sealed = false;             // room for the seal (印章)
    std::string date;                // 成文日期, "2022年3月5日"

    bool operator==(const Signature&) const = default;
};

// 出席 请假 列席 of minutes: a label in 黑体 with what follows.
struct Presence {
    std::string label;
    std::string names;

    bool operator==(const Presence&) const = default;
};

struct Annex {
    std::string title;
    Blocks blocks;

    bool operator==(const Annex&) const = default;
};

struct Imprint {
    std::string copies_to;  // 抄送, without its label and its full stop
    std::string printed_by; // 印发机关
    std::string printed_on; // 印发日期, without 印发

    bool operator==(const Imprint&) const = default;
};

struct OfficialDocument {
    OfficialKind kind = OfficialKind::plain;
    Head head;
    std::string title;
    std::string addressees; // 主送机关, without its colon
    Blocks body;
    Signature signature;
    std::string note; // 附注, without its brackets
    std::vector<Presence> presence;
    std::vector<Annex> annexes;
    Imprint imprint;

    bool operator==(const OfficialDocument&) const = default;
};

} // namespace xieshang::documents
