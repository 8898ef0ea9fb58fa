// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on posts and tenures, for the office: whoever else calls them is refused with
// request.forbidden. One transaction each.
#pragma once

#include "features/people/post.h"
#include "platform/services/services.h"

namespace xieshang::people {

struct NewPost {
    OrganisationId organisation_id;
    std::string title;
    bool single_seat{};
    bool term_bound = false;
};
// Refusals: organisation.not_found, people.invalid (/title).
base::Result<Post> add_post(
    services::Services& services, const base::Actor& actor, const NewPost& asked);

struct PostEdit {
    PostId id;
    std::int64_t version_seen{};
    PostChange change;
};
// Refusals: post.not_found, post.stale, people.invalid (/title); post.held_by_several (409) where
// a post of which two are holders becomes a single seat.
base::Result<Post> edit_post(
    services::Services& services, const base::Actor& actor, const PostEdit& asked);

struct NewTenure {
    PostId post_id;
    PersonId person_id;
    Period period;
};
// Refusals: post.not_found, people.not_found, and those of may_hold and lies_within.
base::Result<Tenure> begin_tenure(
    services::Services& services, const base::Actor& actor, const NewTenure& asked);

// Refusals: tenure.not_found, tenure.stale, tenure.withdrawn, and those of may_hold and
// lies_within, with /last_day.
base::Result<Tenure> end_tenure(services::Services& services, const base::Actor& actor,
    const TenureId& id, std::int64_t version_seen, const std::string& last_day);

// Who held this post on that day. Refuses with post.not_found.
base::Result<std::vector<PersonId>> holders_of(
    services::Services& services, const PostId& id, std::string_view day);

} // namespace xieshang::people
