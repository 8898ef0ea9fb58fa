// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_store.h"

#include "platform/json/json.h"

namespace xieshang::scoring {
namespace {

struct RoundRow {
    RoundId id;
    CallId call_id;
    std::string title;
    std::string criteria;  // JSON
    std::string reviewers; // JSON
    std::string closes_on;
    std::int64_t divided_from{};
    ScoringState state{};
    std::int64_t version{};
    base::Instant created_at_ms;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
    (id, call_id, title, criteria, reviewers, closes_on, divided_from, state, version,
        created_at_ms, created_by, created_by_name, updated_at_ms))

struct SheetRow {
    SheetId id;
    RoundId round_id;
    SuggestionId suggestion_id;
    std::string reviewer_id;
    std::string reviewer_name;
    std::string scores; // JSON
    std::int64_t version{};
    base::Instant at_ms;
};
BOOST_DESCRIBE_STRUCT(
    SheetRow, (), (id, round_id, suggestion_id, reviewer_id, reviewer_name, scores, version, at_ms))

constexpr std::string_view rounds =
    "SELECT id, call_id, title, criteria, reviewers, closes_on, divided_from, state, version, "
    "created_at_ms, created_by, created_by_name, updated_at_ms FROM scoring_round ";

constexpr std::string_view sheets =
    "SELECT s.id, s.round_id, s.suggestion_id, s.reviewer_id, s.reviewer_name, v.scores, "
    "v.version, v.at_ms FROM scoring_sheet s JOIN scoring_sheet_version v ON v.sheet_id = s.id ";

template <class T>
T read(const std::string& text)
{
    auto kept = json::read_own<T>(text);
    if (!kept) {
        throw db::Failure("a row of a scoring round is not readable");
    }
    return std::move(*kept);
}

ScoringRound round_of(RoundRow&& row)
{
    return {std::move(row.id), std::move(row.call_id), std::move(row.title),
        read<std::vector<Criterion>>(row.criteria),
        read<std::vector<ScoringReviewer>>(row.reviewers), std::move(row.closes_on),
        row.divided_from, row.state, row.version, row.created_at_ms, std::move(row.created_by),
        std::move(row.created_by_name), row.updated_at_ms};
}

std::vector<GivenSheet> sheets_of(std::vector<SheetRow>&& rows)
{
    std::vector<GivenSheet> found;
    found.reserve(rows.size());
    for (auto& row : rows) {
        found.push_back({std::move(row.id), std::move(row.round_id), std::move(row.suggestion_id),
            std::move(row.reviewer_id), std::move(row.reviewer_name),
            read<std::vector<std::int64_t>>(row.scores), row.version, row.at_ms});
    }
    return found;
}

} // namespace

base::Result<ScoringRound> find_round(db::Tx& tx, const RoundId& id)
{
    if (auto row = tx.one<RoundRow>(std::string(rounds) + "WHERE id = $1", id)) {
        return round_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "scoring.not_found");
}

std::vector<ScoringRound> all_rounds(db::Tx& tx)
{
    std::vector<ScoringRound> found;
    for (auto& row :
        tx.all<RoundRow>(std::string(rounds) + "ORDER BY created_at_ms DESC, id DESC")) {
        found.push_back(round_of(std::move(row)));
    }
    return found;
}

std::vector<std::string> round_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM scoring_round ORDER BY id");
}

void insert_round(db::Tx& tx, const ScoringRound& round)
{
    tx.execute("INSERT INTO scoring_round (id, call_id, title, criteria, reviewers, closes_on, "
               "divided_from, state, version, created_at_ms, created_by, created_by_name, "
               "updated_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        round.id, round.call_id, round.title, json::write(round.criteria),
        json::write(round.reviewers), round.closes_on, round.divided_from, round.state,
        round.version, round.created_at, round.created_by, round.created_by_name, round.updated_at);
}

base::Result<void> update_round(db::Tx& tx, const ScoringRound& round, std::int64_t version_before)
{
    const auto changed = tx.execute(
        "UPDATE scoring_round SET title = $3, criteria = $4, reviewers = $5, closes_on = $6, "
        "divided_from = $7, state = $8, version = $9, updated_at_ms = $10 "
        "WHERE id = $1 AND version = $2",
        round.id, version_before, round.title, json::write(round.criteria),
        json::write(round.reviewers), round.closes_on, round.divided_from, round.state,
        round.version, round.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "scoring.stale");
    }
    return {};
}

void insert_round_step(db::Tx& tx, const RoundId& id, const KeptRoundStep& step)
{
    tx.execute("INSERT INTO scoring_step (round_id, version, at_ms, by_id, by_name, action, "
               "from_state, to_state, reason, closes_on) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason, step.closes_on);
}

std::vector<KeptRoundStep> steps_of(db::Tx& tx, const RoundId& id)
{
    return tx.all<KeptRoundStep>("SELECT version, at_ms, by_id, by_name, action, from_state, "
                                 "to_state, reason, closes_on FROM scoring_step "
                                 "WHERE round_id = $1 ORDER BY version",
        id);
}

void insert_items(db::Tx& tx, const RoundId& id, const std::vector<SuggestionId>& suggestions)
{
    std::int64_t place = 0;
    for (const auto& suggestion : suggestions) {
        tx.execute("INSERT INTO scoring_item (round_id, suggestion_id, place) VALUES ($1, $2, $3)",
            id, suggestion, ++place);
    }
}

std::vector<SuggestionId> items_of(db::Tx& tx, const RoundId& id)
{
    return tx.all<SuggestionId>(
        "SELECT suggestion_id FROM scoring_item WHERE round_id = $1 ORDER BY place", id);
}

void add_sheet(db::Tx& tx, const GivenSheet& sheet)
{
    tx.execute("INSERT INTO scoring_sheet (id, round_id, suggestion_id, reviewer_id, "
               "reviewer_name, version) VALUES ($1, $2, $3, $4, $5, $6) "
               "ON CONFLICT (round_id, suggestion_id, reviewer_id) "
               "DO UPDATE SET version = excluded.version",
        sheet.id, sheet.round_id, sheet.suggestion_id, sheet.reviewer_id, sheet.reviewer_name,
        sheet.version);
    tx.execute("INSERT INTO scoring_sheet_version (sheet_id, version, at_ms, scores) "
               "VALUES ($1, $2, $3, $4)",
        sheet.id, sheet.version, sheet.at, json::write(sheet.scores));
}

std::optional<GivenSheet> last_sheet(
    db::Tx& tx, const RoundId& round, const SuggestionId& suggestion, std::string_view reviewer_id)
{
    auto found = sheets_of(tx.all<SheetRow>(std::string(sheets)
            + "WHERE s.round_id = $1 AND s.suggestion_id = $2 AND s.reviewer_id = $3 "
              "AND v.version = s.version",
        round, suggestion, reviewer_id));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<GivenSheet> last_sheets(
    db::Tx& tx, const RoundId& round, const std::optional<std::string>& reviewer_id)
{
    return sheets_of(tx.all<SheetRow>(std::string(sheets)
            + "WHERE s.round_id = $1 AND (CAST($2 AS TEXT) IS NULL OR s.reviewer_id = $2) "
              "AND v.version = s.version ORDER BY s.suggestion_id, s.reviewer_id",
        round, reviewer_id));
}

std::vector<GivenSheet> all_sheets(
    db::Tx& tx, const RoundId& round, const std::optional<SuggestionId>& suggestion)
{
    return sheets_of(tx.all<SheetRow>(std::string(sheets)
            + "WHERE s.round_id = $1 AND (CAST($2 AS TEXT) IS NULL OR s.suggestion_id = $2) "
              "ORDER BY s.suggestion_id, s.reviewer_name, s.reviewer_id, v.version",
        round, suggestion));
}

std::vector<std::string> sheet_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM scoring_sheet ORDER BY id");
}

std::vector<GivenSheet> versions_of(db::Tx& tx, const SheetId& id)
{
    return sheets_of(
        tx.all<SheetRow>(std::string(sheets) + "WHERE s.id = $1 ORDER BY v.version", id));
}

void insert_comment(db::Tx& tx, const ScoringComment& comment)
{
    tx.execute("INSERT INTO scoring_comment (id, round_id, suggestion_id, by_id, by_name, at_ms, "
               "words) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        comment.id, comment.round_id, comment.suggestion_id, comment.by_id, comment.by_name,
        comment.at_ms, comment.words);
}

std::vector<ScoringComment> comments_of(
    db::Tx& tx, const RoundId& round, const std::optional<std::string>& by_id)
{
    return tx.all<ScoringComment>(
        "SELECT id, round_id, suggestion_id, by_id, by_name, at_ms, words FROM scoring_comment "
        "WHERE round_id = $1 AND (CAST($2 AS TEXT) IS NULL OR by_id = $2) ORDER BY at_ms, id",
        round, by_id);
}

std::vector<std::string> comment_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM scoring_comment ORDER BY id");
}

base::Result<ScoringComment> find_comment(db::Tx& tx, const CommentId& id)
{
    auto row = tx.one<ScoringComment>("SELECT id, round_id, suggestion_id, by_id, by_name, at_ms, "
                                      "words FROM scoring_comment WHERE id = $1",
        id);
    if (!row) {
        return base::trouble(base::Trouble::not_found, "scoring.not_found");
    }
    return std::move(*row);
}

} // namespace xieshang::scoring
