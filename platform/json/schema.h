// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Described struct → JSON Schema 2020-12, as OpenAPI 3.1 uses it. Structs and enumerations become
// components under their type's name without namespace (Page<PlanLine> → PageOfPlanLine). Two types
// of one name throw std::logic_error.
//
// What is read (input) refuses unknown members and does not require optional ones; what is written
// (output) always has every member. A type used both ways gets two components, the input's named
// NameInput. Names are known after a first pass: call of<T>() for everything, know_uses(), then
// call of<T>() again and take components().
#pragma once

#include "platform/json/rules.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace xieshang::json {

enum class Use : std::uint8_t { input, output };

// "PageOfPlanLine" of "xieshang::http::Page<xieshang::plan::PlanLine>"
std::string short_name(std::string_view type);

template <class T>
std::string type_name()
{
    const std::string_view whole = __PRETTY_FUNCTION__; // …[with T = xieshang::plan::PlanView; …]
    const std::size_t from = whole.find("T = ") + 4;
    const std::size_t to = whole.find_first_of(";]", from);
    return short_name(whole.substr(from, to - from));
}

class Schemas {
public:
    // A schema object; for structs and enumerations a $ref to their component.
    template <class T>
    std::string of(Use use, const Rule& rule = {});

    void know_uses();
    std::string components() const; // {"Name":{…},…}

private:
    struct Component {
        const void* type; // the address of a variable that each type has its own of
        std::string schema;
    };

    template <class T>
    static inline const char type_mark = 0;

    // Gives the component's name if its schema must be made now, with `fresh` set.
    std::string enter(const std::string& type, Use use, const void* mark, bool& fresh);
    void describe(const std::string& name, std::string schema);

    template <class T>
    std::string component(Use use);
    template <Described T>
    std::string object_schema(Use use);

    std::map<std::string, Component> components_;
    std::map<std::string, std::set<Use>> uses_;
    std::set<std::string> used_both_ways_;
};

// Pieces of the text; `more` is appended inside the braces: ,"minLength":1
std::string scalar_schema(std::string_view type, std::string_view format, const std::string& more);
std::string text_limits(const Rule& rule);
std::string value_limits(const Rule& rule);
std::string count_limits(const Rule& rule, std::string_view noun); // "Items" or "Properties"
std::string described(std::string schema, std::string_view description);
std::string nullable(const std::string& schema);
std::string enumeration_schema(const std::vector<std::string_view>& names);
std::string reference_to(std::string_view component);

template <class T>
std::string Schemas::of(Use use, const Rule& rule)
{
    const Rule item{.member = rule.member, .most = rule.item_most};
    if constexpr (is_optional<T>) {
        return nullable(of<typename T::value_type>(use, rule));
    } else if constexpr (is_change<T>) {
        return of<typename T::value_type>(use, rule);
    } else if constexpr (std::is_same_v<T, std::string>) {
        return described(scalar_schema("string", rule.format, text_limits(rule)), rule.description);
    } else if constexpr (std::is_same_v<T, bool>) {
        return described(scalar_schema("boolean", rule.format, ""), rule.description);
    } else if constexpr (std::is_same_v<T, double>) {
        return described(scalar_schema("number", "double", value_limits(rule)), rule.description);
    } else if constexpr (Integer<T>) {
        const std::string_view wide = sizeof(T) == 8 ? "int64" : "int32";
        return described(
            scalar_schema("integer", rule.format.empty() ? wide : rule.format, value_limits(rule)),
            rule.description);
    } else if constexpr (std::is_same_v<T, base::Instant>) {
        return described(scalar_schema("integer", "int64", ""),
            rule.description.empty() ? "UTC, milliseconds since 1970-01-01" : rule.description);
    } else if constexpr (is_id<T>) {
        return described(scalar_schema("string", "uuid", ""), rule.description);
    } else if constexpr (is_vector<T>) {
        return described("{\"type\":\"array\",\"items\":" + of<typename T::value_type>(use, item)
                + count_limits(rule, "Items") + "}",
            rule.description);
    } else if constexpr (is_text_map<T>) {
        return described("{\"type\":\"object\",\"additionalProperties\":"
                + of<typename T::mapped_type>(use, item) + count_limits(rule, "Properties") + "}",
            rule.description);
    } else {
        return described(reference_to(component<T>(use)), rule.description);
    }
}

template <class T>
std::string Schemas::component(Use use)
{
    bool fresh = false;
    std::string name = enter(type_name<T>(), use, &type_mark<T>, fresh);
    if (fresh) {
        if constexpr (DescribedEnum<T>) {
            describe(name, enumeration_schema(enumerator_names<T>()));
        } else {
            describe(name, object_schema<T>(use));
        }
    }
    return name;
}

template <Described T>
std::string Schemas::object_schema(Use use)
{
    static_assert(rules_name_members<T>(), "a rule names no member of its struct");
    std::string properties;
    std::string required;
    for_each_member<T>([&](auto member) {
        using D = decltype(member);
        const std::string name = std::string("\"") + D::name + "\"";
        const auto comma = [](const std::string& before) { return before.empty() ? "" : ","; };
        properties += comma(properties) + name + ":" + of<MemberType<D>>(use, rule_of<T>(D::name));
        if (use == Use::output || !may_be_absent<MemberType<D>>) {
            required += comma(required) + name;
        }
    });
    return "{\"type\":\"object\",\"properties\":{" + properties + "}"
        + (required.empty() ? "" : ",\"required\":[" + required + "]")
        + (use == Use::input ? ",\"additionalProperties\":false}" : "}");
}

} // namespace xieshang::json
