// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The API: slices register their endpoints, the server hands in requests, and everything that holds
// for all of them is done here, in this order: route (404, 405), cross-site check (403), session
// (401), policy and the proof that it asks for (403), content type (415), size (413),
// Idempotency-Key (400), If-Match (428, 400), then the handler; errors become problem+json in the
// person's language, exceptions an answer without details. Security headers stand on every answer.
//
//   base::Result<PlanView> edit_plan(http::Call& call, const PlanId& id, const PlanEdit& body);
//   api.patch("/api/plans/{id}", edit_plan,
//       {.name = "editPlan", .summary = "Change a draft", .policy = office, .versioned = true});
//
// Registering is done before the first request, by one thread; handle() may be called from any
// thread. A mistake in registering (two routes of one place, a path without its parameters) throws
// std::logic_error.
#pragma once

#include "platform/http/assets.h"
#include "platform/http/endpoint.h"
#include "platform/http/message.h"
#include "platform/http/typed_route.h"

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::http {

// Who sent this request, by its session; asked for every request, so that an ended session ends at
// once.
using Authenticate = std::function<std::optional<base::Actor>(const Request&)>;

// What the record is told of beside changes.
enum class Told : std::uint8_t {
    refused,  // to somebody who is signed in (403)
    hidden,   // from him: the object is there, the policy gives him no view of it (404)
    exported, // by an endpoint that says so
    barred,   // from a sensitive act that he has the right to, by a rule (409, 422)
};

struct Telling {
    std::string_view operation;
    Told told{};
    std::string_view object{}; // the id of what was hidden
    std::string_view reason{}; // the code of what barred him
};

struct ApiOptions {
    std::string title = "Xieshang";
    std::string version = "0";
    std::string session_cookie = "xieshang_session"; // for the API's description
    // Addresses such as "https://zx.example.gov.cn" under which browsers see this server, beside
    // the Host that they send.
    std::vector<std::string> own_origins{};
    const AssetTable* assets = nullptr; // the embedded front end; must outlive the Api
    // The same as Authenticate, within an open transaction and without prolonging the session:
    // asked again before anything that somebody signed in asked for is written
    // (guarded_database.h).
    std::function<std::optional<base::Actor>(services::Services& joined, const Request&)> who_now{};
    // An exception that reached the API: for the log, with the request's id. Its text is shown to
    // nobody else.
    std::function<void(const Request&, const std::exception&)> failed{};
    // The code of the refusal (403) for who must show again who he is.
    std::string_view prove_again = "request.prove_again";
    // Called before the answer is given, outside of any transaction: what cannot be told is
    // answered like any other failure.
    std::function<void(const base::Actor&, const Telling&)> tell{};
};

class Api {
public:
    // References must outlive the Api.
    Api(services::Services services, const texts::Catalog& catalog, Authenticate authenticate,
        ApiOptions options = {});
    ~Api();
    Api(const Api&) = delete;
    Api& operator=(const Api&) = delete;

    template <class Handler>
    void get(std::string_view path, Handler handler, const Endpoint& endpoint)
    {
        add(route_of(Method::get, path, endpoint, std::function(std::move(handler))));
    }
    template <class Handler>
    void post(std::string_view path, Handler handler, const Endpoint& endpoint)
    {
        add(route_of(Method::post, path, endpoint, std::function(std::move(handler))));
    }
    template <class Handler>
    void put(std::string_view path, Handler handler, const Endpoint& endpoint)
    {
        add(route_of(Method::put, path, endpoint, std::function(std::move(handler))));
    }
    template <class Handler>
    void patch(std::string_view path, Handler handler, const Endpoint& endpoint)
    {
        add(route_of(Method::patch, path, endpoint, std::function(std::move(handler))));
    }
    template <class Handler>
    void del(std::string_view path, Handler handler, const Endpoint& endpoint)
    {
        add(route_of(Method::del, path, endpoint, std::function(std::move(handler))));
    }

    // A GET that makes its whole answer itself: /healthz, /readyz, /metrics.
    void raw(std::string_view path, std::function<Response(const Request&)> handler,
        const RawEndpoint& endpoint);

    // For http::Server. Never throws but for std::bad_alloc.
    Response handle(const Request& request) const;

    // The OpenAPI 3.1 document of what is registered; also served as GET /api/openapi.json.
    std::string openapi() const;

    struct Listed {
        Method method;
        std::string path;
        std::string name;
        std::string summary;
        Policy policy;
    };
    std::vector<Listed> endpoints() const; // all, in the order of registering

private:
    // Tests alone define it: they show that each row of each policy is asked (tests/policies).
    friend class PolicyExchange;

    void add(Route route);
    void exchange_policy(std::string_view name, const Policy& policy);

    struct State;
    std::unique_ptr<State> state_;
};

} // namespace xieshang::http
