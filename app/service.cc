// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/service.h"

#include "app/address.h"
#include "app/system_words.h"
#include "app/wiring.h"
#include "features/amendments/waiting_actions.h"
#include "platform/http/idempotency.h"
#include "platform/http/problem.h"
#include "platform/texts/texts.h"

#include <fmt/format.h>
#include <malloc.h>
#include <stdexcept>

namespace xieshang::app {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 9s;                           // SIGTERM to end within ten
constexpr std::chrono::milliseconds answers_kept = 72h; // for retries with the same key

http::Response plain(int status, std::string body)
{
    http::Response response;
    response.status = status;
    response.set("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(body);
    return response;
}

std::string address_of(const Config& config, const std::string& host, unsigned port)
{
    const bool v6 = host.find(':') != std::string::npos;
    return fmt::format("{}://{}:{}", config.tls_cert.empty() ? "http" : "https",
        v6 ? "[" + host + "]" : host, port);
}

base::Error why_not(const std::string& what, const Config& config)
{
    if (what == "port_in_use") {
        return {base::Trouble::refused, "serve.port_in_use", {{"listen", config.listen}}, {}};
    }
    return {base::Trouble::refused, "serve.cannot_listen",
        {{"listen", config.listen}, {"reason", what == "port_forbidden" ? "system.denied" : what}},
        {}};
}

// The choice was looked at before the house was opened; a file that vanished since leaves it off.
std::unique_ptr<oidc::Client> provider_client(House& house, Log& log)
{
    auto settings = provider_of(house.config.oidc);
    if (!settings || !settings->on()) {
        return nullptr;
    }
    auto fetch = oidc::fetch_by_curl(settings->proxy);
    return std::make_unique<oidc::Client>(std::move(*settings), std::move(fetch), house.clock,
        [&log](const std::string& what) { log.note("oidc", what); });
}

} // namespace

Service::Service(House& house)
    : house_(house),
      log_(house.config.data),
      metrics_(*house.database),
      assets_(http::embedded_files()),
      events_([this](const http::Request& request) {
          return actor_watching(house_.services, request, house_.config.sign_in.rules());
      }),
      provider_(provider_client(house, log_)),
      api_(make_api(house.services,
          {.demo = house.config.demo,
              .rules = house.config.sign_in.rules(),
              .oidc = provider_.get(),
              .assets = &assets_,
              .events = &events_,
              .failed = [this](const http::Request& request,
                            const std::exception& error) { log_.failed(request, error); }})),
      changes_(*house.database, events_),
      keys_(house, [this](std::string event, std::string detail) {
          log_.note(std::move(event), std::move(detail));
      })
{
    ::mallopt(M_ARENA_MAX, 2); // many workers, little memory
    add_own_routes();
}

Service::~Service() { stop(); }

void Service::add_own_routes()
{
    const http::RawEndpoint open{.name = {}, .summary = {}, .policy = http::anyone};
    auto endpoint = open;
    endpoint.name = "health";
    endpoint.summary = "The program runs";
    api_->raw(
        "/healthz", [](const http::Request&) { return plain(200, "ok\n"); }, endpoint);
    endpoint.name = "ready";
    endpoint.summary = "The program takes requests and reaches its database";
    api_->raw(
        "/readyz", [this](const http::Request&) { return readiness(); }, endpoint);
    endpoint.name = "metrics";
    endpoint.summary = "Figures for Prometheus, from this machine only";
    api_->raw(
        "/metrics",
        [this](const http::Request& request) {
            return is_loopback(request.remote_address)
                ? plain(200, metrics_.text())
                : plain(
                    403, texts::built_in().text(texts::Language::zh_cn, "serve.not_here") + "\n");
        },
        endpoint);
}

http::Response Service::readiness()
{
    if (stopping_) {
        return plain(503, "stopping\n");
    }
    try {
        house_.database->read([](db::Tx& tx) { return tx.one<std::int64_t>("SELECT 1"); });
    } catch (const db::Failure&) {
        return plain(503, "no database\n");
    }
    return plain(200, "ready\n");
}

http::ServerOptions Service::server_options(const Address& address)
{
    const auto& config = house_.config;
    http::ServerOptions options;
    options.host = address.host;
    options.port = address.port;
    options.tls_certificate = config.tls_cert;
    options.tls_key = config.tls_key;
    options.trusted_proxies = config.trusted_proxy;
    options.worker_threads = static_cast<std::size_t>(config.workers);
    options.answered = [this](const http::Request& request, int status, std::size_t bytes,
                           std::chrono::microseconds took) {
        metrics_.answered(request.method, status, took);
        log_.answered(request, status, bytes, took);
    };
    options.refusal_text = [](int status, std::string_view code, std::string_view accept_language) {
        const base::Error error{{}, std::string(code), {}, {}};
        return http::ProblemWriter(texts::built_in())
            .write(status, error, texts::preferred(accept_language), {})
            .body;
    };
    options.failed = [this](const http::Request& request, std::string_view what) {
        log_.failed(request, std::runtime_error(std::string(what)));
    };
    return options;
}

base::Result<void> Service::can_listen(const Config& config)
{
    const auto address = TRY(parse_listen(config.listen));
    const auto error = trouble_listening(address.host, address.port);
    if (!error) {
        return {};
    }
    return tl::unexpected(
        why_not(error == std::errc::address_in_use ? "port_in_use" : reason_of(error), config));
}

base::Result<std::string> Service::start()
{
    const auto address = TRY(parse_listen(house_.config.listen));
    amendments::carry_out_due(house_.services); // of days on which nobody served
    try {
        server_ = http::Server::start(server_options(address),
            [this](const http::Request& request) { return api_->handle(request); });
    } catch (const std::runtime_error& error) {
        return tl::unexpected(why_not(error.what(), house_.config));
    }
    changes_.start();
    days_.start(10s, [this] { amendments::carry_out_due(house_.services); });
    housekeeping_.start(1h, [this] {
        http::forget_answers(*house_.database, house_.clock.now().ms - answers_kept.count());
    });
    keys_.start();
    log_.note("started", XIESHANG_VERSION);
    return address_of(house_.config, address.host, server_->port());
}

void Service::stop()
{
    if (!server_ || stopping_.exchange(true)) {
        return;
    }
    log_.note("stopping");
    days_.stop();
    housekeeping_.stop();
    keys_.stop();
    changes_.stop();
    events_.close();
    server_->stop(patience);
    log_.note("stopped");
}

} // namespace xieshang::app
