// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a slice says about an endpoint, and the types that its handlers take and give beside its own
// described structs.
//
// A handler is a function that takes http::Call& and then, in this order: the path's parameters
// (base::Id, std::int64_t, std::string), http::Options<Choices> where there are any, and at most
// one of http::Query<Filter>, http::Upload or a described struct (the JSON body). It gives a
// base::Result of: a described struct or std::vector of them (JSON), http::Page<Item>,
// http::Download, http::Response, or void (204).
#pragma once

#include "platform/http/paging.h"
#include "platform/http/policy.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xieshang::http {

inline constexpr std::size_t json_body_limit = 1U << 20U; // 413 beyond it

// How a retry of an unsafe request (POST, PUT, PATCH, DELETE) is settled exactly once (ADR 0006).
enum class Settles : std::uint8_t {
    with_key,   // the whole handler runs in the transaction that stores its answer under the
                // Idempotency-Key; it may be run again (PostgreSQL), so it does database work only
    in_handler, // slow work first, then the handler calls call.settle() exactly once and returns
                // what it gave
    by_itself,  // nothing is stored: doing it twice does no harm, or its answer holds a secret
};

struct Endpoint {
    std::string_view name;    // operationId, the name of the client's function
    std::string_view summary; // English, one line
    Policy policy;
    int status = 200;       // of a success with content; void gives 204
    bool versioned = false; // If-Match is mandatory: call.version_seen()
    Settles settles = Settles::with_key;
    std::size_t body_limit = json_body_limit; // bytes; set it for uploads
    std::string_view tag = {};                // groups endpoints; the word after /api/ when empty
    std::string_view description = {};        // English
    // For a GET whose answer depends on nothing but the data, path, query, roles and language: it
    // is given again, after session and policy, until anything is written (ADR 0015), unless the
    // handler said otherwise (Call::not_remembered).
    bool remembered = false;
    // Something leaves the house by it, as a table or a file: each answer is told (ApiOptions).
    bool exports = false;
};

// A route that does everything itself: /healthz, /metrics. Errors, headers and the policy are still
// the API's.
struct RawEndpoint {
    std::string_view name;
    std::string_view summary;
    Policy policy;
    bool listed = false;                          // in the OpenAPI document
    std::string_view content_type = "text/plain"; // for the document
};

struct NoFilter {};
BOOST_DESCRIBE_STRUCT(NoFilter, (), ())

// The query of a GET: the members of a described struct, and the page that is asked for (size,
// after). Unknown parameters are refused. asked->title is a member of the filter.
template <class Filter = NoFilter>
struct Query {
    Filter filter{};
    PageAsk page{};

    const Filter* operator->() const { return &filter; }
};

// The query of a request that is no list: the members of a described struct, all of them optional.
// Unknown parameters are refused. options->again is a member of the choices.
template <class Choices>
struct Options {
    Choices given{};

    const Choices* operator->() const { return &given; }
};

// The raw body of an application/octet-stream request; its name comes percent-encoded in
// X-File-Name. A view of the request: valid during the call.
struct Upload {
    std::string_view bytes;
    std::string file_name; // UTF-8, without folders and control characters, at most 255 bytes;
                           // "file" when none was sent
};

// A file to be saved by the browser. Either a path (sent from disk) or a text.
struct Download {
    std::string file_path{};
    std::string text{};
    std::string file_name{};
    std::string content_type = "application/octet-stream";
};

struct Cookie {
    std::string name;
    std::string value;
    std::optional<std::int64_t> max_age_s{}; // absent: until the browser ends; 0: forget it now
    // SameSite=Lax: it comes along when another site sends the browser back here.
    bool comes_back = false;
};

} // namespace xieshang::http
