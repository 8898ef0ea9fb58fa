// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/listener.h"

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

constexpr std::chrono::milliseconds breath{50}; // when descriptors have run out

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

// A listening socket that is closed resets what it has accepted by itself. So first nothing more
// gets in: a filter lets the system ignore new connections, whose clients ask again in a second and
// are then refused.
void Listener::shut_the_door()
{
    sock_filter nothing = BPF_STMT(BPF_RET | BPF_K, 0);
    const sock_fprog program{.len = 1, .filter = &nothing};
    ::setsockopt(acceptor_.native_handle(), SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
    std::this_thread::sleep_for(
        std::chrono::milliseconds{1}); // for one that is just coming in on another processor
}

void Listener::take_the_rest()
{
    shut_the_door();
    for (boost::system::error_code error; !error;) {
        auto& loop = next_loop();
        auto tcp = acceptor_.accept(loop.io, error);
        if (!error) {
            adopt(std::move(tcp), loop);
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
