// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A row of search_entry as both implementations read it. For platform/search only.
#pragma once

#include "platform/search/index.h"

namespace xieshang::search {

struct Index::Row {
    std::int64_t place{};
    std::string kind;
    std::string subject_id;
    std::optional<std::int64_t> year;
    std::int64_t audience{};
    std::string state;
    std::string context;
    std::string title;
    std::string body;
    base::Instant at_ms;
    BOOST_DESCRIBE_CLASS(Row, (),
        (place, kind, subject_id, year, audience, state, context, title, body, at_ms), (), ())
};

// How the places of an order follow each other.
struct Direction {
    std::string_view behind; // a place that comes later is … than this one
    std::string_view sorted;
};
constexpr Direction direction_of(Order order)
{
    return order == Order::newest ? Direction{"<", "DESC"} : Direction{">", "ASC"};
}

// What is searched: a word stands in the one or in the other.
inline std::string searched_text(std::string_view title, std::string_view body)
{
    return std::string(title).append("\n").append(body);
}

std::int64_t place_of(const Entry& entry); // and upwards, where that is taken

const Index& sqlite_index();
const Index& postgres_index();

} // namespace xieshang::search
