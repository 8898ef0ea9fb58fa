// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/backup/row_text.h"

#include "platform/crypto/crypto.h"
#include "platform/json/document.h"
#include "platform/json/json.h"

#include <stdexcept>

namespace xieshang::backup {
namespace {

using db::ColumnKind;

[[noreturn]] void refuse(const std::string& line)
{
    throw std::runtime_error("not a row of its table: " + line.substr(0, 200));
}

void append_value(std::string& out, const db::Row& row, int column, ColumnKind kind)
{
    if (row.is_null(column)) {
        out += "null";
        return;
    }
    switch (kind) {
    case ColumnKind::integer:
    case ColumnKind::boolean:
        return json::append_integer(out, row.integer(column));
    case ColumnKind::real:
        return json::append_number(out, row.number(column));
    case ColumnKind::text:
        return json::append_text(out, row.text(column));
    case ColumnKind::blob:
        return json::append_text(out, crypto::hex(row.bytes(column)));
    }
}

int nibble(char digit)
{
    const auto at = std::string_view("0123456789abcdef").find(digit);
    if (at == std::string_view::npos) {
        throw std::runtime_error("not lower-case hex");
    }
    return static_cast<int>(at);
}

std::string unhex(std::string_view hex)
{
    if (hex.size() % 2 != 0) {
        throw std::runtime_error("half a byte of hex");
    }
    std::string bytes;
    for (std::size_t at = 0; at < hex.size(); at += 2) {
        bytes += static_cast<char>(nibble(hex[at]) << 4 | nibble(hex[at + 1]));
    }
    return bytes;
}

Value value_of(const json::Node& node, ColumnKind kind, const std::string& line)
{
    using json::Kind;
    if (node.kind == Kind::null) {
        return nullptr;
    }
    switch (kind) {
    case ColumnKind::integer:
    case ColumnKind::boolean:
        return node.kind == Kind::integer ? Value(node.integer) : (refuse(line), Value());
    case ColumnKind::real:
        return node.kind == Kind::number || node.kind == Kind::integer ? Value(node.number)
                                                                       : (refuse(line), Value());
    case ColumnKind::text:
        return node.kind == Kind::string ? Value(std::string(node.text)) : (refuse(line), Value());
    case ColumnKind::blob:
        return node.kind == Kind::string ? Value(db::Blob{unhex(node.text)})
                                         : (refuse(line), Value());
    }
    refuse(line);
}

} // namespace

TableLine line_of(const db::Table& table)
{
    TableLine line{table.name, {}, {}};
    for (const auto& column : table.columns) {
        line.columns.push_back(column.name);
        line.kinds.push_back(column.kind);
    }
    return line;
}

std::string row_line(const db::Table& table, const db::Row& row)
{
    std::string line = "[";
    for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
        line += column == 0 ? "" : ",";
        append_value(line, row, column, table.columns[static_cast<std::size_t>(column)].kind);
    }
    return line + "]";
}

std::vector<Value> values_of(const std::string& line, const std::vector<ColumnKind>& kinds)
{
    const auto parsed = json::Document::parse(line);
    if (!parsed || parsed->root().kind != json::Kind::array
        || parsed->root().size != kinds.size()) {
        refuse(line);
    }
    std::vector<Value> values;
    for (const auto& node : parsed->root()) {
        values.push_back(value_of(node, kinds[values.size()], line));
    }
    return values;
}

} // namespace xieshang::backup
