// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rows as COPY … FROM STDIN takes them (PostgreSQL 15, "COPY", text format). For platform/db only.
#pragma once

#include "platform/db/db.h"

namespace xieshang::db::postgres {

std::string copy_statement(std::string_view table, std::span<const std::string_view> columns);

// A line a row. Throws Failure for a text with NUL.
std::string copy_lines(std::size_t columns, std::span<const Argument> values);

} // namespace xieshang::db::postgres
