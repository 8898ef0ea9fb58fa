// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/demo_scoring_actions.h"

#include "features/calls/topic_call_store.h"
#include "features/members/member_store.h"
#include "features/scoring/score_actions.h"
#include "features/scoring/scoring_policies.h"

#include <array>

namespace xieshang::scoring {
namespace {

constexpr std::int64_t week_ms = 7LL * 24 * 3'600'000;
constexpr std::array<std::string_view, 5> reviewers{
    "member", "chairperson", "convenor", "expert", "sub_district"};

// 2 to 5, most often 4; each third suggestion one that the reviewers see differently.
std::int64_t score_of(std::size_t reviewer, std::size_t item, std::size_t criterion)
{
    const auto mixed = (item * 7 + reviewer * 5 + criterion * 3) % 11;
    const auto usual = mixed < 2 ? 3 : mixed < 7 ? 4 : 5;
    return item % 3 == 1 && reviewer % 2 == 0 ? usual - 2 : usual;
}

struct Remark {
    std::size_t reviewer;
    std::size_t item;
    std::string_view words;
};
constexpr std::array remarks{
    Remark{0, 1, "牵涉部门多，建议先缩小到一个街道试点。"},
    Remark{1, 1, "群众呼声高，今年就该协商。"},
    Remark{2, 0, "题目实，年内能看到成效。"},
    Remark{3, 2, "还缺基础数据，可以先做一次调研。"},
    Remark{4, 0, "街道愿意配合现场协商。"},
};

class Seeding {
public:
    Seeding(services::Services& services, db::Tx& tx, const base::Actor& office)
        : services_(services), tx_(tx), office_(office)
    {
    }

    base::Result<void> all(const CallId& call)
    {
        for (const auto login : reviewers) {
            if (const auto person = members::find_person(tx_, login)) {
                people_.push_back(actor_now(services_, tx_, *person));
            }
        }
        if (people_.size() != reviewers.size()) {
            return {};
        }
        auto round = TRY(opened(call));
        for (std::size_t i = 0; i < people_.size(); ++i) {
            CHECK(fill_in(round, i));
        }
        CHECK(take_round_step(services_, office_, round.id, round.version,
            {ScoringRoundAction::close, "评委已评完，回避的不再等。", {}}));
        return {};
    }

private:
    base::Result<ScoringRound> opened(const CallId& call)
    {
        const auto last_day = people::day_of({services_.clock.now().ms + week_ms});
        const std::string title = "第一轮评分";
        const auto made = TRY(make_round(services_, office_, {call, title, last_day}));
        std::vector<std::string> ids;
        for (const auto& person : people_) {
            ids.push_back(person.id);
        }
        const auto round = TRY(edit_round(services_, office_, made.id, made.version,
            {title, made.criteria, ids, last_day, made.divided_from}));
        return take_round_step(
            services_, office_, round.id, round.version, {ScoringRoundAction::open, {}, {}});
    }

    base::Result<void> fill_in(const ScoringRound& round, std::size_t who)
    {
        const base::Asker asker{people_[who], policies::score};
        const auto asked = TRY(ballot(services_, asker, round.id));
        for (std::size_t item = 0; item < asked.items.size(); ++item) {
            const auto& one = asked.items[item];
            if (one.cannot_score) { // his own
                continue;
            }
            ScoresRequest given{one.suggestion.id, {}};
            for (std::size_t i = 0; i < round.criteria.size(); ++i) {
                given.scores.push_back(score_of(who, item, i));
            }
            CHECK(give_scores(services_, asker, round.id, given));
            for (const auto& remark : remarks) {
                if (remark.reviewer == who && remark.item == item) {
                    CHECK(give_comment(services_, asker, round.id,
                        {one.suggestion.id, std::string(remark.words)}));
                }
            }
        }
        return {};
    }

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& office_;
    std::vector<base::Actor> people_;
};

} // namespace

base::Result<void> seed_demo_scoring(services::Services& services, const base::Actor& office)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto calls = calls::call_ids(tx);
        if (calls.empty() || !round_ids(tx).empty()) {
            return {};
        }
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        return Seeding(inside, tx, office).all(CallId{calls.front()});
    });
}

} // namespace xieshang::scoring
