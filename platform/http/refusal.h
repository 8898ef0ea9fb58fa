// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the server refuses by itself, before any handler has seen it. Codes (text keys of the layer
// above):
//   400 http.malformed        the head breaks RFC 9112, or two readers could understand it
//   differently 400 http.bad_path         broken escape, not UTF-8, NUL 404 http.file_gone        a
//   file that was to be sent is no more 408 http.too_slow         the request did not arrive within
//   Limits::read_timeout 413 http.too_large        body larger than Limits::body_bytes, or cut into
//   absurdly many chunks 416 http.bad_range        a Range that lies outside the file 417
//   http.unknown_expectation 431 http.head_too_large, http.too_many_headers 500 http.internal the
//   handler threw 501 http.unknown_method, http.unknown_encoding 503 http.busy
//   Limits::waiting_requests reached (Retry-After: 1); http.stopping: the server ends 505
//   http.unknown_version
#pragma once

#include "platform/http/server.h"

#include <string>
#include <string_view>

namespace xieshang::http {

// The application/problem+json answer; its words come from options.refusal_text when that is set
// and does not throw.
Response refusal(const ServerOptions& options, int status, std::string_view code,
    std::string_view accept_language);

} // namespace xieshang::http
