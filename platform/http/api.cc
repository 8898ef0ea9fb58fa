// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/api.h"

#include "platform/http/admission.h"
#include "platform/http/guarded_database.h"
#include "platform/http/idempotency.h"
#include "platform/http/machine_failure.h"
#include "platform/http/openapi.h"
#include "platform/http/problem.h"
#include "platform/http/remembered.h"
#include "platform/http/router.h"
#include "platform/http/security_headers.h"
#include "platform/http/what_is_told.h"

#include <mutex>

namespace xieshang::http {

using base::Trouble;

namespace {
constexpr std::size_t most_remembered_bytes = 8U << 20U;
}

struct Api::State {
    State(services::Services given, const texts::Catalog& catalog, Authenticate who,
        ApiOptions chosen)
        : services(given),
          problems(catalog),
          authenticate(std::move(who)),
          options(std::move(chosen))
    {
    }

    services::Services services;
    ProblemWriter problems;
    Authenticate authenticate;
    ApiOptions options;
    Router router;
    std::vector<Route> routes;
    Remembered remembered{most_remembered_bytes};
    mutable std::once_flag described;
    mutable std::string document;

    Response answer(const Request& request, texts::Language language);
    base::Result<Response> run(
        const Request& request, texts::Language language, Router::Match& match);
    base::Result<Response> admitted(const Request& request, const Route& route, Call& call);
    base::Result<Response> guarded(const Request& request, const Route& route,
        const base::Actor& actor, texts::Language language, Router::Match& match);
    base::Result<Response> read_once(const Route& route, Call& call);
    Response without_route(
        const Request& request, texts::Language language, const Router::Match& match) const;
    Response machine_failed(const Request& request, texts::Language language) const;
    void tell(const Request& request, const std::exception& failure) const;
    base::Result<Response> told(const Endpoint& endpoint, const base::Actor& actor,
        base::Result<Response> answer, const std::string& hidden) const;
    const std::string& described_once() const;
};

base::Result<Response> Api::State::run(
    const Request& request, texts::Language language, Router::Match& match)
{
    const Route& route = routes[static_cast<std::size_t>(match.route)];
    if (is_unsafe(request) && !is_same_site(request, options.own_origins)) {
        return base::trouble(Trouble::forbidden, "request.cross_site");
    }
    auto actor = route.asks_who ? authenticate(request) : std::nullopt;
    if (auto allowed = check_policy(route.endpoint.policy, actor, options.prove_again); !allowed) {
        const auto error = tl::unexpected(std::move(allowed).error());
        return actor ? told(route.endpoint, *actor, error, "") : base::Result<Response>(error);
    }
    if (actor && is_unsafe(request) && options.who_now
        && !route.endpoint.policy.admits_any_account()) {
        return guarded(request, route, *actor, language, match);
    }
    Call call(request, route.endpoint, services, actor, language, std::move(match.parameters));
    auto response = admitted(request, route, call);
    return actor ? told(route.endpoint, *actor, std::move(response), call.hidden())
                 : std::move(response);
}

// What everybody may do with his own account asks for himself (a new password ends sessions).
base::Result<Response> Api::State::guarded(const Request& request, const Route& route,
    const base::Actor& actor, texts::Language language, Router::Match& match)
{
    GuardedDatabase database(services, actor,
        [&](services::Services& joined) { return options.who_now(joined, request); });
    auto behind = services.within(database);
    Call call(request, route.endpoint, behind, actor, language, std::move(match.parameters));
    const auto answered = [&]() -> base::Result<Response> {
        try {
            return admitted(request, route, call);
        } catch (const RightsChanged& changed) {
            CHECK(check_policy(route.endpoint.policy, changed.now, options.prove_again));
            return base::trouble(Trouble::conflict, "request.rights_changed");
        }
    };
    auto answer = answered();
    return told(route.endpoint, actor, std::move(answer), call.hidden());
}

base::Result<Response> Api::State::admitted(const Request& request, const Route& route, Call& call)
{
    if (is_unsafe(request)) {
        CHECK(check_content(request, route));
        CHECK(key_of(request));
    }
    if (route.endpoint.versioned) {
        CHECK(check_version(request, call));
    }
    auto response = route.endpoint.remembered ? read_once(route, call) : route.run(call);
    if (!response) {
        if (call.stale()) {
            return base::trouble(Trouble::forbidden, std::string(options.prove_again));
        }
        return response;
    }
    for (Header& header : call.take_headers()) {
        response->headers.push_back(std::move(header));
    }
    return response;
}

base::Result<Response> Api::State::told(const Endpoint& endpoint, const base::Actor& actor,
    base::Result<Response> answer, const std::string& hidden) const
{
    const auto told = told_of(endpoint, answer, !hidden.empty(), options.prove_again);
    if (told && options.tell) {
        options.tell(actor,
            {endpoint.name, *told, hidden, answer ? std::string_view() : answer.error().code});
    }
    return answer;
}

// The generation is asked for before the data is read: a change in between makes the answer old.
base::Result<Response> Api::State::read_once(const Route& route, Call& call)
{
    const auto generation = services.db.generation();
    if (!generation) {
        return route.run(call);
    }
    const Request& request = call.request();
    const auto roles = call.signed_in() ? call.actor().roles : base::Roles{};
    auto key = Remembered::key_of(request, roles, call.language());
    if (auto known = remembered.find(*generation, key, request.header("If-None-Match"))) {
        return std::move(*known);
    }
    auto response = TRY(route.run(call));
    if (call.may_be_remembered()) {
        remembered.keep(*generation, std::move(key), response);
    }
    return response;
}

Response Api::State::without_route(
    const Request& request, texts::Language language, const Router::Match& match) const
{
    if (!match.path_known) {
        if (options.assets != nullptr) {
            if (auto asset = options.assets->serve(request)) {
                return std::move(*asset);
            }
        }
        return problems.write(
            {Trouble::not_found, "request.unknown_path", {}, {}}, language, request.request_id);
    }
    Response response;
    response.status = 204;
    if (request.method != Method::options) {
        response =
            problems.write(405, {{}, "request.unknown_method", {{"allowed", match.allow}}, {}},
                language, request.request_id);
    }
    response.set("Allow", match.allow + ", OPTIONS");
    return response;
}

void Api::State::tell(const Request& request, const std::exception& failure) const
{
    if (options.failed) {
        options.failed(request, failure);
    }
}

// Called in a catch block.
Response Api::State::machine_failed(const Request& request, texts::Language language) const
{
    const auto failed =
        current_failure([&](const std::exception& failure) { tell(request, failure); });
    return problems.write(
        failed.status, {{}, std::string(failed.code), {}, {}}, language, request.request_id);
}

Response Api::State::answer(const Request& request, texts::Language language)
{
    try {
        Router::Match match = router.find(request.method, request.path);
        if (match.route == Router::none) {
            return without_route(request, language, match);
        }
        auto response = run(request, language, match);
        return response ? std::move(*response)
                        : problems.write(response.error(), language, request.request_id);
    } catch (...) {
        return machine_failed(request, language);
    }
}

const std::string& Api::State::described_once() const
{
    std::call_once(described, [&] {
        document =
            openapi_document({options.title, options.version, options.session_cookie}, routes);
    });
    return document;
}

Api::Api(services::Services services, const texts::Catalog& catalog, Authenticate authenticate,
    ApiOptions options)
    : state_(
        std::make_unique<State>(services, catalog, std::move(authenticate), std::move(options)))
{
    raw("/api/openapi.json",
        [state = state_.get()](
            const Request&) { return json_response(200, state->described_once()); },
        {.name = "describeApi",
            .summary = "This document",
            .policy = anyone,
            .listed = true,
            .content_type = "application/json"});
}

Api::~Api() = default;

void Api::raw(std::string_view path, std::function<Response(const Request&)> handler,
    const RawEndpoint& endpoint)
{
    Route route{.method = Method::get,
        .path = std::string(path),
        .endpoint = {
            .name = endpoint.name, .summary = endpoint.summary, .policy = endpoint.policy}};
    route.listed = endpoint.listed;
    route.asks_who = !endpoint.policy.anonymous(); // /healthz must not need the database
    route.content_type = endpoint.content_type;
    route.path_parameters = parameter_names(path).size();
    route.run = [handler = std::move(handler)](
                    Call& call) -> base::Result<Response> { return handler(call.request()); };
    route.describe = [](json::Schemas&) {
        Description description;
        description.downloads = true;
        return description;
    };
    add(std::move(route));
}

void Api::add(Route route)
{
    check_route(route);
    state_->router.add(route.method, route.path, static_cast<int>(state_->routes.size()));
    state_->routes.push_back(std::move(route));
}

Response Api::handle(const Request& request) const
{
    const auto language = texts::preferred(request.header("Accept-Language"));
    Response response = state_->answer(request, language);
    add_security_headers(response, request.secure);
    return response;
}

std::string Api::openapi() const { return state_->described_once(); }

std::vector<Api::Listed> Api::endpoints() const
{
    std::vector<Listed> all;
    for (const Route& route : state_->routes) {
        const auto& endpoint = route.endpoint;
        all.push_back({route.method, route.path, std::string(endpoint.name),
            std::string(endpoint.summary), endpoint.policy});
    }
    return all;
}

void Api::exchange_policy(std::string_view name, const Policy& policy)
{
    for (Route& route : state_->routes) {
        if (route.endpoint.name == name) {
            route.endpoint.policy = policy;
        }
    }
}

} // namespace xieshang::http
