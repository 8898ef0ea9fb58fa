// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/openapi.h"

#include "platform/http/json_list.h"
#include "platform/http/policy_description.h"
#include "platform/http/problem.h"
#include "platform/http/router.h"
#include "platform/json/write.h"

#include <map>
#include <set>
#include <stdexcept>

namespace xieshang::http {
namespace {

bool is_unsafe(const Route& route) { return route.method != Method::get; }

std::string tag_of(const Route& route)
{
    if (!route.endpoint.tag.empty()) {
        return std::string(route.endpoint.tag);
    }
    constexpr std::string_view api = "/api/";
    const std::string_view path = route.path;
    const std::string_view rest = path.starts_with(api) ? path.substr(api.size()) : path.substr(1);
    return std::string(rest.substr(0, rest.find('/')));
}

std::string parameter(
    std::string_view name, std::string_view place, bool required, const std::string& schema)
{
    List out;
    out.add("name", quoted(name));
    out.add("in", quoted(place));
    out.add("required", required ? "true" : "false");
    out.add("schema", schema);
    return out.object();
}

std::string parameters(const Route& route, const Description& described)
{
    List out;
    const auto names = parameter_names(route.path);
    for (std::size_t at = 0; at < names.size(); ++at) {
        const bool typed = at < described.path_parameters.size();
        out.add(parameter(names[at], "path", true,
            typed ? described.path_parameters[at] : R"({"type":"string"})"));
    }
    for (const auto& query : described.query) {
        out.add(parameter(query.name, "query", query.required, query.schema));
    }
    if (is_unsafe(route)) {
        out.add(R"({"$ref":"#/components/parameters/IdempotencyKey"})");
    }
    if (route.endpoint.versioned) {
        out.add(R"({"$ref":"#/components/parameters/IfMatch"})");
    }
    if (described.uploads) {
        out.add(parameter("X-File-Name", "header", false,
            R"({"type":"string","description":"Percent-encoded UTF-8"})"));
    }
    return out.array();
}

std::string content(std::string_view type, const std::string& schema)
{
    List out;
    out.add(type, "{\"schema\":" + schema + "}");
    return out.object();
}

std::string success(const Route& route, const Description& described)
{
    List out;
    out.add("description",
        quoted(described.answer.empty() && !described.downloads ? "Done" : "The answer"));
    if (described.etag) {
        out.add("headers",
            R"({"ETag":{"schema":{"type":"string"},"description":"\"v\" and the version"}})");
    }
    if (!described.answer.empty()) {
        out.add("content", content("application/json", described.answer));
    } else if (described.downloads) {
        const bool raw = route.content_type != "application/json";
        out.add("content", content(raw ? route.content_type : "*/*", R"({"type":"string"})"));
    }
    return out.object();
}

// The problems that this operation may answer with, beside 500 and 503.
std::set<int> problem_statuses(const Route& route, const Description& described)
{
    std::set<int> statuses{400, 500, 503};
    if (!route.endpoint.policy.anonymous()) {
        statuses.insert({401, 403});
    }
    if (!described.path_parameters.empty()) {
        statuses.insert(404);
    }
    if (!described.query.empty()) {
        statuses.insert(422);
    }
    if (is_unsafe(route)) {
        statuses.insert({403, 409, 413, 415, 422, 429, 507});
    }
    if (route.endpoint.versioned) {
        statuses.insert({412, 428});
    }
    return statuses;
}

std::string responses(const Route& route, const Description& described)
{
    const bool no_content = described.answer.empty() && !described.downloads;
    List out;
    out.add(std::to_string(no_content ? 204 : route.endpoint.status), success(route, described));
    if (described.etag && !is_unsafe(route)) {
        out.add(
            "304", R"({"description":"The version named in If-None-Match is the current one"})");
    }
    for (const int status : problem_statuses(route, described)) {
        out.add(std::to_string(status), R"({"$ref":"#/components/responses/Problem"})");
    }
    return out.object();
}

std::string request_body(const Description& described)
{
    List out;
    out.add("required", "true");
    out.add("content",
        described.uploads
            ? content("application/octet-stream", R"({"type":"string","format":"binary"})")
            : content("application/json", described.body));
    return out.object();
}

std::string operation(const Route& route, json::Schemas& schemas)
{
    const Description described = route.describe(schemas);
    List out;
    out.add("operationId", quoted(route.endpoint.name));
    out.add("summary", quoted(route.endpoint.summary));
    if (!route.endpoint.description.empty()) {
        out.add("description", quoted(route.endpoint.description));
    }
    out.add("tags", "[" + http::quoted(tag_of(route)) + "]");
    out.add("x-authz", authorization_of(route.endpoint.policy));
    out.add("security", route.endpoint.policy.anonymous() ? "[]" : R"([{"session":[]}])");
    out.add("parameters", parameters(route, described));
    if (!described.body.empty() || described.uploads) {
        out.add("requestBody", request_body(described));
    }
    out.add("responses", responses(route, described));
    return out.object();
}

std::string lowered_name(Method method)
{
    std::string name(name_of(method));
    for (char& letter : name) {
        letter = static_cast<char>(letter - 'A' + 'a');
    }
    return name;
}

std::string paths(std::span<const Route> routes, json::Schemas& schemas)
{
    std::map<std::string, List> by_path;
    for (const Route& route : routes) {
        if (route.listed) {
            by_path[route.path].add(lowered_name(route.method), operation(route, schemas));
        }
    }
    List out;
    for (const auto& [path, operations] : by_path) {
        out.add(path, operations.object());
    }
    return out.object();
}

std::string components(
    const ApiTitle& title, const json::Schemas& schemas, const std::string& problem)
{
    List session;
    session.add("type", quoted("apiKey"));
    session.add("in", quoted("cookie"));
    session.add("name", quoted(title.session_cookie));
    List headers;
    headers.add("IdempotencyKey",
        parameter("Idempotency-Key", "header", true,
            R"({"type":"string","minLength":8,"maxLength":128,)"
            R"("description":"Made by the client; a retry with it is answered as before"})"));
    headers.add("IfMatch",
        parameter("If-Match", "header", true,
            R"({"type":"string","description":"The ETag of the version that was seen"})"));
    List out;
    out.add("securitySchemes", "{\"session\":" + session.object() + "}");
    out.add("parameters", headers.object());
    out.add("responses",
        "{\"Problem\":{\"description\":\"What went wrong (RFC 9457)\",\"content\":"
            + content("application/problem+json", problem) + "}}");
    out.add("schemas", schemas.components());
    return out.object();
}

void check_names(std::span<const Route> routes)
{
    std::set<std::string_view> names;
    for (const Route& route : routes) {
        if (!names.insert(route.endpoint.name).second) {
            throw std::logic_error("two operations are called " + std::string(route.endpoint.name));
        }
    }
}

} // namespace

std::string openapi_document(const ApiTitle& title, std::span<const Route> routes)
{
    check_names(routes);
    json::Schemas schemas;
    const auto describe = [&] { return schemas.of<Problem>(json::Use::output); };
    describe();
    paths(routes, schemas); // names are known only after everything was seen once
    schemas.know_uses();
    const std::string problem = describe();
    const std::string all_paths = paths(routes, schemas);
    List info;
    info.add("title", quoted(title.title));
    info.add("version", quoted(title.version));
    info.add("license", R"({"name":"Apache-2.0","identifier":"Apache-2.0"})");
    List out;
    out.add("openapi", quoted("3.1.0"));
    out.add("info", info.object());
    out.add("servers", R"([{"url":"/"}])");
    out.add("paths", all_paths);
    out.add("components", components(title, schemas, problem));
    return out.object();
}

} // namespace xieshang::http
