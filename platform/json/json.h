// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Described struct ⇄ JSON ⇄ OpenAPI 3.1 schema. One BOOST_DESCRIBE_STRUCT line describes all three; limits stand in
// json::rules<T>. Reading reports every error at once, each with its JSON pointer; unknown and duplicate members,
// missing members and unknown enumerators are errors. std::optional members may be absent or null.
// Pure. Include only in .cc files: Boost.JSON is costly to compile.
#pragma once

#include "platform/base/result.h"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::json {

// Limits of one member. For strings: characters (code points) and, if not `blank_allowed`, more than white space;
// for numbers: value; for vectors: number of items.
struct Rule {
    std::string_view member;
    std::int64_t least{};
    std::int64_t most{};
    std::string_view description{}; // English, for the API's readers
    std::string_view format{};      // OpenAPI format: "uuid", "date-time-ms", …
    bool blank_allowed = false;
};

template <class T>
inline constexpr std::array<Rule, 0> rules{};

} // namespace xieshang::json
