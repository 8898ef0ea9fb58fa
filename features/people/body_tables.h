// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Organisations, posts and terms as CSV (RFC 4180, plan_table.h). No cell is ever a formula. Pure.
#pragma once

#include "features/people/body_shapes.h"

#include <functional>

namespace xieshang::people {

using TextOf = std::function<std::string(std::string_view, const base::Params&)>;

// `all` names those above.
std::string organisations_table(const std::vector<OrganisationLine>& lines,
    const std::vector<OrganisationLine>& all, const TextOf& text);

// A row for each who holds a post on the list's day, and one for a post that nobody holds.
std::string posts_table(const std::string& organisation, const PostList& posts, const TextOf& text);

// `today` says which term is over and which is to come.
std::string terms_table(
    const std::vector<TermView>& terms, std::string_view today, const TextOf& text);

} // namespace xieshang::people
