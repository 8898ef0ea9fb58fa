// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/json/schema.h"

#include "platform/json/canonical.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <stdexcept>

namespace xieshang::json {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Leaf {
    std::string name;
    std::optional<std::int64_t> weight;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (name, weight))

struct Tree {
    std::string title;
    std::optional<Leaf> first;
    std::vector<Leaf> leaves;
    std::vector<Tree> children;
    std::optional<Colour> colour;
    std::map<std::string, double> sizes;
    base::Id<Leaf> id;
    base::Instant at;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (title, first, leaves, children, colour, sizes, id, at))

namespace other {
struct Leaf {
    bool dry{};
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (dry))
} // namespace other

template <class T>
struct Box {
    std::vector<T> items;
    BOOST_DESCRIBE_CLASS(Box, (), (items), (), ())
};

} // namespace

template <>
inline constexpr auto rules<Tree> = std::to_array<Rule>({
    {.member = "title", .least = 1, .most = 9, .description = "What \"it\" is called"},
    {.member = "leaves", .least = 1, .most = 3},
});

namespace {

boost::json::value components_of(Use use)
{
    Schemas schemas;
    schemas.of<Tree>(use);
    schemas.know_uses();
    schemas.of<Tree>(use);
    return boost::json::parse(schemas.components());
}

TEST(JsonSchema, DescribesWhatIsRead)
{
    const auto all = components_of(Use::input);
    EXPECT_EQ(all.at("Tree"), boost::json::parse(R"({"type":"object","properties":{
        "title":{"type":"string","minLength":1,"maxLength":9,"description":"What \"it\" is called"},
        "first":{"anyOf":[{"$ref":"#/components/schemas/Leaf"},{"type":"null"}]},
        "leaves":{"type":"array","items":{"$ref":"#/components/schemas/Leaf"},
            "minItems":1,"maxItems":3},
        "children":{"type":"array","items":{"$ref":"#/components/schemas/Tree"}},
        "colour":{"anyOf":[{"$ref":"#/components/schemas/Colour"},{"type":"null"}]},
        "sizes":{"type":"object","additionalProperties":{"type":"number","format":"double"}},
        "id":{"type":"string","format":"uuid"},
        "at":{"type":"integer","format":"int64",
            "description":"UTC, milliseconds since 1970-01-01"}},
        "required":["title","leaves","children","sizes","id","at"],
        "additionalProperties":false})"));
    EXPECT_EQ(all.at("Colour"), boost::json::parse(R"({"type":"string","enum":["red","green"]})"));
    EXPECT_EQ(all.at("Leaf").at("properties").at("weight"),
        boost::json::parse(R"({"type":["integer","null"],"format":"int64"})"));
}

TEST(JsonSchema, WhatIsWrittenAlwaysHasEachMember)
{
    const auto leaf = components_of(Use::output).at("Leaf").as_object();
    EXPECT_EQ(leaf.at("required"), boost::json::parse(R"(["name","weight"])"));
    EXPECT_FALSE(leaf.contains("additionalProperties"));
}

TEST(JsonSchema, ATypeUsedBothWaysHasTwoComponents)
{
    Schemas schemas;
    const auto both = [&] {
        schemas.of<std::vector<Leaf>>(Use::output);
        schemas.of<Colour>(Use::output);
        schemas.of<Colour>(Use::input);
        return schemas.of<Leaf>(Use::input);
    };
    both();
    schemas.know_uses();
    EXPECT_EQ(both(), R"({"$ref":"#/components/schemas/LeafInput"})");
    const auto all = boost::json::parse(schemas.components()).as_object();
    EXPECT_EQ(all.size(), 3U) << "Leaf, LeafInput, Colour";
    EXPECT_FALSE(all.at("LeafInput").at("additionalProperties").as_bool());
}

TEST(JsonSchema, RefusesTwoTypesOfOneName)
{
    Schemas schemas;
    schemas.of<Leaf>(Use::output);
    EXPECT_THROW(schemas.of<other::Leaf>(Use::output), std::logic_error);
}

TEST(JsonSchema, NamesTypesWithoutTheirNamespaces)
{
    EXPECT_EQ(type_name<Leaf>(), "Leaf");
    EXPECT_EQ(type_name<Box<other::Leaf>>(), "BoxOfLeaf");
    EXPECT_EQ(short_name("xieshang::http::Page<xieshang::plan::PlanLine>"), "PageOfPlanLine");
    EXPECT_EQ(short_name("a::Pair<b::Left, c::Right>"), "PairOfLeftAndRight");
}

} // namespace
} // namespace xieshang::json
