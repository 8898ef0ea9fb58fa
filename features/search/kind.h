// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The kinds of things that the search finds, by the name that its entries have. Pure.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <string>

namespace xieshang::search {

enum class Kind : std::uint8_t { plan, topic, document };
BOOST_DESCRIBE_ENUM(Kind, plan, topic, document)

inline std::string name_of(Kind kind) { return boost::describe::enum_to_string(kind, ""); }

} // namespace xieshang::search
