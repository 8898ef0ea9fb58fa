// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The footers of an official document's file: the page number "— 1 —" (GB/T 9704-2012 §7.5) on the
// outer side, upright and turned, and the lower double rule of a letter's first page (§10.1). Pure.
#pragma once

#include <string>

namespace xieshang::documents {

enum class Side : std::uint8_t { odd, even };

std::string page_footer_xml(Side side);
std::string turned_footer_xml(Side side);
std::string first_letter_footer_xml();

} // namespace xieshang::documents
