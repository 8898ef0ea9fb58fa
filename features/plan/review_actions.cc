// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/people/period.h"
#include "features/people/registered_person_store.h"
#include "features/people/short_text.h"
#include "features/plan/review_desk_actions.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using members::Role;
using Roles = std::vector<Role>;

base::Error refusal_at(std::string pointer, std::string code)
{
    return {base::Trouble::refused, code, {}, {{std::move(pointer), code, {}}}};
}

bool has(const Roles& roles, Role role)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// For whom a step of a review is recorded; of one's own step nothing.
struct Signer {
    std::optional<std::string> id{};
    std::optional<std::string> name{};
};

// As whom he takes it: as he says; else by a role of his own; else, the office for the only body.
base::Result<Role> reviewer_of(
    const Roles& candidates, const base::Actor& actor, const std::optional<Role>& asked)
{
    if (asked) {
        return has(candidates, *asked)
            ? base::Result<Role>(*asked)
            : tl::unexpected(refusal_at("/reviewer", "plan.not_a_reviewer"));
    }
    for (const auto role : candidates) {
        if (holds(actor, role)) {
            return role;
        }
    }
    if (candidates.size() == 1) {
        return candidates.front();
    }
    if (!members::is_office(actor.roles)) {
        return base::trouble(base::Trouble::forbidden, "workflow.wrong_role");
    }
    return tl::unexpected(refusal_at("/reviewer", "plan.name_reviewer"));
}

// `counted_as`: the role whose persons are counted; none: the body decides.
base::Result<Signer> signer_of(services::Services& services, db::Tx& tx,
    const std::optional<members::PersonId>& person, const std::optional<Role>& counted_as)
{
    if (!person) {
        return counted_as ? tl::unexpected(refusal_at("/person_id", "plan.name_person"))
                          : base::Result<Signer>(Signer{""});
    }
    auto name = people::name_of_registered(tx, *person);
    if (!name) {
        return tl::unexpected(refusal_at("/person_id", "plan.no_such_person"));
    }
    if (counted_as && behalf::acts_himself(services, tx, *counted_as, *person)) {
        return tl::unexpected(refusal_at("/person_id", "plan.person_acts_himself"));
    }
    return Signer{person->text, std::move(name)};
}

base::Result<ChosenStep> review_step(services::Services& services, db::Tx& tx,
    const ReviewDesk& desk, const Plan& plan, const base::Actor& actor, const StepRequest& asked)
{
    const bool back = asked.action == PlanAction::send_back;
    const auto due = desk.due_still();
    auto candidates = back || due.empty() ? desk.reviewers() : due;
    if (!back && std::none_of(due.begin(), due.end(), [&](Role r) { return holds(actor, r); })) {
        for (const auto role : desk.reviewers()) { // who agreed already hears that, not of a role
            const bool meant =
                asked.reviewer ? role == *asked.reviewer : !members::is_office(actor.roles);
            if (holds(actor, role) && meant) {
                candidates = {role};
            }
        }
    }
    const auto role = TRY(reviewer_of(candidates, actor, asked.reviewer));
    const bool agrees =
        asked.action == PlanAction::concur || asked.action == consent_of(plan.state);
    const bool counted = agrees && desk.counts(role);
    const bool for_another = counted && members::is_office(actor.roles) && asked.person_id
        && asked.person_id->text != actor.id; // of his own role, too
    const bool own = holds(actor, role) && !for_another;
    Signer signer;
    if (own && asked.person_id) {
        return tl::unexpected(refusal_at("/person_id", "plan.person_not_needed"));
    }
    if (!own && members::is_office(actor.roles)) {
        signer = TRY(
            signer_of(services, tx, asked.person_id, counted ? std::optional(role) : std::nullopt));
    }
    const auto& person = signer.id ? *signer.id : actor.id;
    auto facts = desk.facts_of(role, person);
    facts.has_reason = people::is_said(asked.reason);
    const auto action = agrees ? desk.agreeing(role, person) : asked.action;
    const auto by = own || members::is_office(actor.roles) ? members::bit(role) : actor.roles;
    ChosenStep chosen{TRY(take(plan, action, by, facts))};
    if (own && asked.behalf) {
        return tl::unexpected(refusal_at("/behalf", "behalf.not_needed"));
    }
    if (!own) {
        chosen.behalf = role;
        chosen.for_person = counted ? asked.person_id : std::nullopt;
    }
    Review review{.round = desk.round(),
        .stage = plan.state,
        .role = role,
        .verdict = back ? Verdict::returned : Verdict::agreed,
        .opinion = asked.reason,
        .by_id = actor.id,
        .by_name = actor.name,
        .for_id = std::move(signer.id),
        .for_name = std::move(signer.name)};
    review.words = TRY(sound_review(asked.review.value_or(ReviewWords{}), plan.state,
        review.verdict, {people::day_of(services.clock.now()), desk.before()}));
    chosen.review = std::move(review);
    return chosen;
}

} // namespace

std::vector<PlanOffer> plan_offers(
    services::Services& services, db::Tx& tx, const Plan& plan, const base::Actor& actor)
{
    const ReviewDesk desk(services, tx, plan, actor);
    std::vector<PlanOffer> open;
    for (auto& offer : offers(plan, actor.roles, desk.facts())) {
        if (!is_review(plan.state, offer.action)) {
            open.push_back({offer.action, std::move(offer.refusal)});
        }
    }
    for (const auto role : desk.due()) {
        open.push_back(desk.consent(role));
    }
    if (is_review(plan.state, PlanAction::send_back)) {
        for (const auto role : desk.reviewers()) {
            open.push_back(desk.offer(PlanAction::send_back, role));
        }
    }
    return open;
}

base::Result<ChosenStep> choose_step(services::Services& services, db::Tx& tx, const Plan& plan,
    const base::Actor& actor, const StepRequest& asked)
{
    const ReviewDesk desk(services, tx, plan, actor);
    if (is_review(plan.state, asked.action)) {
        return review_step(services, tx, desk, plan, actor, asked);
    }
    auto facts = desk.facts();
    facts.has_reason = people::is_said(asked.reason);
    auto step = take(plan, asked.action, actor.roles, facts);
    if (!step && step.error().code == "plan.open_topics") {
        step.error().fields = desk.open_topics();
    }
    ChosenStep chosen{TRY(std::move(step))};
    if (asked.behalf) {
        return tl::unexpected(refusal_at("/behalf", "behalf.not_needed"));
    }
    if (asked.review) {
        return tl::unexpected(refusal_at("/review", "plan.no_review"));
    }
    if (asked.person_id) {
        return tl::unexpected(refusal_at("/person_id", "plan.person_not_needed"));
    }
    if (asked.action == PlanAction::submit) {
        chosen.chain = next_chain(tx);
    }
    return chosen;
}

behalf::BehalfDeed deed_of(PlanAction action)
{
    switch (action) {
    case PlanAction::pass:
    case PlanAction::concur:
        return behalf::BehalfDeed::pass_plan;
    case PlanAction::approve:
        return behalf::BehalfDeed::approve_plan;
    default:
        return behalf::BehalfDeed::send_back_plan;
    }
}

} // namespace xieshang::plan
