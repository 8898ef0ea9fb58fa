// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_store.h"
#include "tests/policies/visited_house.h"

namespace xieshang::policies {
namespace {

using scoring::ScoringState;

scoring::ScoringRound round_of(services::Services& services, const std::string& call,
    ScoringState state, std::vector<scoring::ScoringReviewer> reviewers)
{
    const auto now = services.clock.now();
    return {base::new_id<scoring::RoundId>(services.clock, services.random), {call}, "评分",
        {{"小切口", 1, 5}}, std::move(reviewers), "2999-12-31", 30, state, 1, now, "p1", "王小协",
        now};
}

} // namespace

// One in each state that names every visitor, and one that names none of them. Written as they are:
// not everybody may be named, but whoever once was goes on seeing what is his.
void VisitedHouse::make_scoring()
{
    std::vector<scoring::ScoringReviewer> everybody;
    for (const auto& one : visitors_) {
        if (!one.id.empty()) {
            everybody.push_back({one.id, one.name, {one.asking.role}, false});
        }
    }
    const std::vector<scoring::ScoringReviewer> others{
        {"p1", "王小协", {"expert"}, false}, {"p2", "李小商", {"expert"}, false}};
    const auto make = [&](db::Tx& tx, ScoringState state,
                          const std::vector<scoring::ScoringReviewer>& reviewers) {
        const auto round = round_of(services_, things_.call, state, reviewers);
        scoring::insert_round(tx, round);
        if (state != ScoringState::preparing) {
            scoring::insert_items(tx, round.id, {{things_.screened}});
            scoring::add_sheet(tx,
                {base::new_id<scoring::SheetId>(services_.clock, services_.random), round.id,
                    {things_.screened}, "p1", "王小协", {4}, 1, services_.clock.now()});
        }
        return round.id.text;
    };
    services_.db.write([&](db::Tx& tx) {
        things_.prepared_round = make(tx, ScoringState::preparing, others);
        things_.own_prepared_round = make(tx, ScoringState::preparing, everybody);
        things_.own_open_round = make(tx, ScoringState::open, everybody);
        things_.own_closed_round = make(tx, ScoringState::closed, everybody);
        things_.open_round = make(tx, ScoringState::open, others);
        things_.closed_round = make(tx, ScoringState::closed, others);
        return true;
    });
}

} // namespace xieshang::policies
