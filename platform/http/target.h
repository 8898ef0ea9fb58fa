// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The request target: what stands between the method and HTTP/1.1 (RFC 9112 §3.2, RFC 3986 §2.1).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::http {

struct Target {
    std::string path;  // decoded once
    std::string query; // raw
};

// Nothing for a broken escape, a path that is not UTF-8 or has a NUL in it, and a target that is
// neither a path, an http(s) address, nor "*".
std::optional<Target> target_of(std::string_view text);

// %XX once; '+' is a space only when asked. Nothing for a broken escape.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);

// Well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
bool is_utf8(std::string_view text);

} // namespace xieshang::http
