// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the HTTP library takes for its socket: a wire. The library's own timers, limits, acceptor
// and closing are not used: they close a connection without an answer, reset it under an answer
// that is still being read, and stop accepting for good when descriptors run out.
#pragma once

#ifndef RESTINIO_USE_BOOST_ASIO
#define RESTINIO_USE_BOOST_ASIO 1 // before the first of the library's headers
#endif

#include "platform/http/wire.h"

#include <boost/asio/buffer.hpp>
#include <memory>
#include <restinio/connection_state_listener.hpp>
#include <utility>

namespace xieshang::http {

class LibrarySocket {
public:
    using executor_type = Wire::Executor;

    explicit LibrarySocket(std::shared_ptr<Wire> wire) : wire_(std::move(wire)) {}
    LibrarySocket(LibrarySocket&&) = default;
    LibrarySocket& operator=(LibrarySocket&&) = delete;
    ~LibrarySocket()
    {
        if (wire_) {
            wire_->abandon();
        }
    }

    Wire& wire() { return *wire_; }
    executor_type get_executor() { return wire_->executor(); }
    bool is_open() const { return wire_->is_open(); }

    template <class Handler>
    void async_read_some(boost::asio::mutable_buffer into, Handler&& handler)
    {
        wire_->read(into,
            [handler = std::forward<Handler>(handler)](
                const Wire::Error& error, std::size_t size) mutable { handler(error, size); });
    }

    template <class Buffers, class Handler>
    void async_write_some(const Buffers& buffers, Handler&& handler)
    {
        wire_->write_some(buffers, std::forward<Handler>(handler));
    }

    void cancel(Wire::Error&) {} // it means a read, and none waits while an answer is sent
    void shutdown(Wire::Tcp::shutdown_type, Wire::Error&) {}
    void close() { wire_->close(); }

private:
    std::shared_ptr<Wire> wire_;
};

// Found by the library through their argument: what happens before the first read …
template <class Connection, class Start, class Fail>
void prepare_connection_and_start_read(
    LibrarySocket& socket, Connection& connection, Start start, Fail fail)
{
    socket.wire().open([start, fail, held = connection.shared_from_this()](
                           const Wire::Error& error) mutable { error ? fail(error) : start(); });
}

// … and a part of a listener that we do not use.
inline restinio::tls_socket_t* make_tls_socket_pointer_for_state_listener(LibrarySocket&) noexcept
{
    return nullptr;
}

} // namespace xieshang::http
