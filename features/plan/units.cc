// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/units.h"

#include "features/plan/labels.h"
#include "features/plan/script.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

constexpr std::u32string_view separators = U"、,;/\x1F\n|";

// 委员小组 alone names nobody: it belongs to the name before it.
bool needs_a_name_before(std::u32string_view part)
{
    for (const std::u32string_view generic : {U"委员小组", U"政协工委", U"工委", U"委员会",
             U"办公室", U"委员", U"副主席", U"主席", U"同志"}) {
        if (part == generic) {
            return true;
        }
    }
    return false;
}

// Length of 及, 以及, 和, 与 at `i` when a body's name ends before it.
std::size_t conjunction_at(std::u32string_view text, std::size_t i, std::u32string_view before)
{
    if (before.empty()
        || std::u32string_view(U"局委办部院会联道镇乡").find(before.back())
            == std::u32string_view::npos) {
        return 0;
    }
    for (const std::u32string_view word : {U"以及", U"及", U"和", U"与"}) {
        if (text.substr(i, word.size()) == word) {
            return word.size();
        }
    }
    return 0;
}

void add(std::vector<std::string>& units, std::u32string_view part)
{
    const auto tidy = tidied(part);
    if (!tidy.empty()) {
        units.push_back(to_utf8(tidy));
    }
}

// Blanks separate only where a body's name stands on both sides.
void add_words(std::vector<std::string>& units, std::u32string_view part)
{
    constexpr std::size_t longest = 64; // characters; no name is longer
    std::size_t begin = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (!is_blank(part[i])) {
            continue;
        }
        const auto left = fold(part.substr(begin, std::min(i - begin, longest)));
        std::size_t next = i;
        while (next < part.size() && is_blank(part[next])) {
            ++next;
        }
        std::size_t stop = next;
        while (stop < part.size() && stop - next < longest && !is_blank(part[stop])) {
            ++stop;
        }
        const auto right = fold(part.substr(next, stop - next));
        if (is_name_of_body(left) && is_name_of_body(right) && !needs_a_name_before(right)) {
            add(units, part.substr(begin, i - begin));
            begin = next;
        }
        i = next - 1;
    }
    add(units, part.substr(begin));
}

bool writes_no_blanks(char32_t c)
{
    return is_han(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65)
        || (c >= 0x2010 && c <= 0x2026);
}

bool is_punctuation(char32_t c) { return writes_no_blanks(c) && !is_han(c); }

} // namespace

std::vector<std::string> units_of(std::u32string_view text)
{
    std::vector<std::string> units;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i] == U'\n' || text[i] == 0x1F ? text[i] : folded(text[i]);
        depth += c == U'(' ? 1 : c == U')' ? -1 : 0;
        if (depth > 0 && c != 0x1F) {
            continue;
        }
        std::size_t length = separators.find(c) != separators.npos ? 1 : 0;
        if (length == 0) {
            length = conjunction_at(text, i, text.substr(begin, i - begin));
        }
        if (length > 0) {
            add_words(units, text.substr(begin, i - begin));
            begin = i + length;
            i += length - 1;
            depth = 0;
        }
    }
    add_words(units, text.substr(begin));
    return units;
}

std::u32string tidied(std::u32string_view text)
{
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    std::u32string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_blank(text[i])) {
            out.push_back(text[i]);
            continue;
        }
        std::size_t next = i;
        bool has_break = false; // of a line inside a cell
        while (is_blank(text[next])) {
            has_break = has_break || text[next] == 0x2028;
            ++next;
        }
        const bool is_padding = writes_no_blanks(out.back()) && writes_no_blanks(text[next])
            && (has_break || next - i > 1 || is_punctuation(out.back())
                || is_punctuation(text[next]));
        if (!is_padding) {
            out.push_back(U' ');
        }
        i = next - 1;
    }
    return out;
}

} // namespace xieshang::plan
