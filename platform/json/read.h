// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// JSON → described struct.
// Types: described structs, std::string, bool, integers, double, std::optional, std::vector,
// std::map<std::string, T>, described enumerations (by name), base::Id (a UUID), base::Instant
// (milliseconds), Change. Errors: request.malformed (400: line, column), request.too_complex (413),
// request.invalid (422) with every field that is wrong: field.missing .unknown .duplicate
// .wrong_type .too_short .too_long .blank .bad_text .too_small .too_large .too_few .too_many
// .unknown_value .bad_id.
#pragma once

#include "platform/json/reader.h"

#include <array>
#include <limits>

namespace xieshang::json {

// `ours`: what the program once wrote itself is read without the rules of its structs, and without
// asking for them: they stand in the headers of routes, and a source that does not see them would
// make another program of the same templates (one definition rule).
template <bool ours = false, class T>
void read_value(Reader& reader, const Place& place, const Node& node, const Rule& rule, T& out);

namespace detail {

template <Described T, bool ours>
struct MemberTable {
    template <class Descriptor>
    static void read(
        Reader& reader, const Place& place, const Node& node, const Rule& rule, void* object)
    {
        read_value<ours>(reader, place, node, rule, static_cast<T*>(object)->*Descriptor::pointer);
    }

    static constexpr Rule rule_for(std::string_view member)
    {
        if constexpr (ours) {
            return Rule{.member = member};
        } else {
            static_assert(rules_name_members<T>(), "a rule names no member of its struct");
            return rule_of<T>(member);
        }
    }

    static constexpr auto make()
    {
        std::array<MemberReader, member_count<T>> table{};
        std::size_t at = 0;
        for_each_member<T>([&](auto member) {
            using D = decltype(member);
            table[at++] = {D::name, rule_for(D::name), !may_be_absent<MemberType<D>>, &read<D>};
        });
        return table;
    }
    static constexpr auto members = make();
};

template <bool ours, class T>
void read_items(Reader& reader, const Place& place, const Node& node, const Rule& rule, T& out)
{
    reader.check_count(place, node, rule);
    const Rule item_rule{.member = rule.member, .most = rule.item_most};
    out.reserve(node.size);
    for (const Node& child : node) {
        const Place here{&place, {}, static_cast<std::int64_t>(out.size())};
        read_value<ours>(reader, here, child, item_rule, out.emplace_back());
    }
}

template <bool ours, class T>
void read_entries(Reader& reader, const Place& place, const Node& node, const Rule& rule, T& out)
{
    reader.check_count(place, node, rule);
    const Rule item_rule{.member = rule.member, .most = rule.item_most};
    for (const Node& child : node) {
        const Place here{&place, child.key};
        if (child.repeated) {
            reader.add(here, "field.duplicate");
        } else {
            read_value<ours>(reader, here, child, item_rule, out[std::string(child.key)]);
        }
    }
}

template <DescribedEnum E>
void read_enumerator(Reader& reader, const Place& place, const Node& node, E& out)
{
    if (!reader.is_kind(place, node, Kind::string)) {
        return;
    }
    if (const auto value = enumerator_of<E>(node.text)) {
        out = *value;
    } else {
        reader.add_unknown_value(place, enumerator_names<E>());
    }
}

} // namespace detail

template <bool ours, class T>
void read_value(Reader& reader, const Place& place, const Node& node, const Rule& rule, T& out)
{
    if constexpr (is_optional<T>) {
        if (node.kind != Kind::null) {
            read_value<ours>(reader, place, node, rule, out.emplace());
        }
    } else if constexpr (is_change<T>) {
        read_value<ours>(reader, place, node, rule, out.said.emplace());
    } else if constexpr (std::is_same_v<T, std::string>) {
        reader.read_text(place, node, rule, out);
    } else if constexpr (std::is_same_v<T, bool>) {
        reader.read_boolean(place, node, out);
    } else if constexpr (std::is_same_v<T, double>) {
        reader.read_number(place, node, rule, out);
    } else if constexpr (Integer<T>) {
        constexpr auto most = std::numeric_limits<T>::max();
        constexpr bool wide = sizeof(T) == 8;
        std::int64_t value{};
        reader.read_integer(place, node, rule, value,
            static_cast<std::int64_t>(std::numeric_limits<T>::min()),
            wide ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(most));
        out = static_cast<T>(value);
    } else if constexpr (std::is_same_v<T, base::Instant>) {
        read_value<ours>(reader, place, node, rule, out.ms);
    } else if constexpr (is_id<T>) {
        reader.read_id(place, node, out.text);
    } else if constexpr (DescribedEnum<T>) {
        detail::read_enumerator(reader, place, node, out);
    } else if constexpr (is_vector<T>) {
        if (reader.is_kind(place, node, Kind::array)) {
            detail::read_items<ours>(reader, place, node, rule, out);
        }
    } else if constexpr (is_text_map<T>) {
        if (reader.is_kind(place, node, Kind::object)) {
            detail::read_entries<ours>(reader, place, node, rule, out);
        }
    } else if constexpr (Described<T>) {
        reader.read_object(place, node, detail::MemberTable<T, ours>::members, &out);
    } else {
        static_assert(is_unsupported<T>, "JSON does not know this type: describe it");
    }
}

namespace detail {

template <bool ours, class T>
base::Result<T> read_whole(std::string_view text)
{
    const Document document = TRY(Document::parse(text));
    Reader reader(ours ? Reader::Trust::program : Reader::Trust::people);
    T value{};
    read_value<ours>(reader, Place{}, document.root(), Rule{}, value);
    if (!reader.clean()) {
        return tl::unexpected(std::move(reader).error());
    }
    return value;
}

} // namespace detail

// What somebody sent: the source sees the rules of each struct in it (`*_shapes.h`).
template <class T>
base::Result<T> read(std::string_view text)
{
    return detail::read_whole<false, T>(text);
}

// What the program itself wrote: types are checked, rules are not.
template <class T>
base::Result<T> read_own(std::string_view text)
{
    return detail::read_whole<true, T>(text);
}

} // namespace xieshang::json
