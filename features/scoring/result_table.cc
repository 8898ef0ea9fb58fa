// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/result_table.h"

#include "features/plan/plan_table.h"

namespace xieshang::scoring {
namespace {

using Text = std::function<std::string(std::string_view)>;

std::string joined(const std::vector<std::string>& words, std::string_view between)
{
    std::string all;
    for (const auto& one : words) {
        all += (all.empty() ? "" : std::string(between)) + one;
    }
    return all;
}

std::string row_of(const ResultRow& row, std::size_t criteria, const Text& text)
{
    const auto& words = row.suggestion.words;
    const auto& tally = row.tally;
    const auto word = [&](const char* family, auto enumerator) {
        return text(family + std::string(boost::describe::enum_to_string(enumerator, "")));
    };
    const bool is_scored = tally.reviewers > 0;
    const auto points = [&](std::int64_t value) { return is_scored ? in_points(value) : ""; };
    std::vector<std::string> cells{row.rank == 0 ? "" : std::to_string(row.rank), words.title,
        words.field ? word("suggestion.field.", *words.field) : "",
        word("suggestion.state.", row.suggestion.state), std::to_string(tally.reviewers),
        std::to_string(tally.ended), points(tally.mean), points(tally.median), points(tally.spread),
        tally.is_divided ? text("scoring.export.divided_yes") : ""};
    for (std::size_t i = 0; i < criteria; ++i) {
        cells.push_back(is_scored ? in_points(tally.criteria[i]) : "");
    }
    std::vector<std::string> sheets;
    for (const auto one : tally.sheets) {
        sheets.push_back(in_points(one));
    }
    cells.push_back(joined(sheets, " "));
    cells.push_back(joined(row.comments, "；"));
    return plan::csv_row(cells);
}

} // namespace

std::string in_points(std::int64_t value)
{
    const auto rest = std::to_string(value % hundredths);
    return std::to_string(value / hundredths) + "." + (rest.size() == 1 ? "0" : "") + rest;
}

std::string result_table(
    const ScoringRound& round, const std::vector<ResultRow>& rows, const Text& text)
{
    std::vector<std::string> head;
    for (const auto* column : {"rank", "title", "field", "state", "reviewers", "ended", "mean",
             "median", "spread", "divided"}) {
        head.push_back(text(std::string("scoring.export.") + column));
    }
    for (const auto& one : round.criteria) {
        head.push_back(one.name + " /" + std::to_string(one.most));
    }
    head.push_back(text("scoring.export.sheets"));
    head.push_back(text("scoring.export.comments"));
    auto table = std::string(plan::csv_mark) + plan::csv_row(head);
    for (const auto& row : rows) {
        table += row_of(row, round.criteria.size(), text);
    }
    return table;
}

} // namespace xieshang::scoring
