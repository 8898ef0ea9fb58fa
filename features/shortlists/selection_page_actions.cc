// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/selection_page_actions.h"

#include "features/calls/calls_policies.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"
#include "features/shortlists/chosen_among_actions.h"
#include "features/shortlists/list_counts.h"
#include "features/shortlists/selection_actions.h"

#include <algorithm>

namespace xieshang::shortlists {
namespace {

RoundLine line_of(const SelectionRound& round, std::string_view day)
{
    return {round.id, round.words.year, round.words.title, round.words.closes_on, round.state,
        is_marking_over(round, day), round.version, round.updated_at};
}

template <class Ids, class Id>
bool includes(const Ids& ids, const Id& id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

class Page {
public:
    Page(services::Services& services, db::Tx& tx, const base::Asker& asker,
        const SelectionRound& round, bool is_whole)
        : services_(services),
          tx_(tx),
          actor_(asker.actor),
          round_(round),
          is_whole_(is_whole),
          among_(tx, round)
    {
    }

    RoundView view()
    {
        static_cast<RoundLine&>(view_) = line_of(round_, today(services_));
        view_.slots = round_.words.slots;
        view_.wanted = round_.words.wanted;
        view_.decision = round_.decision;
        if (is_whole_) {
            view_.proposal = find_proposal(tx_, round_.id);
        }
        tell_marking();
        tell_candidates();
        if (is_whole_ || round_.state == RoundState::decided) {
            tell_list();
        }
        if (is_whole_) {
            tell_counts();
            tell_life();
        }
        return std::move(view_);
    }

private:
    void tell_marking()
    {
        const auto may = may_mark(round_, view_day(), calls::belongings(tx_, actor_));
        if (!may) {
            view_.cannot_mark_because = may.error().code;
        }
        if (const auto ballot = ballot_of(tx_, round_.id, actor_.id)) {
            own_ = marks_today(ballot->marks, among_.went_into());
        }
    }
    std::string view_day() { return today(services_); }

    // What was proposed from; before, what is screened; for who may change the list, what may come
    // in beside it.
    std::vector<SuggestionId> shown() const
    {
        std::vector<SuggestionId> ids;
        if (const auto proposal = find_proposal(tx_, round_.id)) {
            for (const auto& one : proposal->candidates) {
                ids.push_back(one.suggestion_id);
            }
        } else {
            for (const auto& one : among_.candidates()) {
                ids.push_back(one.suggestion_id);
            }
        }
        for (const auto& one : among_.all()) {
            const bool may_come =
                is_whole_ && round_.state == RoundState::proposed && among_.may_enter(one.id);
            if ((may_come || includes(round_.listed, one.id)) && !includes(ids, one.id)) {
                ids.push_back(one.id);
            }
        }
        return ids;
    }
    bool sees(const calls::Suggestion& suggestion) const
    {
        const base::Asker asker{actor_, calls::policies::see_suggestion};
        return is_whole_ || calls::view_of(asker, suggestion, false).has_value();
    }
    void tell_candidates()
    {
        for (const auto& id : shown()) {
            const auto* one = among_.find(id);
            if (one == nullptr || !sees(*one)) {
                continue;
            }
            const auto place = placement_of(round_, *one);
            const bool is_marked = includes(own_, id);
            view_.marks += is_marked ? 1 : 0;
            view_.candidates.push_back({.id = id,
                .title = one->words.title,
                .constituency = one->constituency,
                .kind = place.kind,
                .field = place.field,
                .marked = is_marked,
                .listed = (is_whole_ || round_.state == RoundState::decided)
                    && includes(round_.listed, id)});
        }
    }
    std::optional<ListedTopic> topic(const std::optional<SuggestionId>& id) const
    {
        const auto* one = id ? among_.find(*id) : nullptr;
        if (one == nullptr) {
            return std::nullopt;
        }
        const auto place = placement_of(round_, *one);
        return ListedTopic{*id, one->words.title, place.kind, place.field};
    }
    void tell_list()
    {
        for (const auto& id : round_.listed) {
            if (auto one = topic(id)) {
                view_.listed.push_back(*std::move(one));
            }
        }
        view_.forms = forms_of(round_.words, view_.listed);
        view_.fields = fields_of(round_.words, view_.listed);
    }
    // Only once nobody can mark any more, and the office has said so.
    void tell_counts()
    {
        if (round_.state == RoundState::marking) {
            return;
        }
        std::vector<ShortlistCandidate> candidates;
        for (const auto& one : view_.candidates) {
            candidates.push_back({one.id, one.title, one.kind, one.field});
        }
        const auto marked =
            places_marked(ballots_of_round(tx_, round_.id), candidates, among_.went_into());
        const auto counts = supporters_of(marked, candidates.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            view_.candidates[i].supporters = counts[i];
        }
        view_.people = static_cast<std::int64_t>(marked.size());
    }
    void tell_life()
    {
        for (auto& step : steps_of(tx_, round_.id)) {
            view_.steps.push_back({step.at, std::move(step.by_name), step.action,
                std::move(step.reason), topic(step.takes_in), topic(step.takes_out),
                std::move(step.effect), step.version});
        }
        const RoundFacts facts{.is_over = view_.marking_over, .has_list = !round_.listed.empty()};
        for (auto& offer : offers(round_.state, actor_.roles, facts)) {
            view_.actions.push_back({offer.action,
                offer.refusal.empty() ? std::nullopt : std::optional(std::move(offer.refusal))});
        }
    }

    services::Services& services_;
    db::Tx& tx_;
    const base::Actor& actor_;
    const SelectionRound& round_;
    bool is_whole_;
    ChosenAmong among_;
    std::vector<SuggestionId> own_;
    RoundView view_;
};

} // namespace

base::Result<RoundView> round_page(
    services::Services& services, const base::Asker& asker, const RoundId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<RoundView> {
        const auto round = TRY(find_round(tx, id));
        const auto view = asker.view(
            base::Relation::other_body, boost::describe::enum_to_string(round.state, ""));
        if (!view) {
            asker.hide(id.text);
            return base::trouble(base::Trouble::not_found, "selection.not_found");
        }
        return Page(services, tx, asker, round, *view == "all").view();
    });
}

RoundList list_rounds(services::Services& services)
{
    return services.db.read([&](db::Tx& tx) {
        const auto day = today(services);
        RoundList list;
        for (const auto& round : all_rounds(tx)) {
            list.items.push_back(line_of(round, day));
        }
        return list;
    });
}

} // namespace xieshang::shortlists
