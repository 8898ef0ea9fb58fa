// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/review_desk_actions.h"

#include "features/behalf/behalf_actions.h"
#include "features/plan/review_store.h"
#include "features/settings/setting_actions.h"
#include "features/topics/topic_store.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

using members::Role;

// Whoever of a body has not agreed yet; no id of a person.
const std::string another = "another";

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

// What the settings said when the round began.
ReviewChain running_chain(db::Tx& tx, const PlanId& id, std::int64_t round)
{
    auto kept = chain_of_round(tx, id, round);
    return kept ? *std::move(kept) : next_chain(tx);
}

} // namespace

bool holds(const base::Actor& actor, Role role) { return (actor.roles & members::bit(role)) != 0; }

PlanAction consent_of(PlanState stage)
{
    return stage == PlanState::party_committee_review ? PlanAction::approve : PlanAction::pass;
}

// The defaults are usual_reviews().
ReviewChain next_chain(db::Tx& tx)
{
    using settings::SettingKey;
    const auto settings = settings::settings_of(tx);
    return passable({reviewers_in(settings.items(SettingKey::three_offices_reviewers)),
        reviewers_in(settings.items(SettingKey::chairpersons_reviewers)),
        reviewers_in(settings.items(SettingKey::party_committee_reviewers))});
}

ReviewDesk::ReviewDesk(
    services::Services& services, db::Tx& tx, const Plan& plan, const base::Actor& actor)
    : services_(services),
      tx_(tx),
      plan_(plan),
      actor_(actor),
      number_(round_of(tx, plan.id)),
      chain_(running_chain(tx, plan.id, number_)),
      round_(reviews_of_round(tx, plan.id, number_))
{
}

PlanFacts ReviewDesk::facts() const
{
    const auto topics = topics::topics_of_plan(tx_, plan_.id.text);
    return {.has_topics = !topics.empty(),
        .has_year = plan_.year.has_value(),
        .chairpersons_agreed = has_agreed(round_, Role::chairperson),
        .has_open_topics = std::any_of(topics.begin(), topics.end(),
            [](const auto& topic) { return !topics::is_over(topic.state); })};
}

PlanFacts ReviewDesk::facts_of(Role role, const std::string& person) const
{
    auto facts = this->facts();
    facts.is_due = is_due(chain_, plan_.state, round_, role, person);
    facts.completes = completes(chain_, plan_.state, round_, role, person);
    return facts;
}

std::vector<base::FieldTrouble> ReviewDesk::open_topics() const
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

ReviewDesk::Roles ReviewDesk::due() const { return due_reviewers(chain_, plan_.state, round_); }

ReviewDesk::Roles ReviewDesk::due_still() const
{
    auto roles = due();
    std::erase_if(roles, [&](Role role) {
        return holds(actor_, role) && !is_due(chain_, plan_.state, round_, role, actor_.id);
    });
    return roles;
}

ReviewDesk::Roles ReviewDesk::reviewers() const
{
    Roles roles;
    const auto stage =
        plan_.state == PlanState::approved ? PlanState::party_committee_review : plan_.state;
    for (const auto& reviewer : chain_.of(stage)) {
        roles.push_back(reviewer.role);
    }
    return roles;
}

std::string ReviewDesk::before() const { return agreed_before(round_, plan_.state); }

bool ReviewDesk::counts(Role role) const { return counts_persons(chain_, plan_.state, role); }

PlanAction ReviewDesk::agreeing(Role role, const std::string& person) const
{
    return completes(chain_, plan_.state, round_, role, person) ? consent_of(plan_.state)
                                                                : PlanAction::concur;
}

PlanOffer ReviewDesk::offer(PlanAction action, Role role) const
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

PlanOffer ReviewDesk::consent(Role role) const
{
    const bool own = holds(actor_, role);
    auto shown = offer(agreeing(role, own ? actor_.id : another), role);
    const bool agreed = own && !is_due(chain_, plan_.state, round_, role, actor_.id);
    if (agreed) {
        shown.refusal = "plan.not_due";
    }
    // Where persons are counted, one without an account is not left out because another has one.
    if (counts(role) && members::is_office(actor_.roles) && (!own || agreed)) {
        shown.action = agreeing(role, another);
        shown.refusal.clear();
        shown.behalf = role;
        shown.names_person = true;
    }
    return shown;
}

} // namespace xieshang::plan
