// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A suggestion as its row has it, and back. For the stores of this folder alone. Pure.
#pragma once

#include "features/calls/suggestion.h"

namespace xieshang::calls {

struct SuggestionRow {
    SuggestionId id;
    CallId call_id;
    std::string title;
    std::string problem;
    std::string reason;
    std::optional<TopicKind> kind;
    std::string departments; // one a line
    std::optional<TopicField> field;
    std::string serves;
    Constituency constituency{};
    SuggestionChannel channel{};
    std::string by_id;
    std::string by_name;
    std::string for_name;
    std::string for_id;
    std::string body_id;
    std::string body_name;
    std::optional<std::string> paper_day;
    TopicState state{};
    std::optional<SuggestionId> merged_into;
    std::string passed_to;
    std::string answer;
    std::int64_t version{};
    base::Instant suggested_at_ms;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(SuggestionRow, (),
    (id, call_id, title, problem, reason, kind, departments, field, serves, constituency, channel,
        by_id, by_name, for_name, for_id, body_id, body_name, paper_day, state, merged_into,
        passed_to, answer, version, suggested_at_ms, updated_at_ms))

inline constexpr std::string_view suggestion_rows =
    "SELECT s.id, s.call_id, s.title, s.problem, s.reason, s.kind, s.departments, s.field, "
    "s.serves, s.constituency, s.channel, s.by_id, s.by_name, s.for_name, s.for_id, s.body_id, "
    "s.body_name, s.paper_day, s.state, s.merged_into, s.passed_to, s.answer, s.version, "
    "s.suggested_at_ms, "
    "s.updated_at_ms FROM suggestion s ";

inline std::string in_lines(const std::vector<std::string>& names)
{
    std::string lines;
    for (const auto& name : names) {
        lines += name + "\n";
    }
    return lines;
}

inline std::vector<std::string> of_lines(std::string_view lines)
{
    std::vector<std::string> names;
    for (auto end = lines.find('\n'); end != std::string_view::npos; end = lines.find('\n')) {
        names.emplace_back(lines.substr(0, end));
        lines.remove_prefix(end + 1);
    }
    return names;
}

inline Suggestion suggestion_of(SuggestionRow&& row)
{
    return {std::move(row.id), std::move(row.call_id),
        {std::move(row.title), std::move(row.problem), std::move(row.reason), row.kind,
            of_lines(row.departments), row.field, std::move(row.serves)},
        row.constituency, row.channel, std::move(row.by_id), std::move(row.by_name),
        std::move(row.for_name), std::move(row.for_id), std::move(row.body_id),
        std::move(row.body_name), std::move(row.paper_day), row.state, std::move(row.merged_into),
        std::move(row.passed_to), std::move(row.answer), row.version, row.suggested_at_ms,
        row.updated_at_ms};
}

inline std::vector<Suggestion> suggestions_of(std::vector<SuggestionRow>&& rows)
{
    std::vector<Suggestion> found;
    found.reserve(rows.size());
    for (auto& row : rows) {
        found.push_back(suggestion_of(std::move(row)));
    }
    return found;
}

} // namespace xieshang::calls
