// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/wire.h"

#include "platform/http/answer_head.h"
#include "platform/http/refusal.h"

#include <boost/asio/write.hpp>

namespace xieshang::http {
namespace {

namespace asio = boost::asio;

constexpr std::uint64_t slow_line_bytes = 32U << 10U; // a second; see Limits::read_timeout

std::string name_of_peer(Wire::Tcp& tcp)
{
    boost::system::error_code error;
    auto address = tcp.remote_endpoint(error).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    return error ? std::string{} : address.to_string();
}

} // namespace

Wire::Wire(Loop& loop, Tcp tcp)
    : loop_(loop),
      tcp_(std::move(tcp)),
      peer_(name_of_peer(tcp_)),
      guard_(loop.shared.options.limits)
{
    boost::system::error_code ignored;
    tcp_.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (loop.shared.tls) {
        tls_ = std::make_unique<asio::ssl::stream<Tcp&>>(tcp_, *loop.shared.tls);
    }
    loop_.add(*this);
}

Wire::~Wire() { drop(); }

void Wire::open(std::function<void(const Error&)> done)
{
    if (!tls_) {
        done({});
        return;
    }
    set_deadline(loop_.shared.options.limits.read_timeout);
    tls_->async_handshake(asio::ssl::stream_base::server,
        [self = shared_from_this(), done = std::move(done)](const Error& error) { done(error); });
}

void Wire::read(asio::mutable_buffer into, Done done)
{
    const auto& limits = loop_.shared.options.limits;
    const bool is_first = state_ == State::opening;
    if (state_ != State::opening && state_ != State::handling && state_ != State::reading) {
        return;
    }
    state_ = State::reading;
    if (refused_next_) {
        refuse(refused_next_);
        return;
    }
    read_into_ = into;
    read_done_ = std::move(done);
    if (guard_.is_inside_message()) {
        deadline_ = message_began_ + limits.read_timeout
            + std::chrono::seconds{guard_.body_bytes() / slow_line_bytes};
    } else {
        set_deadline(is_first ? limits.read_timeout : limits.idle_timeout);
        if (loop_.shared.is_stopping) {
            set_deadline(idle_when_stopping);
        }
    }
    start_reading();
}

void Wire::start_reading()
{
    on_stream([this](auto& stream) {
        stream.async_read_some(
            read_into_, [self = shared_from_this()](const Error& error, std::size_t size) {
                self->after_read(error, size);
            });
    });
}

void Wire::after_read(const Error& error, std::size_t size)
{
    const Done done =
        std::exchange(read_done_, nullptr); // keeps the library's connection and its buffer
    if (state_ != State::reading) {
        return; // refused, wound down or closed while it waited
    }
    if (error) {
        has_read_error_ = true;
        done(error, size);
        return;
    }
    const bool was_inside = guard_.is_inside_message();
    const auto messages = guard_.messages();
    const auto verdict = guard_.feed({static_cast<const char*>(read_into_.data()), size});
    if (!was_inside || messages != guard_.messages()) {
        message_began_ = Clock::now();
    }
    if (verdict.violation && verdict.passed == 0) {
        refuse(verdict.violation);
        return;
    }
    refused_next_ = verdict.violation;
    if (!verdict.awaits_continue) {
        done({}, verdict.passed);
        return;
    }
    static const auto go_on = std::make_shared<const std::string>("HTTP/1.1 100 Continue\r\n\r\n");
    write_all(go_on, [this, done, passed = verdict.passed](bool is_sent) {
        if (state_ == State::reading) {
            has_read_error_ = !is_sent;
            done(is_sent ? Error{} : Error{asio::error::broken_pipe}, passed);
        }
    });
}

void Wire::begin_request()
{
    state_ = State::handling;
    deadline_ = Clock::time_point::max();
}

void Wire::close()
{
    switch (state_) {
    case State::opening:
        drop();
        break;
    case State::reading:
        if (has_read_error_) {
            drop();
        } else {
            refuse({400, "http.malformed"});
        }
        break;
    case State::handling:
        linger();
        break;
    default:
        break; // goes on without the library
    }
}

void Wire::abandon()
{
    if (state_ == State::opening || is_open()) {
        drop();
    }
}

void Wire::refuse(Violation violation)
{
    state_ = State::refusing;
    Error ignored;
    tcp_.cancel(ignored); // the read for the library, if it still waits
    set_deadline(loop_.shared.options.limits.write_timeout);
    const auto& options = loop_.shared.options;
    Request request;
    request.method = Method::other;
    request.secure = is_secure();
    request.remote_address = peer_;
    request.request_id = options.new_request_id();
    if (!guard_.accept_language().empty()) {
        request.headers.push_back({"Accept-Language", guard_.accept_language()});
    }
    const auto answer =
        refusal(options, violation.status, violation.code, guard_.accept_language());
    auto text = head_of(
        answer, request.request_id, {.content_length = answer.body.size(), .keeps_alive = false});
    text += answer.body;
    write_all(std::make_shared<const std::string>(std::move(text)), [this](bool is_sent) {
        if (state_ == State::refusing) {
            is_sent ? linger() : drop();
        }
    });
    loop_.shared.report(request, answer.status, answer.body.size(), {});
}

void Wire::write_all(
    std::shared_ptr<const std::string> text, std::function<void(bool is_sent)> done)
{
    const auto buffer = asio::buffer(*text);
    on_stream([&](auto& stream) {
        asio::async_write(stream, buffer,
            [self = shared_from_this(), text = std::move(text), done = std::move(done)](
                const Error& error, std::size_t) { done(!error); });
    });
}

void Wire::begin_stream(StreamEvents events)
{
    if (state_ != State::handling) {
        events.closed();
        return;
    }
    state_ = State::streaming;
    stream_ = std::move(events);
    watch();
}

void Wire::guard_writing(bool is_writing)
{
    deadline_ = is_writing ? Clock::now() + loop_.shared.options.limits.write_timeout
                           : Clock::time_point::max();
}

} // namespace xieshang::http
