// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_store.h"

#include "features/plan/like_pattern.h"

namespace xieshang::people {
namespace {

constexpr std::string_view rows =
    "SELECT id, sha256, file_name, size, state, options, result, uploaded_at_ms AS uploaded_at, "
    "uploaded_by, uploaded_by_name, version, updated_at_ms AS updated_at FROM roster_import ";

std::string_view sorting(RosterOrder order)
{
    switch (order) {
    case RosterOrder::oldest:
        return "AND (CAST($3 AS BIGINT) IS NULL OR (uploaded_at_ms, id) > ($3, $4)) "
               "ORDER BY uploaded_at_ms, id ";
    case RosterOrder::touched:
        return "AND (CAST($3 AS BIGINT) IS NULL OR (updated_at_ms, id) < ($3, $4)) "
               "ORDER BY updated_at_ms DESC, id DESC ";
    case RosterOrder::newest:
        break;
    }
    return "AND (CAST($3 AS BIGINT) IS NULL OR (uploaded_at_ms, id) < ($3, $4)) "
           "ORDER BY uploaded_at_ms DESC, id DESC ";
}

} // namespace

std::vector<RosterImport> search_roster_imports(db::Tx& tx, const RosterSearch& search)
{
    const auto sql = std::string(rows)
        + "WHERE (CAST($1 AS TEXT) IS NULL OR state = $1) "
          "AND (lower(file_name) LIKE lower($2) ESCAPE '\\' "
          "OR lower(uploaded_by_name) LIKE lower($2) ESCAPE '\\') "
        + std::string(sorting(search.order)) + "LIMIT $5";
    std::optional<std::int64_t> after;
    std::string after_id;
    if (search.after) {
        std::tie(after, after_id) = *search.after;
    }
    return tx.all<RosterImport>(
        sql, search.state, plan::like_pattern(search.words), after, after_id, search.most);
}

base::Result<RosterImport> find_roster_import(db::Tx& tx, const RosterImportId& id)
{
    if (auto found = tx.one<RosterImport>(std::string(rows) + "WHERE id = $1", id)) {
        return *std::move(found);
    }
    return base::trouble(base::Trouble::not_found, "roster.not_found");
}

std::vector<std::string> roster_import_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM roster_import ORDER BY id");
}

std::vector<RosterImport> newest_roster_imports(db::Tx& tx, std::int64_t most)
{
    return tx.all<RosterImport>(
        std::string(rows) + "ORDER BY uploaded_at_ms DESC, id DESC LIMIT $1", most);
}

std::vector<RosterImport> roster_imports_of_file(db::Tx& tx, const std::string& sha256)
{
    return tx.all<RosterImport>(
        std::string(rows) + "WHERE sha256 = $1 ORDER BY uploaded_at_ms DESC, id DESC", sha256);
}

std::optional<RosterImport> newest_roster_import_with_heads(
    db::Tx& tx, const std::string& heads_sha256)
{
    return tx.one<RosterImport>(std::string(rows)
            + "WHERE heads_sha256 = $1 AND state <> 'discarded' "
              "ORDER BY updated_at_ms DESC, id DESC LIMIT 1",
        heads_sha256);
}

void insert_roster_import(db::Tx& tx, const RosterImport& import)
{
    tx.execute("INSERT INTO roster_import (id, sha256, file_name, size, state, options, result, "
               "uploaded_at_ms, uploaded_by, uploaded_by_name, version, updated_at_ms) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        import.id, import.sha256, import.file_name, import.size, import.state, import.options,
        import.result, import.uploaded_at, import.uploaded_by, import.uploaded_by_name,
        import.version, import.updated_at);
}

base::Result<void> update_roster_import(
    db::Tx& tx, const RosterImport& import, std::int64_t version_before)
{
    const auto changed =
        tx.execute("UPDATE roster_import SET state = $3, options = $4, result = $5, version = $6, "
                   "updated_at_ms = $7 WHERE id = $1 AND version = $2",
            import.id, version_before, import.state, import.options, import.result, import.version,
            import.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "roster.stale");
    }
    return {};
}

std::optional<std::string> rows_seen(db::Tx& tx, const RosterImportId& id)
{
    auto seen =
        tx.one<db::Blob>("SELECT seen FROM roster_import WHERE id = $1 AND seen IS NOT NULL", id);
    return seen ? std::optional(std::move(seen->bytes)) : std::nullopt;
}

void set_rows_seen(db::Tx& tx, const RosterImportId& id, const std::string& fingerprints)
{
    tx.execute("UPDATE roster_import SET seen = $2 WHERE id = $1", id, db::Blob{fingerprints});
}

void set_heads(db::Tx& tx, const RosterImportId& id, const std::string& heads_sha256)
{
    tx.execute("UPDATE roster_import SET heads_sha256 = $2 WHERE id = $1", id, heads_sha256);
}

std::optional<RosterImportId> columns_from(db::Tx& tx, const RosterImportId& id)
{
    return tx.one<RosterImportId>(
        "SELECT columns_from FROM roster_import WHERE id = $1 AND columns_from IS NOT NULL", id);
}

void set_columns_from(
    db::Tx& tx, const RosterImportId& id, const std::optional<RosterImportId>& from)
{
    tx.execute("UPDATE roster_import SET columns_from = $2 WHERE id = $1", id, from);
}

void insert_roster_step(db::Tx& tx, const RosterImportId& id, const KeptRosterStep& step)
{
    tx.execute("INSERT INTO roster_import_step (import_id, version, at_ms, by_id, by_name, action, "
               "from_state, to_state, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason);
}

std::vector<KeptRosterStep> roster_steps_of(db::Tx& tx, const RosterImportId& id)
{
    return tx.all<KeptRosterStep>(
        "SELECT version, at_ms, by_id, by_name, action, from_state, to_state, reason "
        "FROM roster_import_step WHERE import_id = $1 ORDER BY version",
        id);
}

} // namespace xieshang::people
