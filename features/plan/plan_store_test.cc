// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_store.h"

#include "features/plan/document_store.h"
#include "tests/support/databases.h"

#include <set>

namespace xieshang::plan {
namespace {

using xieshang::db::Tx;

class PlanStore : public tests::OnEveryDatabase {
protected:
    Plan insert(std::string title, std::optional<std::int64_t> year, std::int64_t changed_at_ms)
    {
        Plan plan{.id = {base::uuid_v7({changed_at_ms}, random_)},
            .document_id = {},
            .title = std::move(title),
            .committee = "河东区政协",
            .year = year,
            .draft = true,
            .state = PlanState::draft,
            .version = 1,
            .created_at_ms = {changed_at_ms},
            .created_by = "p1",
            .created_by_name = "王小协",
            .updated_at_ms = {changed_at_ms}};
        transact([&](Tx& tx) {
            insert_plan(tx, plan, {{"", "前言"}, {"指导思想", "第一段\n第二段"}});
        });
        return plan;
    }

    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }

    std::vector<std::string> titles(const PlanSearch& search)
    {
        return db().read([&](Tx& tx) {
            std::vector<std::string> titles;
            for (const auto& line : search_plans(tx, search)) {
                titles.push_back(line.title);
            }
            return titles;
        });
    }

    base::SeededRandom random_{11};
};
ON_EVERY_DATABASE(PlanStore);

using Titles = std::vector<std::string>;

TEST_P(PlanStore, KeepsAPlanWithItsSections)
{
    const auto plan = insert("计划", 2022, 1000);
    const auto kept = db().read([&](Tx& tx) { return find_plan(tx, plan.id); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->title, "计划");
    EXPECT_EQ(kept->year, 2022);
    EXPECT_TRUE(kept->draft);
    EXPECT_EQ(kept->document_id, std::nullopt);
    EXPECT_EQ(db().read([&](Tx& tx) { return sections_of(tx, plan.id); }),
        (std::vector<Section>{{"", "前言"}, {"指导思想", "第一段\n第二段"}}));
}

TEST_P(PlanStore, SaysWhenThereIsNoSuchPlan)
{
    const auto none =
        db().read([&](Tx& tx) { return find_plan(tx, {base::uuid_v7({1}, random_)}); });
    EXPECT_EQ(none.error().code, "plan.not_found");
}

TEST_P(PlanStore, WritesOnlyOverTheVersionThatWasRead)
{
    auto plan = insert("计划", 2022, 1000);
    plan.title = "改过";
    plan.version = 2;
    transact([&](Tx& tx) { EXPECT_TRUE(update_plan(tx, plan, 1)); });
    transact([&](Tx& tx) { EXPECT_EQ(update_plan(tx, plan, 1).error().code, "plan.stale"); });
}

TEST_P(PlanStore, FiltersByYearStateAndWordsAsTheyStand)
{
    insert("甲 100% 计划", 2022, 1);
    insert("乙 计划", 2023, 2);
    EXPECT_EQ(titles({.year = 2023}), (Titles{"乙 计划"}));
    EXPECT_EQ(titles({.words = "100%"}), (Titles{"甲 100% 计划"}));
    EXPECT_EQ(titles({.words = "1_0"}), Titles{});
    EXPECT_EQ(titles({.words = "河东"}), (Titles{"乙 计划", "甲 100% 计划"}));
    EXPECT_EQ(titles({.state = PlanState::discarded}), Titles{});
}

TEST_P(PlanStore, FindsWordsHoweverTheyAreWritten)
{
    insert("２０２６年協商計劃 ABC", 2026, 1);
    insert("2026年协商计划", 2026, 2);
    const Titles both{"2026年协商计划", "２０２６年協商計劃 ABC"};
    EXPECT_EQ(titles({.words = "計劃"}), both);
    EXPECT_EQ(titles({.words = "计划"}), both);
    EXPECT_EQ(titles({.words = "２０２６"}), both);
    EXPECT_EQ(titles({.words = "2026年协商"}), both);
    EXPECT_EQ(titles({.words = "ａｂｃ"}), (Titles{"２０２６年協商計劃 ABC"}));
    EXPECT_EQ(titles({.words = "河東"}), both); // of the committee
}

TEST_P(PlanStore, PagesThroughThePlansWithAWordHoweverFarApartTheyStand)
{
    for (int i = 0; i < 1203; ++i) { // more than are looked through at once
        insert(i % 400 == 1 ? "计划甲" : "计划", 2026, i / 3);
    }
    for (const auto order : {PlanOrder::newest, PlanOrder::oldest, PlanOrder::year}) {
        PlanSearch search{.words = "計劃甲", .order = order, .after = {}, .limit = 2};
        std::set<std::string> seen;
        for (const std::size_t expected : {2U, 2U, 0U}) {
            const auto page = db().read([&](Tx& tx) { return search_plans(tx, search); });
            ASSERT_EQ(page.size(), expected);
            for (const auto& line : page) {
                EXPECT_EQ(line.title, "计划甲");
                EXPECT_TRUE(seen.insert(line.id.text).second);
                search.after = {sort_value(line, order), line.id.text};
            }
        }
    }
}

TEST_P(PlanStore, PagesThroughEveryPlanOnceInEachOrder)
{
    for (int i = 0; i < 23; ++i) { // several share a time and a year
        insert("计划" + std::to_string(i), i % 4 == 0 ? std::nullopt : std::optional(2020 + i % 3),
            i / 5);
    }
    for (const auto order : {PlanOrder::newest, PlanOrder::oldest, PlanOrder::year}) {
        PlanSearch search{.order = order, .after = {}, .limit = 4};
        std::vector<PlanLine> all;
        for (;;) {
            const auto page = db().read([&](Tx& tx) { return search_plans(tx, search); });
            if (page.empty()) {
                break;
            }
            all.insert(all.end(), page.begin(), page.end());
            search.after = {sort_value(page.back(), order), page.back().id.text};
        }
        std::set<std::string> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_TRUE(seen.insert(all[i].id.text).second);
            if (i > 0) {
                const auto [before, after] =
                    std::pair(sort_value(all[i - 1], order), sort_value(all[i], order));
                EXPECT_TRUE(order == PlanOrder::oldest ? before <= after : before >= after);
            }
        }
        EXPECT_EQ(seen.size(), 23U);
    }
}

TEST_P(PlanStore, KeepsTheStepsInTheirOrder)
{
    const auto plan = insert("计划", 2022, 1000);
    transact([&](Tx& tx) {
        insert_step(tx, plan.id,
            {2, {3000}, "p1", "王", PlanAction::discard, PlanState::draft, PlanState::discarded,
                "重复"});
        insert_step(tx, plan.id,
            {1, {2000}, "p1", "王", PlanAction::save_draft, PlanState::draft, PlanState::draft,
                ""});
    });
    const auto steps = db().read([&](Tx& tx) { return steps_of(tx, plan.id); });
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].action, PlanAction::save_draft);
    EXPECT_EQ(steps[1].to_state, PlanState::discarded);
    EXPECT_EQ(steps[1].reason, "重复");
}

TEST_P(PlanStore, KeepsDocuments)
{
    const Document document{{base::uuid_v7({1}, random_)}, std::string(64, 'a'), "计划.txt", 42,
        "GB18030", {5}, "p1", "王", 1, DocumentState::kept};
    transact([&](Tx& tx) { insert_document(tx, document); });
    const auto kept = db().read([&](Tx& tx) { return find_document(tx, document.id); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->file_name, "计划.txt");
    EXPECT_EQ(kept->encoding, "GB18030");
    EXPECT_EQ(db().read([&](Tx& tx) { return find_document(tx, {base::uuid_v7({2}, random_)}); })
                  .error()
                  .code,
        "document.not_found");
}

} // namespace
} // namespace xieshang::plan
