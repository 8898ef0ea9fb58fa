// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The index while all of its entries are made anew.
#include "platform/search/index.h"

#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr base::Roles office = 1;
constexpr base::Roles reader = 2;

class SearchFilling : public tests::OnEveryDatabase {
protected:
    void put(const Entry& entry)
    {
        transact([&](db::Tx& tx) { index().put(tx, entry); });
    }
    void put(const std::string& id, const std::string& title)
    {
        put({.kind = "plan", .subject_id = id, .audience = office, .title = title, .at = {++now_}});
    }

    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }

    std::vector<std::string> ids(std::string_view query, Filter filter = {})
    {
        filter.roles = office;
        std::vector<std::string> ids;
        for (const auto& hit :
            db().read([&](db::Tx& tx) { return index().find(tx, query, filter); })) {
            ids.push_back(hit.subject_id);
        }
        return ids;
    }

    const Index& index() { return index_of(db().engine()); }
    std::int64_t now_ = 1'700'000'000'000;
};
ON_EVERY_DATABASE(SearchFilling);

TEST_P(SearchFilling, IsMadeAnew)
{
    const auto complete = [&] {
        return db().read([&](db::Tx& tx) { return index().is_complete(tx); });
    };
    put("a", "养老");
    EXPECT_FALSE(complete());
    transact([&](db::Tx& tx) { index().begin_anew(tx, "first"); });
    bool more = true;
    while (more) {
        transact([&](db::Tx& tx) { more = index().drop_some(tx); });
    }
    EXPECT_THAT(ids("养老"), IsEmpty());
    put("b", "养老");
    transact([&](db::Tx& tx) { EXPECT_TRUE(index().end_anew(tx, "first")); });
    EXPECT_TRUE(complete());
    EXPECT_THAT(ids("养老"), ElementsAre("b"));
    transact([&](db::Tx& tx) { index().begin_anew(tx, "second"); });
    EXPECT_FALSE(complete());
}

TEST_P(SearchFilling, IsCompleteOnlyWhenWhoeverBeganLastHasEnded)
{
    const auto complete = [&] {
        return db().read([&](db::Tx& tx) { return index().is_complete(tx); });
    };
    transact([&](db::Tx& tx) { index().begin_anew(tx, "one node"); });
    transact([&](db::Tx& tx) { index().begin_anew(tx, "another"); });
    transact([&](db::Tx& tx) { EXPECT_FALSE(index().end_anew(tx, "one node")); });
    EXPECT_FALSE(complete());
    transact([&](db::Tx& tx) { EXPECT_TRUE(index().end_anew(tx, "another")); });
    EXPECT_TRUE(complete());
}

TEST_P(SearchFilling, TakesManyAtOnceAsItTakesOneByOne)
{
    const Entry quoted{.kind = "topic",
        .subject_id = "q",
        .year = 2024,
        .audience = office,
        .context = "NULL",
        .title = "养老 \"院\" \\ {服务}, '一'",
        .body = std::string("行\n\0医疗", 11),
        .at = {7}};
    const Entry other{
        .kind = "plan", .subject_id = "o", .audience = reader, .title = "", .at = {7}};
    put({.kind = "plan", .subject_id = "o", .audience = office, .title = "旧的话", .at = {6}});
    transact([&](db::Tx& tx) {
        index().put_all(tx, {quoted, other});
        index().put_all(tx, {});
    });
    db().look([&](db::Tx& tx) {
        EXPECT_EQ(index().kept(tx, quoted), Kept::same);
        EXPECT_EQ(index().kept(tx, other), Kept::same) << "in the place of the one before";
        EXPECT_EQ(index().subjects(tx).size(), 2U);
    });
    for (const auto* word : {"\"院\"", "\\", "{服务}", "'一'", "医疗", "养老"}) {
        EXPECT_THAT(ids(word), ElementsAre("q")) << word;
    }
    EXPECT_THAT(ids("旧的话"), IsEmpty());
}

TEST_P(SearchFilling, TakesManyOfOneInstantAtOnce)
{
    std::vector<Entry> many;
    for (int i = 0; i < 3'000; ++i) { // some of them want one place
        many.push_back({.kind = "topic",
            .subject_id = std::to_string(i),
            .audience = office,
            .title = "养老",
            .at = {1}});
    }
    transact([&](db::Tx& tx) { index().put_all(tx, many); });
    EXPECT_EQ(ids("养老", {.limit = 5'000}).size(), 3'000U);
}

TEST_P(SearchFilling, HasItsIndexWhenItWasFilledFromNothing)
{
    if (db().engine() != "postgres") {
        return;
    }
    const auto indexes = [&] {
        return db().read([](db::Tx& tx) {
            return tx
                .one<std::int64_t>("SELECT count(*) FROM pg_indexes WHERE indexname = "
                                   "'search_entry_by_gram' AND schemaname = current_schema()")
                .value();
        });
    };
    const auto begin = [&](const char* by) {
        transact([&](db::Tx& tx) { index().begin_anew(tx, by); });
    };
    const auto end = [&](const char* by) {
        transact([&](db::Tx& tx) { index().end_anew(tx, by); });
    };
    begin("broken off");
    EXPECT_EQ(indexes(), 0) << "it is made at the end, from all at once";
    put("a", "养老");
    EXPECT_THAT(ids("养老"), ElementsAre("a"));
    begin("later");
    end("broken off");
    EXPECT_EQ(indexes(), 0);
    end("later");
    EXPECT_EQ(indexes(), 1);
    begin("while others search");
    EXPECT_EQ(indexes(), 1) << "it stays where there are entries";
}

} // namespace
} // namespace xieshang::search
