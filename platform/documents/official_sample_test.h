// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the tests of the layout share: documents, a measure that needs no fonts, and words to look
// for on pages.
#pragma once

#include "platform/documents/letters.h"
#include "platform/documents/official_format.h"
#include "platform/documents/official_layout.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xieshang::documents {

// Latin characters take half of their size, ink begins at its whole.
class HalfWide : public Measure {
public:
    double width_mm(Face /*face*/, double size_pt, std::string_view text) override
    {
        double width = 0;
        for (std::size_t at = 0; at < text.size();) {
            width += next_character(text, at).size() > 1 ? 1 : 0.5;
        }
        return width * size_pt * 25.4 / 72;
    }
    double ink_above_mm(Face /*face*/, double size_pt, std::string_view /*text*/) override
    {
        return size_pt * 25.4 / 72;
    }
};

inline std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

inline Paragraph said(std::string text) { return {{{std::move(text)}}}; }

inline std::string words_of(const PlacedLine& line)
{
    std::string words;
    for (const auto& run : line.runs) {
        words += run.text;
    }
    return words;
}

inline std::vector<std::string> words_of(const OfficialPage& page)
{
    std::vector<std::string> words;
    for (const auto& line : page.lines) {
        words.push_back(words_of(line));
    }
    return words;
}

// All pages' words, one behind the other.
inline std::string words_of(const OfficialLayout& layout)
{
    std::string words;
    for (const auto& page : layout.pages) {
        for (const auto& line : page.lines) {
            words += words_of(line);
        }
    }
    return words;
}

inline std::size_t times_in(const std::string& text, const std::string& word)
{
    std::size_t times = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
        ++times;
    }
    return times;
}

// The first run on a page with these words in it.
inline PlacedRun run_with(const OfficialPage& page, std::string_view words)
{
    for (const auto& line : page.lines) {
        for (const auto& run : line.runs) {
            if (run.text.find(words) != run.text.npos) {
                return run;
            }
        }
    }
    return {};
}

inline OfficialDocument notice(OfficialKind kind)
{
    OfficialDocument document{.kind = kind};
    document.head = {.mark = "政协南通市崇川区委员会文件",
        .copy_number = "000001",
        .secrecy = "秘密★1年",
        .urgency = "特急",
        .number = "崇政协〔2022〕6号"};
    document.title = "关于印发2022年度协商工作计划的通知";
    document.addressees = "区各有关部门，各街道";
    document.body = {Heading{1, "一、总体要求"}, Heading{2, "（一）坚持“先调研、后协商”。"},
        said(repeated("协商于民，协商为民。", 80))};
    document.signature = {{"政协南通市崇川区委员会"}, true, "2022年3月5日"};
    document.note = "联系人：王小明";
    document.imprint = {"区委，区人大常委会", "政协南通市崇川区委员会办公室", "2022年3月6日"};
    return document;
}

inline OfficialTable table_of(std::size_t rows, std::size_t columns)
{
    OfficialTable table;
    for (std::size_t row = 0; row <= rows; ++row) {
        table.rows.emplace_back();
        for (std::size_t column = 0; column < columns; ++column) {
            table.rows.back().cells.push_back(
                {{{row == 0 ? "表头" : "第" + std::to_string(row) + "行"}}});
        }
    }
    return table;
}

} // namespace xieshang::documents
