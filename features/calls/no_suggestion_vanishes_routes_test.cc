// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_audit_actions.h"
#include "features/calls/calls_world_test.h"

#include <algorithm>
#include <rapidcheck.h>

namespace xieshang::calls {
namespace {

// A hand that knows nothing of the rules: any verb on any suggestion by anybody.
class AnyVerbs : public CallsWorld {
protected:
    struct Accepted {
        SuggestionId id;
        std::vector<SuggestionWords> said;
    };
    void act()
    {
        const auto& by = **rc::gen::element(&wang, &li, &bureau, &clerk);
        switch (*rc::gen::inRange(0, 7)) {
        case 0:
            return hand_in(by);
        case 1:
            return rewrite(by);
        case 2:
            return ask();
        case 3:
            return answer(by);
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
                       return audit_merge(tx, question.text).empty();
                   });
        });
    }

    std::vector<Accepted> accepted;
    std::vector<MergeId> questions;
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
}

} // namespace
} // namespace xieshang::calls
