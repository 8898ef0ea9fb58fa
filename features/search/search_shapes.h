// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of a search. Pure.
#pragma once

#include "features/search/kind.h"
#include "platform/base/clock.h"
#include "platform/json/rules.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::search {

enum class SearchOrder : std::uint8_t { newest, oldest }; // first
BOOST_DESCRIBE_ENUM(SearchOrder, newest, oldest)

struct SearchYears {
    std::vector<std::int64_t> years; // of all that the person may find, the latest first
};
BOOST_DESCRIBE_STRUCT(SearchYears, (), (years))

struct SearchAsk {
    std::string q;
    std::optional<Kind> kind;
    std::optional<std::int64_t> year;
    std::optional<SearchOrder> sort;
};
BOOST_DESCRIBE_STRUCT(SearchAsk, (), (q, kind, year, sort))

struct PieceView {
    std::string text;
    bool marked{};
};
BOOST_DESCRIBE_STRUCT(PieceView, (), (text, marked))

struct HitView {
    Kind kind{};
    std::string id;
    std::vector<PieceView> title;   // joined: the title
    std::vector<PieceView> snippet; // of one line of the body
    std::int64_t line{};
    std::string context;
    std::string state;
    std::optional<std::int64_t> year;
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(HitView, (), (kind, id, title, snippet, line, context, state, year, at))

std::string joined(const std::vector<PieceView>& pieces);

} // namespace xieshang::search

template <>
inline constexpr auto
    xieshang::json::rules<xieshang::search::SearchAsk> = std::to_array<xieshang::json::Rule>({
        {.member = "q",
            .least = 1,
            .most = 200,
            .description = "Words between blanks, all of which must occur; a phrase with blanks "
                           "stands between quotation marks"},
        {.member = "year", .least = 1949, .most = 2999, .description = "Of the plan"},
        {.member = "sort", .description = "Which come first; without it the newest"},
    });

template <>
inline constexpr auto
    xieshang::json::rules<xieshang::search::HitView> = std::to_array<xieshang::json::Rule>({
        {.member = "line",
            .description = "Where the snippet stands in the body; of a document, the line, "
                           "counted through all sheets. 0: the words stand in the title"},
        {.member = "context", .description = "The plan of a topic, the title of a document"},
        {.member = "state",
            .description = "Of the plan; of a document no_plan, where none was made yet, or empty"},
    });
