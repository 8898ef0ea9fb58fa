// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One request and its answer, made on a worker: what the library does not need to know.
#pragma once

#include "platform/http/answer_head.h"
#include "platform/http/file_part.h"
#include "platform/http/loop.h"

#include <chrono>
#include <optional>
#include <string>

namespace xieshang::http {

// An answer that is ready to be sent.
struct Answer {
    Response response;            // of its body, what the head has not taken in
    std::string head;             // and a short body behind it
    std::optional<FilePart> file; // sent after the head
    bool keeps_alive = true;
    std::size_t body_bytes = 0;
};

// Calls the handler; an exception becomes 500.
Response handle(const Shared& shared, const Request& request);

// Puts the head before a response, opens its file. `wants_keep_alive`: the client does; the server
// may not.
Answer answer_of(
    const Shared& shared, const Request& request, Response response, bool wants_keep_alive);

} // namespace xieshang::http
