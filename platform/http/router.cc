// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/router.h"

#include <stdexcept>

namespace xieshang::http {
namespace {

// Cuts the first segment off "/a/b": gives "a", leaves "/b".
std::string_view next_segment(std::string_view& rest)
{
    rest.remove_prefix(1);
    const std::string_view segment = rest.substr(0, rest.find('/'));
    rest.remove_prefix(segment.size());
    return segment;
}

} // namespace

std::string_view parameter_name(std::string_view segment)
{
    const bool is_parameter = segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
    return is_parameter ? segment.substr(1, segment.size() - 2) : std::string_view{};
}

std::vector<std::string_view> parameter_names(std::string_view pattern)
{
    std::vector<std::string_view> names;
    while (!pattern.empty()) {
        if (const auto name = parameter_name(next_segment(pattern)); !name.empty()) {
            names.push_back(name);
        }
    }
    return names;
}

std::size_t Router::child(std::size_t node, std::string_view segment)
{
    const bool is_parameter = !parameter_name(segment).empty();
    std::size_t next = nodes_[node].parameter;
    if (!is_parameter) {
        const auto found = nodes_[node].literals.find(segment);
        next = found == nodes_[node].literals.end() ? 0 : found->second;
    }
    if (next == 0) {
        next = nodes_.size();
        nodes_.emplace_back();
        if (is_parameter) {
            nodes_[node].parameter = next;
        } else {
            nodes_[node].literals.emplace(segment, next);
        }
    }
    return next;
}

void Router::add(Method method, std::string_view pattern, int route)
{
    if (!pattern.starts_with('/')) {
        throw std::logic_error("a route must begin with /: " + std::string(pattern));
    }
    std::size_t at = 0;
    for (std::string_view rest = pattern; !rest.empty();) {
        at = child(at, next_segment(rest));
    }
    int& place = nodes_[at].routes[static_cast<std::size_t>(method)];
    if (place != none) {
        throw std::logic_error(
            "two routes for " + std::string(name_of(method)) + " " + std::string(pattern));
    }
    place = route;
    nodes_[at].ends = true;
}

const Router::Node* Router::walk(
    std::size_t node, std::string_view rest, std::vector<std::string_view>& parameters) const
{
    const Node& here = nodes_[node];
    if (rest.empty()) {
        return here.ends ? &here : nullptr;
    }
    const std::string_view segment = next_segment(rest);
    if (const auto found = here.literals.find(segment); found != here.literals.end()) {
        if (const Node* end = walk(found->second, rest, parameters)) {
            return end;
        }
    }
    if (here.parameter == 0 || segment.empty()) {
        return nullptr;
    }
    parameters.push_back(segment);
    const Node* end = walk(here.parameter, rest, parameters);
    if (end == nullptr) {
        parameters.pop_back();
    }
    return end;
}

Router::Match Router::find(Method method, std::string_view path) const
{
    Match match;
    const Node* node = path.starts_with('/') ? walk(0, path, match.parameters) : nullptr;
    if (node == nullptr) {
        return match;
    }
    const Method asked = method == Method::head ? Method::get : method;
    match.path_known = true;
    match.route = node->routes[static_cast<std::size_t>(asked)];
    if (match.route == none) {
        match.allow = allowed(*node);
    }
    return match;
}

std::string Router::allowed(const Node& node)
{
    std::string words;
    for (std::size_t at = 0; at < methods; ++at) {
        if (node.routes[at] != none) {
            const auto method = static_cast<Method>(at);
            words.append(words.empty() ? "" : ", ").append(name_of(method));
            words.append(method == Method::get ? ", HEAD" : "");
        }
    }
    return words;
}

} // namespace xieshang::http
