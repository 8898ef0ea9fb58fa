// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Tables belong to the folder whose migration makes them, and migrations are append-only.
#pragma once

#include "tests/tidy/tree.h"

#include <string>
#include <string_view>

namespace xieshang::tidy {

// A table named in SQL outside its folder. features/overview may join; tests may look.
Complaints borrowed_tables(const Tree& tree);

// NNNN_name.sql: the numbers are 1, 2, 3 … over all folders, each once.
Complaints misnumbered_migrations(const Tree& tree);

// `listed` is tests/migrations.sha256 in the form of sha256sum: every migration stands there and
// has not changed.
Complaints changed_migrations(const Tree& tree, std::string_view listed);

} // namespace xieshang::tidy
