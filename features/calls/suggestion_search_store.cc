// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion_row.h"
#include "features/calls/suggestion_store.h"
#include "features/plan/like_pattern.h"
#include "platform/folding/folding.h"

#include <tuple>

namespace xieshang::calls {
namespace {

constexpr std::string_view narrowed =
    "WHERE (CAST($1 AS TEXT) IS NULL OR (s.channel = 'own' AND s.by_id = $1) "
    "OR (s.for_id <> '' AND s.for_id = $1) OR (s.body_id <> '' "
    "AND $2 LIKE '%,' || s.constituency || ':' || s.body_id || ',%')) "
    "AND (CAST($3 AS TEXT) IS NULL OR s.call_id = $3) "
    "AND (CAST($4 AS TEXT) IS NULL OR s.state = $4) "
    "AND (CAST($5 AS TEXT) IS NULL OR s.constituency = $5) "
    "AND (CAST($6 AS TEXT) IS NULL OR s.field = $6) "
    "AND (CAST($11 AS TEXT) IS NULL OR $11 LIKE '%,' || s.state || ',%') "
    "AND (lower(s.title) LIKE lower($7) ESCAPE '\\' OR lower(s.problem) LIKE lower($7) ESCAPE '\\' "
    "OR lower(s.reason) LIKE lower($7) ESCAPE '\\' OR lower(s.serves) LIKE lower($7) ESCAPE '\\' "
    "OR lower(s.by_name) LIKE lower($7) ESCAPE '\\' OR lower(s.for_name) LIKE lower($7) ESCAPE "
    "'\\' OR lower(s.body_name) LIKE lower($7) ESCAPE '\\') ";

std::string_view sorting(SuggestionOrder order)
{
    switch (order) {
    case SuggestionOrder::oldest:
        return "AND (CAST($8 AS BIGINT) IS NULL OR (s.suggested_at_ms, s.id) > ($8, $9)) "
               "ORDER BY s.suggested_at_ms, s.id ";
    case SuggestionOrder::touched:
        return "AND (CAST($8 AS BIGINT) IS NULL OR (s.updated_at_ms, s.id) < ($8, $9)) "
               "ORDER BY s.updated_at_ms DESC, s.id DESC ";
    case SuggestionOrder::newest:
        break;
    }
    return "AND (CAST($8 AS BIGINT) IS NULL OR (s.suggested_at_ms, s.id) < ($8, $9)) "
           "ORDER BY s.suggested_at_ms DESC, s.id DESC ";
}

// ",departments:ID,sectors:ID," of the bodies that somebody acts for
std::string bodies_of(const Belongings& belongs_to)
{
    std::string bodies = ",";
    for (const auto& one : belongs_to) {
        if (!one.body_id.empty()) {
            bodies += std::string(boost::describe::enum_to_string(one.constituency, "")) + ":"
                + one.body_id + ",";
        }
    }
    return bodies;
}

// ",screened,merged,"; nothing: whichever
std::optional<std::string> states_of(const SuggestionSearch& search)
{
    if (!search.states) {
        return std::nullopt;
    }
    std::string states = ",";
    for (const auto state : *search.states) {
        states += std::string(boost::describe::enum_to_string(state, "")) + ",";
    }
    return states;
}

} // namespace

std::vector<Suggestion> search_suggestions(db::Tx& tx, const SuggestionSearch& search)
{
    std::optional<std::int64_t> after;
    std::string after_id;
    if (search.after) {
        std::tie(after, after_id) = *search.after;
    }
    const auto own = search.own ? std::optional(search.own->actor_id) : std::nullopt;
    const auto bodies = search.own ? bodies_of(search.own->belongs_to) : std::string();
    return suggestions_of(tx.all<SuggestionRow>(
        std::string(suggestion_rows).append(narrowed).append(sorting(search.order)) + "LIMIT $10",
        own, bodies, search.call, search.state, search.constituency, search.field,
        plan::like_pattern(search.words), after, after_id, search.limit, states_of(search)));
}

std::u32string folded_text(std::string_view text)
{
    return folding::folded(folding::decoded(text));
}

std::int64_t sort_value(const Suggestion& suggestion, SuggestionOrder order)
{
    return order == SuggestionOrder::touched ? suggestion.updated_at.ms
                                             : suggestion.suggested_at.ms;
}

} // namespace xieshang::calls
