// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_store.h"

#include "features/plan/like_pattern.h"
#include "platform/db/new_rows.h"

#include <tuple>

namespace xieshang::behalf {
namespace {

constexpr std::string_view scans =
    "SELECT id, sha256, file_name, size, media_type, uploaded_at_ms AS uploaded_at, uploaded_by, "
    "uploaded_by_name, version FROM behalf_scan ";

constexpr std::string_view acts =
    "SELECT id, by_id, by_name, person_id, body, organisation_id, for_name, deed, object_kind, "
    "object_id, object_version, about, fields, scan_id, paper_day, state, version, "
    "acted_at_ms AS acted_at, updated_at_ms AS updated_at FROM behalf_act ";

constexpr std::string_view narrowed =
    "WHERE ($1 = '' OR EXISTS (SELECT 1 FROM behalf_told WHERE act_id = id "
    "AND behalf_told.person_id = $1)) AND (CAST($2 AS TEXT) IS NULL OR state = $2) "
    "AND (CAST($3 AS TEXT) IS NULL OR deed = $3) "
    "AND (lower(by_name) LIKE lower($4) ESCAPE '\\' OR lower(for_name) LIKE lower($4) ESCAPE '\\' "
    "OR lower(about) LIKE lower($4) ESCAPE '\\') ";

// What $1, who is told of act t.act_id, did ($2, $3) behind what was there to be opened ($4, $5).
const std::string opened_by_him =
    "EXISTS (SELECT 1 FROM behalf_step s WHERE s.act_id = t.act_id AND s.by_id = $1 "
    "AND s.action IN ($2, $3) AND s.version > (SELECT MAX(n.version) FROM behalf_step n "
    "WHERE n.act_id = t.act_id AND n.action IN ($4, $5)))";

std::string_view sorting(BehalfOrder order)
{
    switch (order) {
    case BehalfOrder::oldest:
        return "AND (CAST($5 AS BIGINT) IS NULL OR (acted_at_ms, id) > ($5, $6)) "
               "ORDER BY acted_at_ms, id ";
    case BehalfOrder::touched:
        return "AND (CAST($5 AS BIGINT) IS NULL OR (updated_at_ms, id) < ($5, $6)) "
               "ORDER BY updated_at_ms DESC, id DESC ";
    case BehalfOrder::newest:
        break;
    }
    return "AND (CAST($5 AS BIGINT) IS NULL OR (acted_at_ms, id) < ($5, $6)) "
           "ORDER BY acted_at_ms DESC, id DESC ";
}

} // namespace

void insert_scan(db::Tx& tx, const BehalfScan& scan)
{
    tx.execute("INSERT INTO behalf_scan (id, sha256, file_name, size, media_type, uploaded_at_ms, "
               "uploaded_by, uploaded_by_name, version) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        scan.id, scan.sha256, scan.file_name, scan.size, scan.media_type, scan.uploaded_at,
        scan.uploaded_by, scan.uploaded_by_name, scan.version);
}

base::Result<BehalfScan> find_scan(db::Tx& tx, const ScanId& id)
{
    if (auto found = tx.one<BehalfScan>(std::string(scans) + "WHERE id = $1", id)) {
        return *std::move(found);
    }
    return base::trouble(base::Trouble::not_found, "behalf.not_found");
}

std::vector<BehalfScan> all_scans(db::Tx& tx)
{
    return tx.all<BehalfScan>(std::string(scans) + "ORDER BY id");
}

void insert_act(db::Tx& tx, const BehalfAct& act, const std::vector<PersonId>& told)
{
    tx.execute("INSERT INTO behalf_act (id, by_id, by_name, person_id, body, organisation_id, "
               "for_name, deed, object_kind, object_id, object_version, about, fields, scan_id, "
               "paper_day, state, version, acted_at_ms, updated_at_ms) VALUES ($1, $2, $3, $4, "
               "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        act.id, act.by_id, act.by_name, act.person_id, act.body, act.organisation_id, act.for_name,
        act.deed, act.object_kind, act.object_id, act.object_version, act.about, act.fields,
        act.scan_id, act.paper_day, act.state, act.version, act.acted_at, act.updated_at);
    for (const auto& person : told) {
        tx.execute("INSERT INTO behalf_told (act_id, person_id) VALUES ($1, $2)", act.id, person);
    }
}

base::Result<BehalfAct> find_act(db::Tx& tx, const ActId& id)
{
    if (auto found = tx.one<BehalfAct>(std::string(acts) + "WHERE id = $1", id)) {
        return *std::move(found);
    }
    return base::trouble(base::Trouble::not_found, "behalf.not_found");
}

std::vector<std::string> act_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM behalf_act ORDER BY id");
}

std::vector<std::string> scan_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM behalf_scan ORDER BY id");
}

std::vector<PersonId> told_of(db::Tx& tx, const ActId& id)
{
    return tx.all<PersonId>(
        "SELECT person_id FROM behalf_told WHERE act_id = $1 ORDER BY person_id", id);
}

bool is_told(db::Tx& tx, const ActId& id, std::string_view person_id)
{
    return tx
        .one<std::string>(
            "SELECT person_id FROM behalf_told WHERE act_id = $1 AND person_id = $2", id, person_id)
        .has_value();
}

base::Result<void> update_act(db::Tx& tx, const BehalfAct& act, std::int64_t version_before)
{
    const auto changed = tx.execute("UPDATE behalf_act SET state = $3, version = $4, "
                                    "updated_at_ms = $5 WHERE id = $1 AND version = $2",
        act.id, version_before, act.state, act.version, act.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "behalf.stale");
    }
    return {};
}

void insert_step(db::Tx& tx, const ActId& id, const KeptBehalfStep& step)
{
    tx.execute("INSERT INTO behalf_step (act_id, version, at_ms, by_id, by_name, action, "
               "from_state, to_state, words) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.words);
}

void insert_acts(db::Tx& tx, const std::vector<NewAct>& acts)
{
    db::NewRows rows("behalf_act",
        {"id", "by_id", "by_name", "person_id", "body", "organisation_id", "for_name", "deed",
            "object_kind", "object_id", "object_version", "about", "fields", "scan_id", "paper_day",
            "state", "version", "acted_at_ms", "updated_at_ms"});
    db::NewRows told("behalf_told", {"act_id", "person_id"});
    db::NewRows steps("behalf_step",
        {"act_id", "version", "at_ms", "by_id", "by_name", "action", "from_state", "to_state",
            "words"});
    for (const auto& [act, person, step] : acts) {
        rows.add(act.id, act.by_id, act.by_name, act.person_id, act.body, act.organisation_id,
            act.for_name, act.deed, act.object_kind, act.object_id, act.object_version, act.about,
            act.fields, act.scan_id, act.paper_day, act.state, act.version, act.acted_at,
            act.updated_at);
        told.add(act.id, person);
        steps.add(act.id, step.version, step.at_ms, step.by_id, step.by_name, step.action,
            step.from_state, step.to_state, step.words);
    }
    rows.insert(tx);
    told.insert(tx);
    steps.insert(tx);
}

std::vector<KeptBehalfStep> steps_of(db::Tx& tx, const ActId& id)
{
    return tx.all<KeptBehalfStep>("SELECT version, at_ms, by_id, by_name, action, from_state, "
                                  "to_state, words FROM behalf_step WHERE act_id = $1 "
                                  "ORDER BY version",
        id);
}

std::vector<BehalfAct> search_acts(db::Tx& tx, const BehalfSearch& search)
{
    const auto sql = std::string(acts).append(narrowed).append(sorting(search.order)) + "LIMIT $7";
    std::optional<std::int64_t> after;
    std::string after_id;
    if (search.after) {
        std::tie(after, after_id) = *search.after;
    }
    return tx.all<BehalfAct>(sql, search.told, search.state, search.deed,
        plan::like_pattern(search.words), after, after_id, search.limit);
}

std::int64_t sort_value(const BehalfAct& act, BehalfOrder order)
{
    return order == BehalfOrder::touched ? act.updated_at.ms : act.acted_at.ms;
}

std::int64_t unopened(db::Tx& tx, std::string_view person_id)
{
    const auto sql =
        "SELECT COUNT(*) FROM behalf_told t WHERE t.person_id = $1 AND NOT " + opened_by_him;
    return tx
        .one<std::int64_t>(sql, person_id, BehalfAction::see, BehalfAction::object,
            BehalfAction::record, BehalfAction::answer)
        .value_or(0);
}

bool has_opened(db::Tx& tx, const ActId& id, std::string_view person_id)
{
    const auto sql =
        "SELECT COUNT(*) FROM behalf_told t WHERE t.person_id = $1 AND t.act_id = $6 AND "
        + opened_by_him;
    return tx.one<std::int64_t>(sql, person_id, BehalfAction::see, BehalfAction::object,
                 BehalfAction::record, BehalfAction::answer, id)
               .value_or(0)
        > 0;
}

std::vector<BehalfAct> acts_on(db::Tx& tx, std::string_view object_kind, std::string_view id)
{
    return tx.all<BehalfAct>(
        std::string(acts) + "WHERE object_kind = $1 AND object_id = $2 ORDER BY object_version, id",
        object_kind, id);
}

} // namespace xieshang::behalf
