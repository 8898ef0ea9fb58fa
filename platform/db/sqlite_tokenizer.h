// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The tokenizer `grams` for FTS5 tables: the grams of the folded text (platform/folding). A string
// of a MATCH is one gram as it stands; whoever searches takes a word apart himself. For platform/db
// only.
#pragma once

#include <sqlite3.h>

namespace xieshang::db::sqlite {

bool add_gram_tokenizer(sqlite3* connection); // false: this SQLite has no FTS5

} // namespace xieshang::db::sqlite
