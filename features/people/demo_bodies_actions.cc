// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/demo_bodies_actions.h"

#include "features/people/post_actions.h"
#include "features/people/register_actions.h"

namespace xieshang::people {

using Kind = OrganisationKind;

base::Result<void> DemoBodies::add(Kind kind)
{
    std::size_t number = 0;
    for (const auto& one : invented_bodies()) {
        if (one.kind != kind) {
            continue;
        }
        const auto code = invented_code(kind, ++number);
        const auto kept = TRY(add_organisation(services_, actor_,
            {kind, std::string(one.name), std::string(one.short_name), code,
                parent_of(kind, number), {std::string(invented_district_begins), {}}},
            true));
        bodies_[code] = kept.id;
        CHECK(add_posts(kind, number, kept.id));
    }
    return {};
}

base::Result<void> DemoBodies::add_posts(Kind kind, std::size_t number, const OrganisationId& id)
{
    for (const auto& post : invented_posts()) {
        if (post.kind == kind) {
            posts_[invented_code(kind, number) + std::string(post.title)] =
                TRY(add_post(services_, actor_, {id, std::string(post.title), post.single_seat}))
                    .id;
        }
    }
    return {};
}

const OrganisationId& DemoBodies::body(Kind kind, std::size_t number) const
{
    return bodies_.at(invented_code(kind, number));
}

const PostId& DemoBodies::post(Kind kind, std::size_t number, std::string_view title) const
{
    return posts_.at(invented_code(kind, number) + std::string(title));
}

std::optional<OrganisationId> DemoBodies::parent_of(Kind kind, std::size_t number) const
{
    switch (kind) {
    case Kind::special_committee:
    case Kind::sub_district:
    case Kind::sector:
        return body(Kind::committee, 1);
    case Kind::department:
        return body(Kind::government_organ, 1);
    case Kind::party_organ:
    case Kind::government_organ:
        return number > 1 ? std::optional(body(kind, 1)) : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace xieshang::people
