// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How this folder looks into foreign JSON. Pure.
#pragma once

#include "platform/json/sameness.h"

#include <algorithm>
#include <string_view>

namespace xieshang::oidc {

// A member that stands twice, at any depth: two readers could understand such a text differently.
inline bool has_repeated(const json::Node& node)
{
    return std::any_of(
        &node, &node + node.span, [](const json::Node& one) { return one.repeated; });
}

inline bool is_text(const json::Node* node, std::string_view text)
{
    return node != nullptr && node->kind == json::Kind::string && node->text == text;
}

// Of a member; empty when it is absent or no text.
inline std::string_view text_of(const json::Node& object, std::string_view name)
{
    const auto* node = json::member_of(object, name);
    return node != nullptr && node->kind == json::Kind::string ? node->text : std::string_view{};
}

inline bool lists(const json::Node& list, std::string_view word)
{
    if (list.kind != json::Kind::array) {
        return false;
    }
    for (const auto& item : list) {
        if (is_text(&item, word)) {
            return true;
        }
    }
    return false;
}

} // namespace xieshang::oidc
