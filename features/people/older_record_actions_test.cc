// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house whose record was written before later migrations: nothing of it is told as damage, and
// what is touched afterwards still is.
#include "features/people/people_audit_actions.h"
#include "features/people/roster_store.h"
#include "platform/record/record.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::people {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const base::Actor clerk{"office", "张办", 1};

class OlderRecord : public tests::OnEveryEmptyDatabase {
protected:
    void SetUp() override
    {
        OnEveryEmptyDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        migrate_to(14);
        run("INSERT INTO registered_person (id, name, stroke_key, pinyin_key, search_text, sex, "
            "birth_month, invented, version, updated_at_ms) VALUES "
            "('p1', '王芳', 's', 'p', 't', 'female', '1971-04', FALSE, 1, 1000)");
        run("INSERT INTO organisation (id, kind, name, short_name, code, from_day, invented, "
            "version, updated_at_ms) VALUES ('o1', 'committee', '委员会', '委员会', 'c-1', "
            "'2016-12-28', FALSE, 1, 1000)");
        run("INSERT INTO post (id, organisation_id, title, single_seat, version, updated_at_ms) "
            "VALUES ('t1', 'o1', '主席', TRUE, 1, 1000)");
        run("INSERT INTO roster_import (id, sha256, file_name, size, state, options, result, "
            "uploaded_at_ms, uploaded_by, uploaded_by_name, version, updated_at_ms) VALUES "
            "('r1', 'ab', '名册.csv', 9, 'imported', '{}', '{}', 1000, 'office', '张办', 2, 2000)");
        migrate_to(1000);
        tell("registered_person", "p1", 1, person_of_then);
        tell("post", "t1", 1,
            R"({"id":"t1","organisation_id":"o1","title":"主席","single_seat":true,"version":1,)"
            R"("updated_at":1000})");
        tell("roster_import", "r1", 1, R"({"id":"r1","state":"open"})");
        tell("roster_import", "r1", 2,
            R"({"id":"r1","sha256":"ab","file_name":"名册.csv","size":9,"state":"imported",)"
            R"("options":"{}","result":"{}","uploaded_at":1000,"uploaded_by":"office",)"
            R"("uploaded_by_name":"张办","version":2,"updated_at":2000})");
    }

    void run(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
    }

    std::vector<std::string> audited()
    {
        std::vector<std::string> lines;
        db().look([&](db::Tx& tx) {
            for (const auto& misfits : {audit_registered_person(tx, "p1"), audit_post(tx, "t1"),
                     audit_roster_import(tx, "r1")}) {
                for (const auto& one : misfits) {
                    lines.push_back(one.table + ": " + one.params.at("field"));
                }
            }
        });
        return lines;
    }

private:
    void migrate_to(int number)
    {
        auto migrations = tests::all_migrations();
        std::erase_if(migrations, [&](const db::Migration& one) { return one.number > number; });
        db::migrate(db(), migrations, 1'647'216'000'000);
    }

    void tell(const std::string& kind, const std::string& id, std::int64_t version,
        const std::string& after)
    {
        db().write([&](db::Tx& tx) {
            record::append(tx, clerk, {1000 * version}, random_,
                {kind + ".add", kind, id, version,
                    R"({"after":)" + after + R"(,"fields":[],"reason":""})"});
            return true;
        });
    }

    // Its words as they were told, before a work unit was kept and before a digest was.
    const std::string person_of_then =
        R"({"id":"p1","words":{"name":"王芳","former_names":[],"sex":"female",)"
        R"("birth_month":"1971-04","ethnic_group":null,"party":null,"education":null},)"
        R"("invented":false,"version":1,"updated_at":1000})";
    base::SeededRandom random_{3};
};
ON_EVERY_DATABASE(OlderRecord);

TEST_P(OlderRecord, IsNoDamage) { EXPECT_THAT(audited(), IsEmpty()); }

TEST_P(OlderRecord, BetraysWhatWasTouchedAfterwards)
{
    run("UPDATE registered_person SET birth_month = '1970-04'");
    EXPECT_THAT(audited(), ElementsAre("registered_person: words"));
    run("UPDATE registered_person SET birth_month = '1971-04', unit = '第一中学'");
    EXPECT_THAT(audited(), ElementsAre("registered_person: words"))
        << "a field that nothing told of";
    run("UPDATE registered_person SET unit = NULL");
    run("UPDATE post SET term_bound = TRUE");
    EXPECT_THAT(audited(), ElementsAre("post: term_bound"));
    run("UPDATE post SET term_bound = FALSE");
    run("INSERT INTO roster_import_step VALUES ('r1', 2, 2000, 'office', '张办', 'import', 'open', "
        "'imported', '')");
    EXPECT_THAT(audited(), ElementsAre("roster_import_step: steps"));
}

} // namespace
} // namespace xieshang::people
