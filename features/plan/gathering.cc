// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/gathering.h"

#include "features/plan/script.h"

namespace xieshang::plan {

void Gathered::add(
    const Line& line, std::uint32_t index, std::uint32_t pos, bool goes_on, Joint joint)
{
    const char32_t c = line.text[line.at[pos]];
    if (!text_.empty() && index == index_ && goes_on) {
        text_.append(line.text, at_, line.at[pos] - at_);
    } else if (!text_.empty()) {
        const bool on_other_line = index != index_;
        if (joint == Joint::lines && on_other_line) {
            text_.push_back(U'\n');
        } else if (joint == Joint::list && !goes_on) {
            text_.push_back(0x1F);
        } else if (joint == Joint::words && !goes_on) {
            text_.push_back(U' ');
        } else if (on_other_line && is_word(text_.back()) && is_word(c)) {
            text_.push_back(U' ');
        }
    }
    text_.push_back(c);
    index_ = index;
    at_ = line.at[pos] + 1;
}

std::u32string_view trimmed(std::u32string_view text)
{
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::u32string without_letter_spacing(std::u32string_view text)
{
    text = trimmed(text);
    std::size_t pairs = 0;
    std::size_t spaced = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (is_han(text[i]) && is_han(text[i + 1])) {
            ++pairs;
        } else if (is_han(text[i]) && is_blank(text[i + 1])) {
            ++spaced;
        }
    }
    if (pairs > 0 || spaced < 2) {
        return std::u32string(text);
    }
    std::u32string out;
    for (const auto c : text) {
        if (!is_blank(c)) {
            out.push_back(c);
        }
    }
    return out;
}

} // namespace xieshang::plan
