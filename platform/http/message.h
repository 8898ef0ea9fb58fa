// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Requests and responses, free of any HTTP library. Header names are looked up without regard to
// case.
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
    std::string path;  // decoded once, UTF-8, without query
    std::string query; // raw, without '?'
    std::vector<Header> headers;
    std::string body;
    std::string remote_address; // of the client; behind a trusted proxy, the one it names
    std::string request_id;     // made by the server, 36 characters
    bool secure = false;        // came by TLS, here or at a trusted proxy

    std::string_view header(std::string_view name) const; // empty when absent
    std::optional<std::string> parameter(
        std::string_view name) const; // of the query, decoded; first one
};

// A client of server-sent events. When the last owner lets go of the sink, the stream is closed.
class EventSink {
public:
    virtual ~EventSink() = default;
    // Whole SSE frames; from any thread, never waits; dropped when the client has gone. A client
    // that leaves more than 256 KB unread is taken for gone and its connection dropped.
    virtual void send(std::string_view text) = 0;
    virtual void close() = 0; // after what was sent before; from any thread
    virtual bool gone() const
    {
        return false;
    } // the client has left, was dropped, or the stream is closed; any thread
    // Calls `callback` once when gone() becomes true, on an I/O thread (so it must not wait), or at
    // once when it is. One callback a sink: a later one replaces it.
    virtual void when_gone(std::function<void()> /*callback*/) {}
};

// The server itself writes Date, Content-Length, Connection, Transfer-Encoding and X-Request-Id:
// the handler's are dropped. A HEAD request is answered like the GET, the server leaves the body
// out.
struct Response {
    int status = 200;
    std::vector<Header> headers;
    std::string body;
    // A view of bytes that live as long as the program (embedded files); used instead of body when
    // not empty.
    std::string_view fixed_body;
    // A file that is sent from disk without being read into memory; used instead of body when set.
    // A GET with Range gets its part (206 or 416). When the file has gone, the answer is 404.
    std::optional<std::string> file_path;
    // Turns the answer into a stream of events: called once with the open connection, on the
    // handler's thread, after the head was handed over. The headers must name the content type. The
    // connection closes with the stream.
    std::function<void(std::shared_ptr<EventSink>)> stream;

    void set(std::string name, std::string value); // replaces a header of that name
    std::string_view header(std::string_view name) const;
};

using Handler =
    std::function<Response(const Request&)>; // called on worker threads, any number at once

} // namespace xieshang::http
