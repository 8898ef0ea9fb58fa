// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whom we believe about a client's address: only a peer whose address lies in a configured network
// may name another (X-Forwarded-For) or say that its side was encrypted (X-Forwarded-Proto).
#pragma once

#include "platform/http/message.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::http {

class TrustedProxies {
public:
    // "10.0.0.0/8", "::1", "fd00::/8". Throws std::runtime_error "trusted_proxies: …" for what is
    // no network.
    explicit TrustedProxies(const std::vector<std::string>& networks);

    static bool is_network(const std::string& text);

    bool empty() const { return networks_.empty(); }
    bool contains(std::string_view address) const; // false for what is no address

    // Sets remote_address and secure from the peer's and, if the peer is trusted, from what the
    // proxies say: the rightmost address in X-Forwarded-For that is not itself a trusted proxy. An
    // entry that is no address ends the search at the last one that was.
    void name_client(Request& request, std::string_view peer, bool peer_is_secure) const;

private:
    using Bytes = std::array<std::uint8_t, 16>; // IPv4 as ::ffff:a.b.c.d
    struct Network {
        Bytes bytes{};
        unsigned bits = 0;
    };
    static bool read(std::string_view text, Bytes& bytes);
    static std::optional<Network> network_of(const std::string& text);
    std::string client_behind(const Request& request, std::string_view peer) const;

    std::vector<Network> networks_;
};

} // namespace xieshang::http
