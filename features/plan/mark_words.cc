// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/mark_words.h"

#include "features/plan/corrected_text.h"
#include "features/plan/headings.h"
#include "features/plan/labels.h"
#include "features/plan/numbering.h"
#include "features/plan/script.h"

#include <algorithm>
#include <vector>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

// How much of a mark stands at `at`; 0: a word does.
std::size_t mark_length(Text text, std::size_t at)
{
    if (const auto marker = marker_at(text, at, [](std::size_t) { return true; })) {
        return marker->length;
    }
    if (const auto label = label_at(text, at)) {
        return label->length;
    }
    if (const auto length = number_head_at(text, at); length > 0) {
        return length;
    }
    if (const auto number = number_at(text, at); number.length > 0) {
        return number.length;
    }
    return is_sign(text[at]) ? 1 : 0;
}

bool is_mark(CorrectedPlace place)
{
    return place == CorrectedPlace::section_mark || place == CorrectedPlace::topic_mark
        || place == CorrectedPlace::topic_kind;
}

// Of each character of a line, whether the reading took it for a mark.
std::vector<bool> marks_read_in(const ReadLine& line)
{
    std::vector<bool> all;
    for (const auto& piece : line.pieces) {
        all.resize(all.size() + from_utf8(piece.text).size(),
            is_mark(static_cast<CorrectedPlace>(piece.place)));
    }
    return all;
}

// 专题协商： where the topic is one.
bool names_kind_of(const PlacedRun& run, const Correction& correction, Text folded)
{
    if (run.place == CorrectedPlace::section_mark) {
        return false;
    }
    while (!folded.empty() && is_sign(folded.front())) {
        folded.remove_prefix(1);
    }
    while (!folded.empty() && is_sign(folded.back())) {
        folded.remove_suffix(1);
    }
    const auto heading = understood(folded);
    return heading.is_kind
        && heading.kind == correction.topics[static_cast<std::size_t>(run.target)].kind;
}

} // namespace

bool is_only_a_mark(Text folded)
{
    for (std::size_t at = 0; at < folded.size();) {
        const auto length = mark_length(folded, at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

void for_words_as_marks(const Reading& reading, const Correction& correction,
    const std::function<void(std::size_t, Text)>& each)
{
    std::size_t line = SIZE_MAX;
    std::vector<bool> was_mark;
    for_each_run(lines_of(reading), correction,
        [&](const PlacedRun& run, Text text, std::size_t index, std::size_t begin) {
            if (!is_mark(run.place)) {
                return;
            }
            if (line != index) {
                line = index;
                was_mark = marks_read_in(reading.lines[index]);
            }
            for (std::size_t from = 0; from < text.size();) {
                std::size_t to = from + 1;
                while (to < text.size() && was_mark[begin + to] == was_mark[begin + from]) {
                    ++to;
                }
                const auto words = text.substr(from, to - from);
                const auto folded = fold(words);
                if (!was_mark[begin + from] && !is_only_a_mark(folded)
                    && !names_kind_of(run, correction, folded)) {
                    each(index, words);
                }
                from = to;
            }
        });
}

} // namespace xieshang::plan
