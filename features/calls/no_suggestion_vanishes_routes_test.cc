// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_actions.h"
#include "features/calls/calls_audit_actions.h"
#include "features/calls/calls_world_test.h"
#include "features/plan/plan_actions.h"
#include "features/topics/topic_actions.h"
#include "features/topics/topic_step_actions.h"
#include "features/topics/topic_store.h"

#include <algorithm>
#include <rapidcheck.h>

namespace xieshang::calls {
namespace {

using amendments::ChangeKind;

// A hand that knows nothing of the rules: any verb on any suggestion by anybody, and any amendment
// of a plan of which one became a topic.
class AnyVerbs : public CallsWorld {
protected:
    struct Accepted {
        SuggestionId id;
        std::vector<SuggestionWords> said;
    };
    struct Planned {
        plan::PlanId plan;
        topics::TopicId topic;
    };
    void act()
    {
        clock.advance(1);
        const auto& by = **rc::gen::element(&wang, &li, &bureau, &clerk);
        switch (*rc::gen::inRange(0, 12)) {
        case 0:
            return hand_in(by);
        case 1:
            return rewrite(by);
        case 2:
            return ask();
        case 3:
            return answer(by);
        case 4:
            return become_topic();
        case 5:
        case 6:
            return amend();
        default:
            return take_any_step(by);
        }
    }
    void hand_in(const base::Actor& by)
    {
        const auto text = *rc::gen::element<std::string>("电梯", "停车", "菜场", "绿道");
        const auto taken = suggest(services(), by, call_.id, words(text));
        if (taken && taken->is_new) {
            accepted.push_back({taken->suggestion.id, {words(text)}});
        }
    }
    std::size_t any() { return *rc::gen::inRange<std::size_t>(0, accepted.size()); }
    std::int64_t version_of(const SuggestionId& id)
    {
        return db().read([&](db::Tx& tx) { return find_suggestion(tx, id)->version; });
    }
    void rewrite(const base::Actor& by)
    {
        if (accepted.empty()) {
            return;
        }
        auto& one = accepted[any()];
        const auto text = words("改" + std::to_string(*rc::gen::inRange(0, 9)));
        if (edit(by, one.id, version_of(one.id), text)) {
            one.said.push_back(text);
        }
    }
    void ask()
    {
        if (!accepted.empty()) {
            const auto asked =
                ask_merge(services(), clerk, accepted[any()].id, {accepted[any()].id, "内容相近"});
            if (asked) {
                questions.push_back(asked->id);
            }
        }
    }
    void answer(const base::Actor& by)
    {
        if (!questions.empty()) {
            const auto which = *rc::gen::inRange<std::size_t>(0, questions.size());
            static_cast<void>(consent(by, questions[which], *rc::gen::inRange(0, 4) != 0));
        }
    }
    void take_any_step(const base::Actor& by)
    {
        if (!accepted.empty()) {
            const auto action = *rc::gen::element(TopicAction::withdraw, TopicAction::screen,
                TopicAction::merge, TopicAction::reject, TopicAction::reserve, TopicAction::pass_on,
                TopicAction::reopen, TopicAction::shortlist, TopicAction::unlist,
                TopicAction::approve);
            static_cast<void>(
                step(by, accepted[any()].id, action, *rc::gen::element<std::string>("", "理由"),
                    *rc::gen::element<std::string>("", "提案")));
        }
    }
    void become_topic()
    {
        if (accepted.empty()) {
            return;
        }
        const auto& one = accepted[any()];
        static_cast<void>(step(clerk, one.id, TopicAction::screen, "切口小"));
        const auto plan =
            plan::save_draft(services(), clerk, {{.title = "计划", .committee = "政协"}}).value();
        const auto topic = topics::enter_topic(services(), clerk, plan,
            {.title = "议题", .suggestion_id = one.id.text, .reason = "民生急需"});
        if (topic) {
            issue(plan);
            planned.push_back({plan, topic->id});
        }
    }
    // Reviews have their own tests.
    void issue(const plan::PlanId& id)
    {
        ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<void> {
            auto plan = TRY(plan::find_plan(tx, id));
            const auto before = plan.version++;
            plan.state = plan::PlanState::issued;
            CHECK(plan::update_plan(tx, plan, before));
            return topics::follow(services(), tx, clerk, plan, plan::PlanAction::issue, {});
        }));
    }
    void amend()
    {
        if (planned.empty()) {
            return;
        }
        const auto which = *rc::gen::inRange<std::size_t>(0, planned.size());
        const auto kind = *rc::gen::element(
            ChangeKind::drop, ChangeKind::postpone, ChangeKind::resume, ChangeKind::replace);
        amendments::TopicChange change{.kind = kind, .topic_id = planned[which].topic};
        if (kind == ChangeKind::replace) {
            change.topic = amendments::NewTopic{.title = "另一个议题"};
        }
        const auto made =
            amendments::propose(services(), clerk, planned[which].plan, {"形势变化", {change}});
        if (!made) {
            return;
        }
        const auto today = day_after(0);
        ASSERT_TRUE(amendments::take_step(services(), chair, made->id, 1,
            {.action = amendments::AmendmentAction::decide,
                .decision = amendments::Decision{"主席会议", today, today, today}}));
        amended += 1;
        if (kind == ChangeKind::drop || kind == ChangeKind::replace) {
            planned.erase(planned.begin() + static_cast<std::ptrdiff_t>(which));
        }
    }
    // It is taken as long as a topic has it, and no topic has it that was dropped or replaced.
    static bool is_with_its_topic(db::Tx& tx, const Suggestion& kept)
    {
        const auto taken = topics::taken_of(tx, kept.id.text);
        if (!taken) {
            return kept.state != TopicState::shortlisted;
        }
        const auto topic = topics::find_topic(tx, taken->topic_id)->state;
        return kept.state == TopicState::shortlisted && topic != TopicState::cancelled
            && topic != TopicState::replaced;
    }
    // While it is open, both say what they said when it was asked.
    static bool is_as_asked(db::Tx& tx, const MergeId& id)
    {
        const auto question = find_merge(tx, id).value();
        const auto stands = [&](const SuggestionId& suggestion) {
            const auto all = words_of(tx, suggestion);
            const auto later = std::find_if(all.begin(), all.end(),
                [&](const KeptWords& kept) { return kept.at > question.asked_at; });
            return std::all_of(later, all.end(),
                [&](const KeptWords& kept) { return kept.words == std::prev(later)->words; });
        };
        return question.is_over || (stands(question.suggestion_id) && stands(question.target_id));
    }
    // It is there, in one state that its last step explains, with every word that it ever had, and
    // the record says the same; what it was merged into is not gone.
    bool is_there(db::Tx& tx, const Accepted& one)
    {
        const auto kept = find_suggestion(tx, one.id);
        const auto steps = steps_of(tx, one.id);
        if (!kept || steps.empty() || steps.back().to_state != kept->state) {
            return false;
        }
        std::vector<SuggestionWords> said;
        for (auto& words : words_of(tx, one.id)) {
            said.push_back(std::move(words.words));
        }
        const bool is_explained = steps.size() == 1 || kept->state == TopicState::withdrawn
            || !steps.back().reason.empty();
        return is_explained && said == one.said && kept->words == said.back()
            && is_with_its_topic(tx, *kept)
            && (kept->state == TopicState::merged) == kept->merged_into.has_value()
            && (!kept->merged_into
                || find_suggestion(tx, *kept->merged_into)->state != TopicState::withdrawn)
            && audit_suggestion(tx, one.id.text).empty();
    }
    bool are_all_there()
    {
        return db().read([&](db::Tx& tx) {
            return suggestion_ids(tx).size() == accepted.size()
                && std::all_of(accepted.begin(), accepted.end(),
                    [&](const Accepted& one) { return is_there(tx, one); })
                && std::all_of(questions.begin(), questions.end(), [&](const MergeId& question) {
                       return audit_merge(tx, question.text).empty() && is_as_asked(tx, question);
                   });
        });
    }

    std::vector<Accepted> accepted;
    std::vector<MergeId> questions;
    std::vector<Planned> planned;
    int amended = 0;
    base::Actor chair = people::actor(members::Role::chairperson, "chair");
};
ON_EVERY_DATABASE(AnyVerbs);

TEST_P(AnyVerbs, LetNoSuggestionVanish)
{
    EXPECT_TRUE(rc::check([&] {
        for (auto verbs = *rc::gen::inRange(1, 12); verbs > 0; --verbs) {
            act();
        }
        RC_ASSERT(*rc::gen::inRange(0, 10) != 0 || are_all_there());
    }));
    EXPECT_TRUE(are_all_there());
    EXPECT_GT(accepted.size(), 4U);
    EXPECT_GT(questions.size(), 1U);
    EXPECT_GT(amended, 4);
}

} // namespace
} // namespace xieshang::calls
