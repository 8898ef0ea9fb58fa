// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/typed_route.h"

#include "platform/http/target.h"
#include "platform/json/text_rules.h"

#include <algorithm>

namespace xieshang::http {
namespace {

constexpr std::size_t parameter_limit = 64;  // more than any filter has members
constexpr std::size_t file_name_limit = 255; // bytes, as file systems have it

json::Node scalar(std::string_view text, json::Kind wanted)
{
    json::Node node{.text = text, .kind = json::Kind::string};
    if (wanted == json::Kind::string) {
        return node;
    }
    const auto parsed = json::Document::parse(text);
    const bool fits = parsed && parsed->root().size == 0
        && parsed->root().kind != json::Kind::string && parsed->root().kind != json::Kind::null;
    if (fits) {
        node = parsed->root();
        node.text = text;
    }
    return node;
}

json::Kind kind_wanted(std::span<const WantedParameter> wanted, std::string_view name)
{
    for (const auto& one : wanted) {
        if (one.name == name) {
            return one.kind;
        }
    }
    return name == "size" ? json::Kind::integer : json::Kind::string;
}

// Takes the named member out of the object; a kind of null when it is not there.
json::Node taken(std::vector<json::Node>& nodes, std::string_view name)
{
    const auto found = std::find_if(nodes.begin() + 1, nodes.end(),
        [&](const json::Node& node) { return node.key == name && !node.repeated; });
    if (found == nodes.end()) {
        return {};
    }
    const json::Node node = *found;
    nodes.erase(found);
    nodes.front().span = static_cast<std::uint32_t>(nodes.size());
    nodes.front().size = nodes.front().span - 1;
    return node;
}

std::string without_folders(std::string name)
{
    name.erase(0, name.find_last_of("/\\") + 1);
    return name;
}

} // namespace

tl::unexpected<base::Error> no_such_thing()
{
    return base::trouble(base::Trouble::not_found, "request.not_found");
}

base::Result<Upload> upload_of(const Request& request)
{
    auto name = percent_decoded(request.header("X-File-Name"), false);
    if (!name || !is_utf8(*name) || json::has_hidden_characters(*name)) {
        return base::trouble(base::Trouble::malformed, "request.bad_file_name");
    }
    std::string last = without_folders(std::move(*name));
    if (last.size() > file_name_limit) {
        return base::trouble(base::Trouble::malformed, "request.bad_file_name");
    }
    return Upload{request.body, last.empty() ? "file" : std::move(last)};
}

QueryNodes query_nodes(const Request& request, std::span<const WantedParameter> wanted)
{
    QueryNodes out;
    const auto pairs =
        static_cast<std::size_t>(std::count(request.query.begin(), request.query.end(), '&')) + 1;
    out.texts.reserve(2 * pairs); // the nodes hold views of these
    out.nodes.reserve(pairs + 1);
    out.nodes.push_back({.kind = json::Kind::object});
    for (std::string_view rest = request.query; !rest.empty();) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = percent_decoded(pair.substr(0, equals), true);
        const auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), true);
        const bool readable = name && value && is_utf8(*name) && is_utf8(*value);
        const std::string& key = out.texts.emplace_back(name && is_utf8(*name) ? *name : "?");
        const std::string& text = out.texts.emplace_back(readable ? *value : "");
        json::Node node = readable ? scalar(text, kind_wanted(wanted, key))
                                   : json::Node{.kind = json::Kind::object};
        node.key = key;
        node.repeated = out.nodes.size() > parameter_limit
            || std::any_of(out.nodes.begin() + 1, out.nodes.end(),
                [&](const json::Node& earlier) { return earlier.key == key; });
        out.nodes.push_back(node);
    }
    out.nodes.front().span = static_cast<std::uint32_t>(out.nodes.size());
    out.nodes.front().size = out.nodes.front().span - 1;
    return out;
}

PageAsk page_asked(json::Reader& reader, QueryNodes& query)
{
    PageAsk page;
    const json::Place root;
    if (const json::Node size = taken(query.nodes, "size"); size.kind != json::Kind::null) {
        json::read_value(reader, json::Place{&root, "size"}, size,
            json::Rule{.least = 1, .most = page_size_most}, page.size);
    }
    if (const json::Node after = taken(query.nodes, "after"); after.kind != json::Kind::null) {
        json::read_value(
            reader, json::Place{&root, "after"}, after, json::Rule{.most = 2000}, page.after);
    }
    return page;
}

} // namespace xieshang::http
