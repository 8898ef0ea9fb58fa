// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Refusals that name a part of an archive. Pure.
#pragma once

#include "platform/base/result.h"

#include <string>
#include <string_view>

namespace xieshang::documents {

// A name out of a file as people may see it: short, valid UTF-8, nothing that could write over a
// terminal.
std::string shown_name(std::string_view name);

// documents.too_much_text, or documents.too_many_lines when these are more than most_lines.
tl::unexpected<base::Error> refuse_too_much(std::size_t lines);

// Refuses with {part}.
tl::unexpected<base::Error> refuse_part(std::string code, std::string_view part);

} // namespace xieshang::documents
