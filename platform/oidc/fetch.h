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

// By libcurl. `proxy` empty: none, whatever the environment says. What a name resolves to is not
// looked at: a provider may well have a private address. A name that suddenly leads elsewhere
// (DNS rebinding) is stopped by TLS, before anything is asked: only the loopback goes without.
Fetch fetch_by_curl(std::string proxy, long limit_ms = answer_limit_ms);

} // namespace xieshang::oidc
