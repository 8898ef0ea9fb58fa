// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/server.h"

#include "tests/support/raw_http.h"
#include "tests/support/temporary_folder.h"

#include <algorithm>
#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <mutex>
#include <thread>

namespace xieshang::http {
namespace {

using tests::RawClient;

std::string get(const std::string& target, const std::string& headers = "")
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

std::string post(const std::string& target, const std::string& body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: "
        + std::to_string(body.size()) + "\r\n\r\n" + body;
}

Response echo(const Request& request)
{
    Response response;
    response.body = std::string{name_of(request.method)} + " " + request.path + "?" + request.query
        + " " + request.body;
    return response;
}

std::unique_ptr<Server> started(Handler handler, ServerOptions options = {})
{
    options.port = 0;
    return Server::start(std::move(options), std::move(handler));
}

TEST(Server, AnswersRequestsOfOneConnectionInTurn)
{
    const auto server = started(echo);
    RawClient client(server->port());
    EXPECT_EQ(client.ask(get("/a%20b?c=d")).body, "GET /a b?c=d ");
    EXPECT_EQ(client.ask(post("/x", "body")).body, "POST /x? body");
    EXPECT_EQ(client.ask("PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n").body, "OTHER /? ");
    EXPECT_EQ(client
                  .ask("POST /c HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n")
                  .body,
        "POST /c? abcde");
    const std::string large(1U << 20U, 'l');
    EXPECT_EQ(client.ask(post("/l", large)).body, "POST /l? " + large);
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder)
{
    const auto server = started(echo);
    RawClient client(server->port());
    std::string all;
    for (int i = 0; i < 100; ++i) {
        all += i % 2 == 0 ? get("/" + std::to_string(i)) : post("/" + std::to_string(i), "b");
    }
    client.send(all);
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(client.answer().body,
            (i % 2 == 0 ? "GET /" : "POST /") + std::to_string(i) + (i % 2 == 0 ? "? " : "? b"));
    }
}

TEST(Server, AnswersRequestsThatArriveByteByByte)
{
    const auto server = started(echo);
    RawClient client(server->port());
    for (const char c : get("/slow") + post("/slow", "abc")) {
        client.send({&c, 1});
    }
    EXPECT_EQ(client.answer().body, "GET /slow? ");
    EXPECT_EQ(client.answer().body, "POST /slow? abc");
}

TEST(Server, ServesManyConnectionsThatStayOpen)
{
    ServerOptions options;
    options.io_threads = 2;
    const auto server = started(echo, options);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 8; ++i) {
                clients.push_back(std::make_unique<RawClient>(server->port()));
            }
            for (int round = 0; round < 50; ++round) {
                const auto target = "/" + std::to_string(thread) + "-" + std::to_string(round);
                for (auto& client : clients) {
                    client->send(get(target));
                }
                for (auto& client : clients) {
                    EXPECT_EQ(client->answer().body, "GET " + target + "? ");
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
}

TEST(Server, AnswersHeadAsGetWithoutTheBody)
{
    const auto server = started(echo);
    RawClient client(server->port());
    client.send("HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = client.answer(true);
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("Content-Length"), "9");
    EXPECT_EQ(client.ask(get("/b")).body, "GET /b? ");
}

TEST(Server, SendsLargeBodiesAndFixedOnes)
{
    static const std::string fixed(300'000, 'f');
    const auto server = started([](const Request& request) {
        Response response;
        if (request.path == "/fixed") {
            response.fixed_body = fixed;
        } else if (request.path == "/none") {
            response.status = 204;
            response.body = "never sent";
        } else {
            response.body = std::string(5'000'000, 'b');
        }
        return response;
    });
    RawClient client(server->port());
    EXPECT_EQ(client.ask(get("/fixed")).body, fixed);
    EXPECT_EQ(client.ask(get("/none")).status, 204);
    EXPECT_EQ(client.ask(get("/large")).body, std::string(5'000'000, 'b'));
}

TEST(Server, SendsFilesFromDisk)
{
    const tests::TemporaryFolder folder;
    std::string content;
    for (int i = 0; i < 200'000; ++i) {
        content += std::to_string(i);
    }
    std::ofstream(folder / "file") << content;
    std::ofstream(folder / "empty").close();
    const auto server = started([&](const Request& request) {
        Response response;
        response.file_path = folder / request.path.substr(1);
        return response;
    });
    RawClient client(server->port());
    EXPECT_EQ(client.ask(get("/file")).body, content);
    const auto part = client.ask(get("/file", "Range: bytes=1000-1999\r\n"));
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, content.substr(1000, 1000));
    EXPECT_EQ(client.ask(get("/file", "Range: bytes=99999999-\r\n")).status, 416);
    EXPECT_EQ(client.ask(get("/empty")).header("Content-Length"), "0");
    EXPECT_EQ(client.ask(get("/gone")).status, 404);
    client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.answer(true).header("Content-Length"), std::to_string(content.size()));
    EXPECT_EQ(client.ask(get("/file")).body, content);
}

TEST(Server, ClosesWhenTheClientWants)
{
    const auto server = started(echo);
    RawClient client(server->port());
    const auto answer = client.ask(get("/", "Connection: close\r\n"));
    EXPECT_EQ(answer.header("Connection"), "close");
    EXPECT_TRUE(client.is_closed());
    RawClient old(server->port());
    EXPECT_EQ(old.ask("GET / HTTP/1.0\r\n\r\n").header("Connection"), "close");
    EXPECT_TRUE(old.is_closed());
    RawClient old_but_staying(server->port());
    const std::string request = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
    EXPECT_EQ(old_but_staying.ask(request).header("Connection"), "keep-alive");
    EXPECT_EQ(old_but_staying.ask(request).status, 200);
}

TEST(Server, AnswersAClientThatHasEndedItsSide)
{
    const auto server = started(echo);
    RawClient client(server->port());
    client.send(get("/a"));
    client.end_sending();
    EXPECT_EQ(client.answer().body, "GET /a? ");
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, AnswersAnUpgradeItDoesNotKnowAsAPlainRequest)
{
    const auto server = started(echo);
    RawClient client(server->port());
    EXPECT_EQ(client.ask(get("/u", "Connection: Upgrade\r\nUpgrade: h2c\r\n")).body, "GET /u? ");
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, TurnsAThrowIntoAnAnswerWithoutDetails)
{
    std::promise<std::string> told;
    ServerOptions options;
    options.failed = [&](const Request& request, std::string_view what) {
        told.set_value(request.path + " " + std::string{what});
    };
    const auto server =
        started([](const Request&) -> Response { throw std::runtime_error("secret"); }, options);
    RawClient client(server->port());
    const auto answer = client.ask(get("/a"));
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(answer.body.find("secret"), std::string::npos);
    EXPECT_EQ(told.get_future().get(), "/a secret");
}

TEST(Server, NamesEveryRequestAndReportsEveryAnswer)
{
    std::mutex mutex;
    std::vector<std::string> reports;
    ServerOptions options;
    options.new_request_id = [count = std::make_shared<std::atomic<int>>(0)] {
        return "id-" + std::to_string(++*count);
    };
    options.answered = [&](const Request& request, int status, std::size_t bytes,
                           std::chrono::microseconds) {
        const std::lock_guard lock(mutex);
        reports.push_back(request.request_id + " " + request.path + " " + std::to_string(status)
            + " " + std::to_string(bytes));
        throw std::runtime_error("a log that fails");
    };
    auto server = started(echo, options);
    {
        RawClient client(server->port());
        EXPECT_EQ(client.ask(get("/a")).header("X-Request-Id"), "id-1");
        EXPECT_EQ(client.ask(get("/%")).header("X-Request-Id"), "id-2");
        EXPECT_EQ(client.ask("x\r\n").header("X-Request-Id"), "id-3");
    }
    server.reset();
    ASSERT_EQ(reports.size(), 3U);
    std::sort(reports.begin(), reports.end()); // whoever sends an answer reports it behind that
    EXPECT_EQ(reports[0], "id-1 /a 200 8");
    EXPECT_TRUE(reports[1].starts_with("id-2  400 "));
    EXPECT_TRUE(reports[2].starts_with("id-3  400 "));
}

TEST(Server, BelievesTrustedProxiesOnly)
{
    const auto who = [](const Request& request) {
        Response response;
        response.body = request.remote_address + (request.secure ? " secure" : " plain");
        return response;
    };
    const auto asked = get("/", "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n");
    const auto server = started(who);
    EXPECT_EQ(RawClient(server->port()).ask(asked).body, "127.0.0.1 plain");
    ServerOptions options;
    options.trusted_proxies = {"127.0.0.0/8"};
    const auto behind = started(who, options);
    EXPECT_EQ(RawClient(behind->port()).ask(asked).body, "192.0.2.1 secure");
}

TEST(Server, SaysWhyItCannotStart)
{
    const auto what = [](ServerOptions options) -> std::string {
        try {
            Server::start(std::move(options), echo);
        } catch (const std::runtime_error& error) {
            return error.what();
        }
        return "started";
    };
    const auto server = started(echo);
    ServerOptions taken;
    taken.port = server->port();
    EXPECT_EQ(what(taken), "port_in_use");
    ServerOptions nowhere;
    nowhere.host = "192.0.2.1";
    nowhere.port = 0;
    EXPECT_TRUE(what(nowhere).starts_with("address: ")) << what(nowhere);
    ServerOptions odd;
    odd.trusted_proxies = {"everyone"};
    EXPECT_TRUE(what(odd).starts_with("trusted_proxies: "));
    ServerOptions half;
    half.tls_key = "key";
    EXPECT_TRUE(what(half).starts_with("tls: "));
}

} // namespace
} // namespace xieshang::http
