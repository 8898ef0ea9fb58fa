// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the API shows of imports, and the limits of what it takes. Pure.
#pragma once

#include "features/plan/import_line.h"
#include "platform/json/rules.h"

#include <array>

namespace xieshang::plan {

struct DocumentStepRequest {
    DocumentAction action{};
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DocumentStepRequest, (), (action, reason))

struct DocumentStepView {
    base::Instant at;
    std::string by_name;
    DocumentAction action{};
    DocumentState from{};
    DocumentState to{};
    std::string reason;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(DocumentStepView, (), (at, by_name, action, from, to, reason, version))

struct DocumentHistory {
    std::vector<DocumentStepView> items;
};
BOOST_DESCRIBE_STRUCT(DocumentHistory, (), (items))

} // namespace xieshang::plan

namespace xieshang::json {

template <>
inline constexpr auto rules<plan::DocumentStepRequest> = std::to_array<Rule>({
    {.member = "reason", .least = 0, .most = 1000, .blank_allowed = true},
});

} // namespace xieshang::json
