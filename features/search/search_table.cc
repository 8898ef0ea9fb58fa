// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/search/search_table.h"

#include "features/plan/plan_table.h"

namespace xieshang::search {

std::string search_table(const std::vector<HitView>& hits, bool more,
    const std::function<std::string(std::string_view)>& text)
{
    auto table = std::string(plan::csv_mark)
        + plan::csv_row({text("search.export.kind"), text("search.export.title"),
            text("search.export.context"), text("search.export.year"), text("search.export.words"),
            text("search.export.line"), text("search.export.at")});
    for (const auto& hit : hits) {
        table += plan::csv_row({text("search.kind." + name_of(hit.kind)), joined(hit.title),
            hit.context, hit.year ? std::to_string(*hit.year) : std::string(), joined(hit.snippet),
            hit.line > 0 ? std::to_string(hit.line) : std::string(), plan::csv_instant(hit.at)});
    }
    if (more) {
        table += plan::csv_row({text("search.export.more")});
    }
    return table;
}

} // namespace xieshang::search
