// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/record/acts.h"

#include "platform/record/record.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Acts : public tests::OnEveryDatabase {
protected:
    void did(const std::string& who, std::int64_t at, const std::string& action,
        const std::string& kind, const std::string& id)
    {
        db().write([&](xieshang::db::Tx& tx) {
            append(tx, {who, "", 1}, {at}, random_, {action, kind, id, 1, R"({"title":"内容"})"});
            return true;
        });
    }
    std::vector<std::int64_t> numbers(const ActSearch& search)
    {
        return db().read([&](xieshang::db::Tx& tx) {
            std::vector<std::int64_t> found;
            for (const auto& act : find_acts(tx, search)) {
                found.push_back(act.sequence);
            }
            return found;
        });
    }
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (!IsSkipped()) {
            did("li", 1000, "plan.edit", "plan", "p");
            did("wang", 2000, "plan.edit", "plan", "q");
            did("li", 2000, "topic.edit", "topic", "t");
            did("li", 3000, "denial.access", "operation", "listActs");
        }
    }

private:
    base::SeededRandom random_{7};
};

TEST_P(Acts, AreFoundByEachThingThatNarrowsThem)
{
    EXPECT_THAT(numbers({}), ElementsAre(4, 3, 2, 1));
    EXPECT_THAT(numbers({.oldest_first = true}), ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(numbers({.actor_id = "li"}), ElementsAre(4, 3, 1));
    EXPECT_THAT(numbers({.action = "plan.edit"}), ElementsAre(2, 1));
    EXPECT_THAT(numbers({.kind = "topic"}), ElementsAre(3));
    EXPECT_THAT(numbers({.id = "q"}), ElementsAre(2));
    EXPECT_THAT(numbers({.without = {"plan.edit", "denial.access"}}), ElementsAre(3));
    EXPECT_THAT(
        numbers({.from = base::Instant{2000}, .until = base::Instant{3000}}), ElementsAre(3, 2));
    EXPECT_THAT(numbers({.actor_id = "wang", .kind = "topic"}), IsEmpty());
}

TEST_P(Acts, GoOnAfterTheLastOfThePageBeforeAlsoWhereTwoHappenedAtOnce)
{
    EXPECT_THAT(numbers({.limit = 2}), ElementsAre(4, 3));
    EXPECT_THAT(numbers({.after = std::pair<std::int64_t, std::int64_t>{2000, 3}, .limit = 2}),
        ElementsAre(2, 1));
    EXPECT_THAT(
        numbers({.oldest_first = true, .after = std::pair<std::int64_t, std::int64_t>{2000, 2}}),
        ElementsAre(3, 4));
}

TEST_P(Acts, TellWhenThisWasLastDone)
{
    const auto when = [&](const std::string& who) {
        return db().read([&](xieshang::db::Tx& tx) {
            return last_done_at(
                tx, {.actor_id = who, .action = "plan.edit", .kind = "plan", .id = "p"});
        });
    };
    EXPECT_EQ(when("li"), base::Instant{1000});
    EXPECT_EQ(when("wang"), std::nullopt);
}

ON_EVERY_DATABASE(Acts);

} // namespace
} // namespace xieshang::record
