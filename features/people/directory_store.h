// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ the directory, nothing else.
#pragma once

#include "features/people/directory.h"
#include "platform/db/db.h"

namespace xieshang::people {

std::vector<DirectoryLine> directory(db::Tx& tx, const DirectoryQuestion& question);
std::int64_t directory_count(db::Tx& tx, const DirectoryQuestion& question); // of all pages

} // namespace xieshang::people
