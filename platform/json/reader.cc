// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/json/reader.h"

#include "platform/base/ids.h"
#include "platform/json/text_rules.h"

#include <algorithm>
#include <cmath>

namespace xieshang::json {
namespace {

constexpr std::size_t trouble_limit = 100; // more than a person can read; keeps the answer small

std::string_view word_for(Kind kind)
{
    switch (kind) {
    case Kind::boolean:
        return "boolean";
    case Kind::integer:
        return "integer";
    case Kind::number:
        return "number";
    case Kind::string:
        return "string";
    case Kind::array:
        return "array";
    case Kind::object:
        return "object";
    case Kind::null:
        break;
    }
    return "null";
}

std::string shown(double number)
{
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

base::Params limits(const Rule& rule, std::string_view name, std::string value)
{
    base::Params params{{std::string(name), std::move(value)}};
    if (rule.limited()) {
        params.emplace("least", std::to_string(rule.least));
    }
    if (rule.limited_above()) {
        params.emplace("most", std::to_string(rule.most));
    }
    return params;
}

} // namespace

std::string Place::pointer() const
{
    if (outer == nullptr) {
        return {};
    }
    std::string text = outer->pointer() + '/';
    if (index >= 0) {
        return text + std::to_string(index);
    }
    for (const char byte : member) {
        if (byte == '~' || byte == '/') {
            text += byte == '~' ? "~0" : "~1";
        } else {
            text += byte;
        }
    }
    return text;
}

void Reader::add(const Place& place, std::string_view code, base::Params params)
{
    if (troubles_.size() < trouble_limit) {
        troubles_.push_back({place.pointer(), std::string(code), std::move(params)});
    }
}

base::Error Reader::error() &&
{
    return {base::Trouble::refused, "request.invalid",
        {{"count", std::to_string(troubles_.size())}}, std::move(troubles_)};
}

bool Reader::is_kind(const Place& place, const Node& node, Kind kind)
{
    if (node.kind == kind) {
        return true;
    }
    add(place, "field.wrong_type", {{"expected", std::string(word_for(kind))}});
    return false;
}

void Reader::read_object(
    const Place& place, const Node& node, std::span<const MemberReader> members, void* object)
{
    if (!is_kind(place, node, Kind::object)) {
        return;
    }
    std::vector<bool> seen(members.size());
    for (const Node& child : node) {
        const Place here{&place, child.key};
        std::size_t at = 0;
        while (at < members.size() && members[at].name != child.key) {
            ++at;
        }
        if (child.repeated) {
            add(here, "field.duplicate");
        } else if (at == members.size()) {
            add(here, "field.unknown");
        } else {
            seen[at] = true;
            members[at].read(*this, here, child, members[at].rule, object);
        }
    }
    for (std::size_t at = 0; at < members.size(); ++at) {
        if (members[at].required && !seen[at]) {
            add({&place, members[at].name}, "field.missing");
        }
    }
}

void Reader::read_text(const Place& place, const Node& node, const Rule& rule, std::string& out)
{
    if (!is_kind(place, node, Kind::string)) {
        return;
    }
    out = node.text;
    if (!limits_hold()) {
        return;
    }
    const std::int64_t length = code_points(out);
    if (has_hidden_characters(out)) {
        add(place, "field.bad_text");
    } else if (rule.least > 0 && !rule.blank_allowed && is_blank(out)) {
        add(place, "field.blank");
    } else if (length < rule.least) {
        add(place, "field.too_short", limits(rule, "length", std::to_string(length)));
    } else if (rule.limited_above() && length > rule.most) {
        add(place, "field.too_long", limits(rule, "length", std::to_string(length)));
    }
}

void Reader::read_id(const Place& place, const Node& node, std::string& out)
{
    if (!is_kind(place, node, Kind::string)) {
        return;
    }
    out = node.text;
    if (limits_hold() && !base::is_uuid(out)) {
        add(place, "field.bad_id");
    }
}

void Reader::read_boolean(const Place& place, const Node& node, bool& out)
{
    if (is_kind(place, node, Kind::boolean)) {
        out = node.boolean;
    }
}

void Reader::read_number(const Place& place, const Node& node, const Rule& rule, double& out)
{
    if (node.kind != Kind::integer && !is_kind(place, node, Kind::number)) {
        return;
    }
    out = node.number;
    if (!limits_hold() || !rule.limited()) {
        return;
    }
    if (out < static_cast<double>(rule.least)) {
        add(place, "field.too_small", limits(rule, "value", shown(out)));
    } else if (rule.limited_above() && out > static_cast<double>(rule.most)) {
        add(place, "field.too_large", limits(rule, "value", shown(out)));
    }
}

void Reader::read_integer(const Place& place, const Node& node, const Rule& rule, std::int64_t& out,
    std::int64_t type_least, std::int64_t type_most)
{
    const bool limited = limits_hold() && rule.limited();
    const std::int64_t least = limited ? std::max(rule.least, type_least) : type_least;
    const std::int64_t most =
        limited && rule.limited_above() ? std::min(rule.most, type_most) : type_most;
    const auto add_limit = [&](bool below, std::string value) {
        add(place, below ? "field.too_small" : "field.too_large",
            {{"least", std::to_string(least)}, {"most", std::to_string(most)},
                {"value", std::move(value)}});
    };
    if (node.kind == Kind::number && std::trunc(node.number) == node.number) {
        // JSON knows one kind of number: 2022.0 is the integer 2022, but only doubles below 2^53
        // are exact.
        constexpr double exact = 9007199254740992.0;
        if (std::abs(node.number) >= exact) {
            add_limit(node.number < 0, shown(node.number));
            return;
        }
        out = static_cast<std::int64_t>(node.number);
    } else if (is_kind(place, node, Kind::integer)) {
        out = node.integer;
    } else {
        return;
    }
    if (out < least || out > most) {
        add_limit(out < least, std::to_string(out));
    }
}

void Reader::check_count(const Place& place, const Node& node, const Rule& rule)
{
    if (!limits_hold()) {
        return;
    }
    if (node.size < rule.least) {
        add(place, "field.too_few", limits(rule, "count", std::to_string(node.size)));
    } else if (rule.limited_above() && node.size > rule.most) {
        add(place, "field.too_many", limits(rule, "count", std::to_string(node.size)));
    }
}

void Reader::add_unknown_value(const Place& place, std::span<const std::string_view> allowed)
{
    std::string names;
    for (const std::string_view name : allowed) {
        names.append(names.empty() ? "" : ", ").append(name);
    }
    add(place, "field.unknown_value", {{"allowed", std::move(names)}});
}

} // namespace xieshang::json
