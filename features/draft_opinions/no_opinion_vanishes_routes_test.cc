// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_audit_actions.h"
#include "features/draft_opinions/opinions_world_test.h"

#include <algorithm>
#include <rapidcheck.h>

namespace xieshang::draft_opinions {
namespace {

// A hand that knows nothing of the rules: any verb on any opinion by anybody.
class AnyOpinionVerbs : public OpinionsWorld {
protected:
    struct Accepted {
        DraftOpinionId id;
        std::vector<OpinionWords> said;
        std::vector<std::string> answers;
    };
    OpinionWords any_words()
    {
        return {*rc::gen::element<std::string>("", "p:1.1", "p:1.2", topic_key, "p:9.9"),
            *rc::gen::element(
                OpinionKind::agree, OpinionKind::change, OpinionKind::object, OpinionKind::none),
            *rc::gen::element<std::string>("", "意见"), *rc::gen::element<std::string>("", "改")};
    }
    void act()
    {
        const auto& by = **rc::gen::element(&wang, &li, &handler, &colleague, &clerk);
        switch (*rc::gen::inRange(0, 9)) {
        case 0:
        case 1:
        case 2:
            return hand_in(by);
        case 3:
        case 4:
            return say_otherwise(by);
        case 5:
        case 6:
            return reply();
        case 7:
            static_cast<void>(step(OpinionRequestAction::extend, "再等", day_after(30 + turn_++)));
            return;
        default:
            static_cast<void>(
                step(*rc::gen::element(OpinionRequestAction::close, OpinionRequestAction::send),
                    *rc::gen::element<std::string>("", "理由")));
        }
    }
    void hand_in(const base::Actor& by)
    {
        const auto words = any_words();
        if (const auto taken = say(by, words)) {
            accepted.push_back({taken->id, {words}, {}});
        }
    }
    Accepted& any() { return accepted[*rc::gen::inRange<std::size_t>(0, accepted.size())]; }
    std::int64_t version_of(const DraftOpinionId& id)
    {
        return db().read([&](db::Tx& tx) { return find_opinion(tx, id)->version; });
    }
    void say_otherwise(const base::Actor& by)
    {
        if (accepted.empty()) {
            return;
        }
        auto& one = any();
        const auto words = any_words();
        if (rewrite(by, one.id, version_of(one.id), words)) {
            one.said.push_back(words);
        }
    }
    void reply()
    {
        if (accepted.empty()) {
            return;
        }
        auto& one = any();
        const auto reason = *rc::gen::element<std::string>("", "说明");
        const auto verdict = *rc::gen::element(
            OpinionVerdict::adopted, OpinionVerdict::partly, OpinionVerdict::explained);
        if (answer(one.id, version_of(one.id), verdict, reason)) {
            one.answers.push_back(reason);
        }
    }
    // It is there with every word that it ever had and every answer, and the record says the same.
    bool is_there(db::Tx& tx, const Accepted& one)
    {
        const auto kept = find_opinion(tx, one.id);
        std::vector<OpinionWords> said;
        for (auto& words : words_of(tx, one.id)) {
            said.push_back({words.part, words.kind, words.text, words.proposed});
        }
        std::vector<std::string> answers;
        for (auto& answer : answers_to(tx, one.id)) {
            answers.push_back(answer.reason);
        }
        return kept && said == one.said && kept->words == said.back() && answers == one.answers
            && kept->verdict.has_value() == !answers.empty()
            && audit_opinion(tx, one.id.text).empty();
    }
    bool are_all_there()
    {
        return db().read([&](db::Tx& tx) {
            return opinion_ids(tx).size() == accepted.size()
                && std::all_of(accepted.begin(), accepted.end(),
                    [&](const Accepted& one) { return is_there(tx, one); })
                && audit_request(tx, request.id.text).empty();
        });
    }

    std::vector<Accepted> accepted;
    int turn_ = 0;
};
ON_EVERY_DATABASE(AnyOpinionVerbs);

TEST_P(AnyOpinionVerbs, LetNoOpinionVanish)
{
    EXPECT_TRUE(rc::check([&] {
        for (auto verbs = *rc::gen::inRange(1, 12); verbs > 0; --verbs) {
            act();
        }
        RC_ASSERT(*rc::gen::inRange(0, 10) != 0 || are_all_there());
    }));
    EXPECT_TRUE(are_all_there());
    EXPECT_GT(accepted.size(), 3U);
}

} // namespace
} // namespace xieshang::draft_opinions
