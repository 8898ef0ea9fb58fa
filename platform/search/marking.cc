// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/search/marking.h"

#include "platform/folding/folding.h"

#include <algorithm>

namespace xieshang::search {
namespace {

constexpr std::size_t most_before = 20; // characters before the first word
constexpr std::size_t most_shown = 110; // characters of a snippet

std::vector<bool> marks_of(std::u32string_view folded, const Words& words)
{
    std::vector<bool> marks(folded.size());
    for (const auto& word : words) {
        for (auto at = folded.find(word); at != folded.npos; at = folded.find(word, at + 1)) {
            std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(at), word.size(), true);
        }
    }
    return marks;
}

Pieces in_pieces(std::u32string_view text, const Words& words)
{
    const auto marks = marks_of(folding::folded(text), words);
    Pieces pieces;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = static_cast<std::size_t>(
            std::find(marks.begin() + static_cast<std::ptrdiff_t>(at), marks.end(), !marks[at])
            - marks.begin());
        pieces.push_back({folding::encoded(text.substr(at, end - at)), marks[at]});
        at = end;
    }
    return pieces;
}

std::size_t first_of(std::u32string_view folded, const Words& words)
{
    std::size_t first = folded.npos;
    for (const auto& word : words) {
        first = std::min(first, folded.find(word));
    }
    return first;
}

// The first line that is not blank.
std::size_t first_said(std::u32string_view folded)
{
    const auto said = std::find_if_not(folded.begin(), folded.end(), folding::is_blank);
    return static_cast<std::size_t>(said - folded.begin());
}

} // namespace

Pieces marked(std::string_view text, const Words& words)
{
    return in_pieces(folding::decoded(text), words);
}

Snippet snippet(std::string_view body, const Words& words)
{
    const auto text = folding::decoded(body);
    const auto folded = folding::folded(text);
    const auto found = first_of(folded, words);
    const bool stands = found != folded.npos;
    const auto at = stands ? found : first_said(folded);
    const auto before = folded.rfind(U'\n', at);
    const auto line_start = before == folded.npos || at == 0 ? 0 : before + 1;
    const auto line_end = std::min(folded.find(U'\n', at), folded.size());
    const auto start = at - line_start > most_before ? at - most_before : line_start;
    const auto end = std::min(line_end, start + most_shown);
    Snippet result{in_pieces(std::u32string_view(text).substr(start, end - start), words), 0};
    if (start > line_start) {
        result.pieces.insert(result.pieces.begin(), {"…", false});
    }
    if (end < line_end) {
        result.pieces.push_back({"…", false});
    }
    // A line of the body ends with LF; a break within one (a table's cell of two paragraphs) folds
    // to LF, but counts as none.
    result.line = stands
        ? 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), U'\n')
        : 0;
    return result;
}

} // namespace xieshang::search
