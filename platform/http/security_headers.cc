// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/security_headers.h"

#include "platform/http/ascii.h"

#include <algorithm>

namespace xieshang::http {
namespace {

const std::vector<Header>& fixed_headers()
{
    static const std::vector<Header> headers{
        {"Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
            "form-action 'self'; frame-ancestors 'none'; object-src 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy",
            "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"},
    };
    return headers;
}

} // namespace

void add_security_headers(Response& response, bool secure)
{
    const auto& fixed = fixed_headers();
    const bool cached = !response.header("Cache-Control").empty();
    response.headers.reserve(response.headers.size() + fixed.size() + 2);
    response.headers.insert(response.headers.end(), fixed.begin(), fixed.end());
    if (!cached) {
        response.headers.push_back({"Cache-Control", "no-store"});
    }
    if (secure) {
        response.headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
    }
}

bool is_same_site(const Request& request, const std::vector<std::string>& own_origins)
{
    const std::string_view site = request.header("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none") {
        return false;
    }
    const std::string_view origin = request.header("Origin");
    if (origin.empty()) {
        return true;
    }
    const std::string own =
        (request.secure ? "https://" : "http://") + std::string(request.header("Host"));
    return same_word(origin, own)
        || std::any_of(own_origins.begin(), own_origins.end(),
            [&](const std::string& other) { return same_word(origin, other); });
}

bool is_content_type(std::string_view header, std::string_view type)
{
    return same_word(trimmed(header.substr(0, header.find(';'))), type);
}

} // namespace xieshang::http
