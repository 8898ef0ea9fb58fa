// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_store.h"

#include "platform/folding/folding.h"

namespace xieshang::plan {
namespace {

constexpr std::string_view plan_columns =
    "id, document_id, title, committee, year, draft, state, version, created_at_ms, created_by, "
    "created_by_name, updated_at_ms";

// Plans without a year sort below every year.
constexpr std::int64_t no_year = 0;

std::string_view sorting(PlanOrder order)
{
    switch (order) {
    case PlanOrder::oldest:
        return "AND (CAST($3 AS BIGINT) IS NULL OR (updated_at_ms, id) > ($3, $4)) ORDER BY "
               "updated_at_ms, id ";
    case PlanOrder::year:
        return "AND (CAST($3 AS BIGINT) IS NULL OR (coalesce(year, 0), id) < ($3, $4)) "
               "ORDER BY coalesce(year, 0) DESC, id DESC ";
    case PlanOrder::newest:
        break;
    }
    return "AND (CAST($3 AS BIGINT) IS NULL OR (updated_at_ms, id) < ($3, $4)) ORDER BY "
           "updated_at_ms DESC, id DESC ";
}

constexpr std::int64_t lines_at_once = 500; // of those that are looked through for words

std::vector<PlanLine> lines_after(db::Tx& tx, const PlanSearch& search)
{
    const auto sql =
        std::string("SELECT id, title, committee, year, state, draft, 0 AS topic_count, "
                    "updated_at_ms AS updated_at, version FROM plan "
                    "WHERE (CAST($1 AS BIGINT) IS NULL OR year = $1) AND (CAST($2 AS TEXT) IS NULL "
                    "OR state = $2) ")
        + std::string(sorting(search.order)) + "LIMIT $5";
    std::optional<std::int64_t> after;
    std::string after_id;
    if (search.after) {
        std::tie(after, after_id) = *search.after;
    }
    return tx.all<PlanLine>(sql, search.year, search.state, after, after_id, search.limit);
}

// 崇川区政协 and 崇川區政協, however it is spaced.
std::u32string committee_read(std::string_view name)
{
    auto read = folding::folded(folding::decoded(name));
    std::erase_if(read, folding::is_blank);
    return read;
}

bool stands_in(std::u32string_view folded_words, std::string_view text)
{
    return folding::folded(folding::decoded(text)).find(folded_words) != std::u32string::npos;
}

void insert_sections(db::Tx& tx, const PlanId& id, const std::vector<Section>& sections)
{
    std::int64_t position = 0;
    for (const auto& section : sections) {
        tx.execute(
            "INSERT INTO plan_section (plan_id, position, heading, body) VALUES ($1, $2, $3, $4)",
            id, ++position, section.heading, section.text);
    }
}

} // namespace

base::Result<Plan> find_plan(db::Tx& tx, const PlanId& id)
{
    static const auto sql = "SELECT " + std::string(plan_columns) + " FROM plan WHERE id = $1";
    if (auto plan = tx.one<Plan>(sql, id)) {
        return std::move(*plan);
    }
    return base::trouble(base::Trouble::not_found, "plan.not_found");
}

std::optional<PlanId> newest_plan_of(db::Tx& tx, const DocumentId& id)
{
    return tx.one<PlanId>(
        "SELECT id FROM plan WHERE document_id = $1 ORDER BY created_at_ms DESC, id DESC LIMIT 1",
        id);
}

std::optional<Plan> standing_plan_of(db::Tx& tx, const DocumentId& id)
{
    static const auto sql = "SELECT " + std::string(plan_columns)
        + " FROM plan WHERE state <> $1 AND document_id = $2 ORDER BY created_at_ms, id LIMIT 1";
    return tx.one<Plan>(sql, PlanState::discarded, id);
}

std::optional<Plan> oldest_plan_of_file(db::Tx& tx, std::string_view sha256)
{
    static const auto sql = "SELECT " + std::string(plan_columns)
        + " FROM plan WHERE state <> $1 AND document_id IN (SELECT id FROM plan_document WHERE "
          "sha256 = $2) ORDER BY created_at_ms, id LIMIT 1";
    return tx.one<Plan>(sql, PlanState::discarded, sha256);
}

std::optional<Plan> standing_plan_of_year(db::Tx& tx, std::int64_t year)
{
    static const auto sql = "SELECT " + std::string(plan_columns)
        + " FROM plan WHERE state <> $1 AND year = $2 ORDER BY created_at_ms, id LIMIT 1";
    return tx.one<Plan>(sql, PlanState::discarded, year);
}

std::optional<Plan> issued_plan_beside(db::Tx& tx, const Plan& plan)
{
    static const auto sql = "SELECT " + std::string(plan_columns)
        + " FROM plan WHERE year = $1 AND id <> $2 AND state IN ($3, $4, $5) ORDER BY "
          "created_at_ms, id";
    const auto committee = committee_read(plan.committee);
    for (auto& other : tx.all<Plan>(
             sql, plan.year, plan.id, PlanState::issued, PlanState::in_force, PlanState::closed)) {
        const auto its = committee_read(other.committee);
        if (its == committee || its.empty() || committee.empty()) {
            return std::move(other);
        }
    }
    return std::nullopt;
}

std::vector<Plan> plans_after(db::Tx& tx, const PlanId& id, std::int64_t most)
{
    static const auto sql =
        "SELECT " + std::string(plan_columns) + " FROM plan WHERE id > $1 ORDER BY id LIMIT $2";
    return tx.all<Plan>(sql, id, most);
}

std::int64_t count_plans(db::Tx& tx)
{
    return tx.one<std::int64_t>("SELECT count(*) FROM plan").value();
}

std::vector<std::int64_t> plan_years(db::Tx& tx)
{
    return tx.all<std::int64_t>(
        "SELECT DISTINCT year FROM plan WHERE year IS NOT NULL ORDER BY year DESC");
}

std::vector<std::string> plan_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM plan ORDER BY id");
}

std::vector<Section> sections_of(db::Tx& tx, const PlanId& id)
{
    return tx.all<Section>(
        "SELECT heading, body AS text FROM plan_section WHERE plan_id = $1 ORDER BY position", id);
}

std::vector<PlanStep> steps_of(db::Tx& tx, const PlanId& id)
{
    return tx.all<PlanStep>(
        "SELECT version, at_ms, by_id, by_name, action, from_state, to_state, reason "
        "FROM plan_step WHERE plan_id = $1 ORDER BY version",
        id);
}

void insert_plan(db::Tx& tx, const Plan& plan, const std::vector<Section>& sections)
{
    static const auto sql = "INSERT INTO plan (" + std::string(plan_columns)
        + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    tx.execute(sql, plan.id, plan.document_id, plan.title, plan.committee, plan.year, plan.draft,
        plan.state, plan.version, plan.created_at_ms, plan.created_by, plan.created_by_name,
        plan.updated_at_ms);
    insert_sections(tx, plan.id, sections);
}

void replace_sections(db::Tx& tx, const PlanId& id, const std::vector<Section>& sections)
{
    tx.execute("DELETE FROM plan_section WHERE plan_id = $1", id);
    insert_sections(tx, id, sections);
}

void insert_ignored(db::Tx& tx, const PlanId& id, const std::vector<Ignored>& ignored)
{
    std::int64_t position = 0;
    for (const auto& one : ignored) {
        tx.execute("INSERT INTO plan_ignored (plan_id, position, line, sheet, body, reason, at_ms, "
                   "by_id, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id, ++position, one.line, one.sheet, one.text, one.reason, one.at, one.by_id,
            one.by_name);
    }
}

std::vector<Ignored> ignored_of(db::Tx& tx, const PlanId& id)
{
    return tx.all<Ignored>("SELECT line, sheet, body AS text, reason, at_ms AS at, by_id, by_name "
                           "FROM plan_ignored WHERE plan_id = $1 ORDER BY position",
        id);
}

void insert_own_words(db::Tx& tx, const PlanId& id, const std::vector<OwnWords>& words)
{
    std::int64_t position = 0;
    for (const auto& one : words) {
        tx.execute("INSERT INTO plan_own_words (plan_id, position, topic, field, words, document, "
                   "at_ms, by_id, by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id, ++position, one.topic, one.field, one.words, one.document, one.at, one.by_id,
            one.by_name);
    }
}

std::vector<OwnWords> own_words_of(db::Tx& tx, const PlanId& id)
{
    return tx.all<OwnWords>("SELECT topic, field, words, document, at_ms AS at, by_id, by_name "
                            "FROM plan_own_words WHERE plan_id = $1 ORDER BY position",
        id);
}

base::Result<void> update_plan(db::Tx& tx, const Plan& plan, std::int64_t version_before)
{
    const auto changed = tx.execute(
        "UPDATE plan SET title = $3, committee = $4, year = $5, state = $6, version = $7, "
        "updated_at_ms = $8 WHERE id = $1 AND version = $2",
        plan.id, version_before, plan.title, plan.committee, plan.year, plan.state, plan.version,
        plan.updated_at_ms);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "plan.stale");
    }
    return {};
}

void insert_step(db::Tx& tx, const PlanId& id, const PlanStep& step)
{
    tx.execute(
        "INSERT INTO plan_step (plan_id, version, at_ms, by_id, by_name, action, from_state, "
        "to_state, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason);
}

std::vector<PlanLine> search_plans(db::Tx& tx, const PlanSearch& search)
{
    const auto words = folding::folded(folding::decoded(search.words));
    if (words.empty()) {
        return lines_after(tx, search);
    }
    auto batch = search;
    batch.limit = lines_at_once;
    std::vector<PlanLine> found;
    for (;;) {
        auto lines = lines_after(tx, batch);
        for (auto& line : lines) {
            if (stands_in(words, line.title) || stands_in(words, line.committee)) {
                found.push_back(std::move(line));
                if (std::ssize(found) == search.limit) {
                    return found;
                }
            }
        }
        if (std::ssize(lines) < batch.limit) {
            return found;
        }
        batch.after = {sort_value(lines.back(), search.order), lines.back().id.text};
    }
}

std::int64_t sort_value(const PlanLine& line, PlanOrder order)
{
    return order == PlanOrder::year ? line.year.value_or(no_year) : line.updated_at.ms;
}

} // namespace xieshang::plan
