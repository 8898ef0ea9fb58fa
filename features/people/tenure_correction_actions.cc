// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/tenure_correction_actions.h"

#include "features/people/membership_store.h"
#include "features/people/organisation_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"
#include "features/people/register_event_actions.h"

namespace xieshang::people {
namespace {

std::vector<std::string> changed_days(const Period& before, const Period& after)
{
    std::vector<std::string> fields;
    if (before.from != after.from) {
        fields.emplace_back("from");
    }
    if (before.until != after.until) {
        fields.emplace_back("until");
    }
    return fields;
}

base::Result<void> open_then(
    services::Services& services, db::Tx& tx, const Post& post, const Period& days)
{
    return is_open(post, days, all_terms(tx), day_of(services.clock.now()));
}

} // namespace

base::Result<Tenure> correct_tenure(services::Services& services, const base::Actor& actor,
    const TenureId& id, std::int64_t version_seen, const TenureChange& change)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Tenure> {
        CHECK(policies::may_keep_register(actor));
        const auto before = TRY(find_tenure(tx, id));
        const auto post = TRY(find_post(tx, before.post_id));
        auto tenure = TRY(corrected(before, change));
        CHECK(open_then(services, tx, post, before.period));
        CHECK(open_then(services, tx, post, tenure.period));
        CHECK(may_hold(post, tenure, tenures_of_post(tx, post.id)));
        const auto organisation = TRY(find_organisation(tx, post.organisation_id));
        CHECK(lies_within(tenure, organisation.words));
        tenure.version = version_seen + 1;
        tenure.updated_at = services.clock.now();
        CHECK(update_tenure(tx, tenure, version_seen));
        tell(services, tx, actor, "tenure", "correct", tenure, change.reason,
            changed_days(before.period, tenure.period));
        return tenure;
    });
}

base::Result<Tenure> withdraw_tenure(services::Services& services, const base::Actor& actor,
    const TenureId& id, std::int64_t version_seen, const std::string& reason)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Tenure> {
        CHECK(policies::may_keep_register(actor));
        const auto now = services.clock.now();
        auto tenure = TRY(withdrawn(TRY(find_tenure(tx, id)), {now, actor.id, actor.name, reason}));
        const auto post = TRY(find_post(tx, tenure.post_id));
        CHECK(open_then(services, tx, post, tenure.period));
        tenure.version = version_seen + 1;
        tenure.updated_at = now;
        CHECK(update_tenure(tx, tenure, version_seen));
        tell(services, tx, actor, "tenure", "withdraw", tenure, reason);
        return tenure;
    });
}

} // namespace xieshang::people
