// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/behalf/behalf_store.h"

#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::behalf {
namespace {

using testing::ElementsAre;
using xieshang::db::Tx;

class BehalfStore : public tests::OnEveryDatabase {
protected:
    BehalfAct act(const std::string& id, std::int64_t at_ms, const std::string& for_name = "王芳")
    {
        return {.id = {id},
            .by_id = "clerk",
            .by_name = "张三",
            .person_id = PersonId{"wang"},
            .for_name = for_name,
            .deed = BehalfDeed::change_contact,
            .object_kind = "contact",
            .object_id = "wang",
            .object_version = at_ms,
            .fields = "telephone,email",
            .version = 1,
            .acted_at = {at_ms},
            .updated_at = {at_ms}};
    }

    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }
    std::vector<std::string> found(const BehalfSearch& search)
    {
        return db().read([&](Tx& tx) {
            std::vector<std::string> ids;
            for (const auto& one : search_acts(tx, search)) {
                ids.push_back(one.id.text);
            }
            return ids;
        });
    }
};
ON_EVERY_DATABASE(BehalfStore);

TEST_P(BehalfStore, KeepsAnActWholeWithItsScanAndThoseTold)
{
    const BehalfScan scan{
        {"s"}, std::string(64, 'a'), "批复.pdf", 42, "application/pdf", {1}, "clerk", "张三", 1};
    auto body = act("b", 2);
    body.person_id = {};
    body.body = "party_committee";
    body.organisation_id = OrganisationId{"o"};
    body.scan_id = ScanId{"s"};
    body.paper_day = "2026-03-01";
    transact([&](Tx& tx) {
        insert_scan(tx, scan);
        insert_act(tx, act("a", 1), {PersonId{"wang"}});
        insert_act(tx, body, {});
    });
    db().read([&](Tx& tx) {
        EXPECT_EQ(*find_scan(tx, {"s"}), scan);
        EXPECT_EQ(*find_act(tx, {"a"}), act("a", 1));
        EXPECT_EQ(*find_act(tx, {"b"}), body);
        EXPECT_EQ(find_act(tx, {"c"}).error().code, "behalf.not_found");
        EXPECT_THAT(told_of(tx, {"a"}), ElementsAre(PersonId{"wang"}));
        EXPECT_TRUE(is_told(tx, {"a"}, "wang"));
        EXPECT_FALSE(is_told(tx, {"b"}, "wang"));
        return 0;
    });
}

TEST_P(BehalfStore, RefusesABodysActWithoutItsScan)
{
    auto body = act("b", 2);
    body.person_id = {};
    body.body = "party_committee";
    EXPECT_THROW(db().write([&](Tx& tx) {
        insert_act(tx, body, {});
        return true;
    }),
        db::ConstraintFailure);
}

TEST_P(BehalfStore, FindsByPersonStateWordsAndInOrderAPageAtATime)
{
    auto seen = act("b", 2, "李强");
    seen.state = BehalfState::seen;
    seen.updated_at = {9};
    transact([&](Tx& tx) {
        insert_act(tx, act("a", 1), {PersonId{"wang"}});
        insert_act(tx, seen, {PersonId{"li"}});
        insert_act(tx, act("c", 3), {PersonId{"wang"}, PersonId{"li"}});
    });
    EXPECT_THAT(found({}), ElementsAre("c", "b", "a"));
    EXPECT_THAT(found({.order = BehalfOrder::oldest}), ElementsAre("a", "b", "c"));
    EXPECT_THAT(found({.order = BehalfOrder::touched}), ElementsAre("b", "c", "a"));
    EXPECT_THAT(found({.told = "wang"}), ElementsAre("c", "a"));
    EXPECT_THAT(found({.state = BehalfState::seen}), ElementsAre("b"));
    EXPECT_THAT(found({.words = "李"}), ElementsAre("b"));
    EXPECT_THAT(found({.words = "%"}), ElementsAre());
    EXPECT_THAT(found({.limit = 1}), ElementsAre("c"));
    EXPECT_THAT(
        found({.after = std::pair(std::int64_t{3}, std::string("c"))}), ElementsAre("b", "a"));
}

TEST_P(BehalfStore, CountsWhatEachOfThoseWhoAreToldHasNotOpened)
{
    using enum BehalfState;
    const ActId id{"a"};
    transact([&](Tx& tx) {
        insert_act(tx, act("a", 1), {PersonId{"wang"}, PersonId{"li"}});
        insert_step(tx, id, {1, {1}, "zhang", "张三", BehalfAction::record, told, told, ""});
    });
    const auto expect_unopened = [&](std::int64_t by_wang, std::int64_t by_li) {
        db().read([&](Tx& tx) {
            EXPECT_EQ(unopened(tx, "wang"), by_wang);
            EXPECT_EQ(unopened(tx, "li"), by_li);
            EXPECT_EQ(has_opened(tx, id, "wang"), by_wang == 0);
            EXPECT_EQ(has_opened(tx, id, "li"), by_li == 0);
            EXPECT_EQ(unopened(tx, "zhao"), 0); // who is not told
            EXPECT_FALSE(has_opened(tx, id, "zhao"));
            return 0;
        });
    };
    const auto step = [&](std::int64_t version, const char* by, BehalfAction action) {
        transact([&](Tx& tx) {
            insert_step(tx, id, {version, {version}, by, by, action, told, told, ""});
        });
    };
    expect_unopened(1, 1);
    step(2, "wang", BehalfAction::see);
    expect_unopened(0, 1); // what one has seen, the other has not
    step(3, "li", BehalfAction::object);
    expect_unopened(0, 0);
    step(4, "zhao", BehalfAction::answer);
    expect_unopened(1, 1);
    step(5, "li", BehalfAction::see);
    expect_unopened(1, 0);
}

TEST_P(BehalfStore, WritesAStepOnlyOverTheVersionThatWasSeen)
{
    auto moved = act("a", 1);
    transact([&](Tx& tx) { insert_act(tx, moved, {}); });
    moved.version = 2;
    moved.state = BehalfState::objected;
    transact([&](Tx& tx) {
        ASSERT_TRUE(update_act(tx, moved, 1));
        insert_step(tx, moved.id,
            {2, {5}, "wang", "王芳", BehalfAction::object, BehalfState::told, BehalfState::objected,
                "不对"});
    });
    db().read([&](Tx& tx) {
        EXPECT_EQ(steps_of(tx, moved.id).at(0).words, "不对");
        EXPECT_THAT(acts_on(tx, "contact", "wang"), ElementsAre(moved));
        return 0;
    });
    EXPECT_EQ(db().transact([&](Tx& tx) { return update_act(tx, moved, 1); }).error().code,
        "behalf.stale");
}

} // namespace
} // namespace xieshang::behalf
