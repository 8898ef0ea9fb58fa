// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/suggestion_store.h"

#include "features/calls/suggestion_row.h"

namespace xieshang::calls {
namespace {

struct WordsRow {
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    std::string title;
    std::string problem;
    std::string reason;
    std::optional<TopicKind> kind;
    std::string departments;
    std::optional<TopicField> field;
    std::string serves;
};
BOOST_DESCRIBE_STRUCT(WordsRow, (),
    (version, at_ms, by_id, by_name, title, problem, reason, kind, departments, field, serves))

} // namespace

base::Result<Suggestion> find_suggestion(db::Tx& tx, const SuggestionId& id)
{
    auto row = tx.one<SuggestionRow>(std::string(suggestion_rows) + "WHERE s.id = $1", id);
    if (row) {
        return suggestion_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "suggestion.not_found");
}

std::vector<std::string> suggestion_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM suggestion ORDER BY id");
}

std::vector<Suggestion> merged_into(db::Tx& tx, const SuggestionId& id)
{
    return suggestions_of(tx.all<SuggestionRow>(
        std::string(suggestion_rows) + "WHERE s.merged_into = $1 ORDER BY s.suggested_at_ms, s.id",
        id));
}

std::vector<Suggestion> open_suggestions_of_year(db::Tx& tx, std::int64_t year)
{
    return suggestions_of(tx.all<SuggestionRow>(std::string(suggestion_rows)
            + "JOIN topic_call c ON c.id = s.call_id WHERE c.year = $1 AND c.state <> $2 "
              "AND s.state IN ($3, $4, $5) ORDER BY s.suggested_at_ms, s.id",
        year, CallState::draft, TopicState::suggested, TopicState::screened,
        TopicState::shortlisted));
}

std::vector<Suggestion> standing_of(db::Tx& tx, const CallId& call, const Proposer& proposer)
{
    static const auto of_call =
        std::string(suggestion_rows) + "WHERE s.call_id = $1 AND s.state <> $2 ";
    const auto& as = proposer.as;
    if (!as.body_id.empty()) {
        return suggestions_of(tx.all<SuggestionRow>(
            of_call + "AND s.constituency = $3 AND s.body_id = $4 ORDER BY s.id", call,
            TopicState::withdrawn, as.constituency, as.body_id));
    }
    if (!proposer.by_id.empty()) {
        return suggestions_of(tx.all<SuggestionRow>(of_call
                + "AND s.constituency = $3 AND ((s.channel = 'own' AND s.by_id = $4) "
                  "OR s.for_id = $4) ORDER BY s.id",
            call, TopicState::withdrawn, as.constituency, proposer.by_id));
    }
    return suggestions_of(tx.all<SuggestionRow>(of_call
            + "AND s.constituency = $3 AND s.channel = $4 AND s.body_name = $5 AND "
              "CASE WHEN s.channel = 'paper' THEN s.for_name ELSE s.by_name END = $6 ORDER BY s.id",
        call, TopicState::withdrawn, as.constituency, proposer.channel, as.body_name,
        proposer.name));
}

void insert_suggestion(db::Tx& tx, const Suggestion& s)
{
    tx.execute(
        "INSERT INTO suggestion (id, call_id, title, problem, reason, kind, departments, field, "
        "serves, constituency, channel, by_id, by_name, for_name, for_id, body_id, body_name, "
        "paper_day, state, merged_into, passed_to, answer, version, suggested_at_ms, "
        "updated_at_ms) VALUES "
        "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
        "$20, $21, $22, $23, $24, $25)",
        s.id, s.call_id, s.words.title, s.words.problem, s.words.reason, s.words.kind,
        in_lines(s.words.departments), s.words.field, s.words.serves, s.constituency, s.channel,
        s.by_id, s.by_name, s.for_name, s.for_id, s.body_id, s.body_name, s.paper_day, s.state,
        s.merged_into, s.passed_to, s.answer, s.version, s.suggested_at, s.updated_at);
}

base::Result<void> update_suggestion(db::Tx& tx, const Suggestion& s, std::int64_t version_before)
{
    const auto changed = tx.execute(
        "UPDATE suggestion SET title = $3, problem = $4, reason = $5, kind = $6, departments = $7, "
        "field = $8, serves = $9, state = $10, merged_into = $11, passed_to = $12, answer = $13, "
        "version = $14, updated_at_ms = $15 WHERE id = $1 AND version = $2",
        s.id, version_before, s.words.title, s.words.problem, s.words.reason, s.words.kind,
        in_lines(s.words.departments), s.words.field, s.words.serves, s.state, s.merged_into,
        s.passed_to, s.answer, s.version, s.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "suggestion.stale");
    }
    return {};
}

void insert_words(db::Tx& tx, const SuggestionId& id, const KeptWords& kept)
{
    const auto& words = kept.words;
    tx.execute("INSERT INTO suggestion_words (suggestion_id, version, at_ms, by_id, by_name, "
               "title, problem, reason, kind, departments, field, serves) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        id, kept.version, kept.at, kept.by_id, kept.by_name, words.title, words.problem,
        words.reason, words.kind, in_lines(words.departments), words.field, words.serves);
}

std::vector<KeptWords> words_of(db::Tx& tx, const SuggestionId& id)
{
    std::vector<KeptWords> found;
    for (auto& row : tx.all<WordsRow>(
             "SELECT version, at_ms, by_id, by_name, title, problem, reason, kind, departments, "
             "field, serves FROM suggestion_words WHERE suggestion_id = $1 ORDER BY version",
             id)) {
        found.push_back({row.version, row.at_ms, std::move(row.by_id), std::move(row.by_name),
            {std::move(row.title), std::move(row.problem), std::move(row.reason), row.kind,
                of_lines(row.departments), row.field, std::move(row.serves)}});
    }
    return found;
}

void insert_step(db::Tx& tx, const SuggestionId& id, const KeptSuggestionStep& step)
{
    tx.execute("INSERT INTO suggestion_step (suggestion_id, version, at_ms, by_id, by_name, "
               "action, from_state, to_state, reason, passed_to, target_id) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason, step.passed_to, step.target_id);
}

std::vector<KeptSuggestionStep> steps_of(db::Tx& tx, const SuggestionId& id)
{
    return tx.all<KeptSuggestionStep>(
        "SELECT version, at_ms, by_id, by_name, action, from_state, to_state, reason, passed_to, "
        "target_id FROM suggestion_step WHERE suggestion_id = $1 ORDER BY version",
        id);
}

void insert_comment(db::Tx& tx, const SuggestionId& id, const SuggestionComment& comment)
{
    tx.execute("INSERT INTO suggestion_comment (id, suggestion_id, at_ms, by_id, by_name, words) "
               "VALUES ($1, $2, $3, $4, $5, $6)",
        comment.id, id, comment.at_ms, comment.by_id, comment.by_name, comment.words);
}

std::vector<SuggestionComment> comments_of(db::Tx& tx, const SuggestionId& id)
{
    return tx.all<SuggestionComment>("SELECT id, at_ms, by_id, by_name, words "
                                     "FROM suggestion_comment WHERE suggestion_id = $1 "
                                     "ORDER BY at_ms, id",
        id);
}

void insert_code(db::Tx& tx, std::string_view code_sha256, const SuggestionId& id, base::Instant at)
{
    tx.execute("INSERT INTO suggestion_code (code_sha256, suggestion_id, made_at_ms) "
               "VALUES ($1, $2, $3)",
        code_sha256, id, at);
}

base::Result<Suggestion> find_by_code(db::Tx& tx, std::string_view code_sha256)
{
    const auto id = tx.one<SuggestionId>(
        "SELECT suggestion_id FROM suggestion_code WHERE code_sha256 = $1", code_sha256);
    if (!id) {
        return base::trouble(base::Trouble::not_found, "suggestion.no_such_code");
    }
    return find_suggestion(tx, *id);
}

} // namespace xieshang::calls
