// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a house in which a call is open for thirty days, asks members and departments, two
// suggestions of each; two members, a department's handler, a clerk of the office.
#pragma once

#include "features/calls/calls_policies.h"
#include "features/calls/merge_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/people/people_desk_test.h"

namespace xieshang::calls {

inline constexpr std::int64_t day_ms = 24LL * 3'600'000;

class CallsWorld : public people::PeopleDesk {
protected:
    void SetUp() override
    {
        PeopleDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        clerk = people::actor(members::Role::office, "clerk");
        wang = people::actor(members::Role::member, "wang");
        wang.name = "王芳";
        li = people::actor(members::Role::member, "li");
        li.name = "李强";
        bureau = people::actor(members::Role::department_handler, "bureau");
        bureau.bodies = {body(people::OrganisationKind::department, "d-1").id.text};
        call_ = make_call(services(), clerk, call_words()).value();
        call_ =
            take_call_step(services(), clerk, call_.id, 1, {TopicCallAction::open, {}, {}}).value();
    }

    CallWords call_words(
        std::vector<Constituency> asked = {Constituency::members, Constituency::departments})
    {
        return {2022, "征集", "小切口", std::move(asked), day_after(0), day_after(30), 2, 500};
    }
    std::string day_after(int days) { return people::day_of({clock.now().ms + days * day_ms}); }
    static NewSuggestion words(const std::string& title)
    {
        NewSuggestion one;
        one.title = title;
        one.problem = title + "的问题";
        one.reason = "群众关心";
        return one;
    }
    base::Result<Suggestion> step(const base::Actor& by, const SuggestionId& id, TopicAction action,
        const std::string& reason = {}, const std::string& passed_to = {})
    {
        const auto version = db().read([&](db::Tx& tx) {
            const auto found = find_suggestion(tx, id);
            return found ? found->version : 1;
        });
        return take_suggestion_step(
            services(), {by, policies::take_step}, id, version, {action, reason, passed_to});
    }
    base::Result<Suggestion> edit(const base::Actor& by, const SuggestionId& id,
        std::int64_t version, const SuggestionWords& words)
    {
        return edit_suggestion(services(), {by, policies::edit_suggestion}, id, version, words);
    }
    base::Result<SuggestionMerge> consent(
        const base::Actor& by, const MergeId& id, bool agrees, std::optional<MergeSide> side = {})
    {
        return answer_merge(
            services(), {by, policies::answer_merge}, id, {agrees, "电话征询", side});
    }
    template <class Given>
    static std::string code(const base::Result<Given>& result)
    {
        return result ? "" : result.error().code;
    }

    base::Actor clerk;
    base::Actor wang;
    base::Actor li;
    base::Actor bureau;
    TopicCall call_;
};

} // namespace xieshang::calls
