// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The HTTP server. The only part that sees the HTTP library: I/O threads parse and answer, a worker
// pool runs the handler (ADR 0007). Limits stand on everything; what breaks them is answered with
// problem+json where HTTP allows.
#pragma once

#include "platform/http/message.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xieshang::http {

struct Limits {
    std::size_t body_bytes = 20U << 20U; // else 413
    std::size_t head_bytes = 16U << 10U; // request line and headers together, else 431
    std::size_t header_count = 100;      // else 431
    std::size_t connections = 4096;      // more wait in the listen queue
    std::size_t waiting_requests = 1024; // beyond it 503 with Retry-After
    // For a request to arrive, else 408; a body gets a second more for each 32 KB of it that has
    // come, so that a slow line can send a large file. Also for the TLS handshake.
    std::chrono::seconds read_timeout{30};
    std::chrono::seconds write_timeout{60}; // without any progress; then the connection is dropped
    std::chrono::seconds idle_timeout{75};  // keep-alive
};

struct ServerOptions {
    std::string host = "127.0.0.1";
    unsigned short port = 8080;  // 0: any free one
    std::string tls_certificate; // PEM files; both or none
    std::string tls_key;
    std::vector<std::string>
        trusted_proxies; // CIDR; only these may say X-Forwarded-For and X-Forwarded-Proto
    std::size_t io_threads = 1;
    std::size_t worker_threads = 32;
    Limits limits{};
    std::function<std::string()>
        new_request_id; // from any thread, several at once; when empty, UUIDv7s
    // Called after each answer, from any thread: for the access log and the metrics. A stream is
    // answered when it opens. What the server refused by itself has an empty path and no headers
    // but Accept-Language.
    std::function<void(
        const Request&, int status, std::size_t bytes, std::chrono::microseconds took)>
        answered;
    // Writes the application/problem+json text of what the server refuses by itself (docs in
    // refusal.h); when empty, a text without words. Called from any thread; accept_language may be
    // empty.
    std::function<std::string(int status, std::string_view code, std::string_view accept_language)>
        refusal_text;
    // Called with what() when a handler threw; the client got 500 without details.
    std::function<void(const Request&, std::string_view what)> failed;
};

class Server {
public:
    // Listens when it returns. Throws std::runtime_error with "port_in_use" as what() when the port
    // is taken, "port_forbidden" when the system refuses it, and other std::runtime_errors that
    // begin with "address:", "trusted_proxies:" or "tls:" for what cannot be understood or read.
    static std::unique_ptr<Server> start(ServerOptions options, Handler handler);

    virtual ~Server() = default; // stops without patience, but waits for handlers that still run
    virtual unsigned short port() const = 0;

    // Takes no new connections, ends streams, answers what has arrived or is arriving (each with
    // Connection: close), and returns when all are done or the time is over. Connections without a
    // request stay open for up to half a second, so that a request under way is not cut off.
    // Requests still waiting for a worker at the end get 503.
    virtual void stop(std::chrono::milliseconds patience) = 0;
};

} // namespace xieshang::http
