// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Imports that were discarded and restored over the API, then changed behind the program's back.
#include "features/plan/document_audit_actions.h"
#include "features/plan/plan_desk_test.h"

#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class DocumentAuditDesk : public PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        id_ = upload(std::string(embedded::demo().front().bytes)).id();
        step("discard", 1);
        step("restore", 2);
        step("discard", 3);
    }

    void step(const std::string& action, int version)
    {
        clock.advance(1000);
        ASSERT_EQ(send(http::Method::post, "/api/plan-documents/" + id_ + "/steps", "office",
                      R"({"action":")" + action + R"(","reason":"因为"})", version)
                      .status,
            201);
    }

    std::vector<record::Misfit> audit_after(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        return db().read([&](db::Tx& tx) { return audit_document(tx, id_); });
    }

    record::Misfit differs(const std::string& table, const std::string& field) const
    {
        return {"check.row_differs", table, id_, {{"field", field}}};
    }

    std::string id_;
};
ON_EVERY_DATABASE(DocumentAuditDesk);

TEST_P(DocumentAuditDesk, FindsNothingWhereTheRowsSayWhatTheRecordSays)
{
    EXPECT_THAT(audit_after("UPDATE plan_document SET state = state"), IsEmpty());
}

TEST_P(DocumentAuditDesk, FindsEachChangedFieldOfADocument)
{
    EXPECT_THAT(audit_after("UPDATE plan_document SET state = 'kept'"),
        ElementsAre(differs("plan_document", "state")));
    EXPECT_THAT(audit_after("UPDATE plan_document SET state = 'discarded', version = 9"),
        ElementsAre(differs("plan_document", "version")));
    EXPECT_THAT(audit_after("UPDATE plan_document SET version = 4, uploaded_by_name = 'x'"),
        ElementsAre(differs("plan_document", "uploaded_by_name")));
}

TEST_P(DocumentAuditDesk, FindsChangedAndMissingSteps)
{
    EXPECT_THAT(audit_after("UPDATE plan_document_step SET reason = 'x' WHERE version = 3"),
        ElementsAre(differs("plan_document_step", "steps")));
    EXPECT_THAT(audit_after("DELETE FROM plan_document_step WHERE version = 3"),
        ElementsAre(differs("plan_document_step", "steps")));
}

TEST_P(DocumentAuditDesk, FindsAStepThatTheWorkflowForbids)
{
    const auto sqlite = db().engine() == "sqlite";
    audit_after(sqlite ? "DROP TRIGGER event_is_never_changed"
                       : "ALTER TABLE event DISABLE TRIGGER event_is_never_changed");
    EXPECT_THAT(
        audit_after(
            "UPDATE event SET action = 'document.discard' WHERE action = 'document.restore'"),
        ElementsAre(record::Misfit{
            "check.step_not_allowed", "event", "3", {{"action", "document.discard"}}}));
}

} // namespace
} // namespace xieshang::plan
