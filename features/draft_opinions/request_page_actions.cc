// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/request_page_actions.h"

#include "features/draft_opinions/opinion_actions.h"
#include "features/plan/plan_store.h"
#include "features/topics/topic_store.h"

#include <algorithm>
#include <set>

namespace xieshang::draft_opinions {
namespace {

std::set<std::string> replied_among(const std::vector<DraftOpinion>& opinions)
{
    std::set<std::string> ids;
    for (const auto& one : opinions) {
        ids.insert(one.recipient_id.text);
    }
    return ids;
}

OpinionProgress progress_of(
    const std::vector<Recipient>& recipients, const std::vector<DraftOpinion>& opinions)
{
    return {static_cast<std::int64_t>(recipients.size()),
        static_cast<std::int64_t>(replied_among(opinions).size()),
        static_cast<std::int64_t>(opinions.size()),
        static_cast<std::int64_t>(unanswered(opinions).size())};
}

std::optional<std::string> why_not(const base::Result<void>& may)
{
    return may ? std::nullopt : std::optional(may.error().code);
}

// The text that was sent, beside what the plan says today.
void add_text(db::Tx& tx, OpinionRequestView& view)
{
    const plan::PlanId plan{view.plan_id};
    auto now = freeze(plan::sections_of(tx, plan), topics::topics_of_plan(tx, view.plan_id));
    const auto sent = text_of(tx, view.id);
    const auto places = places_today(sent, now);
    std::vector<bool> stood(now.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        OpinionPartView shown;
        static_cast<FrozenPart&>(shown) = sent[i];
        if (const auto place = places[i]) {
            shown.now = now[*place].text;
            stood[*place] = true;
        }
        view.text.push_back(std::move(shown));
    }
    for (std::size_t j = 0; j < now.size(); ++j) {
        if (!stood[j]) {
            view.added.push_back(std::move(now[j]));
        }
    }
}

void add_history(db::Tx& tx, DraftOpinionView& view)
{
    for (auto& kept : words_of(tx, view.id)) {
        PastOpinion past;
        static_cast<OpinionWords&>(past) = {
            std::move(kept.part), kept.kind, std::move(kept.text), std::move(kept.proposed)};
        past.version = kept.version;
        past.at = kept.at_ms;
        past.by_name = std::move(kept.by_name);
        view.past_words.push_back(std::move(past));
    }
    for (auto& kept : answers_to(tx, view.id)) {
        OpinionAnswerView answer;
        static_cast<AnswerWords&>(answer) = {
            kept.verdict, std::move(kept.reason), std::move(kept.wording)};
        answer.by_name = std::move(kept.by_name);
        answer.at = kept.at_ms;
        view.answers.push_back(std::move(answer));
    }
}

DraftOpinionView view_of_opinion(
    db::Tx& tx, const SeenRequest& seen, const DraftOpinion& opinion, const std::string& day)
{
    DraftOpinionView view;
    static_cast<OpinionWords&>(view) = opinion.words;
    view.id = opinion.id;
    view.recipient_id = opinion.recipient_id;
    view.channel = opinion.channel;
    view.by_name = opinion.by_name;
    view.paper_day = opinion.paper_day;
    view.said_at = opinion.said_at;
    view.updated_at = opinion.updated_at;
    view.waits = !opinion.verdict && needs_answer(opinion.words);
    view.version = opinion.version;
    const auto whose = std::find_if(seen.recipients.begin(), seen.recipients.end(),
        [&](const Recipient& one) { return one.id == opinion.recipient_id; });
    view.recipient = whose == seen.recipients.end() ? std::string() : whose->name;
    view.cannot_rewrite_because = why_not(may_rewrite_by(seen, opinion, seen.view, day));
    view.cannot_answer_because = why_not(may_answer(seen.request, opinion, day));
    add_history(tx, view);
    return view;
}

void add_opinions(db::Tx& tx, const SeenRequest& seen, const std::vector<DraftOpinion>& all,
    const std::string& day, OpinionRequestView& view)
{
    const auto replied = replied_among(all);
    const auto is_mine = [&](const RecipientId& id) {
        return std::any_of(
            seen.own.begin(), seen.own.end(), [&](const Recipient& one) { return one.id == id; });
    };
    for (const auto& one : seen.recipients) {
        if (seen.view == "all" || is_mine(one.id)) {
            view.recipients.push_back({one.id, one.kind, one.subject_id, one.name, is_mine(one.id),
                replied.count(one.id.text) != 0});
        }
    }
    for (const auto& one : all) {
        if (seen.view == "all" || is_mine(one.recipient_id)) {
            view.opinions.push_back(view_of_opinion(tx, seen, one, day));
        }
    }
}

void add_life(db::Tx& tx, const base::Actor& actor, const SeenRequest& seen, const std::string& day,
    OpinionRequestView& view)
{
    for (auto& step : steps_of(tx, view.id)) {
        view.steps.push_back({step.at_ms, std::move(step.by_name), step.action,
            std::move(step.reason), std::move(step.closes_on), step.version});
        if (step.action == OpinionRequestAction::add) {
            for (auto& one : recipients_added(tx, view.id, step.version)) {
                view.steps.back().added.push_back(std::move(one.name));
            }
        }
    }
    const auto facts = facts_about(tx, seen.request, {}, day);
    for (auto& offer : offers(seen.request.state, actor.roles, facts)) {
        view.actions.push_back({offer.action,
            offer.refusal.empty() ? std::nullopt : std::optional(std::move(offer.refusal))});
    }
}

OpinionRequestLine line_of(db::Tx& tx, const base::Actor& actor, const OpinionRequest& request,
    std::string_view view, const std::string& day)
{
    const auto recipients = recipients_of(tx, request.id);
    const auto own = own_of(actor, recipients);
    const auto opinions = opinions_on(tx, request.id);
    const auto replied = replied_among(opinions);
    OpinionRequestLine line{request.id, request.plan_id, request.plan_title, phase_of(request, day),
        request.sent_on, request.closes_on, !own.empty(),
        !own.empty() && std::all_of(own.begin(), own.end(), [&](const Recipient& one) {
            return replied.count(one.id.text) != 0;
        })};
    if (view == "all") {
        line.progress = progress_of(recipients, opinions);
    }
    return line;
}

// Whether it can be sent at all; whom to, and until when, is said with it.
base::Result<void> may_be_sent(
    db::Tx& tx, const base::Actor& actor, const plan::PlanId& id, const std::string& day)
{
    const auto plan = TRY(plan::find_plan(tx, id));
    if (!members::is_office(actor.roles)) {
        return base::trouble(base::Trouble::forbidden, "workflow.wrong_role");
    }
    const bool has_text =
        !plan::sections_of(tx, id).empty() || !topics::topics_of_plan(tx, plan.id.text).empty();
    return may_send({.plan_state = plan.state,
        .closes_on = day,
        .today = day,
        .recipients = {"to be chosen"},
        .has_text = has_text});
}

} // namespace

base::Result<OpinionRequestView> request_page(
    services::Services& services, const base::Asker& asker, const RequestId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<OpinionRequestView> {
        const auto seen = TRY(seen_by(tx, asker, id));
        const auto& request = seen.request;
        const auto day = today(services);
        OpinionRequestView view;
        view.id = request.id;
        view.plan_id = request.plan_id;
        view.plan_title = request.plan_title;
        view.note = request.note;
        view.phase = phase_of(request, day);
        view.state = request.state;
        view.sent_on = request.sent_on;
        view.closes_on = request.closes_on;
        view.sent_by_name = request.sent_by_name;
        view.version = request.version;
        view.updated_at = request.updated_at;
        add_text(tx, view);
        const auto opinions = opinions_on(tx, id);
        add_opinions(tx, seen, opinions, day, view);
        view.cannot_say_because = seen.own.empty()
            ? std::optional<std::string>("draft_opinion.not_asked")
            : why_not(may_say(request, day));
        if (seen.view == "all") {
            view.progress = progress_of(seen.recipients, opinions);
            add_life(tx, asker.actor, seen, day, view);
        }
        return view;
    });
}

base::Result<OpinionRequestList> list_requests(
    services::Services& services, const base::Asker& asker, const std::optional<plan::PlanId>& plan)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<OpinionRequestList> {
        const auto day = today(services);
        OpinionRequestList list;
        if (plan) {
            const auto may = may_be_sent(tx, asker.actor, *plan, day);
            if (!may && may.error().trouble == base::Trouble::not_found) {
                return tl::unexpected(may.error());
            }
            list.cannot_send_because = why_not(may);
        }
        const auto of_plan = plan ? std::optional(plan->text) : std::nullopt;
        for (const auto& request : all_requests(tx, of_plan)) {
            const bool own = !own_of(asker.actor, recipients_of(tx, request.id)).empty();
            if (const auto view = view_of(asker, own)) {
                list.items.push_back(line_of(tx, asker.actor, request, *view, day));
            }
        }
        return list;
    });
}

} // namespace xieshang::draft_opinions
