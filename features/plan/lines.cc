// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/lines.h"

#include "features/plan/script.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

bool breaks_silently(char32_t c)
{
    return c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
}

} // namespace

Line make_line(int number, std::u32string text)
{
    Line line;
    line.number = number;
    line.text = std::move(text);
    line.folded.reserve(line.text.size());
    line.at.reserve(line.text.size());
    for (std::uint32_t i = 0; i < line.text.size(); ++i) {
        if (!is_blank(line.text[i])) {
            line.folded.push_back(folded(line.text[i]));
            line.at.push_back(i);
        }
    }
    return line;
}

Gap Line::gap(std::size_t i) const
{
    const std::size_t from = i == 0 ? 0 : at[i - 1] + 1;
    const auto blanks = std::u32string_view(text).substr(from, at[i] - from);
    if (blanks.empty()) {
        return Gap::none;
    }
    if (blanks.find(U'\t') != blanks.npos) {
        return Gap::tab;
    }
    return blanks.size() == 1 && blanks.front() != 0x3000 ? Gap::one : Gap::wide;
}

std::vector<Line> split_lines(std::u32string_view text)
{
    std::vector<Line> lines;
    int number = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool ends = i == text.size() || text[i] == U'\n' || text[i] == U'\r';
        if (!ends && !breaks_silently(text[i])) {
            continue;
        }
        lines.push_back(make_line(number, std::u32string(text.substr(begin, i - begin))));
        if (i + 1 < text.size() && text[i] == U'\r' && text[i + 1] == U'\n') {
            ++i;
        }
        number += ends ? 1 : 0;
        begin = i + 1;
    }
    if (lines.back().text.empty() && lines.size() > 1) {
        lines.pop_back();
    }
    return lines;
}

std::u32string_view folded_in(const std::vector<Line>& lines, Range range)
{
    return std::u32string_view(lines[range.line].folded)
        .substr(range.begin, range.end - range.begin);
}

Run::Run(const std::vector<Line>& lines, const std::vector<Range>& ranges) : lines_(&lines)
{
    for (const auto range : ranges) {
        append(range);
    }
}

void Run::append_wrapped(Range range)
{
    if (!range.is_empty() && !text_.empty()
        && std::u32string_view(U"。!?;:").find(text_.back()) != std::u32string_view::npos) {
        append(range);
    } else {
        append_here(range);
    }
}

void Run::append(Range range)
{
    if (!range.is_empty() && !at_.empty() && at_.back().line != range.line) {
        text_.push_back(U'\n');
        at_.push_back({});
    }
    append_here(range);
}

void Run::append_here(Range range)
{
    if (range.is_empty()) {
        return;
    }
    const auto& line = (*lines_)[range.line];
    text_.append(line.folded, range.begin, range.end - range.begin);
    for (auto pos = range.begin; pos < range.end; ++pos) {
        at_.push_back({range.line, pos});
    }
}

Run Run::slice(std::size_t begin, std::size_t end) const
{
    Run part(*lines_);
    part.text_ = text_.substr(begin, end - begin);
    part.at_.assign(at_.begin() + static_cast<std::ptrdiff_t>(begin),
        at_.begin() + static_cast<std::ptrdiff_t>(end));
    return part;
}

Gap Run::gap(std::size_t i) const
{
    if (i == 0 || at_[i].line == no_line || at_[i - 1].line == no_line) {
        return Gap::wide;
    }
    return (*lines_)[at_[i].line].gap(at_[i].pos);
}

std::uint32_t Run::line_of(std::size_t i) const
{
    while (i < at_.size() && at_[i].line == no_line) {
        ++i;
    }
    return i < at_.size() ? at_[i].line : at_.empty() ? 0 : at_.back().line;
}

} // namespace xieshang::plan
