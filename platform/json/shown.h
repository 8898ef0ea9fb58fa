// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A member for those only who may see it: to others it is not there, not even as null. A described
// struct that has such members says so below its description, outside of any namespace:
//
//   XIESHANG_JSON_SHOWS(xieshang::people::RegisteredPersonView)
//
// and is then only ever written, never read. Pure.
#pragma once

#include "platform/json/schema.h"
#include "platform/json/write.h"

#include <utility>

namespace xieshang::json {

template <class T>
struct Shown {
    using value_type = T;
    std::optional<T> given{};

    Shown& operator=(T value)
    {
        given = std::move(value);
        return *this;
    }
};

template <class T>
inline constexpr bool is_shown = false;
template <class T>
inline constexpr bool is_shown<Shown<T>> = true;

template <Described T>
void append_shown(std::string& out, const T& value)
{
    out.push_back('{');
    bool first = true;
    for_each_member<T>([&](auto member) {
        using Key = detail::KeyText<decltype(member)>;
        const auto& one = value.*member.pointer;
        const auto next = [&](const auto& content) {
            out.append(first ? Key::first : Key::next);
            first = false;
            append(out, content);
        };
        if constexpr (!is_shown<MemberType<decltype(member)>>) {
            next(one);
        } else if (one.given) {
            next(*one.given);
        }
    });
    out.push_back('}');
}

template <Described T>
std::string shown_schema(Schemas& schemas)
{
    std::string properties;
    std::string required;
    const auto comma = [](const std::string& before) { return before.empty() ? "" : ","; };
    for_each_member<T>([&](auto member) {
        using M = MemberType<decltype(member)>;
        const std::string name = std::string("\"") + member.name + "\"";
        properties += comma(properties) + name + ":";
        if constexpr (is_shown<M>) {
            properties += schemas.of<typename M::value_type>(Use::output);
        } else {
            properties += schemas.of<M>(Use::output);
            required += comma(required) + name;
        }
    });
    return "{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[" + required
        + "]}";
}

} // namespace xieshang::json

#define XIESHANG_JSON_SHOWS(Type)                                                                  \
    template <>                                                                                    \
    inline void xieshang::json::append<Type>(std::string & out, const Type& value)                 \
    {                                                                                              \
        append_shown(out, value);                                                                  \
    }                                                                                              \
    template <>                                                                                    \
    inline std::string xieshang::json::Schemas::object_schema<Type>(Use)                           \
    {                                                                                              \
        return shown_schema<Type>(*this);                                                          \
    }
