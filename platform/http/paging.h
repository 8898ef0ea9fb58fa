// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Keyset paging: a page is asked for by its size and by the cursor that the page before gave. The
// cursor is the last item's sort values as a JSON array in base64url: opaque to clients, checked
// when it comes back.
//
//   const auto after = TRY((asked.page.after_values<std::int64_t, std::string>()));  //
//   std::optional<std::tuple<…>> auto lines = list(tx, *asked, after, asked.page.size + 1); // one
//   more tells whether more follow return http::page_of(std::move(lines), asked.page,
//       [](const PlanLine& line) { return std::tuple(line.updated_at.ms, line.id.text); });
#pragma once

#include "platform/base/result.h"
#include "platform/json/read.h"
#include "platform/json/write.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace xieshang::http {

inline constexpr std::int64_t page_size_most = 200;
inline constexpr std::int64_t page_size_default = 50;

template <class Item>
struct Page {
    std::vector<Item> items;
    std::optional<std::string> next;   // the cursor of the page that follows; null on the last one
    std::optional<std::int64_t> total; // where counting is cheap
    BOOST_DESCRIBE_CLASS(Page, (), (items, next, total), (), ())
};

// base64url without padding (RFC 4648 §5); nothing for a text that is none.
std::optional<std::string> base64url_decoded(std::string_view text);
std::string cursor_of_json(std::string_view json_array);
base::Result<json::Document> cursor_values(
    std::string_view cursor, std::size_t count); // or page.bad_cursor (400)
tl::unexpected<base::Error> bad_cursor();

template <class... Values>
std::string cursor_of(const std::tuple<Values...>& values)
{
    std::string text;
    std::apply(
        [&](const auto&... value) { ((text += ',', json::append(text, value)), ...); }, values);
    text.front() = '[';
    return cursor_of_json(text + ']');
}

struct PageAsk {
    std::int64_t size = page_size_default; // 1 to 200
    std::string after{};                   // empty: from the start

    // The sort values after which the page begins; nothing for the first page. Refuses
    // page.bad_cursor.
    template <class... Values>
    base::Result<std::optional<std::tuple<Values...>>> after_values() const
    {
        if (after.empty()) {
            return std::optional<std::tuple<Values...>>();
        }
        const auto document = TRY(cursor_values(after, sizeof...(Values)));
        json::Reader reader(json::Reader::Trust::program);
        std::tuple<Values...> values;
        auto node = document.root().begin();
        std::apply(
            [&](auto&... value) {
                ((json::read_value<true>(reader, json::Place{}, *node, json::Rule{}, value),
                     ++node),
                    ...);
            },
            values);
        if (!reader.clean()) {
            return bad_cursor();
        }
        return std::optional(std::move(values));
    }
};

// `rows` holds up to one row more than the page: then there is a next page. `key` gives the
// std::tuple of sort values.
template <class Item, class Key>
Page<Item> page_of(std::vector<Item> rows, const PageAsk& asked, Key&& key,
    std::optional<std::int64_t> total = std::nullopt)
{
    Page<Item> page{std::move(rows), std::nullopt, total};
    const auto size = static_cast<std::size_t>(asked.size);
    if (page.items.size() > size) {
        page.items.erase(page.items.begin() + static_cast<std::ptrdiff_t>(size), page.items.end());
        page.next = cursor_of(key(page.items.back()));
    }
    return page;
}

} // namespace xieshang::http
