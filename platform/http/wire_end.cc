// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How a wire comes to its end.
#include "platform/http/wire.h"

namespace xieshang::http {
namespace {

constexpr std::chrono::seconds linger_silence{2};
constexpr std::chrono::seconds linger_most{30};

} // namespace

// Closing while bytes still come in would reset the connection and with it the answer that the
// client has not read yet: so our side ends first, and what the client still sends is read and
// forgotten for a while.
void Wire::linger()
{
    state_ = State::lingering;
    const bool is_hurried = loop_.shared.is_stopping;
    set_deadline(is_hurried ? idle_when_stopping : linger_silence);
    lingers_until_ = Clock::now() + linger_most;
    if (tls_) {
        tls_->async_shutdown([self = shared_from_this()](const Error&) { self->drain(); });
    } else {
        drain();
    }
}

void Wire::drain()
{
    if (state_ != State::lingering) {
        return;
    }
    Error error;
    tcp_.shutdown(Tcp::shutdown_send, error);
    if (error) {
        drop();
        return;
    }
    watch();
}

// Reads what nobody wants, to see the end of the client's side.
void Wire::watch()
{
    const auto seen = [self = shared_from_this(), state = state_](const Error& error, std::size_t) {
        if (self->state_ != state) {
            return;
        }
        if (error) {
            self->drop();
            return;
        }
        if (state == State::lingering) {
            self->deadline_ = std::min(Clock::now() + linger_silence, self->lingers_until_);
        }
        self->watch();
    };
    if (state_ == State::lingering) {
        tcp_.async_read_some(boost::asio::buffer(loop_.scratch), seen); // TLS has ended: raw bytes
    } else {
        on_stream([&](auto& stream) {
            stream.async_read_some(boost::asio::buffer(loop_.scratch), seen);
        });
    }
}

void Wire::end_idle()
{
    Error ignored;
    tcp_.cancel(ignored);
    linger();
}

void Wire::drop()
{
    if (state_ == State::closed) {
        return;
    }
    state_ = State::closed;
    Error ignored;
    tcp_.close(ignored);
    loop_.remove(*this);
    if (const auto events = std::exchange(stream_, {}); events.closed) {
        events.closed();
    }
}

void Wire::end_stream()
{
    if (state_ == State::streaming) {
        end_idle();
    }
}

void Wire::check_deadline(Clock::time_point now)
{
    if (now < deadline_) {
        return;
    }
    const auto self = shared_from_this();
    if (state_ != State::reading) {
        drop();
        return;
    }
    Error error;
    if (guard_.is_inside_message()) {
        refuse({408, "http.too_slow"});
    } else if (tcp_.available(error) == 0) { // else it is read in a moment
        end_idle();
    }
}

void Wire::wind_down()
{
    if (state_ == State::streaming && stream_.wind_down) {
        const auto wind_down_stream = stream_.wind_down;
        wind_down_stream();
    } else if (state_ == State::reading && !guard_.is_inside_message()) {
        deadline_ = std::min(deadline_, Clock::now() + idle_when_stopping);
    }
}

void Wire::give_up()
{
    if (state_ == State::reading && guard_.is_inside_message()) {
        refuse({503, "http.stopping"});
    }
}

} // namespace xieshang::http
