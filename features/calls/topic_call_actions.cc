// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/topic_call_actions.h"

#include "features/calls/calls_event_actions.h"
#include "features/calls/suggestion_store.h"
#include "features/members/link_code.h"
#include "features/people/organisation_store.h"
#include "features/people/short_text.h"

#include <algorithm>

namespace xieshang::calls {
namespace {

std::string today(services::Services& services) { return people::day_of(services.clock.now()); }

CallFacts facts_about(const TopicCall& call, const CallStepRequest& asked, const std::string& day)
{
    const auto& last_day = asked.closes_on ? *asked.closes_on : call.words.closes_on;
    return {.has_reason = people::is_said(asked.reason),
        .ends_later = last_day > call.words.closes_on,
        .is_to_come = last_day >= day,
        .window_is_over = phase_of(call, day) == CallPhase::over};
}

base::Result<void> has_new_day(const CallStepRequest& asked)
{
    if (asked.action != TopicCallAction::extend) {
        return {};
    }
    const bool is_said = asked.closes_on && !asked.closes_on->empty();
    if (is_said && people::is_day(*asked.closes_on)) {
        return {};
    }
    const auto* code = is_said ? "period.not_a_day" : "topic_call.no_day";
    return tl::unexpected(
        base::Error{base::Trouble::refused, code, {}, {{"/closes_on", code, {}}}});
}

// The refusal names the field that the step lacks.
base::Result<CallStep> step_of(const TopicCall& call, const base::Actor& actor,
    const CallStepRequest& asked, const CallFacts& facts)
{
    auto step = take(call.state, asked.action, actor.roles, facts);
    if (step) {
        return step;
    }
    auto error = step.error();
    if (error.code == "topic_call.no_reason") {
        error.fields = {{"/reason", error.code, {}}};
    } else if (error.code == "topic_call.not_later") {
        error.fields = {{"/closes_on", error.code, {}}};
    }
    return tl::unexpected(std::move(error));
}

base::Result<void> same_version(
    const TopicCall& kept, std::int64_t version_seen, const CallWords* asked)
{
    if (kept.version == version_seen) {
        return {};
    }
    base::Error stale{base::Trouble::stale, "topic_call.stale", {}, {}};
    if (asked != nullptr) {
        json::for_each_member<CallWords>([&](auto member) {
            if (kept.words.*member.pointer != asked->*member.pointer) {
                stale.fields.push_back(
                    {"/" + std::string(member.name), "topic_call.changed_meanwhile", {}});
            }
        });
    }
    return tl::unexpected(std::move(stale));
}

void ask_him(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Belongings& belongs_to, CallPage& page)
{
    const auto& call = page.call;
    std::copy_if(belongs_to.begin(), belongs_to.end(), std::back_inserter(page.asked_as),
        [&](const Belonging& one) { return asks(call.words, one.constituency); });
    const auto first = asked_as(call.words, belongs_to, {});
    if (!first) {
        page.refusal = first.error().code;
        return;
    }
    // One with room is enough; else it is said why the first has none.
    auto tried = page.asked_as;
    tried.insert(tried.begin(), *first);
    for (const auto& as : tried) {
        const auto handed_in = static_cast<std::int64_t>(
            standing_of(tx, call.id, {SuggestionChannel::own, actor.id, actor.name, as}).size());
        const auto may =
            may_suggest(call, {.as = as, .today = today(services), .handed_in = handed_in});
        if (may || page.refusal.empty()) {
            page.handed_in = handed_in;
            page.refusal = may ? "" : may.error().code;
            page.params = may ? base::Params{} : may.error().params;
        }
        if (may) {
            return;
        }
    }
}

CallPage page_of(services::Services& services, db::Tx& tx, const base::Asker& asker, TopicCall call,
    const Belongings& belongs_to)
{
    const auto day = today(services);
    CallPage page{.call = std::move(call)};
    page.phase = phase_of(page.call, day);
    page.is_for_reviewers =
        asker.view(base::Relation::other_body, boost::describe::enum_to_string(page.call.state, ""))
        == "all";
    if (members::is_office(asker.actor.roles)) {
        page.offers = offers(page.call.state, asker.actor.roles, facts_about(page.call, {}, day));
    } else {
        page.call.code.clear();
    }
    ask_him(services, tx, asker.actor, belongs_to, page);
    return page;
}

bool sees(const base::Asker& asker, const TopicCall& call)
{
    return asker.view(base::Relation::other_body, boost::describe::enum_to_string(call.state, ""))
        .has_value();
}

} // namespace

Belongings belongings(db::Tx& tx, const base::Actor& actor)
{
    std::vector<ActingBody> bodies;
    for (const auto& id : actor.bodies) {
        if (const auto body = people::find_organisation(tx, people::OrganisationId{id})) {
            bodies.push_back({body->id, body->words.kind, body->words.name});
        }
    }
    return belongings_of(actor.roles, bodies);
}

base::Result<TopicCall> make_call(
    services::Services& services, const base::Actor& actor, const CallWords& words)
{
    CHECK(acceptable(words));
    return services.db.transact([&](db::Tx& tx) -> base::Result<TopicCall> {
        const auto now = services.clock.now();
        const TopicCall call{base::new_id<CallId>(services.clock, services.random), words,
            CallState::draft, {}, 1, now, actor.id, actor.name, now};
        insert_call(tx, call);
        keep_call_step(services, tx, actor, call,
            {CallState::draft, CallState::draft, TopicCallAction::make}, {});
        return call;
    });
}

base::Result<TopicCall> edit_call(services::Services& services, const base::Actor& actor,
    const CallId& id, std::int64_t version_seen, const CallWords& words)
{
    CHECK(acceptable(words));
    return services.db.transact([&](db::Tx& tx) -> base::Result<TopicCall> {
        auto call = TRY(find_call(tx, id));
        CHECK(same_version(call, version_seen, &words));
        const auto step = TRY(take(call.state, TopicCallAction::edit, actor.roles, {}));
        call.words = words;
        call.version = version_seen + 1;
        call.updated_at = services.clock.now();
        CHECK(update_call(tx, call, version_seen));
        keep_call_step(services, tx, actor, call, step, {});
        return call;
    });
}

base::Result<TopicCall> take_call_step(services::Services& services, const base::Actor& actor,
    const CallId& id, std::int64_t version_seen, const CallStepRequest& asked)
{
    if (asked.action == TopicCallAction::edit || asked.action == TopicCallAction::make) {
        return base::trouble(base::Trouble::conflict, "workflow.no_such_step");
    }
    CHECK(has_new_day(asked));
    return services.db.transact([&](db::Tx& tx) -> base::Result<TopicCall> {
        auto call = TRY(find_call(tx, id));
        CHECK(same_version(call, version_seen, nullptr));
        const auto day = today(services);
        const auto step = TRY(step_of(call, actor, asked, facts_about(call, asked, day)));
        if (step.action == TopicCallAction::extend) {
            call.words.closes_on = *asked.closes_on;
        } else if (step.action == TopicCallAction::close) {
            call.words.closes_on =
                std::max(call.words.opens_on, std::min(call.words.closes_on, day));
        } else if (asks(call.words, Constituency::public_) && call.code.empty()) {
            call.code = members::new_link_code(services.random);
        }
        call.state = step.to;
        call.version = version_seen + 1;
        call.updated_at = services.clock.now();
        CHECK(update_call(tx, call, version_seen));
        keep_call_step(services, tx, actor, call, step, asked.reason);
        return call;
    });
}

base::Result<CallPage> call_page(
    services::Services& services, const base::Asker& asker, const CallId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<CallPage> {
        auto call = TRY(find_call(tx, id));
        if (!sees(asker, call)) {
            asker.hide(id.text);
            return base::trouble(base::Trouble::not_found, "topic_call.not_found");
        }
        auto page = page_of(services, tx, asker, std::move(call), belongings(tx, asker.actor));
        if (page.is_for_reviewers) {
            page.steps = steps_of(tx, id);
        }
        return page;
    });
}

std::vector<CallPage> list_calls(services::Services& services, const base::Asker& asker)
{
    return services.db.read([&](db::Tx& tx) {
        const auto belongs_to = belongings(tx, asker.actor);
        std::vector<CallPage> pages;
        for (auto& call : all_calls(tx, true)) {
            if (sees(asker, call)) {
                pages.push_back(page_of(services, tx, asker, std::move(call), belongs_to));
            }
        }
        return pages;
    });
}

} // namespace xieshang::calls
