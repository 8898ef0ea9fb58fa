// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/demo_opinions_actions.h"

#include "features/draft_opinions/opinion_actions.h"
#include "features/draft_opinions/opinion_policies.h"
#include "features/members/member_store.h"
#include "features/people/membership_actions.h"
#include "features/plan/plan_store.h"

#include <algorithm>

namespace xieshang::draft_opinions {
namespace {

constexpr std::int64_t day_ms = 24LL * 3'600'000;
constexpr int open_for = 14; // days

// As he would be signed in.
std::optional<base::Actor> account_of(
    services::Services& services, db::Tx& tx, std::string_view login)
{
    const auto person = members::find_person(tx, login);
    if (!person) {
        return std::nullopt;
    }
    auto actor = members::actor_of(*person);
    auto standing = people::standing_of(tx, person->id, today(services));
    actor.membership = standing.membership;
    actor.bodies = std::move(standing.bodies);
    return actor;
}

class Seeding {
public:
    Seeding(services::Services& services, db::Tx& tx, const base::Actor& office, plan::PlanId plan)
        : services_(services),
          tx_(tx),
          office_(office),
          plan_(std::move(plan)),
          member_(account_of(services, tx, "member")),
          handler_(account_of(services, tx, "department_handler"))
    {
    }

    base::Result<void> all()
    {
        if (!member_ || !handler_ || handler_->bodies.empty()) {
            return {};
        }
        CHECK(answered_round());
        return open_round();
    }

private:
    base::Result<OpinionRequest> sent(const std::string& note)
    {
        NewOpinionRequest asked;
        asked.note = note;
        asked.closes_on = people::day_of({services_.clock.now().ms + open_for * day_ms});
        asked.recipients = {
            {RecipientKind::body, handler_->bodies.front()}, {RecipientKind::person, member_->id}};
        if (const auto leader = account_of(services_, tx_, "sub_district")) {
            asked.recipients.push_back({RecipientKind::person, leader->id});
        }
        return send_draft(services_, office_, plan_, asked);
    }

    base::Result<DraftOpinion> say(
        const base::Actor& by, const OpinionRequest& request, OpinionWords words)
    {
        NewDraftOpinion opinion;
        static_cast<OpinionWords&>(opinion) = std::move(words);
        return say_opinion(services_, {by, policies::say_opinion}, request.id, opinion);
    }

    base::Result<void> step(const OpinionRequest& request, std::int64_t version,
        OpinionRequestAction action, const std::string& reason)
    {
        CHECK(take_request_step(services_, office_, request.id, version, {action, reason, {}}));
        return {};
    }

    // Of the kind that is asked for, the first; the whole text where there is none.
    std::string part(const OpinionRequest& request, PartKind kind)
    {
        const auto text = text_of(tx_, request.id);
        const auto found = std::find_if(text.begin(), text.end(),
            [&](const FrozenPart& one) { return one.kind == kind && !one.text.empty(); });
        return found == text.end() ? std::string() : found->key;
    }
    std::string reworded(const OpinionRequest& request, const std::string& key)
    {
        const auto text = text_of(tx_, request.id);
        const auto* found = part_of(text, key);
        if (found == nullptr) {
            return "建议突出重点，每季度安排一次。";
        }
        auto words = found->text;
        constexpr std::string_view stop = "。";
        auto end = std::min(words.find('\n'), words.size());
        if (std::string_view(words).substr(0, end).ends_with(stop)) {
            end -= stop.size();
        }
        words.insert(end, "，重点协商群众反映集中的问题");
        return words;
    }

    base::Result<void> answered_round()
    {
        const auto request = TRY(sent("第一轮征求意见：请就议题和时间安排提出意见。"));
        const auto topic = part(request, PartKind::topic);
        const auto wording = reworded(request, topic);
        const auto change = TRY(say(*handler_, request,
            {topic, OpinionKind::change, "写明重点，便于部门准备情况通报。", wording}));
        const auto objection = TRY(say(*member_, request,
            {"", OpinionKind::object, "议题偏多，建议合并两个，集中力量做深。", ""}));
        CHECK(step(request, 1, OpinionRequestAction::close, "各单位均已回复，开始逐条研究。"));
        CHECK(answer_opinion(services_, office_, change.id, 1,
            {OpinionVerdict::adopted, "意见具体可行，予以采纳。", wording}));
        CHECK(answer_opinion(services_, office_, objection.id, 1,
            {OpinionVerdict::explained, "议题数量已经会商研究，暂不合并，年中视情调整。", ""}));
        return step(request, 2, OpinionRequestAction::finish, {});
    }

    base::Result<void> open_round()
    {
        const auto request = TRY(sent("请对照计划草案，逐段或就议题提出意见；没有意见也请回复。"));
        const auto paragraph = part(request, PartKind::paragraph);
        CHECK(say(*member_, request,
            {paragraph, OpinionKind::change, "把委员的作用写清楚。",
                reworded(request, paragraph)}));
        CHECK(say(*handler_, request,
            {part(request, PartKind::topic), OpinionKind::agree, "部门配合做好情况通报。", ""}));
        return {};
    }

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& office_;
    plan::PlanId plan_;
    std::optional<base::Actor> member_;
    std::optional<base::Actor> handler_;
};

} // namespace

base::Result<void> seed_demo_opinions(services::Services& services, const base::Actor& office)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto drafts = plan::search_plans(tx, {.state = plan::PlanState::draft, .limit = 1});
        if (drafts.empty() || !request_ids(tx).empty()) {
            return {};
        }
        db::Joined joined(tx, services.db.engine());
        auto inside = services.within(joined);
        return Seeding(inside, tx, office, drafts.front().id).all();
    });
}

} // namespace xieshang::draft_opinions
