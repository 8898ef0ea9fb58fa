// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// From method and path to a route. Patterns: "/api/plans/{id}/topics"; a literal wins over a
// parameter. Built by one thread, then read by any.
#pragma once

#include "platform/http/message.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::http {

class Router {
public:
    static constexpr int none = -1;

    struct Match {
        int route = none;                         // none: see path_known
        bool path_known = false;                  // true with route none: 405
        std::vector<std::string_view> parameters; // views of the path
        std::string allow{}; // "GET, HEAD, POST", when the path is known and the method is not
    };

    Router() : nodes_(1) {}

    // Throws std::logic_error for a pattern that is there already or does not begin with '/'.
    void add(Method method, std::string_view pattern, int route);

    // HEAD is answered by the route of GET.
    Match find(Method method, std::string_view path) const;

private:
    static constexpr std::size_t methods = static_cast<std::size_t>(Method::other) + 1;

    struct Node {
        std::map<std::string, std::size_t, std::less<>> literals;
        std::size_t parameter = 0; // index of a node; 0: none
        std::array<int, methods> routes = filled();
        bool ends = false;

        static std::array<int, methods> filled()
        {
            std::array<int, methods> all{};
            all.fill(none);
            return all;
        }
    };

    std::size_t child(std::size_t node, std::string_view segment);
    const Node* walk(
        std::size_t node, std::string_view rest, std::vector<std::string_view>& parameters) const;
    static std::string allowed(const Node& node);

    std::vector<Node> nodes_; // the first one is "/"
};

// "{id}" of a pattern's segment → "id"; empty for a literal.
std::string_view parameter_name(std::string_view segment);
std::vector<std::string_view> parameter_names(std::string_view pattern);

} // namespace xieshang::http
