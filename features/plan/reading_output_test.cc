// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/reading_answer.h"
#include "features/plan/reading_table.h"

#include "features/plan/script.h"
#include "tests/support/source_file.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

namespace xieshang::plan {
namespace {

using testing::HasSubstr;

// The texts of one language, filled in as the catalog does.
Wording wording_in(const std::string& language)
{
    const auto file =
        tests::source_file("features/plan/reading_texts." + language + ".json").value();
    return [texts = boost::json::parse(file).as_object()](
               std::string_view code, const base::Params& params) {
        std::string text(texts.at(boost::json::string_view(code.data(), code.size())).as_string());
        for (const auto& [name, value] : params) {
            const auto at = text.find("{" + name + "}");
            text = at == text.npos ? text : text.replace(at, name.size() + 2, value);
        }
        return text;
    };
}

Reading a_reading(const std::string& fixture)
{
    return read_plan(
        tests::source_file("features/plan/fixtures/" + fixture + ".txt").value(), fixture)
        .value();
}

TEST(ReadingOutput, IsJsonInTheDocumentedShape)
{
    const auto json =
        boost::json::parse(reading_json(a_reading("numbering_gaps"), wording_in("zh-CN")));
    const auto& reading = json.as_object();
    std::vector<std::string> members;
    for (const auto& member : reading) {
        members.emplace_back(member.key());
    }
    EXPECT_THAT(members,
        testing::ElementsAre("title", "committee", "year", "draft", "sections", "topics",
            "unplaced", "warnings", "characters"));
    EXPECT_EQ(reading.at("year"), 2023);
    EXPECT_EQ(reading.at("draft"), false);
    EXPECT_EQ(reading.at("sections").at(0),
        (boost::json::object{{"heading", "指导思想"}, {"text", "服务大局。"}}));
    EXPECT_EQ(reading.at("topics").at(2),
        (boost::json::object{{"number", 4}, {"kind", "standing_committee"},
            {"title", "推进文明养犬"}, {"period", ""}, {"month", nullptr},
            {"responsible", boost::json::array{}}, {"participating", boost::json::array{}},
            {"line", 8}}));
    EXPECT_EQ(reading.at("warnings").at(1),
        (boost::json::object{{"line", 8}, {"text", "编号不连续：应为 3，这里是 4。"}}));
    EXPECT_EQ(reading.at("characters"),
        (boost::json::object{{"source", 113}, {"placed", 113}, {"unplaced", 0}}));
    EXPECT_EQ(
        boost::json::parse(reading_json(a_reading("session_words"), wording_in("en"))).at("year"),
        nullptr);
}

TEST(ReadingOutput, IsATableInBothLanguages)
{
    const auto chinese = reading_table(a_reading("table_bars"), wording_in("zh-CN"));
    EXPECT_THAT(chinese, HasSubstr("年度  2024\n"));
    EXPECT_THAT(chinese, HasSubstr("  专题协商（1）\n    1.  打造湖滨漫步道  3月      城建委\n"));
    EXPECT_THAT(chinese, HasSubstr("第 5 行：续议"));
    const auto english = reading_table(a_reading("numbering_gaps"), wording_in("en"));
    EXPECT_THAT(english, HasSubstr("Year       2023\n"));
    EXPECT_THAT(english, HasSubstr("line 8: The numbers have a gap: 3 should follow, here is 4."));
}

TEST(ReadingOutput, AlignsColumnsByTheirWidth)
{
    Reading reading;
    reading.topics = {{1, TopicKind::other, "甲乙丙", "5月", 5, {}, {}, 1},
        {2, TopicKind::other, "A-b", "6月", 6, {}, {}, 2}};
    const auto table = reading_table(reading, wording_in("zh-CN"));
    EXPECT_THAT(table, HasSubstr("1.  甲乙丙  5月\n"));
    EXPECT_THAT(table, HasSubstr("2.  A-b     6月\n"));
    EXPECT_EQ(width_of(U'议'), 2);
    EXPECT_EQ(width_of(U'（'), 2);
    EXPECT_EQ(width_of(U'a'), 1);
    EXPECT_EQ(width_of(0x0301), 0);
}

} // namespace
} // namespace xieshang::plan
