// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/body_page_actions.h"

#include "features/people/body_name_actions.h"
#include "features/people/organisation_code.h"
#include "features/people/organisation_list.h"
#include "features/people/people_policies.h"
#include "features/people/post_store.h"
#include "features/people/registered_person_store.h"

#include <map>

namespace xieshang::people {
namespace {

std::string today(const services::Services& services) { return day_of(services.clock.now()); }

base::Result<std::string> day_or_today(const services::Services& services, std::string day)
{
    if (day.empty()) {
        return today(services);
    }
    if (!is_day(day)) {
        return tl::unexpected(base::Error{
            base::Trouble::refused, "people.not_a_day", {}, {{"/on", "period.not_a_day", {}}}});
    }
    return day;
}

bool can_edit(const base::Actor& actor) { return policies::may_keep_register(actor).has_value(); }

Holder holder_of(db::Tx& tx, const Tenure& tenure)
{
    return {tenure.id, tenure.person_id, name_of_registered(tx, tenure.person_id).value_or(""),
        tenure.period.from, tenure.period.until, tenure.version};
}

std::vector<Holder> holders(db::Tx& tx, const PostId& post, std::string_view day)
{
    std::vector<Holder> found;
    for (const auto& tenure : tenures_of_post(tx, post)) {
        if (is_within(tenure.period, day)) {
            found.push_back(holder_of(tx, tenure));
        }
    }
    return found;
}

std::vector<PostLine> posts_with_holders(db::Tx& tx, const OrganisationId& id, std::string_view day)
{
    std::vector<PostLine> lines;
    for (auto& post : posts_of(tx, id)) {
        lines.push_back({post.id, std::move(post.title), post.single_seat, post.term_bound,
            post.version, holders(tx, post.id, day)});
    }
    return lines;
}

std::vector<WithdrawnTenure> taken_back(db::Tx& tx, const PostId& post)
{
    std::vector<WithdrawnTenure> found;
    for (auto& tenure : withdrawn_tenures_of_post(tx, post)) {
        auto& back = *tenure.withdrawn;
        found.push_back(
            {tenure.id, tenure.person_id, name_of_registered(tx, tenure.person_id).value_or(""),
                std::move(tenure.period.from), std::move(tenure.period.until), back.at,
                std::move(back.by_name), std::move(back.reason)});
    }
    return found;
}

} // namespace

OrganisationCode organisation_code(
    services::Services& services, std::string_view name, OrganisationKind kind)
{
    return services.db.read([&](db::Tx& tx) {
        return OrganisationCode{code_proposed(name, kind, all_organisations(tx))};
    });
}

OrganisationList organisation_list(services::Services& services, const OrganisationFilter& filter)
{
    return services.db.read([&](db::Tx& tx) {
        std::map<OrganisationId, std::int64_t> posts;
        for (auto& counted : posts_counted(tx)) {
            posts[counted.organisation_id] = counted.posts;
        }
        OrganisationList list;
        const auto day = today(services);
        for (auto& one : all_organisations(tx)) {
            auto& words = one.words;
            const bool stands = is_within(words.valid, day);
            list.items.push_back({one.id, words.kind, std::move(words.name),
                std::move(words.short_name), std::move(words.code), std::move(words.parent_id),
                std::move(words.valid), stands, one.invented, posts[one.id], one.version});
        }
        list.items = narrowed(std::move(list.items), filter);
        return list;
    });
}

base::Result<OrganisationView> organisation_page(
    services::Services& services, const base::Actor& actor, const OrganisationId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<OrganisationView> {
        const auto one = TRY(find_organisation(tx, id));
        const auto& words = one.words;
        const auto day = today(services);
        OrganisationView view{id, words.kind, words.name, words.short_name, words.code, {},
            words.valid, is_within(words.valid, day), one.invented, one.version, can_edit(actor),
            {}, posts_with_holders(tx, id, day)};
        for (const auto& other : all_organisations(tx)) {
            if (other.words.parent_id == id) {
                view.below.push_back(name_of(other));
            }
            if (words.parent_id == other.id) {
                view.parent = name_of(other);
            }
        }
        return view;
    });
}

base::Result<PostList> posts_of_organisation(
    services::Services& services, const OrganisationId& id, std::string day)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PostList> {
        const auto on = TRY(day_or_today(services, day));
        TRY(find_organisation(tx, id));
        return PostList{on, posts_with_holders(tx, id, on)};
    });
}

base::Result<PostView> post_page(
    services::Services& services, const base::Asker& asker, const PostId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PostView> {
        const auto post = TRY(find_post(tx, id));
        PostView view{id, TRY(body_name(tx, post.organisation_id)), post.title, post.single_seat,
            post.term_bound, post.version, can_edit(asker.actor), {}, {}};
        if (asker.view(base::Relation::other_body) == "all") {
            view.withdrawn = taken_back(tx, id);
        }
        for (const auto& tenure : tenures_of_post(tx, id)) {
            view.tenures.push_back(holder_of(tx, tenure));
        }
        return view;
    });
}

base::Result<HoldersView> holders_on_day(
    services::Services& services, const PostId& id, std::string day)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<HoldersView> {
        const auto on = TRY(day_or_today(services, day));
        TRY(find_post(tx, id));
        return HoldersView{on, holders(tx, id, on)};
    });
}

} // namespace xieshang::people
