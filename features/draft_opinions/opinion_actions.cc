// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_actions.h"

#include "features/draft_opinions/opinion_event_actions.h"

#include <algorithm>

namespace xieshang::draft_opinions {
namespace {

tl::unexpected<base::Error> no_such_recipient()
{
    return tl::unexpected(base::Error{base::Trouble::refused, "draft_opinion.name_recipient", {},
        {{"/recipient_id", "draft_opinion.name_recipient", {}}}});
}

base::Result<Recipient> one_of(
    const std::vector<Recipient>& recipients, const std::optional<RecipientId>& id)
{
    if (!id && recipients.size() == 1) {
        return recipients.front();
    }
    const auto found = std::find_if(recipients.begin(), recipients.end(),
        [&](const Recipient& one) { return id && one.id == *id; });
    if (found == recipients.end()) {
        return no_such_recipient();
    }
    return *found;
}

// What the recipient said beside this one.
std::vector<DraftOpinion> others_of(db::Tx& tx, const DraftOpinion& opinion)
{
    auto all = opinions_on(tx, opinion.request_id);
    all.erase(std::remove_if(all.begin(), all.end(),
                  [&](const DraftOpinion& one) {
                      return one.recipient_id != opinion.recipient_id || one.id == opinion.id;
                  }),
        all.end());
    return all;
}

base::Result<void> is_sound(db::Tx& tx, const DraftOpinion& opinion)
{
    CHECK(acceptable(opinion.words, text_of(tx, opinion.request_id)));
    return fits_beside(opinion.words, others_of(tx, opinion));
}

base::Result<DraftOpinion> begin_opinion(services::Services& services, db::Tx& tx,
    const base::Actor& actor, const Recipient& recipient, DraftOpinion opinion)
{
    opinion.id = base::new_id<DraftOpinionId>(services.clock, services.random);
    opinion.recipient_id = recipient.id;
    opinion.by_id = actor.id;
    opinion.by_name = actor.name;
    opinion.version = 1;
    opinion.said_at = services.clock.now();
    opinion.updated_at = opinion.said_at;
    CHECK(is_sound(tx, opinion));
    CHECK(insert_opinion(tx, opinion));
    tell_opinion(services, tx, actor, opinion, recipient, "draft_opinion.say");
    return opinion;
}

bool is_own(const SeenRequest& seen, const DraftOpinion& opinion)
{
    return std::any_of(seen.own.begin(), seen.own.end(),
        [&](const Recipient& one) { return one.id == opinion.recipient_id; });
}

struct SeenOpinion {
    DraftOpinion opinion;
    SeenRequest request;
    std::string_view view;
};

base::Result<SeenOpinion> opinion_seen_by(
    db::Tx& tx, const base::Asker& asker, const DraftOpinionId& id)
{
    auto opinion = TRY(find_opinion(tx, id));
    SeenRequest seen{
        TRY(find_request(tx, opinion.request_id)), recipients_of(tx, opinion.request_id), {}, {}};
    seen.own = own_of(asker.actor, seen.recipients);
    const auto view = view_of(asker, is_own(seen, opinion));
    if (!view) {
        asker.hide(id.text);
        return base::trouble(base::Trouble::not_found, "draft_opinion.not_found");
    }
    return SeenOpinion{std::move(opinion), std::move(seen), *view};
}

} // namespace

base::Result<void> may_rewrite_by(const SeenRequest& seen, const DraftOpinion& opinion,
    std::string_view view, const std::string& day)
{
    const bool own = is_own(seen, opinion);
    const bool is_typed = opinion.channel == OpinionChannel::paper && view == "all";
    if (!own && !is_typed) {
        return base::trouble(base::Trouble::forbidden, "draft_opinion.not_yours");
    }
    return may_rewrite(seen.request, opinion, own && !is_typed, day);
}

base::Result<DraftOpinion> say_opinion(services::Services& services, const base::Asker& asker,
    const RequestId& id, const NewDraftOpinion& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<DraftOpinion> {
        const auto seen = TRY(seen_by(tx, asker, id));
        CHECK(may_say(seen.request, today(services)));
        const auto recipient = TRY(one_of(seen.own, asked.recipient_id));
        return begin_opinion(services, tx, asker.actor, recipient,
            {.request_id = id, .words = asked, .channel = OpinionChannel::own});
    });
}

base::Result<DraftOpinion> enter_paper(services::Services& services, const base::Actor& actor,
    const RequestId& id, const PaperOpinion& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<DraftOpinion> {
        const auto request = TRY(find_request(tx, id));
        CHECK(may_enter_paper(request, asked.paper_day, today(services)));
        const auto recipient = TRY(one_of(recipients_of(tx, id), asked.recipient_id));
        return begin_opinion(services, tx, actor, recipient,
            {.request_id = id,
                .words = asked,
                .channel = OpinionChannel::paper,
                .paper_day = asked.paper_day});
    });
}

base::Result<DraftOpinion> rewrite_opinion(services::Services& services, const base::Asker& asker,
    const DraftOpinionId& id, std::int64_t version_seen, const OpinionWords& words)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<DraftOpinion> {
        auto seen = TRY(opinion_seen_by(tx, asker, id));
        auto& opinion = seen.opinion;
        CHECK(same_version(opinion, version_seen, words));
        CHECK(may_rewrite_by(seen.request, opinion, seen.view, today(services)));
        opinion.words = words;
        opinion.by_id = asker.actor.id;
        opinion.by_name = asker.actor.name;
        opinion.version = version_seen + 1;
        opinion.updated_at = services.clock.now();
        CHECK(is_sound(tx, opinion));
        CHECK(update_opinion(tx, opinion, version_seen));
        insert_words(tx, opinion);
        const auto recipient = TRY(one_of(seen.request.recipients, opinion.recipient_id));
        tell_opinion(services, tx, asker.actor, opinion, recipient, "draft_opinion.rewrite");
        return opinion;
    });
}

base::Result<DraftOpinion> answer_opinion(services::Services& services, const base::Actor& actor,
    const DraftOpinionId& id, std::int64_t version_seen, const AnswerWords& answer)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<DraftOpinion> {
        auto opinion = TRY(find_opinion(tx, id));
        if (opinion.version != version_seen) {
            return base::trouble(base::Trouble::stale, "draft_opinion.stale");
        }
        const auto request = TRY(find_request(tx, opinion.request_id));
        CHECK(may_answer(request, opinion, today(services)));
        CHECK(acceptable(answer));
        opinion.verdict = answer.verdict;
        opinion.version = version_seen + 1;
        opinion.updated_at = services.clock.now();
        CHECK(update_opinion(tx, opinion, version_seen));
        keep_answer(services, tx, actor, opinion, answer);
        return opinion;
    });
}

} // namespace xieshang::draft_opinions
