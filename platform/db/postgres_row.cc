// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/postgres_row.h"

#include "platform/db/postgres_types.h"

#include <charconv>

namespace xieshang::db::postgres {

namespace {

template <class T>
bool parse(std::string_view text, T& value)
{
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    return wrong == std::errc{} && end == text.data() + text.size();
}

bool is_integer(Oid type) { return type == oid::int8 || type == oid::int4 || type == oid::int2; }

unsigned nibble(char digit)
{
    return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

} // namespace

void ResultRow::go_to(int row)
{
    row_ = row;
    decoded_.clear();
}

std::string_view ResultRow::raw(int column) const
{
    return {PQgetvalue(result_, row_, column),
        static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

void ResultRow::refuse(int column) const
{
    throw Failure(
        "column " + std::string(name(column)) + " is NULL or of another type than was asked for");
}

std::int64_t ResultRow::integer(int column) const
{
    const Oid type = PQftype(result_, column);
    std::int64_t value = 0;
    if (type == oid::boolean && !is_null(column)) {
        return raw(column) == "t" ? 1 : 0;
    }
    // sum() of integers is numeric
    if ((!is_integer(type) && type != oid::numeric) || !parse(raw(column), value)) {
        refuse(column);
    }
    return value;
}

double ResultRow::number(int column) const
{
    const Oid type = PQftype(result_, column);
    double value = 0;
    const bool fits =
        is_integer(type) || type == oid::numeric || type == oid::float8 || type == oid::float4;
    if (!fits || !parse(raw(column), value)) {
        refuse(column);
    }
    return value;
}

std::string_view ResultRow::text(int column) const
{
    const Oid type = PQftype(result_, column);
    if (is_null(column) || (type != oid::text && type != oid::varchar && type != oid::name)) {
        refuse(column);
    }
    return raw(column);
}

std::string_view ResultRow::bytes(int column) const
{
    const std::string_view hex = raw(column); // \x00ff…
    if (PQftype(result_, column) != oid::bytea || !hex.starts_with("\\x")) {
        refuse(column);
    }
    decoded_.resize(static_cast<std::size_t>(columns()));
    std::string& out = decoded_[static_cast<std::size_t>(column)];
    out.resize((hex.size() - 2) / 2);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = static_cast<char>(nibble(hex[2 + 2 * i]) << 4U | nibble(hex[3 + 2 * i]));
    }
    return out;
}

} // namespace xieshang::db::postgres
