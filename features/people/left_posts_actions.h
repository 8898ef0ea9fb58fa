// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who of those whom a text names held a post and holds none any more. Only reads.
#pragma once

#include "features/people/post.h"
#include "platform/db/db.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::people {

struct LeftPost {
    std::string name;
    std::string post;         // the last one: 主任
    std::string organisation; // its short name
    std::string until;        // the last day
};
BOOST_DESCRIBE_STRUCT(LeftPost, (), (name, post, organisation, until))

// By the name in the register, of at least two characters; names of two persons stand once each.
// day: ISO 8601, in China.
std::vector<LeftPost> named_without_post(db::Tx& tx, std::string_view text, std::string_view day);

} // namespace xieshang::people
