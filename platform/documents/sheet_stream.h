// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The workbooks of table_file.h: one sheet, as a stream.
#pragma once

#include "platform/documents/package.h"
#include "platform/documents/table_file.h"

namespace xieshang::documents {

base::Result<TableFile> read_sheet(Package& package, std::optional<std::size_t> sheet);

} // namespace xieshang::documents
