// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_request.h"

#include <algorithm>
#include <set>

namespace xieshang::draft_opinions {

RequestPhase phase_of(const OpinionRequest& request, std::string_view today)
{
    if (request.state == RequestState::answered) {
        return RequestPhase::answered;
    }
    return request.state == RequestState::sent && today <= request.closes_on ? RequestPhase::running
                                                                             : RequestPhase::over;
}

base::Result<void> takes_opinions(plan::PlanState plan)
{
    const auto refused = [](const char* code) {
        return base::trouble(base::Trouble::conflict, code);
    };
    switch (plan) {
    case plan::PlanState::draft:
        return {};
    case plan::PlanState::collecting:
        return refused("opinion_request.still_collecting");
    case plan::PlanState::discarded:
        return refused("opinion_request.is_discarded");
    case plan::PlanState::issued:
    case plan::PlanState::in_force:
    case plan::PlanState::closed:
        return refused("opinion_request.is_issued");
    case plan::PlanState::three_office_review:
    case plan::PlanState::chairpersons_review:
    case plan::PlanState::party_committee_review:
    case plan::PlanState::approved:
        break;
    }
    return refused("opinion_request.not_a_draft");
}

base::Result<void> may_send(const Sending& sending)
{
    CHECK(takes_opinions(sending.plan_state));
    if (!sending.has_text) {
        return base::refuse("opinion_request.no_text");
    }
    base::Error wrong{base::Trouble::refused, "opinion_request.invalid", {}, {}};
    if (!people::is_day(sending.closes_on)) {
        wrong.fields.push_back({"/closes_on", "period.not_a_day", {{"day", sending.closes_on}}});
    } else if (sending.closes_on < sending.today) {
        wrong.fields.push_back({"/closes_on", "opinion_request.day_is_over", {}});
    }
    const auto& whom = sending.recipients;
    if (whom.empty()) {
        wrong.fields.push_back({"/recipients", "opinion_request.nobody", {}});
    } else if (std::set<std::string>(whom.begin(), whom.end()).size() < whom.size()) {
        wrong.fields.push_back({"/recipients", "opinion_request.twice", {}});
    }
    for (std::size_t at = 0; at < whom.size(); ++at) {
        if (std::find(sending.there.begin(), sending.there.end(), whom[at])
            != sending.there.end()) {
            wrong.fields.push_back(
                {"/recipients/" + std::to_string(at), "opinion_request.there_already", {}});
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

bool answers_for(const base::Actor& actor, const Recipient& recipient)
{
    if (recipient.kind == RecipientKind::person) {
        return !actor.id.empty() && actor.id == recipient.subject_id;
    }
    return std::find(actor.bodies.begin(), actor.bodies.end(), recipient.subject_id)
        != actor.bodies.end();
}

std::vector<Recipient> own_of(const base::Actor& actor, const std::vector<Recipient>& recipients)
{
    std::vector<Recipient> own;
    std::copy_if(recipients.begin(), recipients.end(), std::back_inserter(own),
        [&](const Recipient& one) { return answers_for(actor, one); });
    return own;
}

} // namespace xieshang::draft_opinions
