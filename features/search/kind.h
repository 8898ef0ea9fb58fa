// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The kinds of things that the search finds, by the name that its entries have. Pure.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::search {

enum class Kind : std::uint8_t { plan, topic, document };
BOOST_DESCRIBE_ENUM(Kind, plan, topic, document)

// The state of a document of which no plan was made yet 未存为计划.
inline constexpr std::string_view no_plan_yet = "no_plan";

inline std::string name_of(Kind kind) { return boost::describe::enum_to_string(kind, ""); }

} // namespace xieshang::search
