// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/people/period.h"
#include "features/plan/review_store.h"
#include "features/settings/setting_actions.h"
#include "features/topics/topic_store.h"

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

bool holds(const base::Actor& actor, Role role) { return (actor.roles & members::bit(role)) != 0; }

PlanAction consent_of(PlanState stage)
{
    return stage == PlanState::party_committee_review ? PlanAction::approve : PlanAction::pass;
}

std::vector<Reviewer> reviewers_in(const std::vector<settings::SettingItem>& items)
{
    std::vector<Reviewer> reviewers;
    for (const auto& item : items) {
        Reviewer reviewer{.position = item.turn.value_or(1), .how_many = item.count.value_or(1)};
        if (boost::describe::enum_from_string(item.id.c_str(), reviewer.role)) {
            reviewers.push_back(reviewer);
        }
    }
    return reviewers;
}

// As the assembly has set it; the defaults are usual_reviews().
ReviewChain chain_of(const settings::Settings& settings)
{
    using settings::SettingKey;
    return {reviewers_in(settings.items(SettingKey::three_offices_reviewers)),
        reviewers_in(settings.items(SettingKey::chairpersons_reviewers)),
        reviewers_in(settings.items(SettingKey::party_committee_reviewers))};
}

// What the rules look at, of one plan.
class Desk {
public:
    Desk(services::Services& services, db::Tx& tx, const Plan& plan, const base::Actor& actor)
        : services_(services),
          tx_(tx),
          plan_(plan),
          actor_(actor),
          chain_(chain_of(settings::settings_of(tx))),
          number_(round_of(tx, plan.id)),
          round_(reviews_of_round(tx, plan.id, number_))
    {
    }

    PlanFacts facts() const
    {
        const auto topics = topics::topics_of_plan(tx_, plan_.id.text);
        return {.has_topics = !topics.empty(),
            .chairpersons_agreed = has_agreed(round_, Role::chairperson),
            .has_open_topics = std::any_of(topics.begin(), topics.end(),
                [](const auto& topic) { return !topics::is_over(topic.state); })};
    }
    // Each by its title and where it stands, for who would close the year.
    std::vector<base::FieldTrouble> open_topics() const
    {
        std::vector<base::FieldTrouble> open;
        for (const auto& topic : topics::topics_of_plan(tx_, plan_.id.text)) {
            if (!topics::is_over(topic.state)) {
                const auto* state = boost::describe::enum_to_string(topic.state, "");
                open.push_back({"/topics/" + topic.id.text, std::string("plan.topic_open.") + state,
                    {{"title", topic.words.title}}});
            }
        }
        return open;
    }
    PlanFacts facts_of(Role role) const
    {
        auto facts = this->facts();
        facts.is_due = has(due(), role);
        facts.completes = completes(chain_, plan_.state, round_, role, actor_.id);
        return facts;
    }
    Roles due() const { return due_reviewers(chain_, plan_.state, round_); }
    // Of the stage; an approved plan goes back by the party committee.
    Roles reviewers() const
    {
        Roles roles;
        const auto stage =
            plan_.state == PlanState::approved ? PlanState::party_committee_review : plan_.state;
        for (const auto& reviewer : chain_.of(stage)) {
            roles.push_back(reviewer.role);
        }
        return roles;
    }
    std::int64_t round() const { return number_; }
    PlanAction agreeing(Role role) const
    {
        return completes(chain_, plan_.state, round_, role, actor_.id) ? consent_of(plan_.state)
                                                                       : PlanAction::concur;
    }

    // For whom the office may record it.
    PlanOffer offer(PlanAction action, Role role) const
    {
        PlanOffer shown{action, "workflow.wrong_role", {}, role};
        if (holds(actor_, role)) {
            shown.refusal.clear();
        } else if (members::is_office(actor_.roles)) {
            const bool acts_itself = behalf::acts_itself(services_, tx_, role);
            shown.refusal = acts_itself ? "behalf.body_acts_itself" : "";
            shown.behalf = acts_itself ? std::nullopt : std::optional(role);
        }
        return shown;
    }

private:
    services::Services& services_;
    db::Tx& tx_;
    const Plan& plan_;
    const base::Actor& actor_;
    ReviewChain chain_;
    std::int64_t number_;
    std::vector<Review> round_;
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

base::Result<ChosenStep> review_step(services::Services& services, const Desk& desk,
    const Plan& plan, const base::Actor& actor, const StepRequest& asked)
{
    const bool back = asked.action == PlanAction::send_back;
    const auto due = desk.due();
    auto candidates = back || due.empty() ? desk.reviewers() : due;
    if (!back && std::none_of(due.begin(), due.end(), [&](Role r) { return holds(actor, r); })) {
        for (const auto role : desk.reviewers()) { // who agreed already hears that, not of a role
            if (holds(actor, role) && !members::is_office(actor.roles)) {
                candidates = {role};
            }
        }
    }
    const auto role = TRY(reviewer_of(candidates, actor, asked.reviewer));
    const bool own = holds(actor, role);
    auto facts = desk.facts_of(role);
    facts.has_reason = !asked.reason.empty();
    const bool agrees =
        asked.action == PlanAction::concur || asked.action == consent_of(plan.state);
    const auto action = agrees ? desk.agreeing(role) : asked.action;
    const auto by = own || members::is_office(actor.roles) ? members::bit(role) : actor.roles;
    ChosenStep chosen{TRY(take(plan, action, by, facts)), {}, {}};
    if (own && asked.behalf) {
        return tl::unexpected(refusal_at("/behalf", "behalf.not_needed"));
    }
    if (!own) {
        chosen.behalf = role;
    }
    Review review{.round = desk.round(),
        .stage = plan.state,
        .role = role,
        .verdict = back ? Verdict::returned : Verdict::agreed,
        .opinion = asked.reason,
        .by_id = actor.id,
        .by_name = actor.name};
    review.words = TRY(sound_review(asked.review.value_or(ReviewWords{}), plan.state,
        review.verdict, people::day_of(services.clock.now())));
    chosen.review = std::move(review);
    return chosen;
}

} // namespace

std::vector<PlanOffer> plan_offers(
    services::Services& services, db::Tx& tx, const Plan& plan, const base::Actor& actor)
{
    const Desk desk(services, tx, plan, actor);
    std::vector<PlanOffer> open;
    for (auto& offer : offers(plan, actor.roles, desk.facts())) {
        if (!is_review(plan.state, offer.action)) {
            open.push_back({offer.action, std::move(offer.refusal), {}, {}});
        }
    }
    for (const auto role : desk.due()) {
        open.push_back(desk.offer(desk.agreeing(role), role));
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
    const Desk desk(services, tx, plan, actor);
    if (is_review(plan.state, asked.action)) {
        return review_step(services, desk, plan, actor, asked);
    }
    auto facts = desk.facts();
    facts.has_reason = !asked.reason.empty();
    auto step = take(plan, asked.action, actor.roles, facts);
    if (!step && step.error().code == "plan.open_topics") {
        step.error().fields = desk.open_topics();
    }
    ChosenStep chosen{TRY(std::move(step)), {}, {}};
    if (asked.behalf) {
        return tl::unexpected(refusal_at("/behalf", "behalf.not_needed"));
    }
    if (asked.review) {
        return tl::unexpected(refusal_at("/review", "plan.no_review"));
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
