// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/backup/rows.h"

#include "platform/backup/row_text.h"
#include "platform/json/json.h"
#include "platform/search/index.h"

#include <algorithm>
#include <istream>
#include <stdexcept>

namespace xieshang::backup {
namespace {

// How a value stands in a column of this database: another engine may have written it.
db::Argument argument_of(const Value& value, db::ColumnKind kind)
{
    return std::visit(
        [&](const auto& each) -> db::Argument {
            using Each = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Each, db::Blob>) {
                return db::BlobView{each.bytes};
            } else if constexpr (std::is_same_v<Each, std::int64_t>) {
                return kind == db::ColumnKind::boolean ? db::Argument(each != 0)
                                                       : db::Argument(each);
            } else if constexpr (std::is_same_v<Each, std::string>) {
                return std::string_view(each);
            } else {
                return each;
            }
        },
        value);
}

// One table while its rows arrive.
class Filling {
public:
    Filling(db::Tx& tx, const std::vector<db::Table>& tables, TableLine line)
        : tx_(tx), line_(std::move(line)), count{line_.table, 0}
    {
        const auto table = std::find_if(tables.begin(), tables.end(),
            [&](const db::Table& each) { return each.name == line_.table; });
        if (table == tables.end() || line_.columns.size() != line_.kinds.size()) {
            throw std::runtime_error("the database has no table " + line_.table);
        }
        sql_ = "INSERT INTO " + db::quoted(line_.table) + " (";
        std::string places;
        for (const auto& name : line_.columns) {
            sql_ += (places.empty() ? "" : ", ") + db::quoted(name);
            places += (places.empty() ? "$" : ", $") + std::to_string(kinds_.size() + 1);
            kinds_.push_back(kind_in(*table, name));
        }
        sql_ += ") VALUES (" + places + ")";
    }

    void take(const std::string& line)
    {
        const auto values = values_of(line, line_.kinds);
        std::vector<db::Argument> arguments;
        for (std::size_t i = 0; i < values.size(); ++i) {
            arguments.push_back(argument_of(values[i], kinds_[i]));
        }
        tx_.run(sql_, arguments, nullptr);
        ++count.rows;
    }

private:
    static db::ColumnKind kind_in(const db::Table& table, const std::string& name)
    {
        const auto column = std::find_if(table.columns.begin(), table.columns.end(),
            [&](const db::TableColumn& each) { return each.name == name; });
        if (column == table.columns.end()) {
            throw std::runtime_error("the database has no column " + table.name + "." + name);
        }
        return column->kind;
    }

    db::Tx& tx_;
    TableLine line_;
    std::string sql_;
    std::vector<db::ColumnKind> kinds_; // of the columns here

public:
    TableCount count;
};

void empty_all(db::Tx& tx, const std::vector<db::Table>& tables)
{
    for (auto table = tables.rbegin(); table != tables.rend(); ++table) { // children first
        tx.execute("DELETE FROM " + db::quoted(table->name));
    }
}

template <class T>
T read_line(const std::string& line)
{
    auto read = json::read<T>(line);
    if (!read) {
        throw std::runtime_error("not a line of a backup: " + line.substr(0, 200));
    }
    return std::move(*read);
}

} // namespace

bool is_derived(std::string_view table)
{
    const auto derived = search::tables();
    return std::find(derived.begin(), derived.end(), table) != derived.end();
}

std::vector<TableCount> write_rows(
    db::Tx& tx, std::string_view engine, const LineSink& line, const RowProgress& progress)
{
    std::vector<TableCount> counts;
    std::int64_t total = 0;
    for (const auto& table : db::tables_of(tx, engine)) {
        if (is_derived(table.name)) {
            continue;
        }
        line(json::write(line_of(table)));
        TableCount count{table.name, 0};
        tx.run(db::select_all(table), {}, [&](const db::Row& row) {
            line(row_line(table, row));
            ++count.rows;
            progress(++total);
        });
        line(json::write(EndLine{count.table, count.rows}));
        counts.push_back(std::move(count));
    }
    return counts;
}

std::vector<TableCount> read_rows(
    db::Tx& tx, std::string_view engine, std::istream& text, const RowProgress& progress)
{
    const auto tables = db::tables_of(tx, engine);
    empty_all(tx, tables);
    std::vector<TableCount> counts;
    std::optional<Filling> filling;
    std::int64_t total = 0;
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("{\"table\":") && !filling) {
            filling.emplace(tx, tables, read_line<TableLine>(line));
        } else if (line.starts_with("{\"end\":") && filling) {
            const auto end = read_line<EndLine>(line);
            if (filling->count != TableCount{end.end, end.rows}) {
                throw std::runtime_error("the rows of " + end.end + " are not whole");
            }
            counts.push_back(filling->count);
            filling.reset();
        } else if (filling) {
            filling->take(line);
            progress(++total);
        } else {
            throw std::runtime_error("not a line of a backup: " + line.substr(0, 200));
        }
    }
    if (filling || text.bad()) {
        throw std::runtime_error("the rows end in the middle of a table");
    }
    return counts;
}

} // namespace xieshang::backup
