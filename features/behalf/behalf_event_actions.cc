// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_event_actions.h"

#include "platform/json/json.h"

namespace xieshang::behalf {

KeptBehalfStep kept_step(const base::Actor& actor, const BehalfAct& act, const BehalfStep& step,
    const std::string& words)
{
    return {
        act.version, act.updated_at, actor.id, actor.name, step.action, step.from, step.to, words};
}

record::Event event_of_step(const BehalfAct& act, const BehalfStep& step, const std::string& words,
    const std::vector<PersonId>& told)
{
    return {"behalf." + std::string(boost::describe::enum_to_string(step.action, "")), "behalf_act",
        act.id.text, act.version,
        R"({"after":)" + json::write(act) + R"(,"told":)" + json::write(told) + R"(,"words":)"
            + json::write(words) + "}"};
}

void keep_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const BehalfAct& act, const BehalfStep& step, const std::string& words,
    const std::vector<PersonId>& told)
{
    insert_step(tx, act.id, kept_step(actor, act, step, words));
    record::append(
        tx, actor, act.updated_at, services.random, event_of_step(act, step, words, told));
}

} // namespace xieshang::behalf
