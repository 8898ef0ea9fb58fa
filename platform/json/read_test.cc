// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/json/json.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <stdexcept>

namespace xieshang::json {
namespace {

enum class Kind { plenary, sector };
BOOST_DESCRIBE_ENUM(Kind, plenary, sector)

struct Person {
    std::string name;
    std::optional<std::string> phone;
    bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (), (name, phone))

struct Draft {
    std::string title;
    std::int64_t year{};
    double weight{};
    bool open{};
    Kind kind{};
    std::optional<std::string> note;
    std::vector<Person> people;
    std::vector<std::string> marks;
    base::Id<struct DraftTag> id;
    base::Instant made_at;
    std::map<std::string, std::int64_t> counts;
    bool operator==(const Draft&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    Draft, (), (title, year, weight, open, kind, note, people, marks, id, made_at, counts))

struct Patch {
    Change<std::string> title;
    Change<std::optional<std::string>> note;
    Change<Person> person;
};
BOOST_DESCRIBE_STRUCT(Patch, (), (title, note, person))

} // namespace

template <>
inline constexpr auto rules<Patch> = std::to_array<Rule>({
    {.member = "note", .most = 3},
});

template <>
inline constexpr auto rules<Draft> = std::to_array<Rule>({
    {.member = "title", .least = 2, .most = 5, .description = "The \"title\""},
    {.member = "year", .least = 1949, .most = 2999},
    {.member = "weight", .least = 0, .most = 1},
    {.member = "note", .most = 10},
    {.member = "people", .least = 1, .most = 2},
    {.member = "marks", .most = 3, .item_most = 2},
});

namespace {

constexpr std::string_view good = R"({"title":"议题一","year":2022,"weight":0.5,"open":true,
    "kind":"sector","people":[{"name":"李"}],"marks":[],
    "id":"0189d2a0-0000-7000-8000-000000000001","made_at":1647216000000,"counts":{"a":1}})";

// The good draft with one member's text replaced.
std::string with(std::string_view member, std::string_view value)
{
    auto object = boost::json::parse(good).as_object();
    object[member] = boost::json::parse(value);
    return boost::json::serialize(object);
}

using Codes = std::vector<std::pair<std::string, std::string>>;

Codes codes_of(std::string_view text)
{
    const auto draft = read<Draft>(text);
    Codes codes;
    if (!draft) {
        EXPECT_EQ(draft.error().trouble, base::Trouble::refused);
        EXPECT_EQ(draft.error().code, "request.invalid");
        for (const auto& field : draft.error().fields) {
            codes.emplace_back(field.pointer, field.code);
        }
    }
    return codes;
}

TEST(JsonRead, FillsADescribedStruct)
{
    const auto draft = read<Draft>(good);
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->title, "议题一");
    EXPECT_EQ(draft->kind, Kind::sector);
    EXPECT_EQ(draft->note, std::nullopt);
    EXPECT_EQ(draft->people, (std::vector<Person>{{"李", {}}}));
    EXPECT_EQ(draft->made_at.ms, 1647216000000);
    EXPECT_EQ(draft->counts.at("a"), 1);
}

TEST(JsonRead, NamesEachTroubleOfAField)
{
    constexpr std::string_view three_people = R"([{"name":"a"},{"name":"b"},{"name":"c"}])";
    const struct {
        std::string_view member, value, pointer, code;
    } cases[] = {
        {"title", "7", "/title", "field.wrong_type"},
        {"title", "null", "/title", "field.wrong_type"},
        {"title", "\"题\"", "/title", "field.too_short"},
        {"title", "\"一二三四五六\"", "/title", "field.too_long"},
        {"title", "\"\"", "/title", "field.blank"},
        {"title", "\" \u3000\\t\"", "/title", "field.blank"},
        {"title", "\"一\\u0000二\"", "/title", "field.bad_text"},
        {"title", "\"一\\r二\"", "/title", "field.bad_text"},
        {"title", "\"一\\u202e二\"", "/title", "field.bad_text"},
        {"title", "\"一\\u2067二\"", "/title", "field.bad_text"},
        {"title", "\"一\\u0085二\"", "/title", "field.bad_text"},
        {"year", "1948", "/year", "field.too_small"},
        {"year", "3000", "/year", "field.too_large"},
        {"year", "2022.5", "/year", "field.wrong_type"},
        {"year", "\"2022\"", "/year", "field.wrong_type"},
        {"year", "1e300", "/year", "field.too_large"},
        {"year", "18446744073709551615", "/year", "field.too_large"},
        {"weight", "1.01", "/weight", "field.too_large"},
        {"weight", "-0.01", "/weight", "field.too_small"},
        {"open", "1", "/open", "field.wrong_type"},
        {"kind", "\"secret\"", "/kind", "field.unknown_value"},
        {"kind", "3", "/kind", "field.wrong_type"},
        {"note", "\"12345678901\"", "/note", "field.too_long"},
        {"people", "[]", "/people", "field.too_few"},
        {"people", three_people, "/people", "field.too_many"},
        {"people", R"([{"name":"a"},{}])", "/people/1/name", "field.missing"},
        {"people", R"([{"name":"a","age":3}])", "/people/0/age", "field.unknown"},
        {"marks", R"(["ab","abc"])", "/marks/1", "field.too_long"},
        {"id", "\"17\"", "/id", "field.bad_id"},
        {"made_at", "\"now\"", "/made_at", "field.wrong_type"},
        {"counts", R"({"a/b~c":"x"})", "/counts/a~1b~0c", "field.wrong_type"},
        {"surprise", "1", "/surprise", "field.unknown"},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(codes_of(with(one.member, one.value)),
            (Codes{{std::string(one.pointer), std::string(one.code)}}))
            << one.member << " = " << one.value;
    }
}

TEST(JsonRead, GivesTheLimitsWithTheTrouble)
{
    const auto draft = read<Draft>(with("title", "\"一二三四五六\""));
    ASSERT_FALSE(draft);
    EXPECT_EQ(draft.error().fields.front().params,
        (base::Params{{"least", "2"}, {"most", "5"}, {"length", "6"}}));
    const auto kind = read<Draft>(with("kind", "\"secret\""));
    EXPECT_EQ(kind.error().fields.front().params, (base::Params{{"allowed", "plenary, sector"}}));
}

TEST(JsonRead, ReportsAllTroublesAtOnce)
{
    EXPECT_EQ(codes_of(R"({"title":"","year":1,"colour":1,"title":"again"})"),
        (Codes{{"/title", "field.blank"}, {"/year", "field.too_small"},
            {"/colour", "field.unknown"}, {"/title", "field.duplicate"},
            {"/weight", "field.missing"}, {"/open", "field.missing"}, {"/kind", "field.missing"},
            {"/people", "field.missing"}, {"/marks", "field.missing"}, {"/id", "field.missing"},
            {"/made_at", "field.missing"}, {"/counts", "field.missing"}}));
}

TEST(JsonRead, StopsCountingTroublesSomewhere)
{
    std::string text = "{";
    for (int at = 0; at < 5000; ++at) {
        text += "\"x" + std::to_string(at) + "\":1,";
    }
    text.back() = '}';
    EXPECT_EQ(codes_of(text).size(), 100U);
}

TEST(JsonRead, TakesAWholeNumberInAnyJsonSpelling)
{
    EXPECT_EQ(read<Draft>(with("year", "2022.0"))->year, 2022);
    EXPECT_EQ(read<Draft>(with("year", "2.022e3"))->year, 2022);
    EXPECT_EQ(read<Draft>(with("weight", "1"))->weight, 1.0);
    EXPECT_EQ(read<std::int64_t>("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(read<int>("2147483648").error().fields.front().code, "field.too_large");
    EXPECT_EQ(read<double>("0.1"), 0.1);
    EXPECT_EQ(read<double>("9007199254740993.0"), 9007199254740992.0);
}

TEST(JsonRead, AbsentAndNullOptionalsAreEmpty)
{
    EXPECT_EQ(read<Draft>(with("note", "null"))->note, std::nullopt);
    EXPECT_EQ(read<Draft>(with("note", "\"\""))->note, "");
}

TEST(JsonRead, SaysWhereTheTextIsNotJson)
{
    const struct {
        std::string_view text, line, column;
    } cases[] = {
        {"", "1", "1"},
        {"{", "1", "2"},
        {"{\"a\":1,\n \"题\":]}", "2", "6"},
        {"[1,2] x", "1", "7"},
        {"[1,]", "1", "4"},
        {"[1e999]", "1", "7"},
        {"\"\xC3\x28\"", "1", "2"},
        {"\"\xED\xA0\x80\"", "1", "2"},
        {"// hello\n1", "1", "1"},
    };
    for (const auto& one : cases) {
        const auto result = read<std::string>(one.text);
        ASSERT_FALSE(result) << one.text;
        EXPECT_EQ(result.error().trouble, base::Trouble::malformed) << one.text;
        EXPECT_EQ(result.error().code, "request.malformed");
        EXPECT_EQ(result.error().params.at("line"), one.line) << one.text;
        EXPECT_EQ(result.error().params.at("column"), one.column) << one.text;
    }
    EXPECT_FALSE(read<std::string>("\"\\ud800\"")) << "an unpaired surrogate";
    EXPECT_FALSE(read<std::string>("\"\\udc00\\ud800\""));
    EXPECT_EQ(read<std::string>("\"\\ud83d\\ude00\""), "😀");
}

TEST(JsonRead, BoundsDepthAndNumberOfValues)
{
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    EXPECT_TRUE(Document::parse(nested(64)));
    EXPECT_FALSE(Document::parse(nested(65)));
    std::string many = "[0";
    for (std::size_t at = 0; at < value_limit - 2; ++at) {
        many += ",0";
    }
    EXPECT_TRUE(Document::parse(many + "]"));
    EXPECT_EQ(Document::parse(many + ",0]").error().code, "request.too_complex");
}

TEST(JsonRead, TrustsWhatTheProgramWroteItself)
{
    EXPECT_FALSE(read<Draft>(with("year", "1")));
    EXPECT_TRUE(read_own<Draft>(with("year", "1")));
    EXPECT_FALSE(read_own<Draft>(with("year", "\"1\"")));
}

TEST(JsonRead, TellsWhatAPatchLeavesFromWhatItTakesAway)
{
    const auto of = [](std::string_view text) { return read<Patch>(text).value(); };
    EXPECT_FALSE(of("{}").note.said);
    EXPECT_FALSE(of("{}").person.said);
    ASSERT_TRUE(of(R"({"note":null})").note.said);
    EXPECT_EQ(*of(R"({"note":null})").note.said, std::nullopt);
    EXPECT_EQ(**of(R"({"note":"n"})").note.said, "n");
    EXPECT_EQ(of(R"({"person":{"name":"李"}})").person.said->name, "李");
    std::optional<std::string> kept = "before";
    of("{}").note.apply_to(kept);
    EXPECT_EQ(kept, "before");
    of(R"({"note":null})").note.apply_to(kept);
    EXPECT_EQ(kept, std::nullopt);
    const auto refused = read<Patch>(R"({"title":null,"note":"long"})");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).code, "field.wrong_type");
    EXPECT_EQ(refused.error().fields.at(1).code, "field.too_long") << "its rule holds";
}

} // namespace
} // namespace xieshang::json
