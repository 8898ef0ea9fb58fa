// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/result_actions.h"
#include "features/scoring/result_table.h"
#include "features/scoring/scoring_policies.h"
#include "features/scoring/scoring_routes.h"
#include "features/scoring/scoring_views.h"
#include "features/settings/given_names_actions.h"

namespace xieshang::scoring {
namespace {

ScoringResult view_of(const ResultLine& line)
{
    const auto& words = line.suggestion.words;
    const auto& tally = line.tally;
    return {line.suggestion.id, words.title, words.field, line.suggestion.state, line.rank,
        tally.reviewers, tally.ended, tally.mean, tally.median, tally.spread, tally.is_divided,
        tally.criteria, tally.sheets, line.comments};
}

// A closed round changes no more: a page begins behind as many lines as the pages before had.
base::Result<http::Page<ScoringResult>> list(
    http::Call& call, const RoundId& id, const http::Query<ResultFilter>& asked)
{
    const auto found = TRY(results(call.services(), call.asker(), id, asked.filter));
    const auto after = TRY((asked.page.after_values<std::int64_t>()));
    const auto all = static_cast<std::int64_t>(found.lines.size());
    const auto first = after ? std::min(std::max<std::int64_t>(std::get<0>(*after), 0), all) : 0;
    const auto last = std::min(first + asked.page.size, all);
    http::Page<ScoringResult> page;
    for (auto i = first; i < last; ++i) {
        page.items.push_back(view_of(found.lines[static_cast<std::size_t>(i)]));
    }
    if (last < all) {
        page.next = http::cursor_of(std::tuple(last));
    }
    page.total = all;
    return page;
}

base::Result<http::Download> export_all(
    http::Call& call, const RoundId& id, const http::Query<ResultFilter>& asked)
{
    const auto text = settings::texts_with_given_names(call.services(), call.language());
    const auto found = TRY(results(call.services(), call.asker(), id, asked.filter));
    std::vector<ResultRow> rows;
    for (const auto& line : found.lines) {
        rows.push_back({line.suggestion, line.rank, line.tally, line.comments});
    }
    return http::Download{.text = result_table(found.round, rows, text),
        .file_name = text("scoring.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<NamedSheetList> names(
    http::Call& call, const RoundId& id, const http::Options<NamesAsk>& asked)
{
    auto found = TRY(named_sheets(call.services(), call.asker(), id, asked.given.suggestion));
    NamedSheetList list;
    for (auto& one : found.round.criteria) {
        list.criteria.push_back(std::move(one.name));
    }
    for (auto& one : found.sheets) {
        auto& sheet = one.sheet;
        list.items.push_back({std::move(sheet.suggestion_id), std::move(one.title),
            std::move(sheet.reviewer_name), std::move(sheet.scores), one.points, sheet.version,
            one.is_last, one.is_ended, sheet.at});
    }
    return list;
}

} // namespace

void add_result_routes(http::Api& api)
{
    api.get("/api/scoring-rounds/{id}/results", list,
        {.name = "listScoringResults",
            .summary = "What a closed round came to, a page at a time, no name beside a score",
            .policy = policies::see_results});
    api.get("/api/scoring-rounds/{id}/results/export", export_all,
        {.name = "exportScoringResults",
            .summary = "The filtered results of a closed round as CSV",
            .policy = policies::see_results,
            .exports = true});
    api.get("/api/scoring-rounds/{id}/names", names,
        {.name = "listNamedScores",
            .summary = "Who gave which score in a closed round, in every version",
            .policy = policies::see_names,
            .exports = true});
}

} // namespace xieshang::scoring
