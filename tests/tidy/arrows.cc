// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/arrows.h"

#include "tests/tidy/source.h"

#include <algorithm>
#include <set>

namespace xieshang::tidy {
namespace {

using Names = std::set<std::string_view>;

enum class Layer {
    rules,
    store,
    actions,
    routes,
};

Layer layer_of(std::string_view path)
{
    const auto stem = stem_of(path);
    return stem.ends_with("_store")  ? Layer::store
        : stem.ends_with("_actions") ? Layer::actions
        : stem.ends_with("_routes")  ? Layer::routes
                                     : Layer::rules;
}

// Which folders of platform/ a layer may see.
const Names& platform_seen_by(Layer layer)
{
    static const Names rules{"base", "workflow", "analytics", "json", "texts", "names"};
    static const Names store{"base", "workflow", "analytics", "json", "db", "folding", "names"};
    static const Names actions{"base", "workflow", "analytics", "json", "texts", "db", "record",
        "files", "crypto", "services", "sealing", "documents", "search", "names", "oidc",
        "passkeys", "qr"};
    static const Names routes{"base", "workflow", "analytics", "json", "texts", "http", "services",
        "files", "documents", "oidc"};
    switch (layer) {
    case Layer::rules:
        return rules;
    case Layer::store:
        return store;
    case Layer::actions:
        return actions;
    case Layer::routes:
        return routes;
    }
    return rules;
}

bool may_see(std::string_view path, std::string_view seen)
{
    const auto from = layer_of(path);
    const auto to = layer_of(seen);
    const bool same_slice = folder_of(path) == folder_of(seen);
    if (to == Layer::rules) {
        return true;
    }
    switch (from) {
    case Layer::rules:
        return false;
    case Layer::store:
        return to == Layer::store && same_slice;
    case Layer::actions:
        return to == Layer::store || to == Layer::actions;
    case Layer::routes:
        return to == Layer::actions || (to == Layer::routes && same_slice);
    }
    return false;
}

std::string of_a_feature(std::string_view path, const Include& include)
{
    static const Names concurrency{"thread", "mutex", "shared_mutex", "atomic", "future",
        "condition_variable", "coroutine", "semaphore", "latch", "barrier"};
    static const Names input{"fstream", "iostream", "filesystem", "cstdio", "random"};
    const std::string_view seen = include.path;
    if (include.system) {
        if (concurrency.contains(seen)) {
            return "a feature is plain and synchronous (ADR 0007)";
        }
        return layer_of(path) == Layer::rules && input.contains(seen)
            ? "a rule does no I/O and draws no lots (ADR 0002)"
            : "";
    }
    if (seen.starts_with("platform/")) {
        return platform_seen_by(layer_of(path)).contains(folder_of(seen).substr(9))
            ? ""
            : "this layer may not see that folder of the platform";
    }
    if (seen.starts_with("features/")) {
        return may_see(path, seen) ? "" : "this layer may not see that layer";
    }
    return "a feature includes features/ and platform/ by their full path, nothing else";
}

std::string of_the_platform(std::string_view path, const Include& include)
{
    const std::string_view seen = include.path;
    if (folder_of(path) == "platform/base") {
        if (!include.system) {
            return seen.starts_with("platform/base/") ? "" : "base stands on itself";
        }
        const bool standard = seen.find_first_of("/.") == seen.npos || seen == "tl/expected.hpp";
        const bool linux_header = path.ends_with(".cc") && seen.ends_with(".h");
        return standard || linux_header ? "" : "base stands on the standard library";
    }
    return include.system || seen.starts_with("platform/")
        ? ""
        : "the platform includes platform/ by its full path, nothing else";
}

std::string wrong_arrow(std::string_view path, const Include& include)
{
    const bool own = layer_of(path) == Layer::routes && folder_of(path) == folder_of(include.path);
    if (stem_of(include.path).ends_with("_routes") && path != "app/wiring.cc" && !own) {
        return "routes are seen by app/wiring.cc alone";
    }
    return path.starts_with("features/") ? of_a_feature(path, include)
        : path.starts_with("platform/")  ? of_the_platform(path, include)
                                         : "";
}

// A test may see what its subject may, what is below, and the tests' own support; but the
// platform's tests stay there.
std::string wrong_arrow_of_a_test(std::string_view path, const Include& include)
{
    const std::string_view seen = include.path;
    const bool upwards = seen.starts_with("features/") || seen.starts_with("app/");
    return path.starts_with("platform/") && upwards ? "the platform knows no feature" : "";
}

std::string wrong_library(std::string_view path, std::string_view seen)
{
    const auto name = name_of(seen);
    const bool measured = path.starts_with("bench/"); // beside the bare driver
    if ((name == "sqlite3.h" || name == "libpq-fe.h") && folder_of(path) != "platform/db"
        && !measured) {
        return "only platform/db sees a driver (ADR 0005)";
    }
    const bool http = seen.starts_with("restinio/") || seen.starts_with("boost/asio")
        || seen.starts_with("boost/beast") || name == "http_parser.h";
    if (http && folder_of(path) != "platform/http") {
        return "only platform/http sees the HTTP library (ADR 0007)";
    }
    if ((name == "zip.h" || name == "pugixml.hpp") && folder_of(path) != "platform/documents") {
        return "only platform/documents sees archives and XML";
    }
    if (seen.starts_with("curl/") && folder_of(path) != "platform/oidc") {
        return "only platform/oidc asks other machines (T-21)";
    }
    if (name == "qrencode.h" && folder_of(path) != "platform/qr") {
        return "only platform/qr sees libqrencode";
    }
    return seen == "regex" ? "std::regex overflows the stack on hostile input" : "";
}

template <class Judge>
Complaints each_include(const Tree& tree, const Judge& judge)
{
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (!is_cpp(path)) {
            continue;
        }
        for (const auto& include : includes_of(text)) {
            if (const std::string what = judge(path, include); !what.empty()) {
                complaints.push_back(complaint(path, include.line, include.path + ": " + what));
            }
        }
    }
    return complaints;
}

} // namespace

Complaints wrong_arrows(const Tree& tree)
{
    return each_include(tree, [](std::string_view path, const Include& include) {
        return is_test(path) ? wrong_arrow_of_a_test(path, include) : wrong_arrow(path, include);
    });
}

Complaints wrong_libraries(const Tree& tree)
{
    return each_include(tree, [](std::string_view path, const Include& include) {
        return wrong_library(path, include.path);
    });
}

} // namespace xieshang::tidy
