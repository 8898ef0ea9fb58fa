// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A member of a merge patch (RFC 7396), of a described struct that is only ever read: what is
// absent leaves what is there. null takes away where the member is a Change<std::optional<T>>; of
// others it is field.wrong_type. Pure.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>
#include <utility>

namespace xieshang::json {

template <class T>
struct Change {
    using value_type = T;
    std::optional<T> said{};
    // clang-format off
    Change() = default;
    template <class Value>
        requires(std::convertible_to<Value, T> && !std::same_as<std::decay_t<Value>, Change>)
    Change(Value&& value) : said(std::in_place, std::forward<Value>(value)) // NOLINT
    {
    }
    // clang-format on
    void apply_to(T& kept) const
    {
        if (said) {
            kept = *said;
        }
    }
};

template <class T>
inline constexpr bool is_change = false;
template <class T>
inline constexpr bool is_change<Change<T>> = true;

} // namespace xieshang::json
