// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/trusted_proxies.h"

#include "platform/http/ascii.h"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>
#include <stdexcept>

namespace xieshang::http {
namespace {

// "1.2.3.4:5678", "[::1]:80" and "[::1]" as some proxies write them.
std::string_view without_port(std::string_view entry)
{
    entry = trimmed(entry);
    if (entry.starts_with('[')) {
        const auto end = entry.find(']');
        return end == std::string_view::npos ? std::string_view{} : entry.substr(1, end - 1);
    }
    const auto colon = entry.find(':');
    return colon != std::string_view::npos && colon == entry.rfind(':') ? entry.substr(0, colon)
                                                                        : entry;
}

std::string_view last_entry(std::string_view list)
{
    const auto comma = list.rfind(',');
    return comma == std::string_view::npos ? list : list.substr(comma + 1);
}

std::string_view before_last_entry(std::string_view list)
{
    const auto comma = list.rfind(',');
    return comma == std::string_view::npos ? std::string_view{} : list.substr(0, comma);
}

} // namespace

bool TrustedProxies::read(std::string_view text, Bytes& bytes)
{
    const std::string zero_ended{text};
    if (zero_ended.find('\0') != std::string::npos) {
        return false;
    }
    bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    return ::inet_pton(AF_INET, zero_ended.c_str(), &bytes[12]) == 1
        || ::inet_pton(AF_INET6, zero_ended.c_str(), bytes.data()) == 1;
}

std::optional<TrustedProxies::Network> TrustedProxies::network_of(const std::string& text)
{
    const auto slash = text.find('/');
    const auto address = std::string_view{text}.substr(0, slash);
    const unsigned most = address.find(':') == std::string_view::npos ? 32 : 128;
    Network network{.bytes = {}, .bits = most};
    bool is_good = read(address, network.bytes);
    if (slash != std::string::npos) {
        const char* end = text.data() + text.size();
        const auto [last, error] = std::from_chars(text.data() + slash + 1, end, network.bits);
        is_good = is_good && error == std::errc{} && last == end && network.bits <= most;
    }
    if (!is_good) {
        return std::nullopt;
    }
    network.bits += 128 - most;
    return network;
}

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks)
{
    networks_.reserve(networks.size());
    for (const auto& text : networks) {
        const auto network = network_of(text);
        if (!network) {
            throw std::runtime_error("trusted_proxies: not a network: " + text);
        }
        networks_.push_back(*network);
    }
}

bool TrustedProxies::is_network(const std::string& text) { return network_of(text).has_value(); }

bool TrustedProxies::contains(std::string_view address) const
{
    Bytes bytes{};
    if (!read(address, bytes)) {
        return false;
    }
    return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        for (unsigned bit = 0; bit < network.bits; ++bit) {
            const unsigned mask = 0x80U >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (network.bytes[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    });
}

std::string TrustedProxies::client_behind(const Request& request, std::string_view peer) const
{
    std::string_view client = peer;
    // Several lines of one header are one list; the end of the last line is the nearest proxy's.
    for (auto header = request.headers.rbegin(); header != request.headers.rend(); ++header) {
        std::string_view list =
            same_word(header->name, "X-Forwarded-For") ? header->value : std::string_view{};
        while (!list.empty()) {
            const auto entry = without_port(last_entry(list));
            list = before_last_entry(list);
            Bytes ignored{};
            if (!read(entry, ignored)) {
                return std::string{client};
            }
            client = entry;
            if (!contains(entry)) {
                return std::string{client};
            }
        }
    }
    return std::string{client};
}

void TrustedProxies::name_client(Request& request, std::string_view peer, bool peer_is_secure) const
{
    request.remote_address = peer;
    request.secure = peer_is_secure;
    if (networks_.empty() || !contains(peer)) {
        return;
    }
    request.remote_address = client_behind(request, peer);
    for (const auto& header : request.headers) { // the last line is the nearest proxy's
        if (same_word(header.name, "X-Forwarded-Proto")) {
            request.secure = same_word(trimmed(last_entry(header.value)), "https");
        }
    }
}

} // namespace xieshang::http
