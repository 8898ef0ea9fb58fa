// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/topic_lines.h"

#include "features/plan/labels.h"
#include "features/plan/nesting.h"
#include "features/plan/script.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

constexpr std::size_t longest_line = 60; // of a wrapped title
constexpr std::size_t longest_title = 300;

// Breaks off: behind a comma, or inside quotes or brackets.
bool is_unfinished(Text title)
{
    if (is_one_of(title.back(), U",、《“‘(")) {
        return true;
    }
    int open = 0;
    for (const auto c : title) {
        open += is_one_of(c, U"“‘《「『(") ? 1 : is_one_of(c, U"”’》」』)") ? -1 : 0;
    }
    return open > 0;
}

bool is_note(Text text)
{
    for (const Text start : {U"根据", U"按照", U"以上", U"上述", U"注", U"备注", U"附", U"说明",
             U"请", U"各", U"其中", U"主要", U"通过", U"重点", U"本", U"该", U"由"}) {
        if (text.starts_with(start)) {
            return true;
        }
    }
    return false;
}

// 某某区政协办公室, 2022年3月1日: what stands below a document.
bool is_signature(Text text)
{
    const bool is_date =
        text.ends_with(U"日") && text.find(U'年') != text.npos && text.size() <= 12;
    const bool is_office = text.size() <= 24
        && (text.ends_with(U"政协") || text.ends_with(U"办公室") || text.ends_with(U"委员会"))
        && (text.find(U"政协") != text.npos || text.find(U"委员会") != text.npos);
    return is_date || is_office;
}

bool is_labelled(Text text)
{
    const auto label = label_at(text, 0);
    const auto colon = text.substr(0, 14).find(U':');
    return colon != text.npos || (label && label->length == text.size());
}

// Whether this line goes on with the title read so far. `first` is the line that the title began
// on.
bool goes_on(
    Text title, const Line& first, bool starts_line, const Line& line, Text text, bool after_blank)
{
    if (is_labelled(text) || is_signature(text) || title.size() > longest_title
        || line.text.find(U'\t') != line.text.npos) {
        return false;
    }
    if (is_unfinished(title)) {
        return text.size() <= longest_line + 20;
    }
    if (after_blank || is_one_of(title.back(), U"。;")) {
        return false;
    }
    if (is_one_of(text.front(), U",。;、)”’》")) {
        return true;
    }
    const auto stop = text.find(U'。');
    const bool ends_sentence = stop != text.npos;
    if (text.size() > longest_line || (ends_sentence && stop + 1 < text.size()) || is_note(text)) {
        return false;
    }
    if (starts_line && first.indent() > 0) {
        return line.indent() < first.indent();
    }
    return !ends_sentence || (title.size() >= 24 && text.size() <= title.size());
}

} // namespace

TopicLines topic_lines(const std::vector<Line>& lines, const Node& node)
{
    TopicLines parts{Run(lines), Run(lines)};
    parts.title.append(node.text);
    const auto& first = lines[node.line()];
    const bool starts_line = node.mark.begin == 0;
    for (const auto& body : node.body) {
        const auto& line = lines[body.range.line];
        const Text text = folded_in(lines, body.range);
        const bool is_title = parts.fields.size() == 0
            && (parts.title.size() == 0
                || goes_on(parts.title.text(), first, starts_line, line, text, body.after_blank));
        (is_title ? parts.title : parts.fields).append(body.range);
    }
    return parts;
}

} // namespace xieshang::plan
