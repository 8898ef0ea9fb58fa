// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Requests and responses, free of any HTTP library. Header names are looked up without regard to case.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xieshang::http {

enum class Method : std::uint8_t { get, head, post, put, patch, del, options, other };
std::string_view name_of(Method method); // "GET"

struct Header {
    std::string name;
    std::string value;
};

struct Request {
    Method method = Method::get;
    std::string path;              // decoded once, UTF-8, without query
    std::string query;             // raw, without '?'
    std::vector<Header> headers;
    std::string body;
    std::string remote_address;    // of the client; behind a trusted proxy, the one it names
    std::string request_id;        // made by the server, 36 characters
    bool secure = false;           // came by TLS, here or at a trusted proxy

    std::string_view header(std::string_view name) const;                      // empty when absent
    std::optional<std::string> parameter(std::string_view name) const;         // of the query, decoded; first one
};

// A client of server-sent events: the server calls `closed` once when the connection has gone.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void send(std::string_view text) = 0; // whole SSE frames; any thread; dropped when the client has gone
    virtual void close() = 0;
};

struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;
    // A view of bytes that live as long as the program (embedded files); used instead of body when not empty.
    std::string_view fixed_body;
    // A file that is sent from disk without being read into memory; used instead of body when set.
    std::optional<std::string> file_path;
    // Turns the answer into a stream of events: called once with the open connection.
    std::function<void(std::shared_ptr<EventSink>)> stream;

    void set(std::string name, std::string value); // replaces a header of that name
    std::string_view header(std::string_view name) const;
};

using Handler = std::function<Response(const Request&)>; // called on worker threads, any number at once

} // namespace xieshang::http
