// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What breaks a limit or the grammar gets an answer that its client can read.
#include "platform/http/server.h"

#include "tests/support/raw_http.h"

#include <array>
#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <poll.h>
#include <thread>

namespace xieshang::http {
namespace {

using namespace std::chrono_literals;
using tests::RawAnswer;
using tests::RawClient;

constexpr const char* get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

Response fine(const Request&)
{
    Response response;
    response.body = "fine";
    return response;
}

std::unique_ptr<Server> limited(Limits limits, Handler handler = fine)
{
    ServerOptions options;
    options.port = 0;
    options.limits = limits;
    return Server::start(std::move(options), std::move(handler));
}

void expect_refusal(RawClient& client, const RawAnswer& answer, int status, const std::string& code)
{
    EXPECT_EQ(answer.status, status);
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_NE(answer.body.find("\"code\":\"" + code + "\""), std::string::npos) << answer.body;
    EXPECT_FALSE(answer.header("X-Request-Id").empty());
    client.end_sending();
    EXPECT_TRUE(client.is_closed());
    EXPECT_FALSE(client.was_reset());
}

TEST(ServerLimits, TellsAClientThatSendsAHundredMegabytesThatItIsTooMuch)
{
    const auto server = limited({.body_bytes = 1U << 20U});
    RawClient client(server->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\n");
    const std::string piece(1U << 20U, 'x');
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(client.send(piece)) << i; // reads nothing before all is sent
    }
    const auto answer = client.answer();
    expect_refusal(client, answer, 413, "http.too_large");
}

TEST(ServerLimits, CountsABodyThatDoesNotSayItsSize)
{
    const auto server = limited({.body_bytes = 1U << 20U});
    RawClient client(server->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    for (int i = 0; i < 200; ++i) {
        ASSERT_TRUE(client.send(chunk)) << i;
    }
    const auto answer = client.answer();
    expect_refusal(client, answer, 413, "http.too_large");
}

TEST(ServerLimits, SaysContinueOnlyToABodyThatItTakes)
{
    const auto server = limited({.body_bytes = 10});
    RawClient client(server->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(client.answer().status, 100);
    EXPECT_EQ(client.ask("abc").status, 200);
    const auto answer = client.ask(
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n");
    expect_refusal(client, answer, 413, "http.too_large");
}

TEST(ServerLimits, RefusesHeadsThatAreTooLarge)
{
    const auto server = limited({.head_bytes = 2000, .header_count = 5});
    RawClient long_path(server->port());
    const auto answer = long_path.ask("GET /" + std::string(5000, 'a'));
    expect_refusal(long_path, answer, 431, "http.head_too_large");
    RawClient many(server->port());
    const auto second =
        many.ask("GET / HTTP/1.1\r\nHost: a\r\nA: 1\r\nB: 1\r\nC: 1\r\nD: 1\r\nE: 1\r\n\r\n");
    expect_refusal(many, second, 431, "http.too_many_headers");
}

TEST(ServerLimits, RefusesWhatIsMalformedAfterAnsweringWhatIsNot)
{
    const auto server = limited({});
    for (const std::string bad :
        {"GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n"}) {
        RawClient client(server->port());
        client.send(get + bad);
        EXPECT_EQ(client.answer().body, "fine") << bad;
        const auto answer = client.answer();
        expect_refusal(client, answer, 400, "http.malformed");
    }
}

TEST(ServerLimits, RefusesPathsThatAreNoText)
{
    const auto server = limited({});
    RawClient client(server->port());
    for (const std::string path : {"/%ff", "/%00", "/%zz", "/%"}) {
        EXPECT_EQ(client.ask("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").status, 400) << path;
    }
    EXPECT_EQ(client.ask(get).status, 200);
}

TEST(ServerLimits, SpeaksTheClientsLanguageWhenItRefuses)
{
    ServerOptions options;
    options.port = 0;
    options.refusal_text = [](int status, std::string_view code, std::string_view language) {
        return std::to_string(status) + " " + std::string{code} + " " + std::string{language};
    };
    const auto server = Server::start(std::move(options), fine);
    RawClient client(server->port());
    EXPECT_EQ(client.ask("GET /%ff HTTP/1.1\r\nHost: a\r\nAccept-Language: zh-CN\r\n\r\n").body,
        "400 http.bad_path zh-CN");
    EXPECT_EQ(
        client.ask("GET / HTTP/1.1\r\nAccept-Language: en\r\n\r\n").body, "400 http.malformed en");
}

TEST(ServerLimits, EndsARequestThatDoesNotComeToItsEnd)
{
    const auto server = limited({.read_timeout = 1s});
    RawClient slow_head(server->port());
    RawClient slow_body(server->port());
    slow_head.send("GET / HTTP/1.1\r\nHost:");
    slow_body.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na");
    const auto head_answer = slow_head.answer();
    expect_refusal(slow_head, head_answer, 408, "http.too_slow");
    const auto body_answer = slow_body.answer();
    expect_refusal(slow_body, body_answer, 408, "http.too_slow");
}

TEST(ServerLimits, ClosesIdleConnectionsWithoutAWord)
{
    const auto server = limited({.read_timeout = 1s, .idle_timeout = 1s});
    RawClient silent(server->port());
    RawClient used(server->port());
    EXPECT_EQ(used.ask(get).status, 200);
    EXPECT_TRUE(silent.is_closed());
    EXPECT_TRUE(used.is_closed());
    EXPECT_FALSE(used.was_reset());
}

TEST(ServerLimits, DropsAClientThatDoesNotReadItsAnswer)
{
    std::promise<void> done;
    const auto server = limited({.write_timeout = 1s}, [](const Request&) {
        Response response;
        response.body = std::string(50'000'000, 'x');
        return response;
    });
    RawClient client(server->port(), 4096);
    client.send(get);
    // The other side is gone when sending fails: nothing of the client's own has ended the
    // connection.
    for (int i = 0; i < 100 && client.send(get); ++i) {
        std::this_thread::sleep_for(100ms);
    }
    EXPECT_FALSE(client.send(get));
}

TEST(ServerLimits, SaysThatItIsBusyWhenTooManyWait)
{
    std::promise<void> release;
    const auto released = release.get_future().share();
    std::atomic<int> running{0};
    ServerOptions options;
    options.port = 0;
    options.worker_threads = 1;
    options.limits.waiting_requests = 1;
    const auto server = Server::start(std::move(options), [&](const Request& request) {
        ++running;
        released.wait();
        return fine(request);
    });
    RawClient runs(server->port());
    RawClient one(server->port());
    RawClient other(server->port());
    runs.send(get);
    while (running == 0) {
        std::this_thread::yield();
    }
    one.send(get);
    other.send(get);
    // Whichever of the two came first waits; the one that hears at once is refused.
    std::array<pollfd, 2> heard{{{one.socket(), POLLIN, 0}, {other.socket(), POLLIN, 0}}};
    EXPECT_EQ(::poll(heard.data(), heard.size(), 60'000), 1);
    auto& refused = heard[0].revents != 0 ? one : other;
    auto& waits = heard[0].revents != 0 ? other : one;
    const auto answer = refused.answer();
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(answer.header("Retry-After"), "1");
    release.set_value();
    EXPECT_EQ(runs.answer().status, 200);
    EXPECT_EQ(waits.answer().status, 200);
    EXPECT_EQ(refused.ask(get).status, 200); // the connection goes on
}

TEST(ServerLimits, LetsConnectionsBeyondTheMostWait)
{
    const auto server = limited({.connections = 2});
    auto first = std::make_unique<RawClient>(server->port());
    RawClient second(server->port());
    EXPECT_EQ(first->ask(get).status, 200);
    EXPECT_EQ(second.ask(get).status, 200);
    RawClient third(server->port());
    third.send(get);
    EXPECT_EQ(second.ask(get).status, 200);
    first.reset();
    EXPECT_EQ(third.answer().status, 200);
}

} // namespace
} // namespace xieshang::http
