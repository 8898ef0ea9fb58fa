// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/nesting.h"

namespace xieshang::plan {
namespace {

constexpr std::u32string_view openers = U"“‘「『《〈(〔【[";
constexpr std::u32string_view closers = U"”’」』》〉)〕】]";
constexpr std::size_t quotes = 6;       // the first of these are quotes
constexpr std::size_t farthest = 20000; // no pair spans more: a lost quote must not swallow a book
constexpr std::size_t deepest = 64;

} // namespace

bool is_opening_quote(char32_t folded)
{
    return folded == U'"' || openers.substr(0, quotes).find(folded) != openers.npos;
}

bool is_closing_quote(char32_t folded)
{
    return folded == U'"' || closers.substr(0, quotes).find(folded) != closers.npos;
}

Nesting::Nesting(std::u32string_view folded) : depth_(folded.size()), partner_(folded.size(), none)
{
    struct Open {
        std::size_t at;
        char32_t closer;
    };
    std::vector<Open> open;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const char32_t c = folded[i];
        const bool upright = c == U'"';
        std::size_t match = none;
        if (upright || closers.find(c) != closers.npos) {
            for (std::size_t k = open.size(); k > 0 && match == none; --k) {
                match = open[k - 1].closer == c ? k - 1 : none;
            }
        }
        if (match != none) {
            if (i - open[match].at <= farthest) {
                partner_[i] = open[match].at;
                partner_[open[match].at] = i;
            }
            open.resize(match);
        } else if (const auto kind = openers.find(c); upright || kind != openers.npos) {
            if (open.size() == deepest) {
                open.clear();
            }
            open.push_back({i, upright ? U'"' : closers[kind]});
        }
    }
    std::uint32_t depth = 0;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        depth -= partner_[i] != none && partner_[i] < i ? 1 : 0;
        depth_[i] = depth;
        depth += partner_[i] != none && partner_[i] > i ? 1 : 0;
    }
}

} // namespace xieshang::plan
