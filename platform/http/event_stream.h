// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A stream of server-sent events on a wire. Texts are collected while the client is slow, up to a
// bound.
#pragma once

#include "platform/http/message.h"
#include "platform/http/wire.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace xieshang::http {

class EventStream : public std::enable_shared_from_this<EventStream> {
public:
    static constexpr std::size_t unsent_most = 256U << 10U;

    explicit EventStream(std::shared_ptr<Wire> wire) : wire_(std::move(wire)) {}

    // From any thread.
    void send(std::string_view text);
    void close();
    bool gone() const;
    void when_gone(std::function<void()> callback);

    // On the loop's thread, once: takes the wire, sends the head and what was sent before.
    void begin(std::string head);

    // What a handler gets: its end closes the stream.
    static std::shared_ptr<EventSink> sink_of(std::shared_ptr<EventStream> stream);

private:
    enum class Wish : std::uint8_t { send, close, drop };

    void schedule(); // under the lock
    void flush();
    void mark_gone();

    mutable std::mutex mutex_;
    std::shared_ptr<Wire>
        wire_; // let go on the loop's thread, so that a sink may outlive the server
    std::string unsent_;
    std::size_t in_flight_ = 0; // bytes given to the wire and not yet written
    Wish wish_ = Wish::send;
    bool has_begun_ = false;
    bool is_scheduled_ = false;
    bool is_gone_ = false;
    std::function<void()> when_gone_;
};

} // namespace xieshang::http
