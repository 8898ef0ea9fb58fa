// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/post_actions.h"

#include "features/people/organisation_store.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"
#include "features/people/register_event_actions.h"
#include "features/people/registered_person_store.h"
#include "features/people/short_text.h"
#include "features/people/tenure_correction.h"

namespace xieshang::people {
namespace {

base::Result<void> acceptable_title(const std::string& title)
{
    base::Error wrong{base::Trouble::refused, "people.invalid", {}, {}};
    check_text(wrong.fields, "/title", title);
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

// A single seat has had one holder on each day.
base::Result<void> fits_tenures(const Post& post, const std::vector<Tenure>& tenures)
{
    for (const auto& tenure : tenures) {
        if (!may_hold(post, tenure, tenures)) {
            return base::trouble(base::Trouble::conflict, "post.held_by_several");
        }
    }
    return {};
}

base::Result<void> ended(base::Result<void> may)
{
    if (!may) {
        for (auto& field : may.error().fields) {
            field.pointer = field.pointer == "/until" ? "/last_day" : field.pointer;
        }
    }
    return may;
}

} // namespace

base::Result<Post> add_post(
    services::Services& services, const base::Actor& actor, const NewPost& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Post> {
        CHECK(policies::may_keep_register(actor));
        CHECK(acceptable_title(asked.title));
        TRY(find_organisation(tx, asked.organisation_id));
        const Post post{base::new_id<PostId>(services.clock, services.random),
            asked.organisation_id, asked.title, asked.single_seat, 1, services.clock.now(),
            asked.term_bound};
        insert_post(tx, post);
        tell(services, tx, actor, "post", "add", post);
        return post;
    });
}

base::Result<Post> edit_post(
    services::Services& services, const base::Actor& actor, const PostEdit& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Post> {
        CHECK(policies::may_keep_register(actor));
        auto post = TRY(find_post(tx, asked.id));
        asked.change.title.apply_to(post.title);
        asked.change.single_seat.apply_to(post.single_seat);
        asked.change.term_bound.apply_to(post.term_bound);
        CHECK(acceptable_title(post.title));
        post.version = asked.version_seen + 1;
        post.updated_at = services.clock.now();
        CHECK(fits_tenures(post, tenures_of_post(tx, post.id)));
        CHECK(update_post(tx, post, asked.version_seen));
        tell(services, tx, actor, "post", "edit", post);
        return post;
    });
}

base::Result<Tenure> begin_tenure(
    services::Services& services, const base::Actor& actor, const NewTenure& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Tenure> {
        CHECK(policies::may_keep_register(actor));
        const auto post = TRY(find_post(tx, asked.post_id));
        TRY(find_registered_person(tx, asked.person_id));
        const Tenure tenure{base::new_id<TenureId>(services.clock, services.random), post.id,
            asked.person_id, asked.period, 1, services.clock.now()};
        CHECK(may_hold(post, tenure, tenures_of_post(tx, post.id)));
        const auto organisation = TRY(find_organisation(tx, post.organisation_id));
        CHECK(lies_within(tenure, organisation.words));
        insert_tenure(tx, tenure);
        tell(services, tx, actor, "tenure", "begin", tenure);
        return tenure;
    });
}

base::Result<Tenure> end_tenure(services::Services& services, const base::Actor& actor,
    const TenureId& id, std::int64_t version_seen, const std::string& last_day)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Tenure> {
        CHECK(policies::may_keep_register(actor));
        auto tenure = TRY(find_tenure(tx, id));
        CHECK(still_counts(tenure));
        const auto post = TRY(find_post(tx, tenure.post_id));
        tenure.period.until = last_day;
        tenure.version = version_seen + 1;
        tenure.updated_at = services.clock.now();
        CHECK(ended(may_hold(post, tenure, tenures_of_post(tx, post.id))));
        const auto organisation = TRY(find_organisation(tx, post.organisation_id));
        CHECK(ended(lies_within(tenure, organisation.words)));
        CHECK(update_tenure(tx, tenure, version_seen));
        tell(services, tx, actor, "tenure", "end", tenure);
        return tenure;
    });
}

base::Result<std::vector<PersonId>> holders_of(
    services::Services& services, const PostId& id, std::string_view day)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<std::vector<PersonId>> {
        TRY(find_post(tx, id));
        return holders_on(tenures_of_post(tx, id), id, day);
    });
}

} // namespace xieshang::people
