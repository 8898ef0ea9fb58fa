// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is seen of organisations, posts and terms. Only reads. `day` may be empty: today; a day that
// is none is refused with people.not_a_day (422, /on).
#pragma once

#include "features/people/body_shapes.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

namespace xieshang::people {

OrganisationList organisation_list(
    services::Services& services, const OrganisationFilter& filter = {});
// A code for one of that name, organisation_code.h: it may be another's until it is entered.
OrganisationCode organisation_code(
    services::Services& services, std::string_view name, OrganisationKind kind);
base::Result<OrganisationView> organisation_page(
    services::Services& services, const base::Actor& actor, const OrganisationId& id);
base::Result<PostList> posts_of_organisation(
    services::Services& services, const OrganisationId& id, std::string day);

base::Result<PostView> post_page( // as much as the asker's view shows
    services::Services& services, const base::Asker& asker, const PostId& id);
base::Result<HoldersView> holders_on_day(
    services::Services& services, const PostId& id, std::string day);

TermList term_list(services::Services& services, const base::Actor& actor);
base::Result<TermView> term_page(services::Services& services, const TermId& id);

// What a re-election whose next term begins on that day would do; refused as it would be.
base::Result<ReElectionPreview> re_election_preview(
    services::Services& services, const std::string& from);

} // namespace xieshang::people
