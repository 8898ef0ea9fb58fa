// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/catalog.h"

#include <algorithm>
#include <set>

namespace xieshang::db {

struct CatalogColumn {
    std::string name;
    std::string type;
    std::int64_t key{};
};
BOOST_DESCRIBE_STRUCT(CatalogColumn, (), (name, type, key))

struct BrokenKey {
    std::string child;
    std::string parent;
};
BOOST_DESCRIBE_STRUCT(BrokenKey, (), (child, parent))

namespace {

// The questions to each engine's catalogue.
struct Questions {
    std::string_view tables, columns, parents;
};
constexpr Questions of_sqlite{
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    "SELECT name, type, pk AS key FROM pragma_table_xinfo($1) WHERE hidden = 0 ORDER BY cid",
    "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1) ORDER BY 1"};
constexpr Questions of_postgres{
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = "
    "(SELECT oid FROM pg_namespace WHERE nspname = current_schema()) ORDER BY relname",
    "SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, "
    "coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) AS key FROM pg_attribute a "
    "LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary "
    "WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attnum > 0 AND NOT a.attisdropped "
    "AND a.attgenerated = '' AND format_type(a.atttypid, NULL) <> 'tsvector' ORDER BY a.attnum",
    "SELECT DISTINCT p.relname FROM pg_constraint c JOIN pg_class p ON p.oid = c.confrelid "
    "WHERE c.contype = 'f' AND c.conrelid = to_regclass(quote_ident($1)) ORDER BY 1"};

ColumnKind kind_of(const std::string& table, const CatalogColumn& column)
{
    static const std::vector<std::pair<std::string_view, ColumnKind>> kinds{
        {"INTEGER", ColumnKind::integer},
        {"INT", ColumnKind::integer},
        {"bigint", ColumnKind::integer},
        {"integer", ColumnKind::integer},
        {"REAL", ColumnKind::real},
        {"double precision", ColumnKind::real},
        {"boolean", ColumnKind::boolean},
        {"TEXT", ColumnKind::text},
        {"text", ColumnKind::text},
        {"BLOB", ColumnKind::blob},
        {"bytea", ColumnKind::blob},
    };
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&](const auto& each) { return each.first == column.type; });
    if (found == kinds.end()) {
        throw Failure("column " + table + "." + column.name + " is of type " + column.type
            + ", which cannot be copied");
    }
    return found->second;
}

Table described(Tx& tx, const Questions& ask, const std::string& name)
{
    Table table{name, {}};
    for (const auto& column : tx.all<CatalogColumn>(ask.columns, name)) {
        table.columns.push_back({column.name, kind_of(name, column), column.key});
    }
    return table;
}

// Parents first. A circle of foreign keys would leave the order open; the schema has none.
class Order {
public:
    Order(Tx& tx, const Questions& ask, const std::vector<std::string>& names)
        : tx_(tx), ask_(ask), known_(names.begin(), names.end())
    {
    }

    void place(const std::string& name)
    {
        if (!known_.contains(name) || !placed_.insert(name).second) {
            return;
        }
        for (const auto& parent : tx_.all<std::string>(ask_.parents, name)) {
            place(parent);
        }
        tables.push_back(described(tx_, ask_, name));
    }

    std::vector<Table> tables;

private:
    Tx& tx_;
    const Questions& ask_;
    std::set<std::string> known_;
    std::set<std::string> placed_;
};

} // namespace

std::vector<Table> tables_of(Tx& tx, std::string_view engine)
{
    const auto& ask = engine == "sqlite" ? of_sqlite : of_postgres;
    const auto names = tx.all<std::string>(ask.tables);
    Order order(tx, ask, names);
    for (const auto& name : names) {
        order.place(name);
    }
    return std::move(order.tables);
}

std::string quoted(std::string_view name)
{
    std::string text = "\"";
    for (const char c : name) {
        text += c;
        text += c == '"' ? "\"" : "";
    }
    return text + '"';
}

std::string select_all(const Table& table)
{
    std::vector<TableColumn> keys;
    std::string columns;
    for (const auto& column : table.columns) {
        columns += (columns.empty() ? "" : ", ") + db::quoted(column.name);
        if (column.key > 0) {
            keys.push_back(column);
        }
    }
    std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    std::string order;
    for (const auto& key : keys) {
        order += (order.empty() ? " ORDER BY " : ", ") + db::quoted(key.name);
    }
    return "SELECT " + columns + " FROM " + db::quoted(table.name) + order;
}

std::vector<std::string> self_check(Tx& tx, std::string_view engine)
{
    if (engine != "sqlite") {
        return {};
    }
    std::vector<std::string> lines;
    try {
        lines = tx.all<std::string>("PRAGMA integrity_check");
        if (lines == std::vector<std::string>{"ok"}) {
            lines.clear();
        }
        for (const auto& broken :
            tx.all<BrokenKey>("SELECT \"table\" AS child, \"parent\" AS parent "
                              "FROM pragma_foreign_key_check")) {
            lines.push_back("a row of " + broken.child + " names one of " + broken.parent
                + " that is not there");
        }
    } catch (const Failure& unreadable) { // too damaged to be checked to the end
        lines.emplace_back(unreadable.what());
    }
    return lines;
}

} // namespace xieshang::db
