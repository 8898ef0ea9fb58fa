// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/sqlite_connection.h"

#include <charconv>

namespace xieshang::db::sqlite {

namespace {

constexpr std::size_t max_cached_statements = 128;

} // namespace

Statement& Connection::cached(std::string_view sql)
{
    if (const auto found = by_text_.find(sql); found != by_text_.end()) {
        cache_.splice(cache_.begin(), cache_, found->second);
        return cache_.front();
    }
    cache_.push_front(prepare(sql, SQLITE_PREPARE_PERSISTENT));
    by_text_.emplace(cache_.front().sql, cache_.begin());
    if (cache_.size() > max_cached_statements && !cache_.back().busy) {
        by_text_.erase(cache_.back().sql);
        sqlite3_finalize(cache_.back().handle);
        cache_.pop_back();
    }
    return cache_.front();
}

Statement Connection::prepare(std::string_view sql, unsigned flags) const
{
    Statement statement;
    statement.sql = sql;
    const char* rest = nullptr;
    if (sqlite3_prepare_v3(handle_, statement.sql.data(),
            static_cast<int>(statement.sql.size() + 1), flags, &statement.handle, &rest)
        != SQLITE_OK) {
        fail(sql);
    }
    const auto refuse = [&](const char* why) {
        sqlite3_finalize(statement.handle);
        throw Failure(why + (": " + statement.sql));
    };
    if (statement.handle == nullptr
        || std::string_view(rest).find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        refuse("exactly one statement is wanted");
    }
    const int parameters = sqlite3_bind_parameter_count(statement.handle);
    for (int parameter = 1; parameter <= parameters; ++parameter) {
        const char* name = sqlite3_bind_parameter_name(statement.handle, parameter);
        std::size_t number = 0;
        if (name == nullptr || *name != '$'
            || *std::from_chars(name + 1, name + std::strlen(name), number).ptr != '\0'
            || number == 0 || number > static_cast<std::size_t>(parameters)) {
            refuse("parameters are $1, $2, … without gaps");
        }
        statement.arguments.push_back(number - 1);
    }
    return statement;
}

void Connection::bind(const Statement& statement, std::span<const Argument> arguments) const
{
    if (arguments.size() != statement.arguments.size()) {
        throw Failure("the number of arguments is not that of the parameters: " + statement.sql);
    }
    int parameter = 0;
    for (const std::size_t which : statement.arguments) {
        ++parameter;
        const auto text = [&](std::string_view value) {
            if (value.find('\0') != std::string_view::npos) {
                throw Failure(
                    "a text with NUL in it cannot be kept: " + statement.sql); // as PostgreSQL
            }
            return sqlite3_bind_text64(statement.handle, parameter,
                value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
        };
        const int code = std::visit(
            [&](auto value) {
                using Value = decltype(value);
                if constexpr (std::is_same_v<Value, std::nullptr_t>) {
                    return sqlite3_bind_null(statement.handle, parameter);
                } else if constexpr (std::is_same_v<Value, double>) {
                    return sqlite3_bind_double(statement.handle, parameter, value);
                } else if constexpr (std::is_same_v<Value, std::string_view>) {
                    return text(value);
                } else if constexpr (std::is_same_v<Value, BlobView>) {
                    return sqlite3_bind_blob64(statement.handle, parameter,
                        value.bytes.empty() ? "" : value.bytes.data(), value.bytes.size(),
                        SQLITE_STATIC);
                } else {
                    return sqlite3_bind_int64(
                        statement.handle, parameter, static_cast<std::int64_t>(value));
                }
            },
            arguments[which]);
        if (code != SQLITE_OK) {
            fail(statement.sql);
        }
    }
}

} // namespace xieshang::db::sqlite
