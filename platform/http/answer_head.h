// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The first lines of an answer, as they go over the wire.
#pragma once

#include "platform/http/message.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace xieshang::http {

struct Framing {
    // Bytes of the body, or those a GET would have had. Nothing: the body ends with the connection.
    std::optional<std::size_t> content_length;
    bool keeps_alive = true;
    bool says_keep_alive = false; // the client asked for it in so many words, as HTTP/1.0 must
};

// "HTTP/1.1 200 OK\r\n…\r\n\r\n". Headers that the server owns are left out of the response's;
// control characters in names and values become spaces, so that no value can begin a new header.
std::string head_of(const Response& response, std::string_view request_id, const Framing& framing);

std::string_view reason_of(int status); // "Not Found"; empty for an unknown one

// True when an answer of this status has no body whatever the handler says (RFC 9110 §6.4.1).
constexpr bool is_bodiless(int status) { return status < 200 || status == 204 || status == 304; }

} // namespace xieshang::http
