// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// From the text of a migration to the statements of one engine. Pure. For platform/db and its
// tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::db {

// Takes the lines between `-- only ENGINE` and `-- end only` for that engine alone, puts the
// engine's words for
// {{int}} {{real}} {{bool}} {{blob}} {{strict}}, and cuts at semicolons outside of quotes,
// comments, $tag$ bodies and the BEGIN … END of a trigger. Throws Failure for an unknown {{word}},
// an unknown engine, a marker or a quote without its end.
std::vector<std::string> statements_of(std::string_view migration, std::string_view engine);

} // namespace xieshang::db
