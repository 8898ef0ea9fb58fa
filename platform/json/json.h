// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Described struct ⇄ JSON ⇄ OpenAPI 3.1 schema. One BOOST_DESCRIBE_STRUCT line describes all three;
// limits stand in json::rules<T>. Reading reports every error at once, each with its JSON pointer;
// unknown and duplicate members, missing members and unknown enumerators are errors. std::optional
// members may be absent or null. Pure, any thread. Boost.JSON itself is seen only by document.cc,
// so these headers are cheap to include.
//
//   struct NewPlan { std::string title; std::int64_t year{}; std::optional<std::string> note; };
//   BOOST_DESCRIBE_STRUCT(NewPlan, (), (title, year, note))
//   template <>                                       // in namespace xieshang or xieshang::json,
//   not in the slice's inline constexpr auto json::rules<NewPlan> = std::to_array<json::Rule>({
//       {.member = "title", .least = 1, .most = 200, .description = "As it stands on the
//       document"},
//       {.member = "year", .least = 1949, .most = 2999},
//   });
//   const auto plan = TRY(json::read<NewPlan>(body));
//   const std::string text = json::write(plan);
#pragma once

#include "platform/json/canonical.h" // IWYU pragma: export
#include "platform/json/read.h"      // IWYU pragma: export
#include "platform/json/rules.h"     // IWYU pragma: export
#include "platform/json/schema.h"    // IWYU pragma: export
#include "platform/json/write.h"     // IWYU pragma: export
