// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/map_facts.h"

#include <array>

namespace xieshang::opinions {

std::string_view name_of(analytics::Stage stage)
{
    static constexpr std::array<std::string_view, 7> names{
        "table", "axes", "projection", "groups", "silhouette", "statistics", "done"};
    return names.at(static_cast<std::size_t>(stage));
}

} // namespace xieshang::opinions
