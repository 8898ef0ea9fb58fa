// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/oidc/address.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace xieshang::oidc {
namespace {

struct FreeUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

std::optional<std::string> part(CURLU* url, CURLUPart which, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(url, which, &text, flags) != CURLUE_OK) {
        return std::nullopt;
    }
    std::string owned(text);
    curl_free(text);
    return owned;
}

bool is_plain(char c) { return c > 32 && c < 127 && c != '\\'; }

bool is_loopback(const std::string& host)
{
    return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
}

} // namespace

std::optional<Origin> origin_of(std::string_view address)
{
    if (address.size() > 2048 || !std::all_of(address.begin(), address.end(), is_plain)) {
        return std::nullopt;
    }
    const std::unique_ptr<CURLU, FreeUrl> url(curl_url());
    if (!url || curl_url_set(url.get(), CURLUPART_URL, std::string(address).c_str(), 0) != CURLUE_OK
        || part(url.get(), CURLUPART_USER) || part(url.get(), CURLUPART_PASSWORD)
        || part(url.get(), CURLUPART_FRAGMENT)) {
        return std::nullopt;
    }
    Origin origin{part(url.get(), CURLUPART_SCHEME).value_or(""),
        part(url.get(), CURLUPART_HOST).value_or(""),
        part(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT).value_or("")};
    std::transform(origin.host.begin(), origin.host.end(), origin.host.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const bool allowed =
        origin.scheme == "https" || (origin.scheme == "http" && is_loopback(origin.host));
    return allowed && !origin.host.empty() ? std::optional(origin) : std::nullopt;
}

std::string escaped(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

} // namespace xieshang::oidc
