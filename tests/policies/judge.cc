// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/judge.h"

#include <algorithm>
#include <fmt/format.h>

namespace xieshang::policies {
namespace {

std::string told(const http::Response& response)
{
    std::string text = fmt::format("{}\n", response.status);
    for (const auto& header : response.headers) {
        text += header.name + ": " + header.value + "\n";
    }
    return text + response.body;
}

bool is_history(const Operation& operation)
{
    return operation.method == http::Method::get
        && (operation.path.ends_with("/history") || operation.path.ends_with("/steps"));
}

std::string expected(int status, std::string_view code, const http::Response& response)
{
    const auto found = code_of(response);
    return response.status == status && (code.empty() || found == code)
        ? ""
        : fmt::format("gives {} {}, not {} {}", response.status, found, status, code);
}

} // namespace

http::Response Judge::ask(const Operation& operation, const Visitor& visitor, const Ask& asked)
{
    ++asked_;
    return house_.ask(visitor, operation.method, asked);
}

// What is refused by the policy is refused before anything else is looked at.
std::string Judge::wrong_refusal(const Operation& operation, const Case& asked,
    const Visitor& visitor, int status, std::string_view code)
{
    auto request = asked.ask(visitor);
    auto wrong = expected(status, code, ask(operation, visitor, request));
    if (wrong.empty() && operation.method != http::Method::get) {
        request.bare = true;
        wrong = expected(status, code, ask(operation, visitor, request));
    }
    return wrong;
}

// Not a byte tells it from one that is not there.
std::string Judge::wrong_secret(
    const Operation& operation, const Visitor& visitor, const http::Response& response)
{
    for (const auto& other : operation.cases) {
        if (other.presence == Presence::absent) {
            const auto absent = ask(operation, visitor, other.ask(visitor));
            return response.status == 404 && told(absent) == told(response)
                ? ""
                : "is told from an absent one: " + told(response) + "\n<> " + told(absent);
        }
    }
    return "has no absent object to compare with";
}

std::string Judge::wrong_fields(const Operation& operation, const Case& asked,
    const std::string& view, const http::Response& response)
{
    if (response.status >= 300) {
        return {};
    }
    const auto key = operation.name + " | " + asked.name + " | " + view;
    auto fields = fields_of(response);
    if (is_history(operation)) {
        fields.merge(deeds_of(response));
    }
    found_.learn(key, fields);
    return learning ? "" : fields_.wrong(key, fields);
}

std::string Judge::wrong(const Operation& operation, const Case& asked, const Visitor& visitor)
{
    const Thing thing{
        asked.relation ? asked.relation(visitor) : std::string("other_body"), asked.state};
    const auto promise = promised(operation.promised, visitor.asking, thing);
    if (promise.verdict == Verdict::signed_out) {
        return wrong_refusal(operation, asked, visitor, 401, "request.signed_out");
    }
    if (promise.verdict == Verdict::forbidden) {
        return wrong_refusal(operation, asked, visitor, 403, "request.forbidden");
    }
    if (promise.verdict == Verdict::dormant) {
        return wrong_refusal(operation, asked, visitor, 403, "request.membership_dormant");
    }
    if (promise.verdict == Verdict::stale) {
        return wrong_refusal(operation, asked, visitor, 403, "members.prove_again");
    }
    const auto response = ask(operation, visitor, asked.ask(visitor));
    if (asked.presence == Presence::absent) {
        return expected(404, "", response);
    }
    const int status = asked.status_of ? asked.status_of(visitor) : asked.status;
    const bool secret = asked.presence == Presence::secret && status == 404;
    if (promise.verdict == Verdict::hidden || secret) {
        return wrong_secret(operation, visitor, response);
    }
    if (promise.verdict == Verdict::stale_here && status != 404) {
        return expected(403, "members.prove_again", response);
    }
    auto wrong = expected(status, "", response);
    if (const auto code = code_of(response);
        wrong.empty() && (code == "request.forbidden" || code == "members.prove_again")) {
        wrong = "is refused by the policy";
    }
    return wrong.empty() ? wrong_fields(operation, asked, promise.view, response) : wrong;
}

} // namespace xieshang::policies
