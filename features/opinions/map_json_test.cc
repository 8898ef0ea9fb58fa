// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/map_json.h"

#include "features/opinions/small_conversation_test.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

namespace xieshang::opinions {
namespace {

using boost::json::array;
using boost::json::object;
using testing::ElementsAre;

boost::json::value json_of(const analytics::OpinionMap& map, const MapFacts& facts = small_facts())
{
    return boost::json::parse(map_json(map, facts));
}

std::vector<std::string> keys_of(const boost::json::value& value)
{
    std::vector<std::string> keys;
    for (const auto& member : value.as_object()) {
        keys.emplace_back(member.key());
    }
    return keys;
}

TEST(MapJson, HasTheDocumentedShape)
{
    const auto map = small_map();
    const auto json = json_of(map);
    EXPECT_THAT(keys_of(json),
        ElementsAre("participants", "statements", "votes", "k", "silhouette", "silhouettes",
            "groups", "labels", "projection", "consensus", "group_aware", "group_aware_disagree",
            "priorities", "divisiveness", "tallies", "texts", "divisive", "rejected", "agreement",
            "participation", "reference", "seed", "skipped_lines", "timings_ms"));
    EXPECT_EQ(json.at("participants"), 13);
    EXPECT_EQ(json.at("statements"), 13);
    EXPECT_EQ(json.at("votes"), 12 * 13 + 1);
    EXPECT_EQ(json.at("k"), 2);
    EXPECT_EQ(json.at("silhouette").to_number<double>(), map.silhouette); // to the last digit
    EXPECT_EQ(json.at("rejected"), (array{22}));
    EXPECT_EQ(json.at("reference"), nullptr);
    EXPECT_EQ(json.at("seed"), 11);
    EXPECT_EQ(json.at("skipped_lines"), (object{{"votes", 2}, {"comments", 1}}));
    EXPECT_EQ(json.at("timings_ms"), (object{{"read", 1.5}, {"table", 0.25}, {"total", 1.75}}));
    EXPECT_THAT(keys_of(json.at("participation")),
        ElementsAre("grouped", "answers_left_out", "answers_each", "median_answers", "filled"));
    EXPECT_EQ(json.at("participation").at("grouped"), 12);
}

TEST(MapJson, HasEachGroupWithWhatSpeaksForIt)
{
    const auto json = json_of(small_map());
    ASSERT_EQ(json.at("groups").as_array().size(), 2U);
    const auto& group = json.at("groups").at(0);
    EXPECT_THAT(keys_of(group), ElementsAre("id", "size", "centre", "representative"));
    EXPECT_EQ(group.at("size"), 6);
    EXPECT_EQ(group.at("centre").as_array().size(), 2U);
    const auto& one = group.at("representative").at(0);
    EXPECT_THAT(keys_of(one),
        ElementsAre("statement", "agree", "successes", "trials", "share", "share_test", "ratio",
            "ratio_test", "best_agreed", "agreeing"));
    EXPECT_EQ(one.at("successes"), 6);
    EXPECT_EQ(one.at("trials"), 6);
    EXPECT_EQ(one.at("share"), 7.0 / 8.0);
}

TEST(MapJson, LabelsThoseInAGroupAndPlacesEverybody)
{
    const auto map = small_map();
    const auto json = json_of(map);
    const auto& labels = json.at("labels").as_object();
    EXPECT_EQ(labels.size(), 12U);
    EXPECT_FALSE(labels.contains("90")); // who answered once
    EXPECT_EQ(labels.at("0"), labels.at("10"));
    EXPECT_NE(labels.at("0"), labels.at("1"));
    const auto& projection = json.at("projection").as_object();
    EXPECT_EQ(projection.size(), 13U);
    EXPECT_EQ(projection.at("90").at(0).to_number<double>(), map.points.x.back());
}

TEST(MapJson, GoesByTheCallersNumbers)
{
    const auto map = small_map();
    const auto json = json_of(map);
    EXPECT_EQ(json.at("consensus").at("agree").at(0).at("statement"), 20);
    EXPECT_EQ(json.at("consensus").at("agree").at(0).at("successes"), 12);
    EXPECT_EQ(json.at("consensus").at("disagree").at(0).at("statement"), 21);
    EXPECT_EQ(
        json.at("group_aware").at("20").to_number<double>(), map.figures.group_aware_agree[10]);
    EXPECT_EQ(json.at("group_aware_disagree").at("21").to_number<double>(),
        map.figures.group_aware_disagree[11]);
    EXPECT_EQ(json.at("priorities").at("21").to_number<double>(), map.figures.priorities[11]);
    EXPECT_EQ(json.at("tallies").at("20").at("all"), (array{0, 0, 12}));
    EXPECT_EQ(json.at("tallies").at("20").at("groups"), (array{array{0, 0, 6}, array{0, 0, 6}}));
    EXPECT_EQ(json.at("texts").at("0"), "增加停车位");
    EXPECT_EQ(json.at("divisiveness").at("0").to_number<double>(), map.figures.divisiveness[0]);
    EXPECT_EQ(json.at("divisive").as_array().size(), 5U);
}

// What was rejected is not to be shown; who compares with a reference wants its figures.
TEST(MapJson, RanksNothingThatWasRejected)
{
    auto facts = small_facts();
    for (const auto* figures : {"priorities", "group_aware", "divisiveness"}) {
        EXPECT_FALSE(json_of(small_map(), facts).at(figures).as_object().contains("22"));
    }
    facts.reference = analytics::Reference::reddwarf;
    EXPECT_TRUE(json_of(small_map(), facts).at("priorities").as_object().contains("22"));
}

TEST(MapJson, HasBaseClustersOfPolis)
{
    auto facts = small_facts();
    facts.reference = analytics::Reference::polis;
    const auto json = json_of(small_map({.reference = analytics::Reference::polis}), facts);
    EXPECT_EQ(json.at("reference"), "polis");
    std::size_t members = 0;
    for (const auto& cluster : json.at("base_clusters").as_array()) {
        members += cluster.at("members").as_array().size();
    }
    EXPECT_EQ(members, json.at("labels").as_object().size());
    facts.reference = analytics::Reference::reddwarf;
    EXPECT_EQ(json_of(small_map(), facts).at("reference"), "reddwarf");
}

TEST(MapJson, OfNothingIsJsonToo)
{
    const auto json = json_of(analytics::draw_map({}, {}, {}), {});
    EXPECT_EQ(json.at("participants"), 0);
    EXPECT_EQ(json.at("k"), 0);
    EXPECT_EQ(json.at("labels"), object());
    EXPECT_EQ(json.at("groups"), array());
}

} // namespace
} // namespace xieshang::opinions
