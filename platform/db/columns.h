// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How C++ types stand in columns, and the bodies of Tx::execute, all and one. Included by db.h
// only. A type of your own (a calendar date, say) stands in a column when you specialise Column<T>
// with both functions.
#pragma once

#include "platform/base/clock.h"
#include "platform/base/ids.h"
#include "platform/db/db.h"

#include <array>
#include <cmath>
#include <string>

namespace xieshang::db {

template <>
struct Column<std::nullptr_t> {
    static Argument argument(std::nullptr_t) { return nullptr; }
};

template <>
struct Column<std::nullopt_t> {
    static Argument argument(std::nullopt_t) { return nullptr; }
};

template <>
struct Column<std::string> {
    static Argument argument(const std::string& value) { return std::string_view(value); }
    static std::string value(const Row& row, int column) { return std::string(row.text(column)); }
};

template <>
struct Column<std::string_view> {
    static Argument argument(std::string_view value) { return value; }
};

template <>
struct Column<const char*> {
    static Argument argument(const char* value) { return std::string_view(value); }
};

template <>
struct Column<bool> {
    static Argument argument(bool value) { return value; }
    static bool value(const Row& row, int column) { return row.integer(column) != 0; }
};

// Integers of any width stand as 64 bits; one that does not fit, in either direction, is a Failure.
template <class T>
struct Column<T, std::enable_if_t<std::is_integral_v<T>>> {
    static Argument argument(T value)
    {
        if (!std::in_range<std::int64_t>(value)) {
            throw Failure("an integer argument does not fit into 64 bits with a sign");
        }
        return static_cast<std::int64_t>(value);
    }
    static T value(const Row& row, int column)
    {
        const std::int64_t value = row.integer(column);
        if (!std::in_range<T>(value)) {
            throw Failure("column " + std::string(row.name(column))
                + " does not fit: " + std::to_string(value));
        }
        return static_cast<T>(value);
    }
};

template <>
struct Column<double> {
    static Argument argument(double value)
    {
        if (std::isnan(value)) {
            throw Failure("NaN is not a value of a column"); // SQLite would keep it as NULL
        }
        return value;
    }
    static double value(const Row& row, int column) { return row.number(column); }
};

template <>
struct Column<Blob> {
    static Argument argument(const Blob& value) { return BlobView{value.bytes}; }
    static Blob value(const Row& row, int column) { return {std::string(row.bytes(column))}; }
};

template <>
struct Column<BlobView> {
    static Argument argument(BlobView value) { return value; }
};

template <class Tag>
struct Column<base::Id<Tag>> {
    static Argument argument(const base::Id<Tag>& value) { return std::string_view(value.text); }
    static base::Id<Tag> value(const Row& row, int column)
    {
        return {std::string(row.text(column))};
    }
};

template <>
struct Column<base::Instant> {
    static Argument argument(base::Instant value) { return value.ms; }
    static base::Instant value(const Row& row, int column) { return {row.integer(column)}; }
};

template <class T>
struct Column<T, std::enable_if_t<boost::describe::has_describe_enumerators<T>::value>> {
    static Argument argument(T value)
    {
        std::string_view name;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
            if (enumerator.value == value) {
                name = enumerator.name;
            }
        });
        if (name.empty()) {
            throw Failure("an enumeration argument has no name");
        }
        return name;
    }
    static T value(const Row& row, int column)
    {
        const std::string_view name = row.text(column);
        std::optional<T> value;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto enumerator) {
            if (enumerator.name == name) {
                value = enumerator.value;
            }
        });
        if (!value) {
            throw Failure("column " + std::string(row.name(column))
                + " has an unknown word: " + std::string(name));
        }
        return *value;
    }
};

template <class T>
struct Column<std::optional<T>> {
    static Argument argument(const std::optional<T>& value)
    {
        return value ? Column<T>::argument(*value) : Argument(nullptr);
    }
    static std::optional<T> value(const Row& row, int column)
    {
        return row.is_null(column) ? std::nullopt : std::optional<T>(Column<T>::value(row, column));
    }
};

// ---- reading rows -------------------------------------------------------------------------------

template <class T>
concept SingleValue = requires(const Row& row)
{
    Column<T>::value(row, 0);
};

// Makes a T of each row of one result; looks the columns up by name at the first.
template <class T>
class RowReader {
public:
    T read(const Row& row)
    {
        if constexpr (SingleValue<T>) {
            if (row.columns() != 1) {
                throw Failure("a single value was asked of a result of several columns");
            }
            return Column<T>::value(row, 0);
        } else {
            if (!resolved_) {
                resolve(row);
            }
            T value{};
            std::size_t next = 0;
            boost::mp11::mp_for_each<Members>([&](auto member) {
                auto& field = value.*member.pointer;
                field =
                    Column<std::remove_reference_t<decltype(field)>>::value(row, columns_[next++]);
            });
            return value;
        }
    }

private:
    template <class U, class = void>
    struct MembersOf {
        using type = boost::mp11::mp_list<>;
    };
    template <class U>
    struct MembersOf<U, std::enable_if_t<boost::describe::has_describe_members<U>::value>> {
        using type = boost::describe::describe_members<U,
            boost::describe::mod_public | boost::describe::mod_inherited>;
    };
    using Members = typename MembersOf<T>::type;
    static_assert(SingleValue<T> || boost::mp11::mp_size<Members>::value > 0,
        "T must be a described struct (BOOST_DESCRIBE_STRUCT) or have a Column<T>");

    void resolve(const Row& row)
    {
        const int columns = row.columns();
        std::size_t next = 0;
        int column = -1;
        boost::mp11::mp_for_each<Members>([&](auto member) {
            int tried = 0; // from where the last one was: mostly they stand in the same order
            do {
                column = (column + 1) % columns;
            } while (row.name(column) != member.name && ++tried < columns);
            if (tried == columns) {
                throw Failure("the result has no column " + std::string(member.name));
            }
            columns_[next++] = column;
        });
        resolved_ = true;
    }

    std::array<int, boost::mp11::mp_size<Members>::value> columns_{};
    bool resolved_ = false;
};

template <class T>
Argument argument_of(const T& value)
{
    return Column<std::decay_t<const T>>::argument(value);
}

template <class... Args>
std::int64_t Tx::execute(std::string_view sql, const Args&... args)
{
    const std::array<Argument, sizeof...(Args)> arguments{argument_of(args)...};
    return run(sql, arguments, nullptr);
}

template <class T, class... Args>
std::vector<T> Tx::all(std::string_view sql, const Args&... args)
{
    const std::array<Argument, sizeof...(Args)> arguments{argument_of(args)...};
    std::vector<T> rows;
    RowReader<T> reader;
    auto each = [&](const Row& row) { rows.push_back(reader.read(row)); };
    run(sql, arguments, std::ref(each));
    return rows;
}

template <class T, class... Args>
std::optional<T> Tx::one(std::string_view sql, const Args&... args)
{
    const std::array<Argument, sizeof...(Args)> arguments{argument_of(args)...};
    std::optional<T> only;
    RowReader<T> reader;
    auto each = [&](const Row& row) {
        if (only) {
            throw Failure("one row was expected, several came: " + std::string(sql));
        }
        only.emplace(reader.read(row));
    };
    run(sql, arguments, std::ref(each));
    return only;
}

} // namespace xieshang::db
