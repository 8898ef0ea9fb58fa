// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/import_table.h"

#include "features/plan/plan_table.h"

namespace xieshang::plan {

std::string import_table(const std::vector<ImportLine>& imports,
    const std::function<std::string(std::string_view)>& text)
{
    auto table = std::string(csv_mark)
        + csv_row({text("import.export.file"), text("import.export.bytes"),
            text("import.export.state"), text("import.export.by"), text("import.export.at"),
            text("import.export.corrected_by"), text("import.export.corrected_at")});
    for (const auto& one : imports) {
        const auto state =
            std::string("import.state.") + boost::describe::enum_to_string(one.state, "");
        table += csv_row({one.file_name, std::to_string(one.size), text(state),
            one.uploaded_by_name, csv_instant(one.uploaded_at), one.corrected_by_name.value_or(""),
            one.corrected_at ? csv_instant(*one.corrected_at) : std::string()});
    }
    return table;
}

} // namespace xieshang::plan
