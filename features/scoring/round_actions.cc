// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/round_actions.h"

#include "features/calls/topic_call_store.h"
#include "features/members/member_store.h"
#include "features/people/short_text.h"
#include "features/scoring/scoring_event_actions.h"
#include "features/settings/setting_store.h"

#include <algorithm>
#include <tuple>

namespace xieshang::scoring {
namespace {

std::string today(services::Services& services) { return people::day_of(services.clock.now()); }

std::vector<Criterion> usual_criteria(db::Tx& tx)
{
    std::vector<Criterion> criteria;
    const auto settings = settings::settings_of(tx);
    for (const auto& item : settings.items(settings::SettingKey::screening_criteria)) {
        criteria.push_back({item.name, item.weight.value_or(1), usual_most});
    }
    return criteria;
}

std::vector<std::string> ids_of(const std::vector<ScoringReviewer>& reviewers)
{
    std::vector<std::string> ids;
    for (const auto& one : reviewers) {
        ids.push_back(one.id);
    }
    return ids;
}

ScoringRoundWords words_of(const ScoringRound& round)
{
    return {
        round.title, round.criteria, ids_of(round.reviewers), round.closes_on, round.divided_from};
}

base::Result<void> same_version(
    const ScoringRound& kept, std::int64_t version_seen, const ScoringRoundWords* asked)
{
    if (kept.version == version_seen) {
        return {};
    }
    base::Error stale{base::Trouble::stale, "scoring.stale", {}, {}};
    if (asked != nullptr) {
        const auto words = words_of(kept);
        json::for_each_member<ScoringRoundWords>([&](auto member) {
            if (words.*member.pointer != asked->*member.pointer) {
                stale.fields.push_back(
                    {"/" + std::string(member.name), "scoring.changed_meanwhile", {}});
            }
        });
    }
    return tl::unexpected(std::move(stale));
}

// Each as he stands today; who was named before stays named by the roles of that day.
base::Result<std::vector<ScoringReviewer>> named(services::Services& services, db::Tx& tx,
    const std::vector<std::string>& ids, const ScoringRound& before)
{
    std::vector<ScoringReviewer> reviewers;
    base::Error wrong{base::Trouble::refused, "scoring.invalid", {}, {}};
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (const auto* one = reviewer_in(before, ids[i])) {
            reviewers.push_back(*one);
            continue;
        }
        const auto account = actor_of_account(services, tx, ids[i]);
        auto roles = account ? reviewing_roles(account->roles) : std::vector<std::string>();
        if (roles.empty()) {
            wrong.fields.push_back({"/reviewers/" + std::to_string(i), "scoring.not_a_candidate",
                {{"name", account ? account->name : ids[i]}}});
            continue;
        }
        reviewers.push_back({ids[i], account->name, std::move(roles), false});
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return reviewers;
}

base::Result<void> has_new_day(const ScoringStepRequest& asked)
{
    if (asked.action != ScoringRoundAction::extend) {
        return {};
    }
    const bool is_said = asked.closes_on && !asked.closes_on->empty();
    if (is_said && people::is_day(*asked.closes_on)) {
        return {};
    }
    const auto* code = is_said ? "period.not_a_day" : "scoring.no_day";
    return tl::unexpected(
        base::Error{base::Trouble::refused, code, {}, {{"/closes_on", code, {}}}});
}

RoundFacts facts_about(const ScoringRound& round, const RoundDesk& desk,
    const ScoringStepRequest& asked, const std::string& day)
{
    const auto& last_day = asked.closes_on ? *asked.closes_on : round.closes_on;
    return {.reviewers = round.reviewers.size(),
        .suggestions = desk.items().size(),
        .has_reason = people::is_said(asked.reason),
        .ends_later = last_day > round.closes_on,
        .is_to_come = last_day >= day,
        .is_over = round.state == ScoringState::open
            && (day > round.closes_on || desk.is_everybody_done())};
}

// The refusal names the field that the step lacks.
base::Result<RoundStep> step_of(const ScoringRound& round, const base::Actor& actor,
    const ScoringStepRequest& asked, const RoundFacts& facts)
{
    auto step = take(round.state, asked.action, actor.roles, facts);
    if (step) {
        return step;
    }
    auto error = step.error();
    if (error.code == "scoring.no_reason") {
        error.fields = {{"/reason", error.code, {}}};
    } else if (error.code == "scoring.not_later") {
        error.fields = {{"/closes_on", error.code, {}}};
    }
    return tl::unexpected(std::move(error));
}

void carry_out(db::Tx& tx, ScoringRound& round, const RoundDesk& desk,
    const ScoringStepRequest& asked, const RoundStep& step)
{
    if (step.action == ScoringRoundAction::extend) {
        round.closes_on = *asked.closes_on;
    } else if (step.action == ScoringRoundAction::open) {
        std::vector<SuggestionId> items;
        for (const auto* one : desk.items()) {
            items.push_back(one->id);
        }
        insert_items(tx, round.id, items);
    } else {
        const auto progress = desk.progress();
        for (std::size_t i = 0; i < progress.size(); ++i) {
            round.reviewers[i].is_ended = progress[i].is_ended;
        }
    }
    round.state = step.to;
}

std::optional<std::string_view> view_of(const base::Asker& asker, const ScoringRound& round)
{
    return asker.view(reviewer_in(round, asker.actor.id) != nullptr ? base::Relation::own
                                                                    : base::Relation::other_body,
        boost::describe::enum_to_string(round.state, ""));
}

RoundPage page_of(
    services::Services& services, db::Tx& tx, const base::Asker& asker, SeenRound&& seen)
{
    RoundPage page{.round = std::move(seen.round), .view = std::move(seen.view)};
    const auto& round = page.round;
    const RoundDesk desk(services, tx, round);
    page.call_title = calls::find_call(tx, round.call_id).value().words.title;
    page.suggestions = static_cast<std::int64_t>(desk.items().size());
    if (page.view == "all") {
        page.progress = desk.progress();
        page.steps = steps_of(tx, round.id);
        page.offers =
            offers(round.state, asker.actor.roles, facts_about(round, desk, {}, today(services)));
    }
    const auto* reviewer = reviewer_in(round, asker.actor.id);
    if (reviewer != nullptr) {
        page.own = desk.progress_of(asker.actor, *reviewer);
        if (auto may = may_review(desk.facts(asker.actor, *reviewer)); !may) {
            page.cannot_score = std::move(may.error());
        }
    }
    return page;
}

} // namespace

base::Result<SeenRound> seen_round(db::Tx& tx, const base::Asker& asker, const RoundId& id)
{
    auto round = TRY(find_round(tx, id));
    const auto view = view_of(asker, round);
    if (!view) {
        asker.hide(id.text);
        return base::trouble(base::Trouble::not_found, "scoring.not_found");
    }
    return SeenRound{std::move(round), std::string(*view)};
}

base::Result<ScoringRound> make_round(
    services::Services& services, const base::Actor& actor, const NewRound& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<ScoringRound> {
        CHECK(calls::find_call(tx, asked.call_id));
        const auto now = services.clock.now();
        const ScoringRound round{base::new_id<RoundId>(services.clock, services.random),
            asked.call_id, asked.title, usual_criteria(tx), {}, asked.closes_on, usual_divided_from,
            ScoringState::preparing, 1, now, actor.id, actor.name, now};
        CHECK(acceptable(words_of(round), today(services)));
        insert_round(tx, round);
        keep_round_step(services, tx, actor, round,
            {ScoringState::preparing, ScoringState::preparing, ScoringRoundAction::make}, {});
        return round;
    });
}

base::Result<ScoringRound> edit_round(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const ScoringRoundWords& words)
{
    CHECK(acceptable(words, today(services)));
    return services.db.transact([&](db::Tx& tx) -> base::Result<ScoringRound> {
        auto round = TRY(find_round(tx, id));
        CHECK(same_version(round, version_seen, &words));
        const auto step = TRY(take(round.state, ScoringRoundAction::edit, actor.roles, {}));
        round.reviewers = TRY(named(services, tx, words.reviewers, round));
        round.title = words.title;
        round.criteria = words.criteria;
        round.closes_on = words.closes_on;
        round.divided_from = words.divided_from;
        round.version = version_seen + 1;
        round.updated_at = services.clock.now();
        CHECK(update_round(tx, round, version_seen));
        keep_round_step(services, tx, actor, round, step, {});
        return round;
    });
}

base::Result<ScoringRound> take_round_step(services::Services& services, const base::Actor& actor,
    const RoundId& id, std::int64_t version_seen, const ScoringStepRequest& asked)
{
    if (asked.action == ScoringRoundAction::edit || asked.action == ScoringRoundAction::make) {
        return base::trouble(base::Trouble::conflict, "workflow.no_such_step");
    }
    CHECK(has_new_day(asked));
    return services.db.transact([&](db::Tx& tx) -> base::Result<ScoringRound> {
        const auto before = TRY(find_round(tx, id));
        CHECK(same_version(before, version_seen, nullptr));
        const RoundDesk desk(services, tx, before);
        const auto facts = facts_about(before, desk, asked, today(services));
        const auto step = TRY(step_of(before, actor, asked, facts));
        auto round = before;
        carry_out(tx, round, desk, asked, step);
        round.version = version_seen + 1;
        round.updated_at = services.clock.now();
        CHECK(update_round(tx, round, version_seen));
        keep_round_step(services, tx, actor, round, step, asked.reason);
        return round;
    });
}

base::Result<RoundPage> round_page(
    services::Services& services, const base::Asker& asker, const RoundId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<RoundPage> {
        return page_of(services, tx, asker, TRY(seen_round(tx, asker, id)));
    });
}

std::vector<RoundPage> list_rounds(services::Services& services, const base::Asker& asker)
{
    return services.db.read([&](db::Tx& tx) {
        std::vector<RoundPage> pages;
        for (auto& round : all_rounds(tx)) {
            if (const auto view = view_of(asker, round)) {
                pages.push_back(
                    page_of(services, tx, asker, {std::move(round), std::string(*view)}));
            }
        }
        return pages;
    });
}

std::vector<Candidate> candidates(services::Services& services, std::string_view words)
{
    return services.db.read([&](db::Tx& tx) {
        std::vector<Candidate> found;
        for (const auto& id : members::people_called(tx, words)) {
            const auto account = actor_of_account(services, tx, id);
            auto roles = account ? reviewing_roles(account->roles) : std::vector<std::string>();
            if (!roles.empty()) {
                found.push_back({id, account->name, std::move(roles)});
            }
        }
        std::sort(found.begin(), found.end(), [](const Candidate& one, const Candidate& other) {
            return std::tie(one.name, one.id) < std::tie(other.name, other.id);
        });
        return found;
    });
}

} // namespace xieshang::scoring
