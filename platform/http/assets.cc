// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/assets.h"

#include "platform/http/ascii.h"

#include <algorithm>
#include <cstdlib>

namespace xieshang::http {
namespace {

// Whether Accept-Encoding takes this coding: named, and not with q=0 (RFC 9110 §12.5.3).
bool accepts(std::string_view header, std::string_view coding)
{
    while (!header.empty()) {
        const std::string_view one = header.substr(0, header.find(','));
        header.remove_prefix(std::min(header.size(), one.size() + 1));
        const std::size_t semicolon = one.find(';');
        if (!same_word(trimmed(one.substr(0, semicolon)), coding)) {
            continue;
        }
        const std::size_t q = one.find("q=");
        return q == std::string_view::npos
            || std::strtod(std::string(one.substr(q + 2)).c_str(), nullptr) > 0;
    }
    return false;
}

bool is_servers_own(std::string_view path)
{
    for (const std::string_view prefix : {"/api", "/assets", "/healthz", "/readyz", "/metrics"}) {
        if (path.starts_with(prefix)
            && (path.size() == prefix.size() || path[prefix.size()] == '/')) {
            return true;
        }
    }
    return false;
}

bool names_etag(std::string_view if_none_match, std::string_view etag)
{
    return !etag.empty() && if_none_match.find(etag) != std::string_view::npos;
}

Response response_for(const EmbeddedFile& file, const Request& request)
{
    Response response;
    const bool has_variants =
        !file.gzip.empty() || !file.brotli.empty(); // of other bytes: the tag is a weak one
    response.headers = {{"ETag", (has_variants ? "W/" : "") + std::string(file.etag)},
        {"Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (has_variants) {
        response.headers.push_back({"Vary", "Accept-Encoding"});
    }
    if (names_etag(request.header("If-None-Match"), file.etag)) {
        response.status = 304;
        return response;
    }
    response.headers.push_back({"Content-Type", std::string(file.content_type)});
    const std::string_view accepted = request.header("Accept-Encoding");
    response.fixed_body = file.bytes;
    if (!file.brotli.empty() && accepts(accepted, "br")) {
        response.fixed_body = file.brotli;
        response.headers.push_back({"Content-Encoding", "br"});
    } else if (!file.gzip.empty() && accepts(accepted, "gzip")) {
        response.fixed_body = file.gzip;
        response.headers.push_back({"Content-Encoding", "gzip"});
    }
    return response;
}

} // namespace

AssetTable::AssetTable(std::span<const EmbeddedFile> files)
{
    for (const EmbeddedFile& file : files) {
        by_path_.emplace(file.path, &file);
    }
}

const EmbeddedFile* AssetTable::find(std::string_view path) const
{
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : found->second;
}

std::optional<Response> AssetTable::serve(const Request& request) const
{
    if (request.method != Method::get && request.method != Method::head) {
        return std::nullopt;
    }
    const EmbeddedFile* file = find(request.path == "/" ? "/index.html" : request.path);
    const bool opened = request.header("Accept").find("text/html") != std::string_view::npos;
    if (file == nullptr && opened && !is_servers_own(request.path)) {
        file = find("/index.html");
    }
    return file == nullptr ? std::nullopt : std::optional(response_for(*file, request));
}

} // namespace xieshang::http
