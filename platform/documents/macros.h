// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// By what a part of an office file is known to hold a program: its content type, the type of a
// relation to it, or its name, all in small letters. The macros of Excel 4 stand in sheets of their
// own. Pure.
#pragma once

#include <string_view>

namespace xieshang::documents {

bool is_macro_type(std::string_view content_type);
bool is_macro_relation(std::string_view type); // the last step of its address
bool is_macro_part(std::string_view name);

} // namespace xieshang::documents
