// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/support/kept_schemas.h"

#include "tests/support/databases.h"

#include <cstdio>
#include <filesystem>

namespace xieshang::tests {
namespace {

// What a test could have changed of the schema itself; rows are no part of it.
std::string shape_of(db::Tx& tx, const std::string& schema)
{
    return tx
        .one<std::string>("SELECT md5(string_agg(part, ',' ORDER BY part)) FROM ("
                          "SELECT concat(relname, relkind, relnatts) AS part FROM pg_class "
                          "WHERE relnamespace = $1::regnamespace UNION ALL "
                          "SELECT concat(relname, tgname, tgenabled) FROM pg_trigger "
                          "JOIN pg_class ON pg_class.oid = tgrelid "
                          "WHERE relnamespace = $1::regnamespace AND NOT tgisinternal) AS parts",
            schema)
        .value_or("");
}

// Past the triggers, which let nobody delete what is for ever. What was truncated is as new, its
// indexes, too: where rows were only deleted, PostgreSQL told two writers at once of a key that
// both had chosen, and not of the conflict between them.
std::string emptying(const std::string& schema)
{
    return "DO $$ DECLARE name text; filled boolean; names text := ''; BEGIN "
           "SET LOCAL session_replication_role = replica; "
           "FOR name IN SELECT relname FROM pg_class WHERE relkind = 'r' "
           "AND relname <> 'schema_version' AND relnamespace = '"
        + schema + "'::regnamespace LOOP EXECUTE format('SELECT EXISTS (SELECT FROM " + schema
        + ".%I)', name) INTO filled; IF filled THEN names := names || format(', " + schema
        + ".%I', name); END IF; END LOOP; "
          "IF names <> '' THEN EXECUTE 'TRUNCATE ' || substr(names, 3) || ' CASCADE'; END IF; "
          "END $$";
}

class KeptSchemas {
public:
    KeptSchemas()
        : database_(db::open_postgres({.address = postgres_server()->address, .connections = 1}))
    {
    }
    KeptSchemas(const KeptSchemas&) = delete;
    KeptSchemas& operator=(const KeptSchemas&) = delete;
    ~KeptSchemas()
    {
        for (const auto& schema : free_) {
            drop(schema);
        }
    }

    std::string take()
    {
        if (!free_.empty()) {
            auto schema = free_.back();
            free_.pop_back();
            return schema;
        }
        auto schema = "kept_" + std::to_string(getpid()) + "_" + std::to_string(++count_);
        write("CREATE SCHEMA " + schema);
        db::migrate(*open_schema(schema), all_migrations(), migrated_at_ms);
        const auto shape = look_at(schema);
        shape_ = shape_.empty() ? shape : shape_;
        return schema;
    }

    void give_back(const std::string& schema)
    {
        try {
            if (look_at(schema) == shape_) {
                write(emptying(schema));
                free_.push_back(schema);
                return;
            }
        } catch (const db::Failure& trouble) {
            std::fprintf(stderr, "%s is not kept: %s\n", schema.c_str(), trouble.what());
        }
        drop(schema);
    }

private:
    void write(const std::string& sql)
    {
        database_->write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
    }
    std::string look_at(const std::string& schema)
    {
        return database_->read([&](db::Tx& tx) { return shape_of(tx, schema); });
    }
    void drop(const std::string& schema)
    {
        try {
            write("DROP SCHEMA " + schema + " CASCADE");
        } catch (const db::Failure& trouble) { // the server may be gone, with all that it held
            std::fprintf(stderr, "%s stays behind: %s\n", schema.c_str(), trouble.what());
        }
    }

    std::unique_ptr<db::Database> database_;
    std::vector<std::string> free_;
    std::string shape_;
    int count_ = 0;
};

KeptSchemas& kept()
{
    static KeptSchemas schemas;
    return schemas;
}

} // namespace

void copy_migrated_sqlite(const std::string& path)
{
    static const TemporaryFolder folder;
    static const std::string migrated = [] {
        const std::string file = folder / "migrated.db";
        const auto database = db::open_sqlite({.path = file, .synchronous = false});
        db::migrate(*database, all_migrations(), migrated_at_ms);
        return file;
    }();
    std::filesystem::copy_file(migrated, path);
}

std::string take_schema() { return kept().take(); }
void give_schema_back(const std::string& schema) { kept().give_back(schema); }

} // namespace xieshang::tests
