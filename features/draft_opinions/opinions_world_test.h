// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a house in which a draft plan of two paragraphs and one topic was sent for twenty days
// to a department and to the member Wang; a handler of the department and a colleague, a member who
// was not asked, two clerks of the office.
#pragma once

#include "features/draft_opinions/opinion_actions.h"
#include "features/draft_opinions/opinion_policies.h"
#include "features/draft_opinions/opinion_routes.h"
#include "features/people/people_desk_test.h"
#include "features/plan/plan_actions.h"
#include "features/topics/topic_store.h"

namespace xieshang::draft_opinions {

class OpinionsWorld : public people::PeopleDesk {
protected:
    static constexpr std::int64_t day_ms = 24LL * 3'600'000;

    void SetUp() override
    {
        PeopleDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        clerk = people::actor(members::Role::office, "clerk");
        other_clerk = people::actor(members::Role::office, "other-clerk");
        wang = people::actor(members::Role::member, wang_.id.text);
        wang.name = "王芳";
        li = people::actor(members::Role::member, "li");
        bureau = body(people::OrganisationKind::department, "d-1");
        handler = people::actor(members::Role::department_handler, "handler");
        handler.name = "李强";
        handler.bodies = {bureau.id.text};
        colleague = people::actor(members::Role::department_leader, "colleague");
        colleague.bodies = handler.bodies;
        plan_id = plan::save_draft(services(), clerk,
            {.words = {"协商计划", "区政协", 2023, {topic("老旧小区加装电梯")}, {}},
                .sections = {{"一、要求", "围绕中心。\n服务大局。"}}})
                      .value();
        topic_key = "t:" + db().read([&](db::Tx& tx) {
            return topics::topics_of_plan(tx, plan_id.text).at(0).id.text;
        });
        request = send_draft(services(), clerk, plan_id, asked()).value();
    }

    static topics::TopicWords topic(const std::string& title)
    {
        topics::TopicWords words;
        words.number = 1;
        words.kind = plan::TopicKind::thematic;
        words.title = title;
        words.period = "5月";
        words.responsible = {"住建局"};
        return words;
    }
    std::string day_after(int days) { return people::day_of({clock.now().ms + days * day_ms}); }
    NewOpinionRequest asked(int days = 20)
    {
        return {"请提出意见。", day_after(days),
            {{RecipientKind::body, bureau.id.text}, {RecipientKind::person, wang.id}}};
    }
    static OpinionWords change(const std::string& part, const std::string& proposed)
    {
        return {part, OpinionKind::change, "理由充分", proposed};
    }
    base::Result<DraftOpinion> say(const base::Actor& by, const OpinionWords& words)
    {
        NewDraftOpinion one;
        static_cast<OpinionWords&>(one) = words;
        return say_opinion(services(), {by, policies::say_opinion}, request.id, one);
    }
    base::Result<DraftOpinion> rewrite(const base::Actor& by, const DraftOpinionId& id,
        std::int64_t version, const OpinionWords& words)
    {
        return rewrite_opinion(services(), {by, policies::rewrite_opinion}, id, version, words);
    }
    base::Result<DraftOpinion> answer(const DraftOpinionId& id, std::int64_t version,
        OpinionVerdict verdict, const std::string& reason = {}, const std::string& wording = {})
    {
        return answer_opinion(services(), clerk, id, version, {verdict, reason, wording});
    }
    base::Result<OpinionRequest> step(OpinionRequestAction action, const std::string& reason = {},
        std::optional<std::string> day = {})
    {
        const auto now = db().read([&](db::Tx& tx) { return *find_request(tx, request.id); });
        return take_request_step(
            services(), clerk, request.id, now.version, {action, reason, std::move(day)});
    }
    template <class Given>
    static std::string code(const base::Result<Given>& result)
    {
        return result ? "" : result.error().code;
    }

    base::Actor clerk;
    base::Actor other_clerk;
    base::Actor wang;
    base::Actor li;
    base::Actor handler;
    base::Actor colleague;
    people::Organisation bureau;
    plan::PlanId plan_id;
    std::string topic_key;
    OpinionRequest request;
};

} // namespace xieshang::draft_opinions
