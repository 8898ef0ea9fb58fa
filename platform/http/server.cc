// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/server.h"

#include "platform/base/clock.h"
#include "platform/base/ids.h"
#include "platform/http/listener.h"
#include "platform/http/tls.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <stdexcept>
#include <thread>

namespace xieshang::http {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds last_words{250};

std::string own_request_id()
{
    static base::SystemClock clock;
    static base::SystemRandom random;
    return base::uuid_v7(clock.now(), random);
}

std::unique_ptr<Shared> shared_of(ServerOptions options, Handler handler)
{
    TrustedProxies trusted{options.trusted_proxies};
    auto shared =
        std::make_unique<Shared>(std::move(options), std::move(handler), std::move(trusted));
    auto& own = shared->options;
    if (!own.new_request_id) {
        own.new_request_id = own_request_id;
    }
    if (own.tls_certificate.empty() != own.tls_key.empty()) {
        throw std::runtime_error("tls: a certificate and its key are needed, both or none");
    }
    if (!own.tls_certificate.empty()) {
        shared->tls.emplace(tls_context(own.tls_certificate, own.tls_key));
    }
    return shared;
}

class ThreadedServer final : public Server {
public:
    ThreadedServer(ServerOptions options, Handler handler)
        : shared_(shared_of(std::move(options), std::move(handler)))
    {
        for (std::size_t i = 0; i < std::max<std::size_t>(shared_->options.io_threads, 1); ++i) {
            loops_.push_back(std::make_unique<Loop>(*shared_));
        }
        const auto& own = shared_->options;
        shared_->pool =
            std::make_unique<WorkerPool>(own.worker_threads, own.limits.waiting_requests);
        listener_ = std::make_unique<Listener>(*shared_, loops_);
        shared_->after_close = [this] { listener_->make_room(); };
        for (const auto& loop : loops_) {
            guards_.emplace_back(loop->io.get_executor());
            threads_.emplace_back([&loop = *loop] { loop.run(); });
        }
    }

    ~ThreadedServer() override
    {
        stop(std::chrono::milliseconds{0});
        shared_->pool.reset(); // waits for handlers
        for (const auto& loop : loops_) {
            boost::asio::post(loop->io, [&loop = *loop] { loop.drop_all(); });
        }
        guards_.clear();
        for (auto& thread : threads_) {
            thread.join();
        }
    }

    unsigned short port() const override { return listener_->port(); }

    void stop(std::chrono::milliseconds patience) override
    {
        const auto until = Clock::now() + patience;
        shared_->is_stopping = true;
        listener_->stop();
        on_loops(&Loop::wind_down);
        if (wait_for_all(until)) {
            return;
        }
        shared_->pool->close();
        on_loops(&Loop::give_up);
        wait_for_all(
            Clock::now() + (patience.count() > 0 ? last_words : std::chrono::milliseconds{0}));
        on_loops(&Loop::drop_all);
    }

private:
    using Guard = boost::asio::executor_work_guard<boost::asio::io_context::executor_type>;

    void on_loops(void (Loop::*call)())
    {
        for (const auto& loop : loops_) {
            boost::asio::post(loop->io, [&loop = *loop, call] { (loop.*call)(); });
        }
    }

    bool wait_for_all(Clock::time_point until) const
    {
        while (shared_->open_connections > 0 && Clock::now() < until) {
            std::this_thread::sleep_for(std::chrono::milliseconds{5});
        }
        return shared_->open_connections == 0;
    }

    std::unique_ptr<Shared> shared_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::unique_ptr<Listener> listener_;
    std::vector<Guard> guards_;
    std::vector<std::thread> threads_;
};

} // namespace

std::unique_ptr<Server> Server::start(ServerOptions options, Handler handler)
{
    return std::make_unique<ThreadedServer>(std::move(options), std::move(handler));
}

} // namespace xieshang::http
