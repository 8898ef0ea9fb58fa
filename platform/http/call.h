// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One request on its way through a handler: who asks, with which means, and what goes into the
// answer beside its content. A Call belongs to the thread of its request and ends with it.
#pragma once

#include "platform/http/endpoint.h"
#include "platform/http/message.h"
#include "platform/services/services.h"
#include "platform/texts/texts.h"

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace xieshang::http {

using PathParameters = std::vector<std::string_view>; // in the order of the pattern

class Call {
public:
    // In a handler that settles with_key, `db` is joined to the open transaction that also stores
    // the key.
    services::Services& services() const { return *services_; }
    const Request& request() const { return request_; }
    const Endpoint& endpoint() const { return endpoint_; }
    texts::Language language() const { return language_; }

    bool signed_in() const { return actor_.has_value(); }
    // Throws std::logic_error when nobody is signed in (only endpoints for http::anyone can meet
    // that).
    const base::Actor& actor() const;
    // The same with the endpoint's policy: what he sees of an object, for this handler and the verb
    // that it calls. Nothing: for him it is not there.
    base::Asker asker() { return {actor(), endpoint_.policy, &hidden_, &stale_}; }
    // Of If-Match. Throws std::logic_error when the endpoint is not versioned.
    std::int64_t version_seen() const;

    void set_header(std::string name, std::string value);
    // HttpOnly, SameSite=Strict (Lax when it comes back), Path=/, and Secure when the request came
    // by TLS. Never stored with a key: a handler that sets cookies settles by_itself.
    void set_cookie(const Cookie& cookie);

    // In a handler of a remembered endpoint: this answer is for this person or this moment alone,
    // and is not given again. Whether it is must follow from the data, never from who asks.
    void not_remembered() { remembered_ = false; }

    // For Settles::in_handler, once: runs `work` with services joined to one transaction which also
    // stores the answer under the Idempotency-Key; or, when this very request was answered before,
    // gives what was answered then without running `work`. Return what it gives; later changes of
    // the value or the headers are not sent.
    //   return call.settle([&](services::Services& joined) -> base::Result<DocumentView> {…});
    template <class Work>
    auto settle(Work&& work) -> std::invoke_result_t<Work, services::Services&>;

    // ---- for the API layer ----------------------------------------------------------------
    Call(const Request& request, const Endpoint& endpoint, services::Services& services,
        std::optional<base::Actor> actor, texts::Language language, PathParameters parameters);

    using Rendering = std::function<base::Result<Response>(services::Services&)>;

    std::string_view path_parameter(std::size_t at) const { return parameters_.at(at); }
    void set_version_seen(std::int64_t version) { version_seen_ = version; }
    const std::string& hidden() const { return hidden_; } // what the asker hid; empty: nothing
    bool stale() const { return stale_; } // a view was kept from him for the age of his proof
    bool may_be_remembered() const { return remembered_; }
    // Runs a handler as its endpoint settles: at once, or within the transaction of its key.
    base::Result<Response> conclude(const Rendering& handler);
    std::vector<Header> take_headers() { return std::move(headers_); }

private:
    // True: `work` ran and its answer is stored. False: answered from what was stored before.
    base::Result<bool> settle_rendering(const Rendering& work);
    bool unsafe() const;

    const Request& request_;
    const Endpoint& endpoint_;
    services::Services* services_;
    std::optional<base::Actor> actor_;
    texts::Language language_;
    PathParameters parameters_;
    std::optional<std::int64_t> version_seen_;
    std::vector<Header> headers_;
    std::optional<Response> settled_;
    std::string hidden_;
    bool stale_ = false;
    bool remembered_ = true;
};

} // namespace xieshang::http

#include "platform/http/render.h" // IWYU pragma: export

namespace xieshang::http {

template <class Work>
auto Call::settle(Work&& work) -> std::invoke_result_t<Work, services::Services&>
{
    using Given = std::invoke_result_t<Work, services::Services&>;
    std::optional<Given> given;
    const bool ran =
        TRY(settle_rendering([&](services::Services& joined) -> base::Result<Response> {
            given.emplace(work(joined));
            return render_result(*this, *given);
        }));
    if (ran) {
        return std::move(*given);
    }
    if constexpr (std::is_void_v<typename Given::value_type>) {
        return {};
    } else {
        return json::read_own<typename Given::value_type>(settled_->body);
    }
}

} // namespace xieshang::http
