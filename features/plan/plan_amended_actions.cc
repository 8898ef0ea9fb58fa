// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_amended_actions.h"

#include "features/plan/plan_entry_actions.h"
#include "features/plan/plan_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::plan {
namespace {

struct Amended {
    std::string amendment_id;
};
BOOST_DESCRIBE_STRUCT(Amended, (), (amendment_id))

} // namespace

base::Result<void> amended(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const PlanId& id, const std::string& amendment_id)
{
    auto plan = TRY(find_plan(tx, id));
    const auto before = plan.version++;
    plan.updated_at_ms = services.clock.now();
    CHECK(update_plan(tx, plan, before));
    put_entries(services, tx, plan);
    record::append(tx, actor, plan.updated_at_ms, services.random,
        {"plan.amend", "plan", id.text, plan.version, json::write(Amended{amendment_id})});
    return {};
}

} // namespace xieshang::plan
