// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/waiting_actions.h"

#include "features/amendments/amendment_step_actions.h"
#include "features/amendments/carrying_out_actions.h"
#include "features/amendments/waiting.h"
#include "features/people/period.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"
#include "platform/texts/texts.h"

#include <algorithm>

namespace xieshang::amendments {
namespace {

// Nobody's hand: whoever decided stands with the decision.
base::Actor program_itself()
{
    return {"", texts::built_in().text(texts::Language::zh_cn, "amendment.program"),
        members::bit(members::Role::office)};
}

base::Result<void> take_effect(
    services::Services& services, db::Tx& tx, const AmendmentId& id, const std::string& today)
{
    auto amendment = TRY(find_amendment(tx, id));
    const auto step = TRY(take(amendment.state, AmendmentAction::take_effect,
        members::bit(members::Role::office), {.is_due = can_take_effect(tx, amendment, today)}));
    const auto actor = program_itself();
    const auto before = amendment.version++;
    amendment.state = step.to;
    amendment.updated_at = services.clock.now();
    amendment.applied = TRY(carry_out(services, tx, actor, amendment));
    CHECK(update_amendment(tx, amendment, before));
    keep_step(services, tx, actor, amendment, step, {});
    return {};
}

} // namespace

std::int64_t carry_out_due(services::Services& services)
{
    const auto today = people::day_of(services.clock.now());
    auto due = services.db.read([](db::Tx& tx) { return waiting_amendments(tx); });
    std::erase_if(due, [&](const Amendment& one) { return !is_due(one, today); });
    std::stable_sort(due.begin(), due.end(), [](const Amendment& a, const Amendment& b) {
        return a.decision->effective_on < b.decision->effective_on;
    });
    return std::count_if(due.begin(), due.end(), [&](const Amendment& one) {
        const auto done = services.db.transact(
            [&](db::Tx& tx) { return take_effect(services, tx, one.id, today); });
        return done.has_value();
    });
}

bool can_take_effect(db::Tx& tx, const Amendment& amendment, const std::string& today)
{
    if (!is_due(amendment, today)) {
        return false;
    }
    const auto plan = plan::find_plan(tx, amendment.plan_id);
    return plan && amendable(*plan)
        && sound(amendment.changes, topics::topics_of_plan(tx, amendment.plan_id.text));
}

std::vector<Amendment> others_waiting(db::Tx& tx, const plan::PlanId& plan, const AmendmentId& but)
{
    auto others = amendments_of(tx, plan);
    std::erase_if(others, [&](const Amendment& one) {
        return one.state != AmendmentState::waiting || one.id == but;
    });
    return others;
}

} // namespace xieshang::amendments
