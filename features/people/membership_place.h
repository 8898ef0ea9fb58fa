// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where a member sits 界别、小组, as others name it. Pure.
#pragma once

#include "features/people/organisation.h"

#include <boost/describe.hpp>

#include <optional>

namespace xieshang::people {

struct MembershipPlace {
    BodyName sector;
    std::optional<BodyName> group{};

    bool operator==(const MembershipPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(MembershipPlace, (), (sector, group))

} // namespace xieshang::people
