// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_store.h"

#include "platform/json/json.h"

#include <stdexcept>

namespace xieshang::amendments {
namespace {

struct Changes { // as the columns keep them
    std::vector<TopicChange> all;
};
BOOST_DESCRIBE_STRUCT(Changes, (), (all))
struct AllApplied {
    std::vector<Applied> all;
};
BOOST_DESCRIBE_STRUCT(AllApplied, (), (all))

struct AmendmentRow {
    AmendmentId id;
    plan::PlanId plan_id;
    std::string reason;
    std::string changes;
    std::string decision;
    std::string applied;
    AmendmentState state{};
    std::int64_t version{};
    base::Instant created_at_ms;
    std::string created_by;
    std::string created_by_name;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(AmendmentRow, (),
    (id, plan_id, reason, changes, decision, applied, state, version, created_at_ms, created_by,
        created_by_name, updated_at_ms))

constexpr std::string_view columns =
    "SELECT id, plan_id, reason, changes, decision, applied, state, version, created_at_ms, "
    "created_by, created_by_name, updated_at_ms FROM amendment ";

template <class T>
T read(const std::string& text)
{
    auto kept = json::read_own<T>(text);
    if (!kept) {
        throw std::runtime_error("an amendment's row is not readable");
    }
    return std::move(*kept);
}

Amendment amendment_of(AmendmentRow&& row)
{
    Amendment amendment{std::move(row.id), std::move(row.plan_id), std::move(row.reason),
        read<Changes>(row.changes).all, {}, {}, row.state, row.version, row.created_at_ms,
        std::move(row.created_by), std::move(row.created_by_name), row.updated_at_ms};
    if (!row.decision.empty()) {
        amendment.decision = read<Decision>(row.decision);
        amendment.applied = read<AllApplied>(row.applied).all;
    }
    return amendment;
}

std::vector<Amendment> amendments_in(std::vector<AmendmentRow>&& rows)
{
    std::vector<Amendment> all;
    for (auto& row : rows) {
        all.push_back(amendment_of(std::move(row)));
    }
    return all;
}

std::string decision_text(const Amendment& amendment)
{
    return amendment.decision ? json::write(*amendment.decision) : std::string();
}

std::string applied_text(const Amendment& amendment)
{
    return amendment.decision ? json::write(AllApplied{amendment.applied}) : std::string();
}

} // namespace

base::Result<Amendment> find_amendment(db::Tx& tx, const AmendmentId& id)
{
    auto row = tx.one<AmendmentRow>(std::string(columns) + "WHERE id = $1", id);
    if (!row) {
        return base::trouble(base::Trouble::not_found, "amendment.not_found");
    }
    return amendment_of(std::move(*row));
}

std::vector<Amendment> amendments_of(db::Tx& tx, const plan::PlanId& id)
{
    return amendments_in(
        tx.all<AmendmentRow>(std::string(columns) + "WHERE plan_id = $1 ORDER BY id", id));
}

std::vector<Amendment> waiting_amendments(db::Tx& tx)
{
    return amendments_in(tx.all<AmendmentRow>(
        std::string(columns) + "WHERE state = $1 ORDER BY id", AmendmentState::waiting));
}

std::vector<std::string> amendment_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM amendment ORDER BY id");
}

std::vector<PastStep> steps_of(db::Tx& tx, const AmendmentId& id)
{
    return tx.all<PastStep>("SELECT version, at_ms, by_id, by_name, action, from_state, to_state, "
                            "reason FROM amendment_step WHERE amendment_id = $1 ORDER BY version",
        id);
}

void insert_amendment(db::Tx& tx, const Amendment& amendment)
{
    tx.execute("INSERT INTO amendment (id, plan_id, reason, changes, decision, applied, state, "
               "version, created_at_ms, created_by, created_by_name, updated_at_ms) VALUES ($1, "
               "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        amendment.id, amendment.plan_id, amendment.reason, json::write(Changes{amendment.changes}),
        decision_text(amendment), applied_text(amendment), amendment.state, amendment.version,
        amendment.created_at, amendment.created_by, amendment.created_by_name,
        amendment.updated_at);
}

base::Result<void> update_amendment(
    db::Tx& tx, const Amendment& amendment, std::int64_t version_before)
{
    const auto changed = tx.execute(
        "UPDATE amendment SET reason = $3, changes = $4, decision = $5, applied = $6, state = $7, "
        "version = $8, updated_at_ms = $9 WHERE id = $1 AND version = $2",
        amendment.id, version_before, amendment.reason, json::write(Changes{amendment.changes}),
        decision_text(amendment), applied_text(amendment), amendment.state, amendment.version,
        amendment.updated_at);
    if (changed == 0) {
        return base::trouble(base::Trouble::stale, "amendment.stale");
    }
    return {};
}

void insert_step(db::Tx& tx, const AmendmentId& id, const PastStep& step)
{
    tx.execute("INSERT INTO amendment_step (amendment_id, version, at_ms, by_id, by_name, action, "
               "from_state, to_state, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason);
}

} // namespace xieshang::amendments
