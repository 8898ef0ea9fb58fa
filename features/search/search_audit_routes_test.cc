// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Entries of plans that were made over the API, then changed behind the program's back.
#include "features/search/search_audit_actions.h"

#include "features/plan/plan_desk_test.h"
#include "features/search/search_actions.h"

#include <gmock/gmock.h>

namespace xieshang::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SearchAudited : public plan::PlanDesk {};

TEST_P(SearchAudited, NamesEachEntryThatIsNotWhatItCopies)
{
    std::set<std::string> damaged;
    const auto audit = [&](const std::string& sql) {
        db().write([&](db::Tx& tx) {
            tx.execute(sql);
            return true;
        });
        auto desk = services();
        std::vector<std::string> codes;
        for (const auto& misfit : audit_search({db(), &desk.files, damaged}, [](auto) {})) {
            codes.push_back(misfit.code + " " + misfit.row.substr(0, misfit.row.find(' ')));
        }
        return codes;
    };
    const auto plan = saved_plan();
    EXPECT_THAT(audit("DELETE FROM search_entry"), IsEmpty()) << "not said to be complete";
    auto desk = services();
    fill(desk, [](auto, auto) {});
    EXPECT_THAT(audit("DELETE FROM search_entry WHERE kind = 'nothing'"), IsEmpty());
    EXPECT_THAT(audit("UPDATE search_entry SET body = body || 'x' WHERE kind = 'plan'"),
        ElementsAre("check.search_differs plan"));
    EXPECT_THAT(audit("UPDATE search_entry SET audience = 1 WHERE kind = 'document'"),
        ElementsAre("check.search_differs plan", "check.search_differs document"));
    damaged.insert(plan.id());
    EXPECT_THAT(audit("DELETE FROM search_entry WHERE kind = 'nothing'"),
        ElementsAre("check.search_differs document"));
    damaged.clear();
    EXPECT_THAT(audit("DELETE FROM search_entry WHERE kind <> 'topic'"),
        ElementsAre("check.search_gone plan", "check.search_gone document"));
    EXPECT_THAT(audit("UPDATE search_entry SET kind = 'plan', subject_id = 'forged' WHERE place = "
                      "(SELECT max(place) FROM search_entry)"),
        testing::IsSupersetOf({"check.search_gone topic", "check.search_foreign plan"}));
    rebuild(desk, [](auto, auto) {});
    EXPECT_THAT(audit("DELETE FROM search_entry WHERE kind = 'nothing'"), IsEmpty());
    saved_plan();
    saved_plan();
    const auto all = audit("DELETE FROM search_entry");
    ASSERT_EQ(all.size(), 21U) << "twenty by name, and how many more";
    EXPECT_EQ(all.back(), "check.search_more …");
}

ON_EVERY_DATABASE(SearchAudited);

} // namespace
} // namespace xieshang::search
