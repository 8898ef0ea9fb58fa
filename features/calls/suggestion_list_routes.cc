// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_policies.h"
#include "features/calls/calls_routes.h"
#include "features/calls/calls_table.h"
#include "features/calls/similar_actions.h"
#include "features/calls/suggestion_page_actions.h"
#include "features/settings/given_names_actions.h"

namespace xieshang::calls {
namespace {

constexpr std::int64_t most_exported = 100'000; // as many as a district is planned for

SuggestionSearch search_of(const SuggestionFilter& asked, std::int64_t limit)
{
    SuggestionSearch search;
    search.call = asked.call;
    search.state = asked.state;
    search.constituency = asked.constituency;
    search.field = asked.field;
    search.words = asked.q.value_or("");
    search.order = asked.sort.value_or(SuggestionOrder::newest);
    search.limit = limit;
    return search;
}

base::Result<SuggestionSearch> search_page(const http::Query<SuggestionFilter>& asked)
{
    auto search = search_of(asked.filter, asked.page.size + 1);
    if (const auto after = TRY((asked.page.after_values<std::int64_t, std::string>()))) {
        search.after = {std::get<0>(*after), std::get<1>(*after)};
    }
    return search;
}

base::Result<http::Page<SuggestionLine>> page_of(
    http::Call& call, const http::Query<SuggestionFilter>& asked, const SuggestionSearch& search)
{
    return http::page_of(
        list_suggestions(call.services(), {call.actor(), policies::see_suggestion}, search),
        asked.page, [&](const SuggestionLine& line) {
            const auto at =
                search.order == SuggestionOrder::touched ? line.updated_at : line.suggested_at;
            return std::tuple(at.ms, line.id.text);
        });
}

base::Result<http::Page<SuggestionLine>> list(
    http::Call& call, const http::Query<SuggestionFilter>& asked)
{
    return page_of(call, asked, TRY(search_page(asked)));
}

base::Result<http::Page<SuggestionLine>> list_own(
    http::Call& call, const http::Query<SuggestionFilter>& asked)
{
    auto search = TRY(search_page(asked));
    search.own = own_of(call.services(), call.actor());
    return page_of(call, asked, search);
}

base::Result<http::Download> export_pool(
    http::Call& call, const http::Query<SuggestionFilter>& asked)
{
    const auto text = settings::texts_with_given_names(call.services(), call.language());
    const auto all =
        TRY(pool(call.services(), search_of(asked.filter, most_exported), most_exported));
    std::vector<TableLine> lines;
    for (const auto& one : all) {
        lines.push_back({one.suggestion, one.call_title});
    }
    return http::Download{.text = pool_table(lines, text),
        .file_name = text("suggestion.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<http::Page<AnsweredSuggestion>> answers(
    http::Call& call, const CallId& id, const http::Query<>& asked)
{
    SuggestionSearch search{.order = SuggestionOrder::touched, .limit = asked.page.size + 1};
    if (const auto after = TRY((asked.page.after_values<std::int64_t, std::string>()))) {
        search.after = {std::get<0>(*after), std::get<1>(*after)};
    }
    return http::page_of(
        TRY(list_answers(call.services(), {call.actor(), policies::see_suggestion}, id, search)),
        asked.page,
        [](const AnsweredSuggestion& one) { return std::tuple(one.updated_at.ms, one.id.text); });
}

base::Result<SimilarSuggestions> find_similar(
    http::Call& call, const http::Options<SimilarAsk>& asked)
{
    return similar(call.services(), {call.actor(), policies::see_suggestion}, asked.given);
}

} // namespace

void add_suggestion_list_routes(http::Api& api)
{
    api.get("/api/suggestions", list,
        {.name = "listSuggestions",
            .summary = "The pool of suggestions, filtered and sorted, a page at a time",
            .policy = policies::see_pool});
    api.get("/api/suggestions/export", export_pool,
        {.name = "exportSuggestions",
            .summary = "The filtered pool as CSV",
            .policy = policies::see_pool,
            .exports = true});
    api.get("/api/suggestions/own", list_own,
        {.name = "listOwnSuggestions",
            .summary = "What the caller suggested, or a body that he acts for, with the answers",
            .policy = policies::see_own});
    api.get("/api/suggestions/similar", find_similar,
        {.name = "findSimilarSuggestions",
            .summary = "Suggestions that say something similar, of those that the caller sees",
            .policy = policies::find_similar});
    api.get("/api/calls/{id}/answers", answers,
        {.name = "listCallAnswers",
            .summary = "What became of the suggestions under a call, by title and answer",
            .policy = policies::see_answers});
}

} // namespace xieshang::calls
