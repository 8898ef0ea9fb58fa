// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/search/search_routes.h"

#include "features/members/policies.h"
#include "features/search/search_actions.h"
#include "features/search/search_table.h"
#include "platform/texts/texts.h"

#include <algorithm>

namespace xieshang::search {
namespace {

constexpr std::size_t most_exported = 1'000;

base::Result<http::Page<HitView>> find(http::Call& call, const http::Query<SearchAsk>& asked)
{
    std::optional<std::int64_t> after;
    if (const auto cursor = TRY((asked.page.after_values<std::int64_t>()))) {
        after = std::get<0>(*cursor);
    }
    const auto size = asked.page.size;
    auto hits = find_hits(call.services(), call.actor(), asked.filter, after, size + 1);
    http::Page<HitView> page;
    if (static_cast<std::int64_t>(hits.size()) > size) {
        hits.pop_back();
        page.next = http::cursor_of(std::tuple(hits.back().place));
    }
    for (auto& hit : hits) {
        page.items.push_back(std::move(hit.view));
    }
    return page;
}

base::Result<SearchYears> list_years(http::Call& call)
{
    return SearchYears{years_to_find(call.services(), call.actor())};
}

base::Result<http::Download> export_hits(http::Call& call, const http::Query<SearchAsk>& asked)
{
    std::vector<HitView> hits;
    for (auto& hit :
        find_hits(call.services(), call.actor(), asked.filter, std::nullopt, most_exported + 1)) {
        hits.push_back(std::move(hit.view));
    }
    const bool more = hits.size() > most_exported;
    hits.resize(std::min(hits.size(), most_exported));
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{.text = search_table(hits, more, text),
        .file_name = text("search.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

} // namespace

void add_search_routes(http::Api& api)
{
    api.get("/api/search", find,
        {.name = "search",
            .summary = "Plans, topics and documents by the words in them",
            .policy = members::readers});
    api.get("/api/search/years", list_years,
        {.name = "searchYears",
            .summary = "The years that a search can be narrowed to",
            .policy = members::readers,
            .remembered = true});
    api.get("/api/search/export", export_hits,
        {.name = "exportSearch",
            .summary =
                "The first 1,000 of what was found, as CSV; a last row says when there are more",
            .policy = members::readers,
            .exports = true});
}

} // namespace xieshang::search
