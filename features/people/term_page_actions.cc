// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/body_page_actions.h"
#include "features/people/directory_actions.h"
#include "features/people/directory_store.h"
#include "features/people/membership_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"

#include <algorithm>

namespace xieshang::people {
namespace {

constexpr std::int64_t most_members = 10'000;

TermView view_of(const services::Services& services, db::Tx& tx, const Term& term)
{
    const auto today = day_of(services.clock.now());
    return {term.id, term.number, term.period, is_within(term.period, today),
        is_closed(term, today), term.version, active_members_in(tx, term.id)};
}

std::vector<RegisteredPersonLine> active_members(db::Tx& tx, const TermId& term)
{
    std::vector<RegisteredPersonLine> lines;
    for (auto& line : directory(tx,
             {.term_id = term,
             .state = MembershipState::active,
             .members_only = true,
             .most = most_members})) {
        RegisteredPersonLine shown{.id = std::move(line.id),
            .name = std::move(line.name),
            .invented = line.invented,
            .has_namesake = line.has_namesake};
        shown.state = reads_as(line.state);
        shown.since = std::move(line.since);
        shown.sector = std::move(line.sector);
        shown.group = std::move(line.group);
        lines.push_back(std::move(shown));
    }
    tell_namesakes_apart(tx, lines);
    return lines;
}

} // namespace

TermList term_list(services::Services& services, const base::Actor& actor)
{
    return services.db.read([&](db::Tx& tx) {
        TermList list;
        for (const auto& term : all_terms(tx)) {
            list.items.push_back(view_of(services, tx, term));
        }
        list.can_edit = policies::may_keep_register(actor).has_value();
        return list;
    });
}

base::Result<TermView> term_page(services::Services& services, const TermId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<TermView> {
        return view_of(services, tx, TRY(find_term(tx, id)));
    });
}

base::Result<ReElectionPreview> re_election_preview(
    services::Services& services, const std::string& from)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<ReElectionPreview> {
        const auto terms = all_terms(tx);
        const auto number = terms.empty() ? 1 : terms.back().number + 1;
        const auto change = TRY(re_election(terms, {.number = number, .period = {from, {}}}, {}));
        const auto last_day = *change.closed.period.until;
        const auto& closes = *term_on(terms, last_day);
        ReElectionPreview preview{
            view_of(services, tx, closes), last_day, number, active_members(tx, closes.id), {}};
        for (auto& bound : tenures_bound_to_term(tx, last_day)) {
            preview.ends.push_back({bound.id, bound.person_id, std::move(bound.name),
                std::move(bound.title), std::move(bound.organisation)});
        }
        return preview;
    });
}

} // namespace xieshang::people
