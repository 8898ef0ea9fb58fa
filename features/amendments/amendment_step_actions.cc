// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_step_actions.h"

#include "features/amendments/amendment_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::amendments {
namespace {

struct StepTold { // what the record keeps of a step
    Amendment amendment;
    AmendmentState from{};
    AmendmentState to{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StepTold, (), (amendment, from, to, reason))

} // namespace

void keep_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Amendment& amendment, const AmendmentStep& step, const std::string& reason)
{
    insert_step(tx, amendment.id,
        {amendment.version, amendment.updated_at, actor.id, actor.name, step.action, step.from,
            step.to, reason});
    record::append(tx, actor, amendment.updated_at, services.random,
        {"amendment." + std::string(boost::describe::enum_to_string(step.action, "")), "amendment",
            amendment.id.text, amendment.version,
            json::write(StepTold{amendment, step.from, step.to, reason})});
}

} // namespace xieshang::amendments
