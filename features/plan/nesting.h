// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Quotes and brackets in a text: “ ” ‘ ’ 「 」 『 』 《 》 〈 〉 ( ) 〔 〕 【 】 [ ] and the
// upright ". Pure, linear.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace xieshang::plan {

bool is_opening_quote(char32_t folded); // including 《
bool is_closing_quote(char32_t folded);

class Nesting {
public:
    static constexpr std::size_t none = SIZE_MAX;

    explicit Nesting(std::u32string_view folded);

    // Pairs around this character, itself not counted. Quotes and brackets that find no partner
    // nest nothing.
    std::size_t depth(std::size_t i) const { return depth_[i]; }
    std::size_t partner(std::size_t i) const { return partner_[i]; } // or none

private:
    std::vector<std::uint32_t> depth_;
    std::vector<std::size_t> partner_;
};

} // namespace xieshang::plan
