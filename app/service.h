// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house that serves: API, front end, log, metrics, live changes and the HTTP server around them.
#pragma once

#include "app/change_feed.h"
#include "app/house.h"
#include "app/key_watch.h"
#include "app/log.h"
#include "app/metrics.h"
#include "app/periodic.h"
#include "platform/http/api.h"
#include "platform/http/assets.h"
#include "platform/http/event_hub.h"
#include "platform/http/server.h"
#include "platform/oidc/client.h"

#include <atomic>
#include <memory>
#include <string>

namespace xieshang::app {

class Service {
public:
    explicit Service(House& house); // the house must outlive it
    ~Service();

    // The address to open. Refusals: serve.port_in_use, serve.cannot_listen (reason),
    // config.bad_proxy.
    base::Result<std::string> start();
    void stop(); // within ten seconds; no request is cut off

    // Whether start() would find the address free, before a house is made for it. The same
    // refusals.
    static base::Result<void> can_listen(const Config& config);

private:
    void add_own_routes();
    http::Response readiness();
    http::ServerOptions server_options(const Address& address);

    House& house_;
    Log log_;
    Metrics metrics_;
    http::AssetTable assets_;
    http::EventHub events_;
    std::unique_ptr<oidc::Client> provider_; // null: none is configured
    std::unique_ptr<http::Api> api_;
    ChangeFeed changes_;
    Periodic housekeeping_;
    Periodic days_; // what takes effect on a day without anybody's doing
    KeyWatch keys_;
    std::atomic<bool> stopping_ = false;
    std::unique_ptr<http::Server> server_;
};

} // namespace xieshang::app
