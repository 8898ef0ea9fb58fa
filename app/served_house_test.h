// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a whole house on either database, behind a server on 127.0.0.1, with live changes. No
// heartbeat comes in the time of a test.
#pragma once

#include "app/change_feed.h"
#include "app/wiring.h"
#include "features/members/factor_fixture_test.h"
#include "platform/http/server.h"
#include "tests/support/raw_http.h"

#include <gmock/gmock.h>

#include <memory>
#include <optional>
#include <string>

namespace xieshang::app {

class ServedHouse : public members::WithFactors {
protected:
    void SetUp() override
    {
        WithFactors::SetUp();
        if (IsSkipped()) {
            return;
        }
        hub_.emplace(
            [this](
                const http::Request& request) { return actor_watching(services(), request, {}); },
            http::EventHubOptions{.heartbeat = std::chrono::hours(1)});
        api_ = make_api(services(), {.events = &*hub_});
        http::ServerOptions options;
        options.port = 0;
        server_ = http::Server::start(
            options, [this](const http::Request& request) { return api_->handle(request); });
        feed_.emplace(db(), *hub_);
        feed_->start();
    }
    void TearDown() override
    {
        if (feed_) {
            feed_->stop();
            hub_->close();
            server_->stop(std::chrono::seconds(5));
        }
    }

    http::EventHub& hub() { return *hub_; }
    unsigned short port() const { return server_->port(); }

    struct Asked {
        std::string line; // "DELETE /api/session"
        std::string cookie{};
        std::string body{};
    };
    tests::RawAnswer ask(const Asked& asked)
    {
        tests::RawClient client(port());
        return client.ask(asked.line
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              "Idempotency-Key: key-of-a-test-1\r\nCookie: "
            + asked.cookie + "\r\nContent-Length: " + std::to_string(asked.body.size()) + "\r\n\r\n"
            + asked.body);
    }

private:
    std::optional<http::EventHub> hub_;
    std::unique_ptr<http::Api> api_;
    std::unique_ptr<http::Server> server_;
    std::optional<ChangeFeed> feed_;
};

} // namespace xieshang::app
