// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What may come over a connection, checked on the raw bytes before the library's parser sees them:
// the parser is lenient where two readers of one message could disagree (RFC 9112 §11), and it
// knows no answer to what is too large. Pure: no socket, no clock.
#pragma once

#include "platform/http/server.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace xieshang::http {

// Why a message is refused. status 0: it is not.
struct Violation {
    int status = 0;
    const char* code = "";
    explicit operator bool() const { return status != 0; }
};

class MessageGuard {
public:
    explicit MessageGuard(const Limits& limits) : limits_(limits) {}

    struct Verdict {
        // How many of the bytes may be handed on: all, or those before the message that is refused.
        std::size_t passed = 0;
        Violation violation{};
        bool awaits_continue =
            false; // the client waits for "100 Continue" before it sends the body
    };
    // The next bytes of the connection. After a violation it must not be called again.
    Verdict feed(std::string_view bytes);

    bool is_inside_message() const { return part_ != Part::request_line || head_bytes_ > 0; }
    std::size_t messages() const { return messages_; } // complete ones so far
    std::uint64_t body_bytes() const
    {
        return body_bytes_;
    } // that have come, or begun to come as chunks
    const std::string& accept_language() const
    {
        return accept_language_;
    } // of the message that is read

private:
    enum class Part : std::uint8_t {
        request_line,
        headers,
        body,
        chunk_size,
        chunk_data,
        chunk_end,
        trailers
    };

    Violation feed_line(std::string_view bytes, std::size_t& at);
    Violation feed_data(std::string_view bytes, std::size_t& at);
    Violation take(std::string_view line);
    Violation take_request_line(std::string_view line);
    Violation take_header(std::string_view line);
    Violation take_field(std::string_view name, std::string_view value);
    Violation take_head_end();
    Violation take_chunk_size(std::string_view line);
    void end_message();

    const Limits& limits_;
    std::string carried_; // the begin of a line whose end has not come yet
    std::string accept_language_;
    Part part_ = Part::request_line;
    bool is_http_1_1_ = false;
    bool has_length_ = false;
    bool is_chunked_ = false;
    bool expects_continue_ = false;
    std::size_t messages_ = 0;
    std::size_t hosts_ = 0;
    std::size_t headers_ = 0;
    std::size_t chunks_ = 0;
    std::size_t head_bytes_ = 0;
    std::uint64_t body_bytes_ = 0;
    std::uint64_t left_ = 0; // of the body or the chunk
};

} // namespace xieshang::http
