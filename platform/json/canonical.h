// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// RFC 8785 (JSON Canonicalization Scheme): one text for one content, to be hashed by the record
// (ADR 0010).
#pragma once

#include <string>
#include <string_view>

namespace xieshang::json {

// Members sorted by UTF-16 code units, numbers as ECMAScript writes them, no white space. Numbers
// are doubles (RFC 8785 §3.2.2.3): write integers beyond 2^53 as strings. Throws
// std::invalid_argument for what is not I-JSON: bad syntax, bad UTF-8, repeated members, a number
// beyond a double.
std::string canonical(std::string_view json);

} // namespace xieshang::json
