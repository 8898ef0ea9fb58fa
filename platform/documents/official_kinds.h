// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The kinds of official documents as a file names them. Pure.
#pragma once

#include "platform/documents/official_document.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace xieshang::documents {

inline constexpr std::string_view kind_property = "XsKind"; // of docProps/custom.xml

inline constexpr std::array<std::pair<OfficialKind, std::string_view>, 4> kind_words{{
    {OfficialKind::document, "document"},
    {OfficialKind::letter, "letter"},
    {OfficialKind::minutes, "minutes"},
    {OfficialKind::plain, "plain"},
}};

constexpr std::string_view word_of(OfficialKind kind)
{
    for (const auto& pair : kind_words) {
        if (pair.first == kind) {
            return pair.second;
        }
    }
    return {};
}

constexpr std::optional<OfficialKind> kind_of(std::string_view word)
{
    for (const auto& pair : kind_words) {
        if (pair.second == word) {
            return pair.first;
        }
    }
    return std::nullopt;
}

} // namespace xieshang::documents
