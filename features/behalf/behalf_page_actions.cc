// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_page_actions.h"

#include "features/behalf/behalf_event_actions.h"
#include "features/members/account_store.h"

#include <algorithm>

namespace xieshang::behalf {
namespace {

struct Seen {
    BehalfAct act;
    bool is_mine{};
};

base::Result<Seen> seen_by(db::Tx& tx, const base::Asker& asker, const ActId& id)
{
    auto act = TRY(find_act(tx, id));
    const bool is_mine = is_told(tx, id, asker.actor.id);
    if (!asker.view(is_mine ? base::Relation::own : base::Relation::other_body)) {
        asker.hide(id.text);
        return base::trouble(base::Trouble::not_found, "behalf.not_found");
    }
    return Seen{std::move(act), is_mine};
}

std::vector<PersonId> active_of(db::Tx& tx, members::Role role)
{
    return members::active_with(tx, members::bit(role));
}

bool is_office_alone(db::Tx& tx, const std::string& clerk)
{
    const auto all = active_of(tx, members::Role::office);
    return std::all_of(
        all.begin(), all.end(), [&](const PersonId& one) { return one.text == clerk; });
}

// Another of the office, or where there is none the secretary-general; never whom it concerns.
bool is_answerable(db::Tx& tx, const BehalfAct& act)
{
    const auto told = told_of(tx, act.id);
    const auto all = active_of(tx,
        is_office_alone(tx, act.by_id) ? members::Role::secretary_general : members::Role::office);
    return std::any_of(all.begin(), all.end(), [&](const PersonId& one) {
        return one.text != act.by_id && std::find(told.begin(), told.end(), one) == told.end();
    });
}

BehalfFacts facts_of(db::Tx& tx, const base::Actor& actor, const Seen& seen, std::string_view words)
{
    return {.is_concerned = seen.is_mine,
        .is_clerk = actor.id == seen.act.by_id,
        .is_office = members::is_office(actor.roles),
        .is_office_alone = is_office_alone(tx, seen.act.by_id),
        .has_words = words.find_first_not_of(" \t\r\n") != std::string_view::npos,
        .has_opened = seen.is_mine && has_opened(tx, seen.act.id, actor.id),
        .is_answerable = is_answerable(tx, seen.act)};
}

// A former member acts in what is his own, too.
base::Roles roles_of(const base::Actor& actor) { return actor.roles | actor.dormant; }

bool is_reachable(db::Tx& tx, const ActId& id)
{
    const auto told = told_of(tx, id);
    return std::any_of(told.begin(), told.end(), [&](const PersonId& person) {
        const auto account = members::person_of(tx, person);
        return account && account->state == members::PersonState::active;
    });
}

} // namespace

base::Result<BehalfPage> act_page(
    services::Services& services, const base::Asker& asker, const ActId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<BehalfPage> {
        auto seen = TRY(seen_by(tx, asker, id));
        BehalfPage page{.is_mine = seen.is_mine, .reachable = is_reachable(tx, id)};
        page.steps = steps_of(tx, id);
        page.offers =
            offers(seen.act.state, roles_of(asker.actor), facts_of(tx, asker.actor, seen, {}));
        if (seen.act.scan_id) {
            page.scan = TRY(find_scan(tx, *seen.act.scan_id));
        }
        page.act = std::move(seen.act);
        return page;
    });
}

std::vector<BehalfLine> list_acts(services::Services& services, const BehalfSearch& search)
{
    return services.db.read([&](db::Tx& tx) {
        std::vector<BehalfLine> lines;
        for (const auto& act : search_acts(tx, search)) {
            lines.push_back(line_of(act, is_reachable(tx, act.id)));
        }
        return lines;
    });
}

std::int64_t count_unopened(services::Services& services, const base::Actor& actor)
{
    return services.db.read([&](db::Tx& tx) { return unopened(tx, actor.id); });
}

base::Result<void> take_step(services::Services& services, const base::Asker& asker,
    const ActId& id, std::int64_t version_seen, const BehalfStepRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        auto seen = TRY(seen_by(tx, asker, id));
        if (seen.act.version != version_seen) {
            return base::trouble(base::Trouble::stale, "behalf.stale");
        }
        const auto& actor = asker.actor;
        const auto step = TRY(take(
            seen.act.state, asked.action, roles_of(actor), facts_of(tx, actor, seen, asked.words)));
        seen.act.state = step.to;
        seen.act.version = version_seen + 1;
        seen.act.updated_at = services.clock.now();
        CHECK(update_act(tx, seen.act, version_seen));
        keep_step(services, tx, actor, seen.act, step, asked.words);
        return {};
    });
}

base::Result<BehalfScan> scan_of(
    services::Services& services, const base::Asker& asker, const ActId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<BehalfScan> {
        const auto seen = TRY(seen_by(tx, asker, id));
        if (!seen.act.scan_id) {
            return base::trouble(base::Trouble::not_found, "behalf.not_found");
        }
        return find_scan(tx, *seen.act.scan_id);
    });
}

} // namespace xieshang::behalf
