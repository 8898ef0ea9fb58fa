// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A server that ends cuts off nobody.
#include "platform/http/server.h"

#include "tests/support/raw_http.h"

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <thread>

namespace xieshang::http {
namespace {

using namespace std::chrono_literals;
using tests::RawClient;

constexpr const char* get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

Response fine(const Request&)
{
    Response response;
    response.body = "fine";
    return response;
}

std::unique_ptr<Server> started(Handler handler, std::size_t io_threads = 1)
{
    ServerOptions options;
    options.port = 0;
    options.io_threads = io_threads;
    return Server::start(std::move(options), std::move(handler));
}

struct Tally {
    std::atomic<int> answered{0};
    std::atomic<int> cut_off{0};
};

// Asks until the server says that it closes, or takes no more connections.
void ask_on(unsigned short port, Tally& tally, std::atomic<bool>& is_warm)
{
    try {
        for (;;) {
            RawClient client(port);
            for (bool stays = true; stays;) {
                const auto answer = client.ask(get);
                if (answer.status != 200 || answer.body != "fine") {
                    ++tally.cut_off;
                    return;
                }
                stays = answer.header("Connection") != "close";
                is_warm = ++tally.answered > 500;
            }
        }
    } catch (const std::runtime_error&) { // refused: it has stopped
        return;
    }
}

TEST(ServerStop, CutsOffNoAnswerUnderLoad)
{
    for (const std::size_t io_threads : {1, 2}) {
        const auto server = started(fine, io_threads);
        Tally tally;
        std::atomic<bool> is_warm{false};
        std::vector<std::thread> clients;
        for (int i = 0; i < 32; ++i) {
            clients.emplace_back([&] { ask_on(server->port(), tally, is_warm); });
        }
        while (!is_warm) {
            std::this_thread::yield();
        }
        server->stop(8s);
        for (auto& client : clients) {
            client.join();
        }
        EXPECT_EQ(tally.cut_off, 0);
        EXPECT_GT(tally.answered, 500);
    }
}

TEST(ServerStop, LetsRunningRequestsFinish)
{
    std::promise<void> started_handling;
    std::promise<void> release;
    const auto server = started([&](const Request& request) {
        started_handling.set_value();
        release.get_future().wait();
        return fine(request);
    });
    RawClient client(server->port());
    client.send(get);
    started_handling.get_future().wait();
    std::thread stopping([&] { server->stop(10s); });
    EXPECT_THROW(
        for (;;) { RawClient late(server->port()); }, std::runtime_error); // takes no more, soon
    release.set_value();
    const auto answer = client.answer();
    EXPECT_EQ(answer.body, "fine");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
    stopping.join();
}

TEST(ServerStop, AnswersARequestThatIsStillArriving)
{
    const auto server = started(fine);
    RawClient client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n");
    RawClient other(server->port());
    EXPECT_EQ(other.ask(get).status, 200); // by now the first one's begin has been read
    std::thread stopping([&] { server->stop(10s); });
    EXPECT_TRUE(other.is_closed());
    const auto answer = client.ask("\r\n");
    EXPECT_EQ(answer.body, "fine");
    EXPECT_EQ(answer.header("Connection"), "close");
    client.end_sending();
    stopping.join();
}

TEST(ServerStop, SaysWhyItDoesNotAnswerWhenThePatienceIsOver)
{
    std::promise<void> release;
    const auto released = release.get_future().share();
    std::promise<void> began;
    ServerOptions options;
    options.port = 0;
    options.worker_threads = 1;
    const auto server = Server::start(std::move(options), [&](const Request& request) {
        began.set_value();
        released.wait();
        return fine(request);
    });
    RawClient runs(server->port());
    runs.send(get);
    began.get_future().wait();
    RawClient waits(server->port());
    waits.send(get);
    RawClient unfinished(server->port());
    unfinished.send("GET / HTTP/1.1\r\n");
    server->stop(300ms);
    EXPECT_EQ(waits.answer().status, 503);
    EXPECT_EQ(unfinished.answer().status, 503);
    release.set_value();
}

TEST(ServerStop, ReturnsAtOnceWithoutConnectionsAndTwice)
{
    const auto server = started(fine);
    server->stop(10s);
    server->stop(10s);
    EXPECT_THROW(RawClient{server->port()}, std::runtime_error);
}

TEST(ServerStop, EndsWhileConnectionsAreOpen)
{
    auto server = started(fine);
    RawClient idle(server->port());
    EXPECT_EQ(idle.ask(get).status, 200);
    RawClient begun(server->port());
    begun.send("GET");
    server.reset();
    EXPECT_TRUE(idle.is_closed());
}

} // namespace
} // namespace xieshang::http
