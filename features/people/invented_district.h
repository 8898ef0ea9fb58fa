// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The bodies of an invented district 云栖区 and their posts: 24 sectors, 60 departments, 14
// sub-districts, special committees, parties and groups, as many as a large district has. No real
// district bears the name, so that nobody real is spoken of. Pure. Scale: domain.md §1.13.
#pragma once

#include "features/people/organisation.h"

#include <span>
#include <string_view>

namespace xieshang::people {

struct InventedBody {
    OrganisationKind kind{};
    std::string_view name;
    std::string_view short_name;
};

// A parent before those below it.
std::span<const InventedBody> invented_bodies();

std::size_t count_of(OrganisationKind kind);

constexpr std::string_view invented_district_begins = "2017-01-16";

// Of the n-th of its kind, from 1: sector-01, department-60.
std::string invented_code(OrganisationKind kind, std::size_t number);

struct InventedPost {
    OrganisationKind kind{}; // every body of that kind has it
    std::string_view title;
    bool single_seat{};
};
std::span<const InventedPost> invented_posts();

} // namespace xieshang::people
