// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Described struct → JSON, straight into a string: the hot path of GET, so no document is built in
// between. Members stand in the order of their description; an empty optional is null. Texts must
// be UTF-8 (they come from read() or the database). Throws std::invalid_argument for a number that
// JSON cannot say (NaN, infinity) and for an enumeration's value without a name: both are
// programming errors.
#pragma once

#include "platform/json/traits.h"

#include <array>
#include <charconv>
#include <cstring>
#include <string>
#include <string_view>

namespace xieshang::json {

void append_text(std::string& out, std::string_view text); // with its quotes
void append_number(
    std::string& out, double number); // the shortest text that reads back as the same double
[[noreturn]] void refuse_unnamed_enumerator();

inline void append_integer(std::string& out, std::int64_t value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

namespace detail {

// "name": with its quotes and colon, made by the compiler. Names of members are identifiers:
// nothing to escape.
template <class Descriptor>
struct KeyText {
    static constexpr std::size_t size = std::string_view(Descriptor::name).size() + 4;
    static constexpr auto bytes = [] {
        std::array<char, size> text{};
        std::size_t at = 0;
        text[at++] = ',';
        text[at++] = '"';
        for (const char byte : std::string_view(Descriptor::name)) {
            text[at++] = byte;
        }
        text[at++] = '"';
        text[at++] = ':';
        return text;
    }();
    static constexpr std::string_view next{bytes.data(), size};
    static constexpr std::string_view first{bytes.data() + 1, size - 1};
};

} // namespace detail

template <class T>
void append(std::string& out, const T& value)
{
    if constexpr (is_optional<T>) {
        if (value) {
            append(out, *value);
        } else {
            out.append("null", 4);
        }
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        append_text(out, value);
    } else if constexpr (std::is_same_v<T, bool>) {
        out.append(value ? "true" : "false");
    } else if constexpr (std::is_same_v<T, double>) {
        append_number(out, value);
    } else if constexpr (Integer<T>) {
        append_integer(out, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_same_v<T, base::Instant>) {
        append_integer(out, value.ms);
    } else if constexpr (is_id<T>) {
        append_text(out, value.text);
    } else if constexpr (DescribedEnum<T>) {
        const std::string_view name = enumerator_name(value);
        if (name.empty()) {
            refuse_unnamed_enumerator();
        }
        out.append("\"", 1).append(name).append("\"", 1);
    } else if constexpr (is_vector<T>) {
        out.push_back('[');
        bool first = true;
        for (const auto& item : value) {
            out.append(",", first ? 0 : 1);
            first = false;
            append(out, static_cast<const typename T::value_type&>(item));
        }
        out.push_back(']');
    } else if constexpr (is_text_map<T>) {
        out.push_back('{');
        bool first = true;
        for (const auto& [key, item] : value) {
            out.append(",", first ? 0 : 1);
            first = false;
            append_text(out, key);
            out.push_back(':');
            append(out, item);
        }
        out.push_back('}');
    } else if constexpr (Described<T>) {
        out.push_back('{');
        bool first = true;
        for_each_member<T>([&](auto member) {
            using Key = detail::KeyText<decltype(member)>;
            out.append(first ? Key::first : Key::next);
            first = false;
            append(out, value.*member.pointer);
        });
        out.push_back('}');
    } else {
        static_assert(is_unsupported<T>, "JSON does not know this type: describe it");
    }
}

template <class T>
std::string write(const T& value)
{
    std::string out;
    out.reserve(1024);
    append(out, value);
    return out;
}

} // namespace xieshang::json
