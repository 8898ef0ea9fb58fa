// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Puts the characters of one field together again, in the document's order, with the blanks that
// stood between them. Pure.
#pragma once

#include "features/plan/lines.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::plan {

enum class Joint : std::uint8_t { // what stands between parts that did not stand together
    wrapped,                      // of one text: nothing, or a blank between words
    lines,                        // paragraphs: a line break
    list,                         // members of a list: U+001F; a wrapped member as `wrapped`
    words,                        // said in several places: a blank
};

class Gathered {
public:
    // `goes_on`: the non-blank character before this one stands in the same field.
    void add(const Line& line, std::uint32_t index, std::uint32_t pos, bool goes_on, Joint joint);
    std::u32string_view text() const { return text_; }

private:
    std::u32string text_;
    std::uint32_t index_{};
    std::uint32_t at_{}; // behind the last character, in Line::text
};

std::u32string_view trimmed(std::u32string_view text);

// “协 商 计 划” → “协商计划”, if every character stands alone like that; else trimmed.
std::u32string without_letter_spacing(std::u32string_view text);

} // namespace xieshang::plan
