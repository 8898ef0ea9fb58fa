// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is kept of a correction is what is read back; who saw an older version writes nothing.
#include "features/plan/correction_store.h"

#include "features/plan/document_store.h"
#include "features/plan/plan_store.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using xieshang::db::Tx;

class CorrectionStore : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (!IsSkipped()) {
            document_ = insert_document_row();
        }
    }

    DocumentId insert_document_row()
    {
        const Document document{{base::uuid_v7({1}, random_)}, std::string(64, 'a'), "计划.txt", 42,
            "UTF-8", {5}, "p1", "王小协", 1};
        write([&](Tx& tx) { insert_document(tx, document); });
        return document.id;
    }

    // By one of two people.
    KeptCorrection by_wang(std::int64_t version, std::string content) const
    {
        return {document_, std::move(content), R"({"ignored":[],"words":[]})", version,
            {version * 1000}, "p1", "王小协"};
    }
    KeptCorrection by_li(std::int64_t version, std::string content) const
    {
        return {document_, std::move(content), R"({"ignored":[],"words":["李"]})", version,
            {version * 1000}, "p2", "李小商"};
    }

    bool keep(const KeptCorrection& kept, std::int64_t version_before)
    {
        bool is_written = false;
        write([&](Tx& tx) { is_written = keep_correction(tx, kept, version_before); });
        return is_written;
    }
    std::optional<KeptCorrection> kept(const DocumentId& id)
    {
        return db().read([&](Tx& tx) { return find_correction(tx, id); });
    }
    void expect(const KeptCorrection& all)
    {
        const auto row = kept(all.document_id);
        ASSERT_TRUE(row);
        EXPECT_EQ(row->document_id, all.document_id);
        EXPECT_EQ(row->content, all.content);
        EXPECT_EQ(row->authorship, all.authorship);
        EXPECT_EQ(row->version, all.version);
        EXPECT_EQ(row->updated_at_ms, all.updated_at_ms);
        EXPECT_EQ(row->updated_by, all.updated_by);
        EXPECT_EQ(row->updated_by_name, all.updated_by_name);
    }
    template <class Work>
    void write(Work work)
    {
        db().write([&](Tx& tx) {
            work(tx);
            return true;
        });
    }
    Plan new_plan()
    {
        return {.id = {base::uuid_v7({9}, random_)},
            .document_id = document_,
            .title = "计划",
            .committee = "河东区政协",
            .year = 2023,
            .draft = false,
            .state = PlanState::draft,
            .version = 1,
            .created_at_ms = {9},
            .created_by = "p1",
            .created_by_name = "王小协",
            .updated_at_ms = {9}};
    }
    // Windows that have it open, with their people.
    std::vector<std::string> visits()
    {
        return db().read([&](Tx& tx) {
            std::vector<std::string> all;
            for (const auto& one : visits_of(tx, document_)) {
                all.push_back(one.window_id + " " + one.person_id + " " + one.person_name + " "
                    + std::to_string(one.seen_at_ms.ms));
            }
            return all;
        });
    }

    base::SeededRandom random_{17};
    DocumentId document_;
};
ON_EVERY_DATABASE(CorrectionStore);

TEST_P(CorrectionStore, GivesBackExactlyWhatWasKept)
{
    EXPECT_FALSE(kept(document_));
    const auto odd = by_wang(2, "{\"title\":\"协商 ' \\\" 𠮷 \\n %_\"}");
    EXPECT_TRUE(keep(odd, 1));
    expect(odd);
    EXPECT_THAT(
        db().read([](Tx& tx) { return corrected_documents(tx); }), ElementsAre(document_.text));
    auto old = by_li(3, "{}");
    old.authorship.reset();
    EXPECT_TRUE(keep(old, 2));
    expect(old);
}

TEST_P(CorrectionStore, KeepsTheFirstOfTwoWhoBeginAtOnce)
{
    EXPECT_TRUE(keep(by_wang(2, "王"), 1));
    EXPECT_FALSE(keep(by_li(2, "李"), 1));
    expect(by_wang(2, "王"));
}

TEST_P(CorrectionStore, KeepsTheFirstOfTwoWhoSawTheSameVersion)
{
    ASSERT_TRUE(keep(by_wang(2, "王"), 1));
    EXPECT_TRUE(keep(by_li(3, "李"), 2));
    EXPECT_FALSE(keep(by_wang(3, "王再改"), 2));
    expect(by_li(3, "李"));
    EXPECT_TRUE(keep(by_wang(4, "王看过李"), 3));
    expect(by_wang(4, "王看过李"));
}

TEST_P(CorrectionStore, SkipsNoVersion)
{
    EXPECT_FALSE(keep(by_wang(3, "王"), 2)) << "there is none to follow on";
    ASSERT_TRUE(keep(by_wang(2, "王"), 1));
    EXPECT_FALSE(keep(by_wang(4, "王"), 3));
    expect(by_wang(2, "王"));
}

TEST_P(CorrectionStore, KeepsTheUnfinishedOnesOfTwoDocumentsApart)
{
    const auto other = insert_document_row();
    ASSERT_TRUE(keep(by_wang(2, "一"), 1));
    auto second = by_li(2, "二");
    second.document_id = other;
    ASSERT_TRUE(keep(second, 1));
    expect(by_wang(2, "一"));
    expect(second);
}

TEST_P(CorrectionStore, KeepsNoCorrectionOfADocumentThatIsNotThere)
{
    auto lost = by_wang(2, "王");
    lost.document_id = {base::uuid_v7({2}, random_)};
    EXPECT_THROW(keep(lost, 1), db::ConstraintFailure);
}

TEST_P(CorrectionStore, FindsTheUnfinishedOneAgainAfterAStart)
{
    ASSERT_TRUE(keep(by_wang(2, "未完成"), 1));
    fresh().reopen();
    expect(by_wang(2, "未完成"));
}

// Finishing moves the version on: whoever saw the one before writes nothing over the finished one.
TEST_P(CorrectionStore, LetsNobodyWriteOverAFinishedOne)
{
    ASSERT_TRUE(keep(by_wang(2, "王"), 1));
    write([&](Tx& tx) {
        insert_plan(tx, new_plan(), {});
        EXPECT_TRUE(keep_correction(tx, by_wang(3, "王"), 2));
    });
    EXPECT_FALSE(keep(by_li(3, "李"), 2));
    expect(by_wang(3, "王"));
    const auto plan = db().read([&](Tx& tx) { return standing_plan_of(tx, document_); });
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->title, "计划");
}

TEST_P(CorrectionStore, KnowsOnlyAPlanThatIsNotDiscardedAsStanding)
{
    auto plan = new_plan();
    write([&](Tx& tx) { insert_plan(tx, plan, {}); });
    plan.state = PlanState::discarded;
    plan.version = 2;
    write([&](Tx& tx) { EXPECT_TRUE(update_plan(tx, plan, 1)); });
    EXPECT_FALSE(db().read([&](Tx& tx) { return standing_plan_of(tx, document_); }));
    EXPECT_EQ(db().read([&](Tx& tx) { return newest_plan_of(tx, document_); }), plan.id);
}

TEST_P(CorrectionStore, KeepsThePlanAndItsCorrectionTogetherOrNeither)
{
    ASSERT_TRUE(keep(by_wang(2, "王"), 1));
    const auto plan = new_plan();
    const auto refused = db().transact([&](Tx& tx) -> base::Result<int> {
        insert_plan(tx, plan, {{"", "前言"}});
        insert_ignored(tx, plan.id, {{6, "", "落款", "落款", {}, {}, {}}});
        insert_own_words(tx, plan.id, {{0, WordsOf::title, "甲", "乙", {7}, "p1", "王小协"}});
        if (!keep_correction(tx, by_wang(3, "王"), 2)) {
            return 0;
        }
        if (!keep_correction(tx, by_li(3, "李"), 2)) {
            return base::trouble(base::Trouble::stale, "correction.stale", {{"name", ""}});
        }
        return 0;
    });
    EXPECT_FALSE(refused);
    expect(by_wang(2, "王"));
    db().read([&](Tx& tx) {
        EXPECT_FALSE(find_plan(tx, plan.id));
        EXPECT_THAT(ignored_of(tx, plan.id), IsEmpty());
        EXPECT_THAT(own_words_of(tx, plan.id), IsEmpty());
        return true;
    });
}

TEST_P(CorrectionStore, GivesBackWhoIgnoredAndWhoWroteWhat)
{
    const auto plan = new_plan();
    const std::vector<Ignored> ignored{
        {6, "表一", "落款", "落款或日期", base::Instant{1000}, "p1", "王小协"},
        {7, "", "— 1 —", "页码", {}, {}, {}}};
    const std::vector<OwnWords> words{{-1, WordsOf::title, "新题", "旧题", {2000}, "p2", "李小商"},
        {3, WordsOf::participating, "妇联、残联", "", {3000}, "p1", "王小协"}};
    write([&](Tx& tx) {
        insert_plan(tx, plan, {});
        insert_ignored(tx, plan.id, ignored);
        insert_own_words(tx, plan.id, words);
    });
    EXPECT_EQ(db().read([&](Tx& tx) { return ignored_of(tx, plan.id); }), ignored);
    EXPECT_EQ(db().read([&](Tx& tx) { return own_words_of(tx, plan.id); }), words);
}

TEST_P(CorrectionStore, KnowsWhoHasItOpen)
{
    write([&](Tx& tx) {
        keep_visit(tx, document_, {"window-2", "p2", "李小商", {1000}});
        keep_visit(tx, document_, {"window-1", "p1", "王小协", {1000}});
        keep_visit(tx, document_, {"window-1", "p1", "王小协", {5000}});
    });
    EXPECT_THAT(visits(),
        testing::UnorderedElementsAre("window-1 p1 王小协 5000", "window-2 p2 李小商 1000"));
    write([&](Tx& tx) { delete_visits_before(tx, {5000}); });
    EXPECT_THAT(visits(), ElementsAre("window-1 p1 王小协 5000"));
    write([&](Tx& tx) { delete_visit(tx, document_, "window-1"); });
    EXPECT_THAT(visits(), IsEmpty());
}

} // namespace
} // namespace xieshang::plan
