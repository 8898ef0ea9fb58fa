// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/post_actions.h"

#include "features/people/organisation_store.h"
#include "features/people/post_store.h"
#include "features/people/register_event_actions.h"
#include "features/people/registered_person_store.h"
#include "features/people/short_text.h"

namespace xieshang::people {

base::Result<Post> add_post(
    services::Services& services, const base::Actor& actor, const NewPost& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Post> {
        base::Error wrong{base::Trouble::refused, "people.invalid", {}, {}};
        check_text(wrong.fields, "/title", asked.title);
        if (!wrong.fields.empty()) {
            return tl::unexpected(std::move(wrong));
        }
        TRY(find_organisation(tx, asked.organisation_id));
        const Post post{base::new_id<PostId>(services.clock, services.random),
            asked.organisation_id, asked.title, asked.single_seat, 1, services.clock.now()};
        insert_post(tx, post);
        tell(services, tx, actor, "post", "add", post);
        return post;
    });
}

base::Result<Tenure> begin_tenure(
    services::Services& services, const base::Actor& actor, const NewTenure& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Tenure> {
        const auto post = TRY(find_post(tx, asked.post_id));
        TRY(find_registered_person(tx, asked.person_id));
        const Tenure tenure{base::new_id<TenureId>(services.clock, services.random), post.id,
            asked.person_id, asked.period, 1, services.clock.now()};
        CHECK(may_hold(post, tenure, tenures_of_post(tx, post.id)));
        insert_tenure(tx, tenure);
        tell(services, tx, actor, "tenure", "begin", tenure);
        return tenure;
    });
}

base::Result<Tenure> end_tenure(services::Services& services, const base::Actor& actor,
    const TenureId& id, std::int64_t version_seen, const std::string& last_day)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Tenure> {
        auto tenure = TRY(find_tenure(tx, id));
        const auto post = TRY(find_post(tx, tenure.post_id));
        tenure.period.until = last_day;
        tenure.version = version_seen + 1;
        tenure.updated_at = services.clock.now();
        CHECK(may_hold(post, tenure, tenures_of_post(tx, post.id)));
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
