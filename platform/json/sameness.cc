// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::json {
namespace {

bool is_number(const Node& node) { return node.kind == Kind::integer || node.kind == Kind::number; }

bool same_items(const Node& a, const Node& b)
{
    auto other = b.begin();
    for (const auto& item : a) {
        if (!same(item, *other)) {
            return false;
        }
        ++other;
    }
    return true;
}

} // namespace

const Node* member_of(const Node& object, std::string_view key)
{
    if (object.kind == Kind::object) {
        for (const auto& member : object) {
            if (member.key == key) {
                return &member;
            }
        }
    }
    return nullptr;
}

bool same(const Node& a, const Node& b)
{
    if (is_number(a) && is_number(b)) {
        return a.number == b.number; // canonical JSON knows doubles only
    }
    if (a.kind != b.kind || a.size != b.size) {
        return false;
    }
    switch (a.kind) {
    case Kind::boolean:
        return a.boolean == b.boolean;
    case Kind::string:
        return a.text == b.text;
    case Kind::array:
        return same_items(a, b);
    case Kind::object:
        return differing_members(a, b).empty();
    default:
        return true;
    }
}

std::vector<std::string> differing_members(const Node& expected, const Node& actual)
{
    std::vector<std::string> names;
    for (const auto& member : actual) {
        const auto* other = member_of(expected, member.key);
        if (other == nullptr || !same(*other, member)) {
            names.emplace_back(member.key);
        }
    }
    return names;
}

} // namespace xieshang::json
