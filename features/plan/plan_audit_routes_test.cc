// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Plans that were made over the API, then changed behind the program's back.
#include "features/plan/correction_audit_actions.h"
#include "features/plan/document_audit_actions.h"
#include "features/plan/plan_audit_actions.h"
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class PlanAuditDesk : public PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        db().write([&](db::Tx& tx) {
            tx.execute("INSERT INTO person (id, login, name, roles, demo, state, version, "
                       "created_at_ms) VALUES ('p1', 'wang', '王小协', 1, $1, 'active', 1, 1)",
                false);
            return true;
        });
        const auto saved = saved_plan();
        id_ = saved.id();
        document_ = std::string(saved.body.at("document").at("id").as_string());
        topic_ = std::string(saved.body.at("topics").at(0).at("id").as_string());
        other_topic_ = std::string(saved.body.at("topics").at(1).at("id").as_string());
        change("/api/plans/" + id_, http::Method::patch, R"({"title":"改过的计划"})", 1);
        change("/api/topics/" + topic_, http::Method::patch,
            R"({"title":"改过的议题","responsible":["民政局"]})", 1);
        step("discard", 3);
        step("restore", 4);
    }

    void change(
        const std::string& target, http::Method method, const std::string& body, int version)
    {
        clock.advance(1000);
        const auto answer = send(method, target, "office", body, version);
        ASSERT_LT(answer.status, 300) << answer.text;
    }
    void step(const std::string& action, int version)
    {
        change("/api/plans/" + id_ + "/steps", http::Method::post,
            R"({"action":")" + action + R"(","reason":"因为"})", version);
    }

    std::vector<record::Misfit> audit()
    {
        return db().read([&](db::Tx& tx) {
            std::vector<record::Misfit> all;
            for (const auto& id : plans_to_audit(tx)) {
                const auto found = audit_plan(tx, id);
                all.insert(all.end(), found.begin(), found.end());
            }
            for (const auto& id : documents_to_audit(tx)) {
                const auto found = audit_document(tx, id);
                all.insert(all.end(), found.begin(), found.end());
            }
            return all;
        });
    }
    std::vector<record::Misfit> audit_after(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        return audit();
    }
    static record::Misfit differs(
        const std::string& table, const std::string& row, const std::string& field)
    {
        return {"check.row_differs", table, row, {{"field", field}}};
    }

    std::string id_, document_, topic_, other_topic_;
};

TEST_P(PlanAuditDesk, FindsNothingWhereTheRowsSayWhatTheRecordSays)
{
    EXPECT_THAT(audit(), IsEmpty());
}

TEST_P(PlanAuditDesk, FindsEachChangedFieldOfAPlan)
{
    EXPECT_THAT(audit_after("UPDATE plan SET title = title || ' '"),
        ElementsAre(differs("plan", id_, "title")));
    EXPECT_THAT(audit_after("UPDATE plan SET title = '改过的计划', year = 2021"),
        ElementsAre(differs("plan", id_, "year")));
    EXPECT_THAT(audit_after("UPDATE plan SET year = 2022, state = 'discarded'"),
        ElementsAre(differs("plan", id_, "state")));
    EXPECT_THAT(audit_after("UPDATE plan SET state = 'draft', version = version + 1"),
        ElementsAre(differs("plan", id_, "version")));
    EXPECT_THAT(audit_after("UPDATE plan SET version = version - 1, updated_at_ms = 7"),
        ElementsAre(differs("plan", id_, "updated_at_ms")));
}

TEST_P(PlanAuditDesk, FindsChangedSectionsTopicsAndSteps)
{
    EXPECT_THAT(audit_after("UPDATE topic SET title = 'x' WHERE id = '" + topic_ + "'"),
        ElementsAre(differs("topic", topic_, "title")));
    EXPECT_THAT(audit_after("UPDATE topic SET title = '改过的议题', month = 12 WHERE id = '"
                    + topic_ + "'"),
        ElementsAre(differs("topic", topic_, "month")));
    EXPECT_THAT(audit_after("INSERT INTO topic_body (topic_id, part, position, name) VALUES ('"
                    + other_topic_ + "', 'participating', 99, '新单位')"),
        testing::Contains(differs("topic", other_topic_, "participating")));
    EXPECT_THAT(audit_after("DELETE FROM plan_step WHERE version = 5"),
        testing::Contains(differs("plan_step", id_, "steps")));
    EXPECT_THAT(audit_after("UPDATE plan_section SET body = body || '.' WHERE position = 1"),
        testing::Contains(differs("plan_section", id_, "heading, body")));
}

TEST_P(PlanAuditDesk, FindsWhoDidAStepAndWhoHandedInADocument)
{
    const std::string third = " WHERE version = 4";
    EXPECT_THAT(audit_after("UPDATE plan_step SET by_id = 'p2'" + third),
        ElementsAre(differs("plan_step", id_, "steps")));
    EXPECT_THAT(audit_after("UPDATE plan_step SET by_id = 'p1', by_name = '李小商'" + third),
        ElementsAre(differs("plan_step", id_, "steps")));
    EXPECT_THAT(audit_after("UPDATE plan_step SET by_name = '王小协'" + third), IsEmpty());
    EXPECT_THAT(audit_after(db().engine() == "sqlite"
                        ? "DROP TRIGGER event_is_never_changed"
                        : "ALTER TABLE event DISABLE TRIGGER event_is_never_changed"),
        IsEmpty());
    EXPECT_THAT(audit_after("UPDATE event SET actor_id = 'p2' WHERE action = 'document.keep'"),
        ElementsAre(differs("plan_document", document_, "uploaded_by")));
}

TEST_P(PlanAuditDesk, FindsRowsThatNobodyRecordedAndEventsWithoutARow)
{
    EXPECT_THAT(
        audit_after("INSERT INTO plan SELECT 'forged', document_id, title, committee, year, "
                    "draft, state, version, created_at_ms, created_by, created_by_name, "
                    "updated_at_ms FROM plan"),
        ElementsAre(record::Misfit{"check.no_event", "plan", "forged"}));
    db().write([&](db::Tx& tx) {
        tx.execute("DELETE FROM topic_body");
        tx.execute("DELETE FROM topic");
        tx.execute("DELETE FROM plan_section");
        tx.execute("DELETE FROM plan_step");
        tx.execute("DELETE FROM plan");
        return true;
    });
    EXPECT_THAT(audit_after("UPDATE plan_document SET file_name = 'x'"),
        ElementsAre(record::Misfit{"check.no_row", "plan", id_},
            differs("plan_document", document_, "file_name")));
}

TEST_P(PlanAuditDesk, FindsChangedCorrectionsAndIgnoredWords)
{
    const auto corrections = [&](const std::string& sql) {
        audit_after(sql);
        return db().read([&](db::Tx& tx) { return audit_correction(tx, document_); });
    };
    EXPECT_THAT(corrections("UPDATE plan_correction SET updated_by = 'x'"),
        ElementsAre(differs("plan_correction", document_, "updated_by")));
    EXPECT_THAT(corrections("UPDATE plan_correction SET updated_by = 'p1', updated_by_name = 'x'"),
        ElementsAre(differs("plan_correction", document_, "updated_by_name")));
    EXPECT_THAT(corrections("UPDATE plan_correction SET updated_by_name = '王小协', "
                            "content = content || ' '"),
        ElementsAre(differs("plan_correction", document_, "content")));
    EXPECT_THAT(corrections("UPDATE plan_correction SET content = substr(content, 1, "
                            "length(content) - 1), authorship = 'x'"),
        ElementsAre(differs("plan_correction", document_, "authorship")));
    EXPECT_THAT(audit_after("INSERT INTO plan_ignored (plan_id, position, line, sheet, body, "
                            "reason) VALUES ('"
                    + id_ + "', 1, 1, '', '一句话', '改')"),
        ElementsAre(differs("plan_ignored", id_, "line, body, reason, by")));
}

TEST_P(PlanAuditDesk, FindsOwnWordsThatNobodyRecorded)
{
    EXPECT_THAT(audit_after("INSERT INTO plan_own_words (plan_id, position, topic, field, words, "
                            "document, at_ms, by_id, by_name) VALUES ('"
                    + id_ + "', 1, 0, 'title', '甲', '乙', 1, 'p1', '王')"),
        ElementsAre(differs("plan_own_words", id_, "words, document, by")));
}

// The demo plan with its last line ignored.
class IgnoredAuditDesk : public PlanAuditDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto document = "/api/plan-documents/"
            + upload("河东区政协2023年协商工作计划\n1. 甲题\n二、措施\n加强领导。\n").id();
        auto all =
            send(http::Method::get, document + "/correction", "office").body.at("correction");
        all.as_object().at("reasons") = boost::json::array{"页脚"};
        all.as_object().at("lines").as_array().at(3) =
            boost::json::parse(R"({"runs":[{"place":"ignored","target":0,"length":5}]})");
        change(document + "/correction", http::Method::put, boost::json::serialize(all), 1);
        const auto plan = send(http::Method::post, document + "/plan", "office", "", 2);
        ASSERT_EQ(plan.status, 201) << plan.text;
        id_ = plan.id();
    }
    std::vector<record::Misfit> misfit() const
    {
        return {differs("plan_ignored", id_, "line, body, reason, by")};
    }
};

TEST_P(IgnoredAuditDesk, FindsAnotherPersonOrTimeOfIgnoredWords)
{
    EXPECT_THAT(audit(), IsEmpty());
    EXPECT_EQ(audit_after("UPDATE plan_ignored SET by_name = '别人'"), misfit());
    EXPECT_EQ(audit_after("UPDATE plan_ignored SET by_name = '王小协', at_ms = 1"), misfit());
    EXPECT_EQ(audit_after("UPDATE plan_ignored SET by_id = NULL, by_name = NULL, at_ms = NULL"),
        misfit());
}

TEST_P(IgnoredAuditDesk, KnowsPlansThatAreOlderThanTheTellingOfWhoIgnored)
{
    auto told = boost::json::parse(content_of_newest("plan.save_draft"));
    auto& one = told.at("ignored").at(0).as_object();
    for (const auto* member : {"at", "by_id", "by_name"}) {
        EXPECT_EQ(one.erase(member), 1U);
    }
    told.as_object().erase("own_words");
    db().write([&](db::Tx& tx) {
        tx.execute("UPDATE event_content SET content = $1 WHERE sequence IN (SELECT sequence FROM "
                   "event WHERE action = 'plan.save_draft')",
            boost::json::serialize(told));
        return true;
    });
    EXPECT_EQ(audit(), misfit()) << "rows that say more than the record";
    EXPECT_THAT(audit_after("UPDATE plan_ignored SET by_id = NULL, by_name = NULL, at_ms = NULL"),
        IsEmpty());
    EXPECT_EQ(audit_after("UPDATE plan_ignored SET reason = 'x'"), misfit());
}

ON_EVERY_DATABASE(IgnoredAuditDesk);

TEST_P(PlanAuditDesk, FindsAStepThatTheWorkflowForbids)
{
    const auto sqlite = db().engine() == "sqlite";
    EXPECT_THAT(audit_after(sqlite ? "DROP TRIGGER event_is_never_changed"
                                   : "ALTER TABLE event DISABLE TRIGGER event_is_never_changed"),
        IsEmpty());
    EXPECT_THAT(audit_after("UPDATE event SET action = 'plan.restore' WHERE action = "
                            "'plan.discard'"),
        ElementsAre(
            record::Misfit{"check.step_not_allowed", "event", "6", {{"action", "plan.restore"}}}));
}

ON_EVERY_DATABASE(PlanAuditDesk);

} // namespace
} // namespace xieshang::plan
