// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One request to a provider: no redirect is followed, no proxy but the one that is configured, no
// cookie, no netrc, certificates checked; 5 seconds and 256 KiB at most. Any thread.
#pragma once

#include <functional>
#include <string>
#include <tl/expected.hpp>

namespace xieshang::oidc {

constexpr long answer_limit_ms = 5'000;
constexpr std::size_t answer_bytes_most = 256U << 10U;

struct Outgoing {
    std::string address;
    std::string form;          // of a POST; empty: a GET
    std::string authorization; // the header's value; empty: none
};

struct Incoming {
    int status{};
    std::string body;
};

// The error is a text for the log. Never throws.
using Fetch = std::function<tl::expected<Incoming, std::string>(const Outgoing&)>;

// By libcurl. `proxy` empty: none, whatever the environment says.
Fetch fetch_by_curl(std::string proxy);

} // namespace xieshang::oidc
