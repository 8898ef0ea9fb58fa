// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_actions.h"

#include "features/amendments/carrying_out_actions.h"
#include "features/behalf/behalf_actions.h"
#include "features/people/period.h"
#include "features/people/short_text.h"
#include "features/plan/issue_store.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::amendments {
namespace {

using members::Role;

struct StepTold { // what the record keeps of a step
    Amendment amendment;
    AmendmentState from{};
    AmendmentState to{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(StepTold, (), (amendment, from, to, reason))

struct Rewritten {
    AmendmentWords before;
    AmendmentWords after;
};
BOOST_DESCRIBE_STRUCT(Rewritten, (), (before, after))

// The one place that writes a step; the same call tells the record.
void write_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
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

bool decides(const base::Actor& actor)
{
    return (actor.roles & members::bit(Role::chairperson)) != 0;
}

// What the office may record for the chairpersons stands open to it, too, while they have no
// account.
std::vector<AmendmentOffer> offers_of(
    services::Services& services, db::Tx& tx, const Amendment& amendment, const base::Actor& actor)
{
    std::vector<AmendmentOffer> open;
    for (auto& offer : offers(amendment.state, actor.roles)) {
        AmendmentOffer shown{offer.action, std::move(offer.refusal), {}};
        if (offer.action == AmendmentAction::decide && !decides(actor)
            && members::is_office(actor.roles)) {
            const bool acts = behalf::acts_itself(services, tx, Role::chairperson);
            shown.refusal = acts ? "behalf.body_acts_itself" : "";
            shown.behalf = acts ? std::nullopt : std::optional(Role::chairperson);
        }
        open.push_back(std::move(shown));
    }
    return open;
}

base::Result<void> fits(db::Tx& tx, const plan::PlanId& plan, const AmendmentWords& words)
{
    CHECK(amendable(TRY(plan::find_plan(tx, plan))));
    return sound(words.changes, topics::topics_of_plan(tx, plan.text));
}

base::Result<void> same_version(const Amendment& kept, std::int64_t version_seen)
{
    if (kept.version != version_seen) {
        return base::trouble(base::Trouble::stale, "amendment.stale");
    }
    return {};
}

struct Chosen {
    AmendmentStep step;
    bool on_behalf = false;
};

base::Result<Chosen> chosen_step(services::Services& services, db::Tx& tx,
    const Amendment& amendment, const base::Actor& actor, const AmendmentStepRequest& asked)
{
    const AmendmentFacts facts{people::is_said(asked.reason), asked.decision.has_value()};
    const bool on_behalf = asked.action == AmendmentAction::decide && !decides(actor)
        && members::is_office(actor.roles);
    const auto roles = on_behalf ? members::bit(Role::chairperson) : actor.roles;
    const auto step = TRY(take(amendment.state, asked.action, roles, facts));
    if (!on_behalf && asked.behalf) {
        return tl::unexpected(base::Error{base::Trouble::refused, "behalf.not_needed", {},
            {{"/behalf", "behalf.not_needed", {}}}});
    }
    if (asked.action == AmendmentAction::decide) {
        CHECK(sound(*asked.decision,
            {.issued_on = plan::issued_on(tx, amendment.plan_id).value_or(""),
                .today = people::day_of(services.clock.now())}));
    }
    return Chosen{step, on_behalf};
}

} // namespace

base::Result<AmendmentPage> amendment_page(
    services::Services& services, const base::Actor& actor, const AmendmentId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<AmendmentPage> {
        auto amendment = TRY(find_amendment(tx, id));
        auto plan = TRY(plan::find_plan(tx, amendment.plan_id));
        auto all = topics::topics_of_plan(tx, plan.id.text);
        auto open = offers_of(services, tx, amendment, actor);
        const bool can_edit =
            amendment.state == AmendmentState::draft && members::is_office(actor.roles);
        return AmendmentPage{std::move(amendment), std::move(plan), std::move(all), std::move(open),
            steps_of(tx, id), can_edit};
    });
}

base::Result<PlanAmendments> amendments_of_plan(
    services::Services& services, const plan::PlanId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PlanAmendments> {
        auto plan = TRY(plan::find_plan(tx, id));
        return PlanAmendments{std::move(plan), amendments_of(tx, id)};
    });
}

base::Result<Amendment> propose(services::Services& services, const base::Actor& actor,
    const plan::PlanId& plan, const AmendmentWords& words)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Amendment> {
        CHECK(fits(tx, plan, words));
        const auto now = services.clock.now();
        const Amendment amendment{base::new_id<AmendmentId>(services.clock, services.random), plan,
            words.reason, words.changes, {}, {}, AmendmentState::draft, 1, now, actor.id,
            actor.name, now};
        insert_amendment(tx, amendment);
        write_step(services, tx, actor, amendment,
            {AmendmentState::draft, AmendmentState::draft, AmendmentAction::propose}, {});
        return amendment;
    });
}

base::Result<Amendment> rewrite(services::Services& services, const base::Actor& actor,
    const AmendmentId& id, std::int64_t version_seen, const AmendmentWords& words)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Amendment> {
        auto amendment = TRY(find_amendment(tx, id));
        CHECK(same_version(amendment, version_seen));
        if (amendment.state != AmendmentState::draft) {
            return base::trouble(base::Trouble::conflict, "amendment.not_a_draft");
        }
        CHECK(fits(tx, amendment.plan_id, words));
        const Rewritten told{{amendment.reason, amendment.changes}, words};
        amendment.reason = words.reason;
        amendment.changes = words.changes;
        amendment.version += 1;
        amendment.updated_at = services.clock.now();
        CHECK(update_amendment(tx, amendment, version_seen));
        record::append(tx, actor, amendment.updated_at, services.random,
            {"amendment.rewrite", "amendment", id.text, amendment.version, json::write(told)});
        return amendment;
    });
}

base::Result<Amendment> take_step(services::Services& services, const base::Actor& actor,
    const AmendmentId& id, std::int64_t version_seen, const AmendmentStepRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Amendment> {
        auto amendment = TRY(find_amendment(tx, id));
        CHECK(same_version(amendment, version_seen));
        const auto chosen = TRY(chosen_step(services, tx, amendment, actor, asked));
        amendment.state = chosen.step.to;
        amendment.version += 1;
        amendment.updated_at = services.clock.now();
        if (asked.action == AmendmentAction::decide) {
            CHECK(fits(tx, amendment.plan_id, {amendment.reason, amendment.changes}));
            amendment.decision = asked.decision;
            amendment.applied = TRY(carry_out(services, tx, actor, amendment));
        }
        CHECK(update_amendment(tx, amendment, version_seen));
        write_step(services, tx, actor, amendment, chosen.step, asked.reason);
        if (chosen.on_behalf) {
            CHECK(behalf::record_for_body(services, tx, actor, Role::chairperson,
                asked.behalf.value_or(behalf::BehalfPaper{}),
                {.deed = behalf::BehalfDeed::decide_amendment,
                    .object_kind = "amendment",
                    .object_id = id.text,
                    .object_version = amendment.version,
                    .about = TRY(plan::find_plan(tx, amendment.plan_id)).title}));
        }
        return amendment;
    });
}

base::Result<StoodPlan> plan_as_it_stood(
    services::Services& services, const plan::PlanId& id, const std::optional<std::string>& asked)
{
    const auto today = people::day_of(services.clock.now());
    const auto day = asked.value_or(today);
    if (!people::is_day(day) || day > today) {
        const auto* code = people::is_day(day) ? "amendment.day_to_come" : "period.not_a_day";
        return tl::unexpected(base::Error{base::Trouble::refused, code, {}, {{"/day", code, {}}}});
    }
    return services.db.read([&](db::Tx& tx) -> base::Result<StoodPlan> {
        StoodPlan stood{day, TRY(plan::find_plan(tx, id)).state, {}, 0};
        const auto steps = plan::steps_of(tx, id);
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            if (people::day_of(step->at_ms) <= day) {
                break;
            }
            stood.state = step->from_state;
        }
        std::vector<TopicPast> topics;
        for (auto& topic : topics::every_topic_of_plan(tx, id.text)) {
            auto taken = topics::steps_of_topic(tx, topic.id);
            topics.push_back({std::move(topic), std::move(taken)});
        }
        auto decided = amendments_of(tx, id);
        std::erase_if(
            decided, [](const Amendment& one) { return one.state != AmendmentState::decided; });
        std::stable_sort(decided.begin(), decided.end(),
            [](const Amendment& a, const Amendment& b) { return a.updated_at < b.updated_at; });
        stood.topics = as_it_stood(topics, decided, day);
        stood.amendments = std::count_if(decided.begin(), decided.end(),
            [&](const Amendment& one) { return one.decision->effective_on <= day; });
        return stood;
    });
}

} // namespace xieshang::amendments
