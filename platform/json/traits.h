// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the mapper knows about types: described structs and enumerations, ids, and their names.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/ids.h"
#include "platform/json/change.h"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace xieshang::json {

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept Integer = std::is_integral_v<T> && !std::is_same_v<T, bool>;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
inline constexpr bool may_be_absent = is_optional<T> || is_change<T>;

template <class T>
inline constexpr bool is_vector = false;
template <class T>
inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
inline constexpr bool is_text_map = false;
template <class T, class Less>
inline constexpr bool is_text_map<std::map<std::string, T, Less>> = true;

template <class T>
inline constexpr bool is_id = false;
template <class Tag>
inline constexpr bool is_id<base::Id<Tag>> = true;

template <class T>
inline constexpr bool is_unsupported = false; // T in a static_assert's message

template <class T>
using Members = boost::describe::describe_members<T,
    boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
inline constexpr std::size_t member_count = boost::mp11::mp_size<Members<T>>::value;

// Calls each(descriptor) for every public member, those of base classes first.
template <Described T, class Each>
constexpr void for_each_member(Each&& each)
{
    boost::mp11::mp_for_each<Members<T>>(each);
}

template <class Member>
struct MemberTypeOf;
template <class Owner, class T>
struct MemberTypeOf<T Owner::*> {
    using type = T;
};
template <class Descriptor>
using MemberType = typename MemberTypeOf<std::remove_cv_t<decltype(Descriptor::pointer)>>::type;

// The enumerator's name; empty for a value that has none.
template <DescribedEnum E>
std::string_view enumerator_name(E value)
{
    std::string_view name;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (enumerator.value == value) {
            name = enumerator.name;
        }
    });
    return name;
}

template <DescribedEnum E>
std::vector<std::string_view> enumerator_names()
{
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { names.emplace_back(enumerator.name); });
    return names;
}

template <DescribedEnum E>
std::optional<E> enumerator_of(std::string_view name)
{
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (name == enumerator.name) {
            found = enumerator.value;
        }
    });
    return found;
}

} // namespace xieshang::json
