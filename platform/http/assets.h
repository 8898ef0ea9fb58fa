// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The embedded front end: files that live as long as the program, compressed at build time.
#pragma once

#include "platform/http/message.h"

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

namespace xieshang::http {

struct EmbeddedFile {
    std::string_view path{};         // "/assets/main-B3xk9.js", "/index.html"
    std::string_view content_type{}; // "text/javascript; charset=utf-8"
    std::string_view bytes{};
    std::string_view gzip{}; // empty when compressing does not pay
    std::string_view brotli{};
    std::string_view etag{}; // a digest of bytes, with its quotes
    bool immutable = false;  // its name changes with its content
};

// What was embedded at build time; defined by the program's embedded_web library, empty without a
// front end.
std::span<const EmbeddedFile> embedded_files();

class AssetTable {
public:
    explicit AssetTable(
        std::span<const EmbeddedFile> files); // which must live as long as the table

    // The answer for a GET or HEAD: the asset of that path; for another path that a browser opens
    // (Accept has text/html) the index page, because the front end routes by itself; nothing
    // otherwise. /api/, /assets/ and the server's own paths never fall back.
    std::optional<Response> serve(const Request& request) const;

private:
    const EmbeddedFile* find(std::string_view path) const;

    std::unordered_map<std::string_view, const EmbeddedFile*> by_path_;
};

} // namespace xieshang::http
