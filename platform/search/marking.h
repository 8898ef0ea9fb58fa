// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A text in pieces, those that were searched for marked: never HTML, so a page that shows them
// cannot be made to show anything else. Joined, the pieces of a title are the title. Pure.
#pragma once

#include "platform/search/query.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::search {

struct Piece {
    std::string text;
    bool marked{};

    bool operator==(const Piece&) const = default;
};
BOOST_DESCRIBE_STRUCT(Piece, (), (text, marked))

using Pieces = std::vector<Piece>;

Pieces marked(std::string_view text, const Words& words);

struct Snippet {
    Pieces pieces;       // of one line, cut with … where it is long
    std::int64_t line{}; // of the body, from 1; 0: no word stands in the body
};

// The first place of the body where a word stands, else its first words.
Snippet snippet(std::string_view body, const Words& words);

} // namespace xieshang::search
