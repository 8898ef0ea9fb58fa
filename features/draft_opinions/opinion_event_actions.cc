// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_event_actions.h"

#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::draft_opinions {
namespace {

template <class Object, class Detail>
std::string content_of(const Object& after, const char* name, const Detail& detail)
{
    return R"({"after":)" + json::write(after) + R"(,")" + name + R"(":)" + json::write(detail)
        + "}";
}

std::string step_content(db::Tx& tx, const OpinionRequest& request, const KeptRequestStep& step)
{
    using Action = OpinionRequestAction;
    auto content = R"({"after":)" + json::write(request) + R"(,"step":)" + json::write(step);
    if (step.action == Action::send) {
        content += R"(,"text":)" + json::write(text_of(tx, request.id));
    }
    if (step.action == Action::send || step.action == Action::add) {
        content +=
            R"(,"recipients":)" + json::write(recipients_added(tx, request.id, request.version));
    }
    return content + "}";
}

} // namespace

void keep_request_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const OpinionRequest& request, const RequestStep& step, const std::string& reason)
{
    const KeptRequestStep kept{request.version, request.updated_at, actor.id, actor.name,
        step.action, step.from, step.to, reason, request.closes_on};
    insert_request_step(tx, request.id, kept);
    record::append(tx, actor, request.updated_at, services.random,
        {"opinion_request." + std::string(boost::describe::enum_to_string(step.action, "")),
            "opinion_request", request.id.text, request.version, step_content(tx, request, kept)});
}

void tell_opinion(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const DraftOpinion& opinion, const Recipient& recipient, const char* event)
{
    record::append(tx, actor, opinion.updated_at, services.random,
        {event, "draft_opinion", opinion.id.text, opinion.version,
            content_of(opinion, "recipient", recipient)});
}

void keep_answer(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const DraftOpinion& opinion, const AnswerWords& answer)
{
    const KeptAnswer kept{opinion.version, opinion.updated_at, actor.id, actor.name, answer.verdict,
        answer.reason, answer.wording};
    insert_answer(tx, opinion.id, kept);
    record::append(tx, actor, opinion.updated_at, services.random,
        {"draft_opinion.answer", "draft_opinion", opinion.id.text, opinion.version,
            content_of(opinion, "answer", kept)});
}

} // namespace xieshang::draft_opinions
