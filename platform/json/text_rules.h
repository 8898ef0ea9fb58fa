// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What may stand in a text that a person sent.
#pragma once

#include <cstdint>
#include <string_view>

namespace xieshang::json {

std::int64_t code_points(std::string_view utf8);

// Nothing but white space (Unicode White_Space, with the ideographic space U+3000), or nothing at
// all.
bool is_blank(std::string_view utf8);

// Control characters other than line feed and tab, and the bidirectional overrides, embeddings and
// isolates, which let a text show otherwise than it is stored (CVE-2021-42574).
bool has_hidden_characters(std::string_view utf8);

} // namespace xieshang::json
