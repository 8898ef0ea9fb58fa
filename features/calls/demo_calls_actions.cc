// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/demo_calls_actions.h"

#include "features/calls/calls_policies.h"
#include "features/calls/demo_suggestions.h"
#include "features/calls/merge_actions.h"
#include "features/calls/paper_actions.h"
#include "features/calls/public_form_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/members/member_store.h"
#include "features/people/membership_actions.h"

#include <algorithm>
#include <fmt/format.h>

namespace xieshang::calls {
namespace {

constexpr std::int64_t day_ms = 24LL * 3'600'000;
constexpr int open_since = 14; // days
constexpr int open_for = 30;
constexpr std::size_t at_the_desk = 40; // invented people of the public send from as many addresses

std::string day_from_now(services::Services& services, int days)
{
    return people::day_of({services.clock.now().ms + days * day_ms});
}

// As he would be signed in.
std::optional<base::Actor> account_of(
    services::Services& services, db::Tx& tx, std::string_view login)
{
    const auto person = members::find_person(tx, login);
    if (!person) {
        return std::nullopt;
    }
    auto actor = members::actor_of(*person);
    auto standing = people::standing_of(tx, person->id, people::day_of(services.clock.now()));
    actor.membership = standing.membership;
    actor.bodies = std::move(standing.bodies);
    return actor;
}

NewSuggestion words_of(const InventedSuggestion& invented)
{
    NewSuggestion words;
    words.title = invented.title;
    words.problem = invented.problem;
    words.reason = invented.reason;
    words.field = invented.field;
    words.constituency = invented.constituency;
    return words;
}

PaperSuggestion paper_of(services::Services& services, const InventedSuggestion& invented)
{
    PaperSuggestion paper;
    static_cast<SuggestionWords&>(paper) = words_of(invented);
    paper.constituency = invented.constituency;
    const bool is_body = invented.constituency == Constituency::parties_and_groups;
    (is_body ? paper.for_body : paper.for_name) = invented.by;
    paper.paper_day = day_from_now(services, -open_since + 2);
    return paper;
}

class Seeding {
public:
    Seeding(services::Services& services, db::Tx& tx, const base::Actor& office)
        : services_(services), tx_(tx), office_(office)
    {
    }

    base::Result<void> all()
    {
        call_ = TRY(open_call());
        for (const auto& invented : invented_suggestions()) {
            const auto id = TRY(handed_in(invented));
            ids_.push_back(id);
            CHECK(answer(id, invented));
        }
        return merge_two();
    }

private:
    base::Result<TopicCall> open_call()
    {
        CallWords words;
        const auto year = std::stoll(day_from_now(services_, 0).substr(0, 4)) + 1;
        words.year = year;
        words.title = fmt::format("{}年度协商议题征集", year);
        words.guidance = "围绕区委、区政府中心工作和群众关心的事，小切口、大视野。"
                         "一事一议，写清问题、理由和建议的协商形式。";
        words.constituencies = {Constituency::departments, Constituency::parties_and_groups,
            Constituency::sectors, Constituency::members, Constituency::sub_districts,
            Constituency::public_};
        words.opens_on = day_from_now(services_, -open_since);
        words.closes_on = day_from_now(services_, open_for);
        words.most_suggestions = 5;
        words.most_characters = 800;
        const auto made = TRY(make_call(services_, office_, words));
        return take_call_step(
            services_, office_, made.id, made.version, {TopicCallAction::open, {}, {}});
    }

    base::Result<SuggestionId> handed_in(const InventedSuggestion& invented)
    {
        if (invented.constituency == Constituency::public_) {
            return TRY(from_the_public(invented));
        }
        if (const auto account = account_of(services_, tx_, invented.by)) {
            return TRY(suggest(services_, *account, call_.id, words_of(invented))).suggestion.id;
        }
        return TRY(enter_paper(services_, office_, call_.id, paper_of(services_, invented)))
            .suggestion.id;
    }

    base::Result<SuggestionId> from_the_public(const InventedSuggestion& invented)
    {
        const auto name = fmt::format("居民{}", ids_.size());
        CHECK(suggest_publicly(services_, call_.code,
            {std::string(invented.title), std::string(invented.problem), {}, invented.field, name,
                {}},
            fmt::format("192.0.2.{}", at_the_desk + ids_.size())));
        return standing_of(
            tx_, call_.id, {SuggestionChannel::public_, {}, name, {Constituency::public_, {}, {}}})
            .at(0)
            .id;
    }

    base::Result<void> answer(const SuggestionId& id, const InventedSuggestion& invented)
    {
        if (invented.step != TopicAction::suggest) {
            CHECK(step(id, 1, invented.step, std::string(invented.answer)));
        }
        return {};
    }

    base::Result<void> step(
        const SuggestionId& id, std::int64_t version, TopicAction action, std::string why)
    {
        const auto channel = action == TopicAction::pass_on
            ? std::optional<std::string>("部门直接答复")
            : std::nullopt;
        CHECK(take_suggestion_step(services_, {office_, policies::take_step}, id, version,
            {action, std::move(why), channel}));
        return {};
    }

    // The last of the public's says what the first member's says.
    base::Result<void> merge_two()
    {
        const auto& merged = ids_.back();
        const auto merge = TRY(ask_merge(
            services_, office_, merged, {ids_.front(), "都是老楼加装电梯，合并后一起协商。"}));
        const auto member = account_of(services_, tx_, invented_suggestions().front().by);
        if (!member) {
            return {};
        }
        const base::Asker proposer{*member, policies::answer_merge};
        CHECK(answer_merge(services_, proposer, merge.id, {true, "同意", {}}));
        CHECK(answer_merge(services_, {office_, policies::answer_merge}, merge.id,
            {true, "电话征询，本人同意", MergeSide::merged}));
        return step(merged, 1, TopicAction::merge, "内容相同，并入委员的建议，两个名字都保留。");
    }

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& office_;
    TopicCall call_;
    std::vector<SuggestionId> ids_;
};

} // namespace

base::Result<void> seed_demo_calls(services::Services& services, const base::Actor& office)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        if (!call_ids(tx).empty()) {
            return {};
        }
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        return Seeding(inside, tx, office).all();
    });
}

} // namespace xieshang::calls
