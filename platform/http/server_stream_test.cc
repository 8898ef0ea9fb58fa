// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Server-sent events over a connection.
#include "platform/http/server.h"

#include "tests/support/raw_http.h"

#include <future>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

namespace xieshang::http {
namespace {

using namespace std::chrono_literals;
using tests::RawClient;

constexpr const char* get = "GET /events HTTP/1.1\r\nHost: a\r\n\r\n";

// A server whose every answer is a stream, and the sinks it gave.
class Streams : public testing::Test {
protected:
    Streams()
    {
        ServerOptions options;
        options.port = 0;
        server_ = Server::start(options, [this](const Request&) {
            Response response;
            response.set("Content-Type", "text/event-stream");
            response.stream = [this](std::shared_ptr<EventSink> sink) {
                const std::lock_guard lock(mutex_);
                sinks_.push_back(std::move(sink));
            };
            return response;
        });
    }

    std::shared_ptr<EventSink> sink(std::size_t number = 0)
    {
        for (;;) {
            {
                const std::lock_guard lock(mutex_);
                if (sinks_.size() > number) {
                    return sinks_[number];
                }
            }
            std::this_thread::yield();
        }
    }

    static std::future<void> going(EventSink& sink)
    {
        auto gone = std::make_shared<std::promise<void>>();
        auto future = gone->get_future();
        sink.when_gone([gone] { gone->set_value(); });
        return future;
    }

    std::mutex mutex_;
    std::vector<std::shared_ptr<EventSink>> sinks_;
    std::unique_ptr<Server> server_; // goes first
};

TEST_F(Streams, BringsEventsFromAnyThread)
{
    RawClient client(server_->port());
    client.send(get);
    const auto events = sink();
    const auto head = client.until("\r\n\r\n");
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n"));
    EXPECT_NE(head.find("Content-Type: text/event-stream\r\n"), std::string::npos);
    EXPECT_EQ(head.find("Content-Length"), std::string::npos);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (int i = 0; i < 100; ++i) {
                events->send("data: x\n\n");
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    for (int i = 0; i < 400; ++i) {
        ASSERT_EQ(client.until("\n\n"), "data: x\n\n") << i;
    }
    EXPECT_FALSE(events->gone());
}

TEST_F(Streams, EndsAfterWhatWasSentBefore)
{
    RawClient client(server_->port());
    client.send(get);
    const auto events = sink();
    events->send("data: last\n\n");
    events->close();
    events->send("data: too late\n\n");
    EXPECT_TRUE(events->gone());
    EXPECT_EQ(client.answer().body, "data: last\n\n");
    EXPECT_FALSE(client.was_reset());
}

TEST_F(Streams, EndsWhenItsLastOwnerLetsGo)
{
    RawClient client(server_->port());
    client.send(get);
    sink();
    {
        const std::lock_guard lock(mutex_);
        sinks_.clear();
    }
    EXPECT_EQ(client.answer().status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST_F(Streams, NoticesThatTheClientHasGone)
{
    auto client = std::make_unique<RawClient>(server_->port());
    client->send(get);
    const auto events = sink();
    auto gone = going(*events);
    client->until("\r\n\r\n");
    EXPECT_FALSE(events->gone());
    client.reset();
    EXPECT_EQ(gone.wait_for(10s), std::future_status::ready);
    EXPECT_TRUE(events->gone());
    events->send("data: nobody\n\n");
    EXPECT_EQ(going(*events).wait_for(0s), std::future_status::ready);
}

TEST_F(Streams, DropsAClientThatDoesNotRead)
{
    RawClient client(server_->port(), 4096);
    client.send(get);
    const auto events = sink();
    auto gone = going(*events);
    const std::string event = "data: " + std::string(10'000, 'x') + "\n\n";
    for (int i = 0; i < 10'000 && !events->gone(); ++i) {
        events->send(event);
    }
    EXPECT_TRUE(events->gone());
    EXPECT_EQ(gone.wait_for(10s), std::future_status::ready);
}

TEST_F(Streams, KeepsManyOpenAtOnce)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (std::size_t i = 0; i < 300; ++i) {
        clients.push_back(std::make_unique<RawClient>(server_->port()));
        clients.back()->send(get);
    }
    for (std::size_t i = 0; i < 300; ++i) {
        sink(i)->send("data: all\n\n");
    }
    for (auto& client : clients) {
        client->until("\r\n\r\n");
        EXPECT_EQ(client->until("\n\n"), "data: all\n\n");
    }
}

TEST_F(Streams, LeavesTheBodyOutForHead)
{
    RawClient client(server_->port());
    client.send("HEAD /events HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.answer(true).header("Content-Type"), "text/event-stream");
    EXPECT_TRUE(client.is_closed());
}

TEST_F(Streams, EndsWithTheServerAndMayBeUsedAfterwards)
{
    RawClient client(server_->port());
    client.send(get);
    const auto events = sink();
    client.until("\r\n\r\n");
    events->send("data: before\n\n");
    server_->stop(5s);
    EXPECT_EQ(client.until("\n\n"), "data: before\n\n");
    EXPECT_TRUE(client.is_closed());
    EXPECT_FALSE(client.was_reset());
    server_.reset();
    EXPECT_TRUE(events->gone());
    events->send("data: after\n\n");
}

} // namespace
} // namespace xieshang::http
