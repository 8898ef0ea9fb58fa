// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A handler's types → a route: reads its arguments from the request, calls it, renders what it
// gives, and describes both for the OpenAPI document. Used by api.h.
#pragma once

#include "platform/http/call.h"
#include "platform/json/schema.h"

#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace xieshang::http {

// One parameter of a query; `required` only for members that are not optional.
struct QueryParameter {
    std::string name;
    std::string schema;
    bool required = false;
};

// What an operation takes and gives, as JSON Schema texts.
struct Description {
    std::vector<std::string> path_parameters; // schemas, in order
    std::vector<QueryParameter> query;
    std::string body;   // schema; empty: none
    std::string answer; // schema; empty: no content, or a file
    bool uploads = false;
    bool downloads = false;
    bool etag = false;
};

struct Route {
    Method method = Method::get;
    std::string path;
    Endpoint endpoint;
    std::size_t path_parameters = 0;
    bool takes_body = false;
    bool takes_upload = false;
    bool listed = true;
    bool asks_who = true;
    std::string_view content_type = "application/json";
    std::function<base::Result<Response>(Call&)> run{};
    std::function<Description(json::Schemas&)> describe{};
};

template <class T>
inline constexpr bool is_query = false;
template <class Filter>
inline constexpr bool is_query<Query<Filter>> = true;

template <class T>
inline constexpr bool is_options = false;
template <class Choices>
inline constexpr bool is_options<Options<Choices>> = true;

template <class T>
inline constexpr bool is_path_parameter =
    json::is_id<T> || std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::string>;

template <class T>
inline constexpr bool is_body =
    !is_path_parameter<T> && !is_query<T> && !is_options<T> && !std::is_same_v<T, Upload>;

base::Result<Upload> upload_of(const Request& request);
tl::unexpected<base::Error> no_such_thing(); // 404: a number of the path that is none

// Query parameters as JSON nodes, each of the kind that its member wants; what does not fit stays a
// text, which the reader then refuses as field.wrong_type.
struct WantedParameter {
    std::string_view name;
    json::Kind kind;
};
struct QueryNodes {
    std::vector<std::string> texts; // what the nodes point into
    std::vector<json::Node> nodes;  // an object and its members
};
QueryNodes query_nodes(const Request& request, std::span<const WantedParameter> wanted);
// Takes size and after out of the nodes and refuses what they may not be.
PageAsk page_asked(json::Reader& reader, QueryNodes& query);

template <class T>
constexpr json::Kind wanted_kind()
{
    if constexpr (json::is_optional<T>) {
        return wanted_kind<typename T::value_type>();
    } else if constexpr (std::is_same_v<T, bool>) {
        return json::Kind::boolean;
    } else if constexpr (json::Integer<T> || std::is_same_v<T, base::Instant>) {
        return json::Kind::integer;
    } else if constexpr (std::is_same_v<T, double>) {
        return json::Kind::number;
    } else {
        return json::Kind::string;
    }
}

template <class Described>
QueryNodes query_nodes_of(const Request& request)
{
    static constexpr auto wanted = [] {
        std::array<WantedParameter, json::member_count<Described>> table{};
        std::size_t at = 0;
        json::for_each_member<Described>([&](auto member) {
            table[at++] = {member.name, wanted_kind<json::MemberType<decltype(member)>>()};
        });
        return table;
    }();
    return query_nodes(request, wanted);
}

template <class Filter>
base::Result<Query<Filter>> query_of(const Request& request)
{
    Query<Filter> query;
    QueryNodes given = query_nodes_of<Filter>(request);
    json::Reader reader;
    query.page = page_asked(reader, given);
    json::read_value(reader, json::Place{}, given.nodes.front(), json::Rule{}, query.filter);
    if (!reader.clean()) {
        return tl::unexpected(std::move(reader).error());
    }
    return query;
}

template <class Choices>
base::Result<Options<Choices>> options_of(const Request& request)
{
    Options<Choices> options;
    const QueryNodes given = query_nodes_of<Choices>(request);
    json::Reader reader;
    json::read_value(reader, json::Place{}, given.nodes.front(), json::Rule{}, options.given);
    if (!reader.clean()) {
        return tl::unexpected(std::move(reader).error());
    }
    return options;
}

// Reads the argument of type T; `at` counts the path's parameters. What has not the form of an id
// names nothing, and whoever looks for it says in its own words that it is not there.
template <class T>
base::Result<T> argument_of(Call& call, std::size_t& at)
{
    if constexpr (json::is_id<T>) {
        const std::string_view text = call.path_parameter(at++);
        return T{std::string(base::is_uuid(text) ? text : base::nil_uuid)};
    } else if constexpr (std::is_same_v<T, std::string>) {
        return std::string(call.path_parameter(at++));
    } else if constexpr (std::is_same_v<T, std::int64_t>) {
        auto number = json::read<std::int64_t>(call.path_parameter(at++));
        return number ? std::move(number) : no_such_thing();
    } else if constexpr (std::is_same_v<T, Upload>) {
        return upload_of(call.request());
    } else if constexpr (is_query<T>) {
        return query_of<std::remove_cvref_t<decltype(std::declval<T>().filter)>>(call.request());
    } else if constexpr (is_options<T>) {
        return options_of<std::remove_cvref_t<decltype(std::declval<T>().given)>>(call.request());
    } else {
        return json::read<T>(call.request().body);
    }
}

template <class View, class... Args>
class TypedRoute {
public:
    using Function = std::function<base::Result<View>(Call&, Args...)>;

    static Route make(
        Method method, std::string_view path, const Endpoint& endpoint, Function handler)
    {
        constexpr bool queries = (is_query<std::decay_t<Args>> || ... || false);
        constexpr int contents =
            ((is_path_parameter<std::decay_t<Args>> || is_options<std::decay_t<Args>> ? 0 : 1) + ...
                + 0);
        static_assert(contents <= 1, "a handler takes one of: query, upload, body");
        Route route{.method = method, .path = std::string(path), .endpoint = endpoint};
        route.path_parameters = ((is_path_parameter<std::decay_t<Args>> ? 1U : 0U) + ... + 0U);
        route.takes_upload = (std::is_same_v<std::decay_t<Args>, Upload> || ... || false);
        route.takes_body = contents == 1 && !queries && !route.takes_upload;
        route.run = [handler = std::move(handler)](Call& call) { return run(handler, call); };
        route.describe = describe;
        return route;
    }

private:
    static base::Result<Response> run(const Function& handler, Call& call)
    {
        std::tuple<std::decay_t<Args>...> arguments;
        std::optional<base::Error> error;
        std::size_t at = 0;
        const auto read = [&](auto& argument) {
            auto given = argument_of<std::decay_t<decltype(argument)>>(call, at);
            if (!given) {
                error = std::move(given).error();
                return false;
            }
            argument = std::move(*given);
            return true;
        };
        if (!std::apply(
                [&](auto&... argument) { return (read(argument) && ... && true); }, arguments)) {
            return tl::unexpected(std::move(*error));
        }
        return call.conclude([&](services::Services&) -> base::Result<Response> {
            auto given = std::apply(
                [&](const auto&... argument) { return handler(call, argument...); }, arguments);
            return render_result(call, given);
        });
    }

    template <class Described>
    static void describe_query(json::Schemas& schemas, Description& out)
    {
        json::for_each_member<Described>([&](auto member) {
            using M = json::MemberType<decltype(member)>;
            const auto rule = json::rule_of<Described>(member.name);
            if constexpr (json::is_optional<M>) {
                out.query.push_back({member.name,
                    schemas.of<typename M::value_type>(json::Use::input, rule), false});
            } else {
                out.query.push_back({member.name, schemas.of<M>(json::Use::input, rule), true});
            }
        });
    }

    template <class T>
    static void describe_argument(json::Schemas& schemas, Description& out)
    {
        if constexpr (is_path_parameter<T>) {
            out.path_parameters.push_back(schemas.of<T>(json::Use::input));
        } else if constexpr (std::is_same_v<T, Upload>) {
            out.uploads = true;
        } else if constexpr (is_options<T>) {
            describe_query<std::remove_cvref_t<decltype(std::declval<T>().given)>>(schemas, out);
        } else if constexpr (is_query<T>) {
            describe_query<std::remove_cvref_t<decltype(std::declval<T>().filter)>>(schemas, out);
            out.query.push_back(
                {"size", R"({"type":"integer","minimum":1,"maximum":200,"default":50})"});
            out.query.push_back(
                {"after", R"({"type":"string","description":"The next of the page before"})"});
        } else {
            out.body = schemas.of<T>(json::Use::input);
        }
    }

    static Description describe(json::Schemas& schemas)
    {
        Description out;
        (describe_argument<std::decay_t<Args>>(schemas, out), ...);
        if constexpr (std::is_same_v<View, Download> || std::is_same_v<View, Response>) {
            out.downloads = true;
        } else if constexpr (!std::is_void_v<View>) {
            out.answer = schemas.of<View>(json::Use::output);
            out.etag = Versioned<View>;
        }
        return out;
    }
};

template <class View, class... Args>
Route route_of(Method method, std::string_view path, const Endpoint& endpoint,
    std::function<base::Result<View>(Call&, Args...)> handler)
{
    return TypedRoute<View, Args...>::make(method, path, endpoint, std::move(handler));
}

} // namespace xieshang::http
