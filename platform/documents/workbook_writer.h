// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rows of words → a workbook (.xlsx, libxlsxwriter) of one sheet whose first row stays in sight.
// All cells are texts, so none is ever a formula and no number loses a digit. Nothing touches a
// disk. Throws std::runtime_error when the machine has no room. Any thread.
#pragma once

#include <string>
#include <vector>

namespace xieshang::documents {

using WorkbookRow = std::vector<std::string>;

std::string workbook_of(const std::string& sheet, const std::vector<WorkbookRow>& rows);

} // namespace xieshang::documents
