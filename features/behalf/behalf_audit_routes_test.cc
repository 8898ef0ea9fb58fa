// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_audit_actions.h"

#include "features/behalf/behalf_desk_test.h"

namespace xieshang::behalf {
namespace {

using testing::Contains;
using testing::IsEmpty;

// Rows that no longer say what the record says are found.
class BehalfAuditRoutes : public BehalfDesk {
protected:
    void SetUp() override
    {
        BehalfDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        ASSERT_EQ(set_telephone(clerk, wang).status, 204);
        act_ = newest_of(own);
        ASSERT_EQ(step(own, act_, "object", 1, "不对").status, 201);
        ASSERT_EQ(step(colleague, act_, "answer", 2, "已改回").status, 201);
        ASSERT_EQ(
            ask(clerk, http::Method::post, "/api/behalf/scans", pdf, 0, "application/octet-stream")
                .status,
            201);
    }

    std::vector<record::Misfit> audit_after(const std::string& sql)
    {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        return db().read([](db::Tx& tx) {
            std::vector<record::Misfit> all;
            const auto add = [&](std::vector<record::Misfit> found) {
                all.insert(all.end(), found.begin(), found.end());
            };
            for (const auto& id : acts_to_audit(tx)) {
                add(audit_act(tx, id));
            }
            for (const auto& id : scans_to_audit(tx)) {
                add(audit_scan(tx, id));
            }
            return all;
        });
    }
    record::Misfit differs(const std::string& table, const std::string& field)
    {
        return {"check.row_differs", table, act_, {{"field", field}}};
    }

    std::string act_;
};
ON_EVERY_DATABASE(BehalfAuditRoutes);

TEST_P(BehalfAuditRoutes, FindWhatWasChangedBehindTheRecord)
{
    EXPECT_THAT(audit_after("UPDATE behalf_act SET state = state"), IsEmpty());
    EXPECT_THAT(audit_after("UPDATE behalf_act SET by_name = '李四'"),
        Contains(differs("behalf_act", "by_name")));
    EXPECT_THAT(audit_after("UPDATE behalf_act SET by_name = '张三', state = 'settled'"),
        Contains(differs("behalf_act", "state")));
    EXPECT_THAT(audit_after("UPDATE behalf_act SET state = 'answered'"), IsEmpty());
    EXPECT_THAT(audit_after("UPDATE behalf_step SET words = '没有意见' WHERE version = 2"),
        Contains(differs("behalf_step", "steps")));
    EXPECT_THAT(audit_after("UPDATE behalf_step SET words = '不对' WHERE version = 2"), IsEmpty());
    EXPECT_THAT(
        audit_after("DELETE FROM behalf_told"), Contains(differs("behalf_told", "person_id")));
    const auto renamed = audit_after("UPDATE behalf_scan SET file_name = 'x.pdf'");
    EXPECT_TRUE(std::any_of(renamed.begin(), renamed.end(),
        [](const record::Misfit& one) { return one.table == "behalf_scan"; }));
}

TEST_P(BehalfAuditRoutes, NameTheScansAmongTheFiles)
{
    const auto named = db().read([](db::Tx& tx) { return files_named(tx); });
    ASSERT_EQ(named.size(), 1);
    EXPECT_TRUE(services().files.has(named.at(0).sha256));
}

} // namespace
} // namespace xieshang::behalf
