// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One I/O thread with its connections. What is in a loop belongs to its thread; others post to it.
#pragma once

#include "platform/http/server.h"
#include "platform/http/trusted_proxies.h"
#include "platform/http/worker_pool.h"

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::http {

class Wire;

// What all connections of a server share; constant but for the counters.
struct Shared {
    Shared(ServerOptions own_options, Handler own_handler, TrustedProxies own_proxies)
        : options(std::move(own_options)),
          handler(std::move(own_handler)),
          trusted_proxies(std::move(own_proxies))
    {
    }

    ServerOptions options;
    Handler handler;
    TrustedProxies trusted_proxies;
    std::optional<boost::asio::ssl::context> tls;
    std::atomic<std::size_t> open_connections{0};
    std::atomic<bool> is_stopping{false};
    std::function<void()> after_close; // a connection has gone; on its loop's thread
    std::unique_ptr<WorkerPool> pool;

    void report(const Request& request, int status, std::size_t bytes,
        std::chrono::microseconds took) const;
};

// What other threads bring to a loop.
class Delivery {
public:
    virtual ~Delivery() = default;
    virtual void arrive() noexcept = 0; // on the loop's thread

private:
    friend class Loop;
    Delivery* next_ = nullptr;
};

class Loop {
public:
    explicit Loop(Shared& shared);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void run(); // until there is nothing to do; the thread's function
    void deliver(
        std::unique_ptr<Delivery> delivery); // from any thread; many at once wake the loop once

    boost::asio::io_context io{1};
    Shared& shared;
    std::array<char, 64U << 10U> scratch{}; // for bytes that nobody wants

    void add(Wire& wire);
    void remove(Wire& wire);

    void wind_down();
    void give_up();
    void drop_all();

private:
    void sweep();
    void unload(bool is_alive);
    template <class Call>
    void for_each(Call call);

    std::vector<Wire*> wires_;
    boost::asio::steady_timer sweeper_;
    bool is_sweeping_ = false;
    std::atomic<Delivery*> delivered_{nullptr}; // the last one first
};

} // namespace xieshang::http
