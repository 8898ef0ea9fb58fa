// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/request_actions.h"

#include "features/draft_opinions/draft_opinion_store.h"
#include "features/draft_opinions/opinion_event_actions.h"
#include "features/people/organisation_store.h"
#include "features/people/registered_person_store.h"
#include "features/people/short_text.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"

#include <algorithm>

namespace xieshang::draft_opinions {
namespace {

using Action = OpinionRequestAction;

// As it is called today; none: the register does not have it.
std::optional<std::string> name_of(
    db::Tx& tx, const RecipientChoice& choice, const std::string& day)
{
    if (choice.kind == RecipientKind::person) {
        return people::name_of_registered(tx, people::PersonId{choice.id});
    }
    auto body = people::find_organisation(tx, people::OrganisationId{choice.id});
    if (!body || !people::is_within(body->words.valid, day)) {
        return std::nullopt;
    }
    return std::move(body->words.name);
}

base::Result<std::vector<Recipient>> named(services::Services& services, db::Tx& tx,
    const std::vector<RecipientChoice>& chosen, const std::string& day)
{
    base::Error wrong{base::Trouble::refused, "opinion_request.invalid", {}, {}};
    std::vector<Recipient> recipients;
    for (std::size_t at = 0; at < chosen.size(); ++at) {
        if (auto name = name_of(tx, chosen[at], day)) {
            recipients.push_back({base::new_id<RecipientId>(services.clock, services.random),
                chosen[at].kind, chosen[at].id, *std::move(name)});
        } else {
            wrong.fields.push_back(
                {"/recipients/" + std::to_string(at), "opinion_request.no_such_recipient", {}});
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return recipients;
}

std::string called(RecipientKind kind, const std::string& subject)
{
    return boost::describe::enum_to_string(kind, "") + std::string(" ") + subject;
}

Sending sending_of(
    const plan::Plan& plan, const NewOpinionRequest& asked, const std::string& day, bool has_text)
{
    Sending sending{
        .plan_state = plan.state, .closes_on = asked.closes_on, .today = day, .has_text = has_text};
    for (const auto& one : asked.recipients) {
        sending.recipients.push_back(called(one.kind, one.id));
    }
    return sending;
}

// Whom it goes to, too, by the rules by which it was sent.
base::Result<std::vector<Recipient>> more_recipients(services::Services& services, db::Tx& tx,
    const OpinionRequest& request, const RequestStepRequest& asked, const std::string& day)
{
    const auto chosen = asked.recipients.value_or(std::vector<RecipientChoice>());
    const auto plan = TRY(plan::find_plan(tx, plan::PlanId{request.plan_id}));
    auto sending = sending_of(plan, {{}, request.closes_on, chosen}, day, true);
    for (const auto& one : recipients_of(tx, request.id)) {
        sending.there.push_back(called(one.kind, one.subject_id));
    }
    CHECK(may_send(sending));
    return named(services, tx, chosen, day);
}

base::Result<void> has_new_day(const RequestStepRequest& asked)
{
    if (asked.action != Action::extend) {
        return {};
    }
    const bool is_said = asked.closes_on && !asked.closes_on->empty();
    if (is_said && people::is_day(*asked.closes_on)) {
        return {};
    }
    const auto* code = is_said ? "period.not_a_day" : "opinion_request.no_day";
    return tl::unexpected(
        base::Error{base::Trouble::refused, code, {}, {{"/closes_on", code, {}}}});
}

std::string name_among(const std::vector<Recipient>& recipients, const RecipientId& id)
{
    const auto found = std::find_if(
        recipients.begin(), recipients.end(), [&](const Recipient& one) { return one.id == id; });
    return found == recipients.end() ? std::string() : found->name;
}

void name_waiting(db::Tx& tx, const OpinionRequest& request, base::Error& error)
{
    const auto recipients = recipients_of(tx, request.id);
    for (const auto& one : unanswered(opinions_on(tx, request.id))) {
        error.fields.push_back({"/opinions/" + one.id.text, "opinion_request.waits",
            {{"who", name_among(recipients, one.recipient_id)}}});
    }
}

// The refusal names the field that the step lacks, or each opinion that waits.
base::Result<RequestStep> step_of(db::Tx& tx, const OpinionRequest& request,
    const base::Actor& actor, const RequestStepRequest& asked, const RequestFacts& facts)
{
    auto step = take(request.state, asked.action, actor.roles, facts);
    if (step) {
        return step;
    }
    auto error = step.error();
    if (error.code == "opinion_request.no_reason") {
        error.fields = {{"/reason", error.code, {}}};
    } else if (error.code == "opinion_request.not_later") {
        error.fields = {{"/closes_on", error.code, {}}};
    } else if (error.code == "opinion_request.unanswered") {
        name_waiting(tx, request, error);
    }
    return tl::unexpected(std::move(error));
}

} // namespace

std::string today(services::Services& services) { return people::day_of(services.clock.now()); }

RequestFacts facts_about(db::Tx& tx, const OpinionRequest& request, const RequestStepRequest& asked,
    const std::string& day)
{
    const auto& last_day = asked.closes_on ? *asked.closes_on : request.closes_on;
    const auto plan = plan::find_plan(tx, plan::PlanId{request.plan_id});
    return {.has_reason = people::is_said(asked.reason),
        .ends_later = last_day > request.closes_on,
        .is_to_come = last_day >= day,
        .window_is_over = phase_of(request, day) == RequestPhase::over,
        .all_answered = unanswered(opinions_on(tx, request.id)).empty(),
        .is_running = phase_of(request, day) == RequestPhase::running,
        .plan_state = plan ? plan->state : plan::PlanState::discarded};
}

std::optional<std::string_view> view_of(const base::Asker& asker, bool is_own)
{
    return asker.view(is_own ? base::Relation::own : base::Relation::other_body, "");
}

base::Result<SeenRequest> seen_by(db::Tx& tx, const base::Asker& asker, const RequestId& id)
{
    auto request = TRY(find_request(tx, id));
    auto recipients = recipients_of(tx, id);
    auto own = own_of(asker.actor, recipients);
    const auto view = view_of(asker, !own.empty());
    if (!view) {
        asker.hide(id.text);
        return base::trouble(base::Trouble::not_found, "opinion_request.not_found");
    }
    return SeenRequest{std::move(request), std::move(recipients), std::move(own), *view};
}

base::Result<OpinionRequest> send_draft(services::Services& services, const base::Actor& actor,
    const plan::PlanId& id, const NewOpinionRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<OpinionRequest> {
        const auto plan = TRY(plan::find_plan(tx, id));
        const auto text =
            freeze(plan::sections_of(tx, id), topics::topics_of_plan(tx, plan.id.text));
        const auto day = today(services);
        CHECK(may_send(sending_of(plan, asked, day, !text.empty())));
        const auto recipients = TRY(named(services, tx, asked.recipients, day));
        const auto now = services.clock.now();
        const OpinionRequest request{base::new_id<RequestId>(services.clock, services.random),
            plan.id.text, plan.version, plan.title, asked.note, day, asked.closes_on,
            RequestState::sent, 1, now, actor.id, actor.name, now};
        insert_request(tx, request, text, recipients);
        keep_request_step(services, tx, actor, request,
            {RequestState::sent, RequestState::sent, Action::send}, {});
        return request;
    });
}

base::Result<OpinionRequest> take_request_step(services::Services& services,
    const base::Actor& actor, const RequestId& id, std::int64_t version_seen,
    const RequestStepRequest& asked)
{
    if (asked.action == Action::send) {
        return base::trouble(base::Trouble::conflict, "workflow.no_such_step");
    }
    CHECK(has_new_day(asked));
    return services.db.transact([&](db::Tx& tx) -> base::Result<OpinionRequest> {
        auto request = TRY(find_request(tx, id));
        if (request.version != version_seen) {
            return base::trouble(base::Trouble::stale, "opinion_request.stale");
        }
        const auto day = today(services);
        const auto step =
            TRY(step_of(tx, request, actor, asked, facts_about(tx, request, asked, day)));
        if (step.action == Action::extend) {
            request.closes_on = *asked.closes_on;
        } else if (step.action == Action::close) {
            request.closes_on = std::min(request.closes_on, day);
        }
        const auto added = step.action == Action::add
            ? TRY(more_recipients(services, tx, request, asked, day))
            : std::vector<Recipient>();
        request.state = step.to;
        request.version = version_seen + 1;
        request.updated_at = services.clock.now();
        CHECK(update_request(tx, request, version_seen));
        insert_recipients(tx, id, request.version, added);
        keep_request_step(services, tx, actor, request, step, asked.reason);
        return request;
    });
}

} // namespace xieshang::draft_opinions
