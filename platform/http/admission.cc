// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/http/admission.h"

#include "platform/http/router.h"
#include "platform/http/security_headers.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace xieshang::http {

using base::Trouble;

namespace {

// `"v3"` or `"3"`: a strong tag (RFC 9110 §13.1.1); nothing for anything else.
std::optional<std::int64_t> version_of(std::string_view tag)
{
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"') {
        return std::nullopt;
    }
    tag = tag.substr(1, tag.size() - 2);
    tag.remove_prefix(tag.starts_with('v') ? 1 : 0);
    std::int64_t version{};
    const auto [end, error] = std::from_chars(tag.data(), tag.data() + tag.size(), version);
    const bool whole = error == std::errc() && end == tag.data() + tag.size() && version >= 0;
    return whole ? std::optional(version) : std::nullopt;
}

// Whether he would be admitted if his membership were one that a row names.
bool is_for_dormant_roles(const Policy& policy, const base::Actor& actor)
{
    const auto rows = policy.rows();
    return std::any_of(rows.begin(), rows.end(),
        [&](const base::PolicyRow& row) { return (row.who.of_members & actor.dormant) != 0; });
}

} // namespace

bool is_unsafe(const Request& request)
{
    return request.method != Method::get && request.method != Method::head;
}

base::Result<void> check_content(const Request& request, const Route& route)
{
    const std::string_view wanted =
        route.takes_upload ? "application/octet-stream" : "application/json";
    const bool typed = is_content_type(request.header("Content-Type"), wanted);
    if (!typed && (!request.body.empty() || !request.header("Content-Type").empty())) {
        return base::trouble(Trouble::unsupported_type, "request.unsupported_type",
            {{"wanted", std::string(wanted)}});
    }
    if (request.body.size() > route.endpoint.body_limit) {
        return base::trouble(Trouble::too_large, "request.too_large",
            {{"most_kb", std::to_string(route.endpoint.body_limit >> 10U)}});
    }
    return {};
}

base::Result<void> check_version(const Request& request, Call& call)
{
    const std::string_view tag = request.header("If-Match");
    if (tag.empty()) {
        return base::trouble(Trouble::precondition_required, "request.version_missing");
    }
    const auto version = version_of(tag);
    if (!version) {
        return base::trouble(Trouble::malformed, "request.version_bad");
    }
    call.set_version_seen(*version);
    return {};
}

base::Result<void> check_policy(
    const Policy& policy, const std::optional<base::Actor>& actor, std::string_view prove_again)
{
    if (!actor && !policy.anonymous()) {
        return base::trouble(Trouble::unauthenticated, "request.signed_out");
    }
    if (!policy.anonymous() && !policy.allows(*actor)) {
        const bool dormant = is_for_dormant_roles(policy, *actor);
        return base::trouble(
            Trouble::forbidden, dormant ? "request.membership_dormant" : "request.forbidden");
    }
    if (actor && policy.is_stale(*actor)) {
        return base::trouble(Trouble::forbidden, std::string(prove_again));
    }
    return {};
}

void check_route(const Route& route)
{
    const std::string place = std::string(name_of(route.method)) + " " + route.path;
    if (route.endpoint.name.empty()) {
        throw std::logic_error("an endpoint without a name: " + place);
    }
    if (route.path_parameters != parameter_names(route.path).size()) {
        throw std::logic_error("the handler's path parameters are not those of " + place);
    }
    if (route.method == Method::get
        && (route.takes_body || route.takes_upload || route.endpoint.versioned)) {
        throw std::logic_error("a GET takes no body and no version: " + place);
    }
    if (route.endpoint.remembered && route.method != Method::get) {
        throw std::logic_error("only a GET is remembered: " + place);
    }
    for (const auto& row : route.endpoint.policy.rows()) { // it is kept by the roles alone
        const bool by_roles = row.relations == base::any_relation && row.proof == base::Proof::any
            && row.memberships == base::Memberships{base::Membership::active};
        if (route.endpoint.remembered && !by_roles) {
            throw std::logic_error("what depends on a person is not remembered: " + place);
        }
    }
}

} // namespace xieshang::http
