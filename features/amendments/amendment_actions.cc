// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_actions.h"

#include "features/amendments/amendment_step_actions.h"
#include "features/amendments/carrying_out_actions.h"
#include "features/amendments/waiting.h"
#include "features/amendments/waiting_actions.h"
#include "features/behalf/behalf_actions.h"
#include "features/people/period.h"
#include "features/people/short_text.h"
#include "features/plan/issue_store.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::amendments {
namespace {

using members::Role;

struct Rewritten {
    AmendmentWords before;
    AmendmentWords after;
};
BOOST_DESCRIBE_STRUCT(Rewritten, (), (before, after))

bool decides(const base::Actor& actor)
{
    return (actor.roles & members::bit(Role::chairperson)) != 0;
}

bool decides_on(AmendmentAction action)
{
    return action == AmendmentAction::decide || action == AmendmentAction::decide_ahead;
}

// What the office may record for the chairpersons stands open to it, too, while they have no
// account.
std::vector<AmendmentOffer> offers_of(
    services::Services& services, db::Tx& tx, const Amendment& amendment, const base::Actor& actor)
{
    std::vector<AmendmentOffer> open;
    const bool due = can_take_effect(tx, amendment, people::day_of(services.clock.now()));
    for (auto& offer : offers(amendment.state, actor.roles, due)) {
        AmendmentOffer shown{offer.action, std::move(offer.refusal), {}};
        if (shown.refusal != "amendment.day_has_come" && is_of_chairpersons(offer.action)
            && !decides(actor) && members::is_office(actor.roles)) {
            const bool acts = behalf::acts_itself(services, tx, Role::chairperson);
            shown.refusal = acts ? "behalf.body_acts_itself" : "";
            shown.behalf = acts ? std::nullopt : std::optional(Role::chairperson);
        }
        open.push_back(std::move(shown));
    }
    return open;
}

// `itself`: the amendment whose words they are; none yet: an empty one.
base::Result<void> fits(db::Tx& tx, const plan::PlanId& plan, const AmendmentId& itself,
    const std::vector<TopicChange>& changes)
{
    CHECK(amendable(TRY(plan::find_plan(tx, plan))));
    CHECK(sound(changes, topics::topics_of_plan(tx, plan.text)));
    return leaves_alone(changes, others_waiting(tx, plan, itself));
}

base::Result<void> same_version(const Amendment& kept, std::int64_t version_seen)
{
    if (kept.version != version_seen) {
        return base::trouble(base::Trouble::stale, "amendment.stale");
    }
    return {};
}

// A decision by the day from which it holds.
AmendmentAction as_dated(const AmendmentStepRequest& asked, const std::string& today)
{
    if (!decides_on(asked.action)) {
        return asked.action;
    }
    return asked.decision && is_to_come(*asked.decision, today) ? AmendmentAction::decide_ahead
                                                                : AmendmentAction::decide;
}

struct Chosen {
    AmendmentStep step;
    bool on_behalf = false;
};

base::Result<Chosen> chosen_step(services::Services& services, db::Tx& tx,
    const Amendment& amendment, const base::Actor& actor, const AmendmentStepRequest& asked)
{
    const auto today = people::day_of(services.clock.now());
    const AmendmentFacts facts{people::is_said(asked.reason), asked.decision.has_value(),
        can_take_effect(tx, amendment, today)};
    const bool on_behalf =
        is_of_chairpersons(asked.action) && !decides(actor) && members::is_office(actor.roles);
    const auto roles = on_behalf ? members::bit(Role::chairperson) : actor.roles;
    const auto step = TRY(take(amendment.state, as_dated(asked, today), roles, facts));
    if (!on_behalf && asked.behalf) {
        return tl::unexpected(base::Error{base::Trouble::refused, "behalf.not_needed", {},
            {{"/behalf", "behalf.not_needed", {}}}});
    }
    if (decides_on(step.action)) {
        CHECK(sound(*asked.decision,
            {.issued_on = plan::issued_on(tx, amendment.plan_id).value_or(""), .today = today}));
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
        const auto today = people::day_of(services.clock.now());
        const bool hindered = is_due(amendment, today) && !can_take_effect(tx, amendment, today);
        return AmendmentPage{std::move(amendment), std::move(plan), std::move(all), std::move(open),
            steps_of(tx, id), can_edit, hindered};
    });
}

base::Result<PlanAmendments> amendments_of_plan(
    services::Services& services, const plan::PlanId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PlanAmendments> {
        auto plan = TRY(plan::find_plan(tx, id));
        return PlanAmendments{
            std::move(plan), amendments_of(tx, id), topics::topics_of_plan(tx, id.text)};
    });
}

base::Result<Amendment> propose(services::Services& services, const base::Actor& actor,
    const plan::PlanId& plan, const AmendmentWords& words)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Amendment> {
        CHECK(fits(tx, plan, {}, words.changes));
        const auto now = services.clock.now();
        const Amendment amendment{base::new_id<AmendmentId>(services.clock, services.random), plan,
            words.reason, words.changes, {}, {}, AmendmentState::draft, 1, now, actor.id,
            actor.name, now};
        insert_amendment(tx, amendment);
        keep_step(services, tx, actor, amendment,
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
        CHECK(fits(tx, amendment.plan_id, id, words.changes));
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
    if (asked.action == AmendmentAction::take_effect) { // nobody's step
        return base::trouble(base::Trouble::conflict, "workflow.no_such_step");
    }
    return services.db.transact([&](db::Tx& tx) -> base::Result<Amendment> {
        auto amendment = TRY(find_amendment(tx, id));
        CHECK(same_version(amendment, version_seen));
        const auto chosen = TRY(chosen_step(services, tx, amendment, actor, asked));
        amendment.state = chosen.step.to;
        amendment.version += 1;
        amendment.updated_at = services.clock.now();
        if (decides_on(chosen.step.action)) {
            CHECK(fits(tx, amendment.plan_id, id, amendment.changes));
            amendment.decision = asked.decision;
        }
        if (amendment.state == AmendmentState::decided) {
            amendment.applied = TRY(carry_out(services, tx, actor, amendment));
        }
        CHECK(update_amendment(tx, amendment, version_seen));
        keep_step(services, tx, actor, amendment, chosen.step, asked.reason);
        if (chosen.on_behalf) {
            CHECK(behalf::record_for_body(services, tx, actor, Role::chairperson,
                asked.behalf.value_or(behalf::BehalfPaper{}),
                {.deed = decides_on(chosen.step.action) ? behalf::BehalfDeed::decide_amendment
                                                        : behalf::BehalfDeed::withdraw_amendment,
                    .object_kind = "amendment",
                    .object_id = id.text,
                    .object_version = amendment.version,
                    .about = TRY(plan::find_plan(tx, amendment.plan_id)).title}));
        }
        return amendment;
    });
}

} // namespace xieshang::amendments
