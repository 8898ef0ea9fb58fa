// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_audit_actions.h"
#include "features/calls/paper_actions.h"
#include "features/shortlists/shortlists_audit_actions.h"
#include "features/shortlists/shortlists_world_test.h"

#include <algorithm>
#include <rapidcheck.h>

namespace xieshang::shortlists {
namespace {

using topics::TopicAction;

// A hand that knows nothing of the rules: any verb on any suggestion and any round, in any order.
class AnySelection : public ShortlistsWorld {
protected:
    const SuggestionId& any() { return ids[*rc::gen::inRange<std::size_t>(0, ids.size())]; }
    void act()
    {
        switch (*rc::gen::inRange(0, 9)) {
        case 0:
            if (const auto made = make_round(services(), clerk, round_words())) {
                rounds.push_back(made->id);
            }
            return;
        case 1:
            return take(*rc::gen::element(TopicAction::reject, TopicAction::reserve,
                TopicAction::reopen, TopicAction::withdraw));
        case 2:
            ids.push_back(from_paper("又一条" + std::to_string(ids.size())));
            return;
        default:
            return rounds.empty() ? void() : act_on(rounds.back());
        }
    }
    SuggestionId from_paper(const std::string& title)
    {
        clock.advance(1000);
        calls::PaperSuggestion paper;
        static_cast<calls::SuggestionWords&>(paper) = words(title);
        paper.kind = *rc::gen::element(TopicKind::thematic, TopicKind::supervision);
        paper.constituency = calls::Constituency::members;
        paper.for_name = title;
        paper.paper_day = day_after(0);
        const auto id =
            calls::enter_paper(services(), clerk, call_.id, paper).value().suggestion.id;
        static_cast<void>(step(
            clerk, id, *rc::gen::element(TopicAction::screen, TopicAction::reserve), "切口小"));
        return id;
    }
    void take(TopicAction action) { static_cast<void>(step(clerk, any(), action, "理由")); }
    void act_on(const RoundId& id)
    {
        const auto why = *rc::gen::element<std::string>("", "理由");
        const auto version = at(id).version;
        switch (*rc::gen::inRange(0, 7)) {
        case 0:
            static_cast<void>(mark(services(), **rc::gen::element(&wang, &li, &bureau), id,
                {any(), *rc::gen::arbitrary<bool>()}));
            return;
        case 1:
            static_cast<void>(stepped(id, SelectionRoundAction::close, why));
            return;
        case 2:
            static_cast<void>(stepped(id, SelectionRoundAction::propose, why));
            return;
        case 3:
            static_cast<void>(
                change_shortlist(services(), clerk, id, version, {any(), any(), why}));
            return;
        case 4:
            static_cast<void>(change_shortlist(services(), clerk, id, version, {any(), {}, why}));
            return;
        case 5: // also what was answered otherwise since, or nothing could be decided any more
            if (const auto listed = at(id).listed; !listed.empty()) {
                static_cast<void>(change_shortlist(
                    services(), clerk, id, version, {{}, *rc::gen::elementOf(listed), why}));
            }
            return;
        default:
            auto decided = decision();
            decided.others = *rc::gen::element(OthersAnswer::reserve, OthersAnswer::wait);
            static_cast<void>(decide_shortlist(services(), clerk, id, version, decided));
            return;
        }
    }
    // Each is there, in the state that its last step explains with a reason, and the record says
    // the same of it and of every round and ballot.
    bool are_all_there()
    {
        return db().read([&](db::Tx& tx) {
            const bool all = std::all_of(ids.begin(), ids.end(), [&](const SuggestionId& id) {
                const auto kept = calls::find_suggestion(tx, id);
                const auto steps = calls::steps_of(tx, id);
                return kept && !steps.empty() && steps.back().to_state == kept->state
                    && (kept->state == topics::TopicState::withdrawn || !kept->answer.empty())
                    && calls::audit_suggestion(tx, id.text).empty();
            });
            const auto ballots = ballots_to_audit(tx);
            return all && calls::suggestion_ids(tx).size() == ids.size()
                && std::all_of(rounds.begin(), rounds.end(),
                    [&](const RoundId& id) { return audit_round(tx, id.text).empty(); })
                && std::all_of(ballots.begin(), ballots.end(),
                    [&](const std::string& id) { return audit_ballot(tx, id).empty(); });
        });
    }

    std::vector<RoundId> rounds;
};
ON_EVERY_DATABASE(AnySelection);

TEST_P(AnySelection, LetsNoSuggestionVanish)
{
    for (int times = 0; times < 5 && rounds.size() < 2; ++times) { // seldom a second time
        EXPECT_TRUE(rc::check([&] {
            for (auto verbs = *rc::gen::inRange(1, 14); verbs > 0; --verbs) {
                act();
            }
            RC_ASSERT(*rc::gen::inRange(0, 10) != 0 || are_all_there());
        }));
        EXPECT_TRUE(are_all_there());
    }
    EXPECT_GT(rounds.size(), 1U) << "one was decided, another begun";
}

} // namespace
} // namespace xieshang::shortlists
