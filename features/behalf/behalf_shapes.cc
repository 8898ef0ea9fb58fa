// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_shapes.h"

namespace xieshang::behalf {
namespace {

std::vector<std::string> parts_of(std::string_view joined)
{
    std::vector<std::string> parts;
    while (!joined.empty()) {
        const auto comma = std::min(joined.find(','), joined.size());
        parts.emplace_back(joined.substr(0, comma));
        joined.remove_prefix(std::min(comma + 1, joined.size()));
    }
    return parts;
}

std::optional<members::Role> role_called(const std::string& name)
{
    members::Role role{};
    return boost::describe::enum_from_string(name.c_str(), role) ? std::optional(role)
                                                                 : std::nullopt;
}

} // namespace

BehalfScanView view_of(const BehalfScan& scan)
{
    return {scan.id, scan.file_name, scan.size, scan.sha256, scan.media_type};
}

BehalfLine line_of(const BehalfAct& act, bool reachable)
{
    return {act.id, act.acted_at, act.by_name, act.for_name, role_called(act.body), act.deed,
        act.about, parts_of(act.fields), act.object_kind, act.object_id, act.paper_day,
        act.scan_id.has_value(), act.state, reachable, act.updated_at, act.version};
}

} // namespace xieshang::behalf
