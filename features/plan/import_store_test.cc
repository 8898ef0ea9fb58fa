// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/import_store.h"

#include "features/plan/correction_store.h"
#include "features/plan/document_store.h"
#include "features/plan/plan_store.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

#include <set>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using xieshang::db::Tx;

class ImportStore : public tests::OnEveryDatabase {
protected:
    Document insert(const std::string& name, std::int64_t at_ms, char bytes = 'a')
    {
        const Document document{{base::uuid_v7({at_ms}, random_)}, std::string(64, bytes), name, 42,
            "utf-8", {at_ms}, "p1", "王小协", 1, DocumentState::kept};
        transact([&](Tx& tx) { insert_document(tx, document); });
        return document;
    }

    void make_plan(const Document& document, PlanState state = PlanState::draft)
    {
        transact([&](Tx& tx) {
            insert_plan(tx,
                {.id = {base::uuid_v7({1}, random_)},
                    .document_id = document.id,
                    .title = "计划",
                    .committee = "河东区政协",
                    .year = {},
                    .draft = false,
                    .state = state,
                    .version = 1,
                    .created_at_ms = {1},
                    .created_by = "p1",
                    .created_by_name = "王小协",
                    .updated_at_ms = {1}},
                {});
        });
    }

    void discard(Document document)
    {
        document.state = DocumentState::discarded;
        ++document.version;
        transact([&](Tx& tx) { ASSERT_TRUE(update_document(tx, document, 1)); });
    }

    void correct(const Document& document, std::int64_t at_ms, const std::string& by)
    {
        transact([&](Tx& tx) {
            ASSERT_TRUE(keep_correction(tx, {document.id, "{}", {}, 2, {at_ms}, "p2", by}, 1));
        });
    }

    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }

    std::vector<ImportLine> lines(const ImportSearch& search)
    {
        return db().read([&](Tx& tx) { return search_imports(tx, search); });
    }

    std::vector<std::string> names(const ImportSearch& search)
    {
        std::vector<std::string> names;
        for (const auto& line : lines(search)) {
            names.push_back(line.file_name);
        }
        return names;
    }

    base::SeededRandom random_{13};
};
ON_EVERY_DATABASE(ImportStore);

TEST_P(ImportStore, ListsWhatHasNoPlanAndWasNotDiscarded)
{
    insert("甲.docx", 1);
    make_plan(insert("乙.docx", 2));
    make_plan(insert("丙.docx", 3), PlanState::discarded);
    discard(insert("丁.docx", 4));
    insert("戊.docx", 5);
    EXPECT_THAT(names({}), ElementsAre("戊.docx", "甲.docx"));
    EXPECT_THAT(names({.state = DocumentState::discarded}), ElementsAre("丁.docx"));
}

TEST_P(ImportStore, TellsWhoCorrectedLastAndWhen)
{
    insert("甲.docx", 1);
    correct(insert("乙.docx", 2), 50, "李小商");
    const auto all = lines({});
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].corrected_by_name, "李小商");
    EXPECT_EQ(all[0].corrected_at, (base::Instant{50}));
    EXPECT_EQ(all[0].uploaded_by_name, "王小协");
    EXPECT_EQ(all[1].corrected_at, std::nullopt);
    EXPECT_EQ(all[1].corrected_by_name, std::nullopt);
}

TEST_P(ImportStore, FindsByTheNamesOfFileAndPeopleAsTheyStand)
{
    insert("甲 100%.docx", 1);
    correct(insert("乙.docx", 2), 50, "李小商");
    EXPECT_THAT(names({.words = "100%"}), ElementsAre("甲 100%.docx"));
    EXPECT_THAT(names({.words = "1_0"}), IsEmpty());
    EXPECT_THAT(names({.words = "小商"}), ElementsAre("乙.docx"));
    EXPECT_THAT(names({.words = "王"}), ElementsAre("乙.docx", "甲 100%.docx"));
    EXPECT_THAT(names({.words = "DOCX"}), ElementsAre("乙.docx", "甲 100%.docx"));
}

TEST_P(ImportStore, PagesThroughEveryImportOnceInEachOrder)
{
    for (int i = 0; i < 13; ++i) { // several share a time
        const auto document = insert("文件" + std::to_string(i), i / 3);
        if (i % 4 == 0) {
            correct(document, 100 - i, "李小商");
        }
    }
    for (const auto order : {ImportOrder::newest, ImportOrder::oldest, ImportOrder::touched}) {
        ImportSearch search{.order = order, .limit = 4};
        std::set<std::string> seen;
        std::vector<std::int64_t> values;
        for (auto page = lines(search); !page.empty(); page = lines(search)) {
            for (const auto& line : page) {
                EXPECT_TRUE(seen.insert(line.id.text).second);
                values.push_back(sort_value(line, order));
            }
            search.after = {values.back(), page.back().id.text};
        }
        EXPECT_EQ(seen.size(), 13U);
        if (order != ImportOrder::oldest) {
            std::reverse(values.begin(), values.end());
        }
        EXPECT_TRUE(std::is_sorted(values.begin(), values.end()));
    }
}

TEST_P(ImportStore, FindsOfOneFileTheNewestWithAPlanElseTheNewest)
{
    const auto sha256 = std::string(64, 'c');
    const auto found = [&] {
        const auto document = db().read([&](Tx& tx) { return document_to_find(tx, sha256); });
        return document ? document->file_name : "";
    };
    EXPECT_EQ(found(), "");
    const auto first = insert("一", 1, 'c');
    const auto second = insert("二", 2, 'c');
    const auto third = insert("三", 3, 'c');
    insert("别的", 4, 'd');
    EXPECT_EQ(found(), "三");
    discard(third);
    EXPECT_EQ(found(), "二");
    make_plan(first);
    EXPECT_EQ(found(), "一");
    make_plan(second);
    EXPECT_EQ(found(), "二");
    EXPECT_EQ(db().read([&](Tx& tx) { return documents_of_file(tx, sha256); }).size(), 3U);
}

TEST_P(ImportStore, KnowsTheUnfinishedImportOfAFile)
{
    const auto sha256 = std::string(64, 'c');
    const auto unfinished = [&] {
        return db().read([&](Tx& tx) { return unfinished_import_of_file(tx, sha256); });
    };
    EXPECT_FALSE(unfinished());
    const auto document = insert("一", 1, 'c');
    ASSERT_TRUE(unfinished());
    EXPECT_EQ(unfinished()->id, document.id);
    discard(document);
    EXPECT_FALSE(unfinished());
    make_plan(insert("二", 2, 'c'));
    EXPECT_FALSE(unfinished());
}

TEST_P(ImportStore, WritesOnlyOverTheVersionThatWasReadAndKeepsTheSteps)
{
    auto document = insert("一", 1);
    document.state = DocumentState::discarded;
    document.version = 2;
    transact([&](Tx& tx) {
        EXPECT_TRUE(update_document(tx, document, 1));
        EXPECT_EQ(update_document(tx, document, 1).error().code, "document.stale");
        insert_step(tx, document.id,
            {2, {9}, "p1", "王小协", DocumentAction::discard, DocumentState::kept,
                DocumentState::discarded, "传错了"});
    });
    const auto kept = db().read([&](Tx& tx) { return find_document(tx, document.id); });
    EXPECT_EQ(kept->state, DocumentState::discarded);
    EXPECT_EQ(kept->version, 2);
    const auto steps = db().read([&](Tx& tx) { return steps_of(tx, document.id); });
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].reason, "传错了");
    EXPECT_EQ(steps[0].to_state, DocumentState::discarded);
}

} // namespace
} // namespace xieshang::plan
