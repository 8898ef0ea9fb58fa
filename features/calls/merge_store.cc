// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/merge_store.h"

namespace xieshang::calls {
namespace {

struct MergeRow {
    MergeId id;
    SuggestionId suggestion_id;
    SuggestionId target_id;
    std::string reason;
    base::Instant asked_at_ms;
    std::string asked_by;
    std::string asked_by_name;
    bool is_over{};
    std::optional<MergeEnd> ended_because;
};
BOOST_DESCRIBE_STRUCT(MergeRow, (),
    (id, suggestion_id, target_id, reason, asked_at_ms, asked_by, asked_by_name, is_over,
        ended_because))

constexpr std::string_view rows =
    "SELECT id, suggestion_id, target_id, reason, asked_at_ms, asked_by, asked_by_name, is_over, "
    "ended_because FROM suggestion_merge ";

SuggestionMerge merge_of(db::Tx& tx, MergeRow&& row)
{
    auto consents = tx.all<MergeConsent>("SELECT side, agrees, words, at_ms AS at, by_id, by_name "
                                         "FROM suggestion_consent WHERE merge_id = $1 "
                                         "ORDER BY side",
        row.id);
    return {std::move(row.id), std::move(row.suggestion_id), std::move(row.target_id),
        std::move(row.reason), row.asked_at_ms, std::move(row.asked_by),
        std::move(row.asked_by_name), row.is_over, std::move(consents), row.ended_because};
}

} // namespace

base::Result<SuggestionMerge> find_merge(db::Tx& tx, const MergeId& id)
{
    if (auto row = tx.one<MergeRow>(std::string(rows) + "WHERE id = $1", id)) {
        return merge_of(tx, std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "suggestion.merge_not_found");
}

std::vector<SuggestionMerge> merges_about(db::Tx& tx, const SuggestionId& id)
{
    std::vector<SuggestionMerge> found;
    for (auto& row : tx.all<MergeRow>(std::string(rows)
                 + "WHERE suggestion_id = $1 OR target_id = $1 ORDER BY asked_at_ms, id",
             id)) {
        found.push_back(merge_of(tx, std::move(row)));
    }
    return found;
}

std::vector<std::string> merge_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM suggestion_merge ORDER BY id");
}

void insert_merge(db::Tx& tx, const SuggestionMerge& merge)
{
    tx.execute("INSERT INTO suggestion_merge (id, suggestion_id, target_id, reason, asked_at_ms, "
               "asked_by, asked_by_name, is_over) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        merge.id, merge.suggestion_id, merge.target_id, merge.reason, merge.asked_at,
        merge.asked_by, merge.asked_by_name, merge.is_over);
}

bool insert_consent(db::Tx& tx, const MergeId& id, const MergeConsent& consent)
{
    return tx.execute("INSERT INTO suggestion_consent (merge_id, side, agrees, words, at_ms, "
                      "by_id, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
               id, consent.side, consent.agrees, consent.words, consent.at, consent.by_id,
               consent.by_name)
        == 1;
}

void end_merge(db::Tx& tx, const MergeId& id, MergeEnd because)
{
    tx.execute("UPDATE suggestion_merge SET is_over = $2, ended_because = $3 WHERE id = $1", id,
        true, because);
}

} // namespace xieshang::calls
