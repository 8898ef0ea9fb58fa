// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/listener.h"

#include <array>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <linux/filter.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>

namespace xieshang::http {
namespace {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds breath{50};     // when descriptors have run out
constexpr std::chrono::milliseconds last_step{1};   // of a client that is just coming in
constexpr std::chrono::milliseconds last_steps{50}; // of clients of a server that is busy

Tcp::endpoint endpoint_of(const ServerOptions& options, asio::io_context& io)
{
    std::string host = options.host;
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    boost::system::error_code error;
    const auto address = asio::ip::make_address(host, error);
    if (!error) {
        return {address, options.port};
    }
    Tcp::resolver resolver(io);
    const auto found = resolver.resolve(host, "", Tcp::resolver::passive, error);
    if (error || found.empty()) {
        throw std::runtime_error("address: not found: " + options.host);
    }
    return {found.begin()->endpoint().address(), options.port};
}

[[noreturn]] void fail(const boost::system::error_code& error)
{
    if (error == asio::error::address_in_use) {
        throw std::runtime_error("port_in_use");
    }
    if (error == asio::error::access_denied) {
        throw std::runtime_error("port_forbidden");
    }
    throw std::runtime_error("address: " + error.message());
}

} // namespace

Listener::Listener(Shared& shared, const std::vector<std::unique_ptr<Loop>>& loops)
    : shared_(shared),
      loops_(loops),
      start_connection_(connection_starter(shared)),
      acceptor_(loops.front()->io),
      pause_(loops.front()->io)
{
    listen();
    asio::post(loops.front()->io, [this] { accept(); });
}

void Listener::listen()
{
    const auto endpoint = endpoint_of(shared_.options, loops_.front()->io);
    boost::system::error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) {
        acceptor_.set_option(Acceptor::reuse_address(true), error);
    }
    if (!error && endpoint.address().is_v6()) {
        acceptor_.set_option(asio::ip::v6_only(false), error);
    }
    if (!error) {
        acceptor_.bind(endpoint, error);
    }
    if (!error) {
        acceptor_.listen(Acceptor::max_listen_connections, error);
    }
    if (!error) {
        acceptor_.non_blocking(true, error);
    }
    if (!error) {
        port_ = acceptor_.local_endpoint(error).port();
    }
    if (error) {
        fail(error);
    }
}

Loop& Listener::next_loop() { return *loops_[turn_++ % loops_.size()]; }

void Listener::accept()
{
    if (!acceptor_.is_open() || is_accepting_) {
        return;
    }
    is_full_ = true;
    if (shared_.open_connections >= shared_.options.limits.connections) {
        return; // the next one to go makes room
    }
    is_full_ = false;
    is_accepting_ = true;
    auto& loop = next_loop();
    acceptor_.async_accept(
        loop.io, [this, &loop](const boost::system::error_code& error, Wire::Tcp tcp) {
            is_accepting_ = false;
            if (!error) {
                adopt(std::move(tcp), loop);
                accept();
            } else if (error != asio::error::operation_aborted) {
                pause_.expires_after(breath);
                pause_.async_wait([this](const boost::system::error_code&) { accept(); });
            }
        });
}

void Listener::adopt(Wire::Tcp tcp, Loop& loop)
{
    ++shared_.open_connections;
    if (&loop == loops_.front().get()) {
        start_connection_(std::make_shared<Wire>(loop, std::move(tcp)));
        return;
    }
    asio::post(loop.io, [this, &loop, own = std::move(tcp)]() mutable {
        start_connection_(std::make_shared<Wire>(loop, std::move(own)));
    });
}

void Listener::make_room()
{
    if (is_full_.exchange(false)) {
        asio::post(loops_.front()->io, [this] { accept(); });
    }
}

// A listening socket that is closed resets what it has accepted by itself. So first nobody new gets
// in: a filter lets the system ignore who begins (SYN); such a client asks again in a second and is
// then refused. Who has begun is let through to the end, or he would be connected by his own count
// and by nobody else's.
void Listener::shut_the_door()
{
    constexpr std::uint32_t flags_at = 13; // in the head of a TCP segment (RFC 9293, 3.1)
    constexpr std::uint32_t begins = 0x02; // SYN
    std::array<sock_filter, 4> door{{
        BPF_STMT(BPF_LD | BPF_B | BPF_ABS, flags_at),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, begins, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, 0),
        BPF_STMT(BPF_RET | BPF_K, UINT32_MAX),
    }};
    const sock_fprog program{.len = door.size(), .filter = door.data()};
    ::setsockopt(acceptor_.native_handle(), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

// Until nobody has come for a while: one who had begun may still be on the way.
void Listener::take_the_rest()
{
    shut_the_door();
    const auto a_while = shared_.open_connections > 0 ? last_steps : last_step;
    for (auto until = Clock::now() + a_while; Clock::now() < until;) {
        boost::system::error_code error;
        auto& loop = next_loop();
        auto tcp = acceptor_.accept(loop.io, error);
        if (!error) {
            adopt(std::move(tcp), loop);
            until = Clock::now() + a_while;
        } else {
            std::this_thread::sleep_for(last_step);
        }
    }
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
}

void Listener::stop()
{
    std::promise<void> done;
    asio::post(loops_.front()->io, [&] {
        if (acceptor_.is_open()) {
            take_the_rest();
        }
        done.set_value();
    });
    done.get_future().wait();
}

} // namespace xieshang::http
