// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One connection's bytes: plain or TLS, with its deadlines and its end. The HTTP library reads and
// writes through it, the guard looks at what it reads, and when a message is refused, a stream
// begins or the connection ends, the wire goes on without the library. All functions are for the
// loop's thread.
//
//   opening ──▶ reading ⇄ handling ──▶ lingering ──▶ closed
//                  │          └──▶ streaming ──▶ lingering
//                  └──▶ refusing ──▶ lingering
#pragma once

#include "platform/http/loop.h"
#include "platform/http/message_guard.h"

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <chrono>
#include <functional>
#include <memory>

namespace xieshang::http {

class Wire : public std::enable_shared_from_this<Wire> {
public:
    using Clock = std::chrono::steady_clock;
    using Executor = boost::asio::io_context::executor_type;
    using Tcp = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
    using Error = boost::system::error_code;
    using Done = std::function<void(const Error&, std::size_t)>;
    // When the server ends, a request may be under way on a connection that seems idle.
    static constexpr std::chrono::milliseconds idle_when_stopping{500};

    Wire(Loop& loop, Tcp tcp);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    Loop& loop() { return loop_; }
    Executor executor() { return tcp_.get_executor(); }
    const std::string& peer() const { return peer_; }
    bool is_secure() const { return tls_ != nullptr; }

    // For the library.
    void open(std::function<void(const Error&)> done); // the TLS handshake, if any
    void read(boost::asio::mutable_buffer into, Done done);
    template <class Buffers, class Written>
    void write_some(const Buffers& buffers, Written&& written);
    bool is_open() const { return state_ == State::reading || state_ == State::handling; }
    void begin_request(); // it has a whole request
    void close();         // it is done: after an answer, or for bytes it does not understand
    void abandon();       // it has gone

    // For streams of events.
    struct StreamEvents {
        std::function<void()> closed;    // once; nothing can be sent any more
        std::function<void()> wind_down; // send what is left and end
    };
    void begin_stream(StreamEvents events);
    void write_all(std::shared_ptr<const std::string> text, std::function<void(bool is_sent)> done);
    void guard_writing(bool is_writing); // against a stream's client that reads nothing
    void end_stream();

    // For the loop.
    void check_deadline(Clock::time_point now);
    void wind_down(); // the server ends: what has begun comes to its end, what idles goes soon
    void give_up();   // the patience is over: what has not come completely is refused
    void drop();      // at once
    std::size_t place = 0;

private:
    enum class State : std::uint8_t {
        opening,
        reading,
        handling,
        streaming,
        refusing,
        lingering,
        closed
    };

    void start_reading();
    void after_read(const Error& error, std::size_t size);
    void pass_on(std::size_t size, const MessageGuard::Verdict& verdict, const Done& done);
    void refuse(Violation violation);
    void linger();
    void drain();
    void watch();
    void end_idle();
    void set_deadline(Clock::duration from_now) { deadline_ = Clock::now() + from_now; }
    template <class Call>
    void on_stream(Call&& call);

    Loop& loop_;
    Tcp tcp_;
    std::unique_ptr<boost::asio::ssl::stream<Tcp&>> tls_;
    std::string peer_;
    MessageGuard guard_;
    State state_ = State::opening;
    bool has_read_error_ = false;
    Violation refused_next_{}; // the next message, when the library asks for it
    boost::asio::mutable_buffer read_into_;
    Done read_done_;
    StreamEvents stream_;
    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point message_began_{};
    Clock::time_point lingers_until_{};
};

template <class Call>
void Wire::on_stream(Call&& call)
{
    if (tls_) {
        call(*tls_);
    } else {
        call(tcp_);
    }
}

template <class Buffers, class Written>
void Wire::write_some(const Buffers& buffers, Written&& written)
{
    set_deadline(loop_.shared.options.limits.write_timeout);
    on_stream(
        [&](auto& stream) { stream.async_write_some(buffers, std::forward<Written>(written)); });
}

} // namespace xieshang::http
