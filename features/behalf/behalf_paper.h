// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Of a request: the paper by which a body did what the office records on its behalf. Pure.
#pragma once

#include "features/behalf/behalf_act.h"
#include "platform/json/rules.h"

namespace xieshang::behalf {

struct BehalfPaper {
    std::optional<OrganisationId> organisation_id{}; // which body of the register, if it is there
    std::optional<ScanId> scan_id{};
    std::optional<std::string> paper_day{}; // the date that stands on it

    bool operator==(const BehalfPaper&) const = default;
};
BOOST_DESCRIBE_STRUCT(BehalfPaper, (), (organisation_id, scan_id, paper_day))

} // namespace xieshang::behalf

namespace xieshang::json {

template <>
inline constexpr auto rules<behalf::BehalfPaper> = std::to_array<Rule>({
    {.member = "paper_day", .least = 0, .most = 20, .description = "2026-03-05"},
});

} // namespace xieshang::json
