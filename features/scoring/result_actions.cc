// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/result_actions.h"

#include "features/calls/suggestion_store.h"

#include <algorithm>

namespace xieshang::scoring {
namespace {

bool is_ended(const ScoringRound& round, const std::string& reviewer_id)
{
    const auto* reviewer = reviewer_in(round, reviewer_id);
    return reviewer != nullptr && reviewer->is_ended;
}

std::vector<ResultLine> all_lines(
    services::Services& services, db::Tx& tx, const ScoringRound& round)
{
    std::multimap<std::string, Sheet> sheets;
    for (auto& sheet : last_sheets(tx, round.id)) {
        sheets.emplace(sheet.suggestion_id.text,
            Sheet{std::move(sheet.scores), is_ended(round, sheet.reviewer_id)});
    }
    std::multimap<std::string, std::string> comments;
    for (auto& comment : comments_of(tx, round.id)) {
        comments.emplace(comment.suggestion_id.text, std::move(comment.words));
    }
    std::vector<ResultLine> lines;
    const RoundDesk desk(services, tx, round);
    for (const auto* one : desk.items()) {
        ResultLine line{.suggestion = *one, .place = static_cast<std::int64_t>(lines.size()) + 1};
        std::vector<Sheet> given;
        const auto of_it = sheets.equal_range(one->id.text);
        for (auto sheet = of_it.first; sheet != of_it.second; ++sheet) {
            given.push_back(sheet->second);
        }
        line.tally = tally_of(round.criteria, given, round.divided_from);
        const auto said = comments.equal_range(one->id.text);
        for (auto comment = said.first; comment != said.second; ++comment) {
            line.comments.push_back(comment->second);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

void rank(std::vector<ResultLine>& lines)
{
    for (auto& line : lines) {
        if (line.tally.reviewers == 0) {
            continue;
        }
        line.rank = 1 + std::count_if(lines.begin(), lines.end(), [&](const ResultLine& other) {
            return other.tally.mean > line.tally.mean;
        });
    }
}

bool fits(const ResultLine& line, const ResultFilter& filter, const std::u32string& words)
{
    if (filter.field && line.suggestion.words.field != filter.field) {
        return false;
    }
    if (filter.only == ResultPart::divided && !line.tally.is_divided) {
        return false;
    }
    if (filter.only == ResultPart::unscored && line.tally.reviewers != 0) {
        return false;
    }
    return words.empty()
        || calls::folded_text(line.suggestion.words.title).find(words) != std::u32string::npos;
}

void sort(std::vector<ResultLine>& lines, ResultOrder order)
{
    const auto by = [&](auto value_of) { // the greatest first, alike ones as they were handed in
        std::stable_sort(
            lines.begin(), lines.end(), [&](const ResultLine& one, const ResultLine& other) {
                return value_of(one) > value_of(other);
            });
    };
    switch (order) {
    case ResultOrder::best:
        return by([](const ResultLine& line) { return line.tally.mean; });
    case ResultOrder::apart:
        return by([](const ResultLine& line) { return line.tally.spread; });
    case ResultOrder::fewest:
        return by([](const ResultLine& line) { return -line.tally.reviewers; });
    case ResultOrder::as_made:
        break;
    }
}

} // namespace

base::Result<Results> results(services::Services& services, const base::Asker& asker,
    const RoundId& id, const ResultFilter& filter)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<Results> {
        auto seen = TRY(seen_round(tx, asker, id));
        auto lines = all_lines(services, tx, seen.round);
        rank(lines);
        const auto words = calls::folded_text(filter.q.value_or(""));
        lines.erase(std::remove_if(lines.begin(), lines.end(),
                        [&](const ResultLine& line) { return !fits(line, filter, words); }),
            lines.end());
        sort(lines, filter.sort.value_or(ResultOrder::best));
        return Results{std::move(seen.round), std::move(lines)};
    });
}

base::Result<NamedSheets> named_sheets(services::Services& services, const base::Asker& asker,
    const RoundId& id, const std::optional<SuggestionId>& suggestion)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<NamedSheets> {
        auto seen = TRY(seen_round(tx, asker, id));
        NamedSheets found;
        for (auto& sheet : all_sheets(tx, id, suggestion)) {
            NamedSheet line{.points = points_of(seen.round.criteria, sheet.scores),
                .is_last = true,
                .is_ended = is_ended(seen.round, sheet.reviewer_id)};
            if (seen.view == "names") {
                line.title = TRY(calls::find_suggestion(tx, sheet.suggestion_id)).words.title;
            }
            if (!found.sheets.empty() && found.sheets.back().sheet.id == sheet.id) {
                found.sheets.back().is_last = false;
            }
            line.sheet = std::move(sheet);
            found.sheets.push_back(std::move(line));
        }
        found.round = std::move(seen.round);
        return found;
    });
}

} // namespace xieshang::scoring
