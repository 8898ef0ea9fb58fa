// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Addresses that the program may ask by itself (T-21, API-03): https, or http on this machine's own
// loopback; no name and password in it, no fragment. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::oidc {

struct Origin {
    std::string scheme; // https, http
    std::string host;   // lower case; IPv6 in brackets
    std::string port;   // always there

    bool operator==(const Origin&) const = default;
};

// Nothing for an address that may not be asked.
std::optional<Origin> origin_of(std::string_view address);

// For a form or a query: percent-encoded but for unreserved characters.
std::string escaped(std::string_view text);

} // namespace xieshang::oidc
