// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Puts the bodies of the invented district and their posts into the register, kind by kind, and
// knows them by their number. Within the transaction that the services are joined to.
#pragma once

#include "features/people/invented_district.h"
#include "features/people/post.h"
#include "platform/services/services.h"

#include <map>

namespace xieshang::people {

class DemoBodies {
public:
    DemoBodies(services::Services& services, const base::Actor& actor)
        : services_(services), actor_(actor)
    {
    }

    // Those above them have to be there.
    base::Result<void> add(OrganisationKind kind);

    // Of those that were added; throw std::out_of_range for others.
    const OrganisationId& body(OrganisationKind kind, std::size_t number) const;
    const PostId& post(OrganisationKind kind, std::size_t number, std::string_view title) const;

private:
    std::optional<OrganisationId> parent_of(OrganisationKind kind, std::size_t number) const;
    base::Result<void> add_posts(
        OrganisationKind kind, std::size_t number, const OrganisationId& id);

    services::Services& services_;
    const base::Actor& actor_;
    std::map<std::string, OrganisationId> bodies_; // by code
    std::map<std::string, PostId> posts_;          // by code and title
};

} // namespace xieshang::people
