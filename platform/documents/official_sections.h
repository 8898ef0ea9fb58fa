// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The sections of an official document's file: upright pages by GB/T 9704-2012 §5.2, and turned
// ones for wide tables. A section's properties stand behind what it holds. One thread at a time;
// the text outlives the sections.
#pragma once

#include "platform/documents/word_text.h"

#include <string>

namespace xieshang::documents {

// The relations of the document's part that name the footers.
namespace footers {

inline constexpr std::string_view odd = "rIdOdd";
inline constexpr std::string_view even = "rIdEven";
inline constexpr std::string_view first_of_letter = "rIdFirst";
inline constexpr std::string_view odd_turned = "rIdOddTurned";
inline constexpr std::string_view even_turned = "rIdEvenTurned";

} // namespace footers

class OfficialSections {
public:
    OfficialSections(WordText& out, OfficialKind kind) : out_(out), kind_(kind) {}

    // What comes next stands on such pages; turned ones are of their own each time.
    void begin(bool landscape);

    // The same, for what stands above a table: a turned one that comes next stands on its page.
    void begin_above_table(bool landscape);

    // Behind all, as the body's last child.
    void end();

private:
    std::string properties();

    WordText& out_;
    OfficialKind kind_;
    bool landscape_ = false;
    bool is_first_ = true;
    bool is_above_table_ = false;
    std::size_t begun_at_ = 0; // of the text
};

} // namespace xieshang::documents
