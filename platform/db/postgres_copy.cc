// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/db/postgres_copy.h"

#include "platform/db/catalog.h"
#include "platform/db/postgres_connection.h"

#include <array>
#include <charconv>

namespace xieshang::db::postgres {
namespace {

constexpr int copy_deadline_ms = 60'000;

template <class Number>
void append_number(std::string& lines, Number value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    lines.append(digits.data(), end);
}

struct Cell {
    std::string& lines;

    void operator()(std::nullptr_t) const { lines += "\\N"; }
    void operator()(bool value) const { lines += value ? 't' : 'f'; }
    void operator()(std::int64_t value) const { append_number(lines, value); }
    void operator()(double value) const { append_number(lines, value); } // inf, too
    void operator()(std::string_view value) const
    {
        for (const char c : value) {
            switch (c) {
            case '\0':
                throw Failure("a text with NUL in it cannot be kept");
            case '\\':
                lines += "\\\\";
                break;
            case '\n':
                lines += "\\n";
                break;
            case '\r':
                lines += "\\r";
                break;
            case '\t':
                lines += "\\t";
                break;
            default:
                lines += c;
            }
        }
    }
    void operator()(BlobView value) const
    {
        constexpr std::string_view digits = "0123456789abcdef";
        lines += "\\\\x";
        for (const char c : value.bytes) {
            const auto byte = static_cast<unsigned char>(c);
            lines += digits[byte >> 4U];
            lines += digits[byte & 15U];
        }
    }
};

} // namespace

std::string copy_statement(std::string_view table, std::span<const std::string_view> columns)
{
    std::string names;
    for (const auto column : columns) {
        names += (names.empty() ? "" : ", ") + quoted(column);
    }
    return "COPY " + quoted(table) + " (" + names + ") FROM STDIN";
}

std::string copy_lines(std::size_t columns, std::span<const Argument> values)
{
    std::string lines;
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::visit(Cell{lines}, values[i]);
        lines += (i + 1) % columns == 0 ? '\n' : '\t';
    }
    return lines;
}

void Connection::copy(std::string_view table, std::span<const std::string_view> columns,
    std::span<const Argument> values)
{
    const auto lines = copy_lines(columns.size(), values);
    const auto sql = copy_statement(table, columns);
    const auto asked = simple(sql.c_str(), copy_deadline_ms);
    if (PQresultStatus(asked.get()) != PGRES_COPY_IN) {
        expect_success(asked.get(), sql);
        throw Failure("PostgreSQL did not ask for rows: " + sql);
    }
    constexpr std::size_t most_at_once = 1U << 16U;
    bool sent = true;
    for (std::size_t at = 0; sent && at < lines.size(); at += most_at_once) {
        const auto part = std::string_view(lines).substr(at, most_at_once);
        sent = PQputCopyData(handle_, part.data(), static_cast<int>(part.size())) == 1;
    }
    const auto ended = await(sent && PQputCopyEnd(handle_, nullptr) == 1, copy_deadline_ms, sql);
    expect_success(ended.get(), sql);
}

} // namespace xieshang::db::postgres
