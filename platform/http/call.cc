// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/call.h"

#include "platform/http/ascii.h"
#include "platform/http/idempotency.h"

#include <algorithm>
#include <stdexcept>

namespace xieshang::http {

Call::Call(const Request& request, const Endpoint& endpoint, services::Services& services,
    std::optional<base::Actor> actor, texts::Language language, PathParameters parameters)
    : request_(request),
      endpoint_(endpoint),
      services_(&services),
      actor_(std::move(actor)),
      language_(language),
      parameters_(std::move(parameters))
{
}

const base::Actor& Call::actor() const
{
    if (!actor_) {
        throw std::logic_error("nobody is signed in: " + std::string(endpoint_.name));
    }
    return *actor_;
}

std::int64_t Call::version_seen() const
{
    if (!version_seen_) {
        throw std::logic_error("the endpoint is not versioned: " + std::string(endpoint_.name));
    }
    return *version_seen_;
}

void Call::set_header(std::string name, std::string value)
{
    headers_.push_back({std::move(name), std::move(value)});
}

void Call::set_cookie(const Cookie& cookie)
{
    std::string text = cookie.name + "=" + cookie.value
        + "; Path=/; HttpOnly; SameSite=" + (cookie.comes_back ? "Lax" : "Strict");
    if (cookie.max_age_s) {
        text += "; Max-Age=" + std::to_string(*cookie.max_age_s);
    }
    set_header("Set-Cookie", request_.secure ? text + "; Secure" : text);
}

bool Call::unsafe() const
{
    return request_.method != Method::get && request_.method != Method::head;
}

base::Result<Response> Call::conclude(const Rendering& handler)
{
    if (!unsafe() || endpoint_.settles == Settles::by_itself) {
        return handler(*services_);
    }
    if (endpoint_.settles == Settles::with_key) {
        CHECK(settle_rendering(handler));
        return std::move(*settled_);
    }
    auto given = handler(*services_);
    if (given && !settled_) {
        throw std::logic_error("a handler that settles in_handler did not call settle(): "
            + std::string(endpoint_.name));
    }
    return given ? std::move(*settled_) : std::move(given);
}

base::Result<bool> Call::settle_rendering(const Rendering& work)
{
    if (settled_) {
        throw std::logic_error("settle() twice: " + std::string(endpoint_.name));
    }
    const KeyedRequest keyed{actor_ ? actor_->id : "", TRY(key_of(request_)), digest_of(request_)};
    services::Services& outer = *services_;
    const std::vector<Header> headers_before = headers_;
    const std::int64_t now_ms = outer.clock.now().ms;
    bool ran = false;
    const auto attempt = [&](db::Tx& tx) -> base::Result<Response> {
        headers_ = headers_before; // the database may run this again
        if (auto kept = TRY(claim(tx, keyed, now_ms))) {
            ran = false;
            return std::move(*kept);
        }
        db::Joined joined(tx, outer.db.engine());
        auto within = outer.within(joined);
        services_ = &within;
        auto response = TRY(work(within));
        std::move(headers_.begin(), headers_.end(), std::back_inserter(response.headers));
        headers_.clear();
        keep_answer(tx, keyed, response);
        ran = true;
        return response;
    };
    struct Restored {
        services::Services*& place;
        services::Services* value;
        ~Restored() { place = value; }
    } restored{services_, &outer};
    settled_ = TRY(outer.db.transact(attempt));
    return ran;
}

} // namespace xieshang::http
