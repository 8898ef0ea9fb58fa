// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/search/index.h"

#include "platform/folding/folding.h"
#include "tests/support/databases.h"

#include <gmock/gmock.h>

namespace xieshang::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr base::Roles office = 1;
constexpr base::Roles reader = 2;

class SearchIndex : public tests::OnEveryDatabase {
protected:
    void put(Entry entry)
    {
        transact([&](db::Tx& tx) { index().put(tx, std::move(entry)); });
    }
    void put(const std::string& id, const std::string& title, const std::string& body = {})
    {
        put({.kind = "plan",
            .subject_id = id,
            .audience = office | reader,
            .title = title,
            .body = body,
            .at = {++now_}});
    }

    template <class Work>
    void transact(Work work)
    {
        ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            work(tx);
            return 0;
        }));
    }

    std::vector<Hit> find(std::string_view query, Filter filter = {})
    {
        filter.roles = filter.roles == 0 ? office : filter.roles;
        return db().read([&](db::Tx& tx) { return index().find(tx, query, filter); });
    }
    std::vector<std::string> ids(std::string_view query, const Filter& filter = {})
    {
        std::vector<std::string> ids;
        for (const auto& hit : find(query, filter)) {
            ids.push_back(hit.subject_id);
        }
        return ids;
    }

    const Index& index() { return index_of(db().engine()); }
    std::int64_t now_ = 1'700'000'000'000;
};
ON_EVERY_DATABASE(SearchIndex);

TEST_P(SearchIndex, FindsWordsOfOneTwoAndMoreCharactersNewestFirst)
{
    put("a", "养老服务");
    put("b", "医疗", "老年人的养老院\n营商环境");
    put("c", "营商环境");
    EXPECT_THAT(ids("养老"), ElementsAre("b", "a"));
    EXPECT_THAT(ids("老"), ElementsAre("b", "a"));
    EXPECT_THAT(ids("营商环境"), ElementsAre("c", "b"));
    EXPECT_THAT(ids("老", {.order = Order::oldest}), ElementsAre("a", "b"));
    EXPECT_THAT(ids("养老 营商"), ElementsAre("b"));
    EXPECT_THAT(ids("院营"), IsEmpty()); // across the end of a line
    EXPECT_THAT(ids("服务医疗"), IsEmpty());
}

TEST_P(SearchIndex, FindsEachWayOfWriting)
{
    put("a", "養老服務 WTO 2024年");
    for (const auto* way : {"养老", "養老", "wto", "ＷＴＯ", "２０２４", "02", "WTO　養老"}) {
        EXPECT_THAT(ids(way), ElementsAre("a")) << way;
    }
}

TEST_P(SearchIndex, LooksAgainWherePairsStandApart)
{
    put("a", "养老和老院子"); // has 养老 and 老院, not 养老院
    EXPECT_THAT(ids("养老院"), IsEmpty());
    put("b", "养老院子");
    EXPECT_THAT(ids("养老院"), ElementsAre("b"));
}

TEST_P(SearchIndex, FindsALateHitBehindManyThatOnlyLookLikeIt)
{
    put("right", "养老院");
    transact([&](db::Tx& tx) {
        for (int i = 0; i < 450; ++i) {
            index().put(tx,
                {.kind = "plan",
                    .subject_id = "w" + std::to_string(i),
                    .audience = office,
                    .title = "养老和老院",
                    .at = {++now_}});
        }
    });
    EXPECT_THAT(ids("养老院"), ElementsAre("right"));
}

TEST_P(SearchIndex, FindsWhatAnEntrySaysNowAndNoMoreWhatItSaid)
{
    put("a", "养老", "旧的话");
    put("a", "医疗", "新的话");
    EXPECT_THAT(ids("养老"), IsEmpty());
    EXPECT_THAT(ids("医疗"), ElementsAre("a"));
    transact([&](db::Tx& tx) { index().remove(tx, "plan", "a"); });
    EXPECT_THAT(ids("医疗"), IsEmpty());
    transact([&](db::Tx& tx) { index().remove(tx, "plan", "a"); });
}

TEST_P(SearchIndex, KnowsNothingOfWhatWasRolledBack)
{
    put("a", "养老");
    EXPECT_FALSE(db().transact([&](db::Tx& tx) -> base::Result<int> {
        index().put(tx,
            {.kind = "plan",
                .subject_id = "a",
                .audience = office,
                .title = "医疗",
                .at = {++now_}});
        index().put(tx,
            {.kind = "plan",
                .subject_id = "b",
                .audience = office,
                .title = "养老",
                .at = {++now_}});
        return base::refuse("test.no");
    }));
    EXPECT_THAT(ids("养老"), ElementsAre("a"));
    EXPECT_THAT(ids("医疗"), IsEmpty());
}

TEST_P(SearchIndex, ShowsToEachOnlyWhatHeMaySee)
{
    put({.kind = "plan", .subject_id = "o", .audience = office, .title = "养老", .at = {1}});
    put({.kind = "plan",
        .subject_id = "b",
        .audience = office | reader,
        .title = "养老",
        .at = {2}});
    EXPECT_THAT(ids("养老", {.roles = office}), ElementsAre("b", "o"));
    EXPECT_THAT(ids("养老", {.roles = reader}), ElementsAre("b"));
    EXPECT_THAT(ids("养老", {.roles = 4}), IsEmpty());
    put({.kind = "plan", .subject_id = "b", .audience = office, .title = "养老", .at = {2}});
    EXPECT_THAT(ids("养老", {.roles = reader}), IsEmpty());
}

TEST_P(SearchIndex, FiltersByKindAndYear)
{
    put({.kind = "plan", .subject_id = "p", .year = 2024, .audience = office, .title = "养老"});
    put({.kind = "topic", .subject_id = "t", .year = 2024, .audience = office, .title = "养老"});
    put({.kind = "topic", .subject_id = "u", .audience = office, .title = "养老"});
    EXPECT_THAT(ids("养老", {.kind = "plan"}), ElementsAre("p"));
    EXPECT_THAT(ids("养老", {.kind = "topic", .year = 2024}), ElementsAre("t"));
    EXPECT_THAT(ids("养老", {.year = 2023}), IsEmpty());
}

TEST_P(SearchIndex, GivesEachHitOnOnePage)
{
    transact([&](db::Tx& tx) {
        for (int i = 0; i < 57; ++i) { // many of one instant, as the topics of a plan are
            index().put(tx,
                {.kind = "topic",
                    .subject_id = std::to_string(i),
                    .audience = office,
                    .title = "养老",
                    .at = {now_ + i / 20}});
        }
    });
    std::vector<std::string> seen;
    std::optional<std::int64_t> after;
    for (int page = 0; page < 6; ++page) {
        const auto hits = find("养老", {.after = after, .limit = 10});
        ASSERT_EQ(hits.size(), page < 5 ? 10U : 7U);
        for (const auto& hit : hits) {
            seen.push_back(hit.subject_id);
            EXPECT_LT(hit.place, after.value_or(hit.place + 1));
            after = hit.place;
        }
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
}

TEST_P(SearchIndex, TakesATextWithMoreGramsThanAnIndexHolds)
{
    std::u32string text;
    for (char32_t c = 0x4E00; c < 0x4E00 + 20'000; ++c) {
        for (const char32_t d : U"甲乙丙丁戊己庚辛壬癸") {
            (text += c) += d;
        }
    }
    put("huge", "一份很长的文件", folding::encoded(text));
    put("small", "养老");
    EXPECT_THAT(ids("很长的文件"), ElementsAre("huge"));
    EXPECT_THAT(ids("乙丙丁"), IsEmpty());
    EXPECT_THAT(ids("一甲一乙一丙"), ElementsAre("huge"));
}

} // namespace
} // namespace xieshang::search
