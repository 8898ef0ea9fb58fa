// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/json/shown.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace xieshang::json {

struct Guarded {
    Shown<std::string> party{};
    std::string name;
    Shown<std::optional<std::int64_t>> age{};
};
BOOST_DESCRIBE_STRUCT(Guarded, (), (party, name, age))

} // namespace xieshang::json

XIESHANG_JSON_SHOWS(xieshang::json::Guarded)

namespace xieshang::json {
namespace {

TEST(JsonShown, LeavesOutWhatIsNotShownAndTellsUnknownFromHidden)
{
    Guarded guarded{.name = "王芳"};
    EXPECT_EQ(write(guarded), R"({"name":"王芳"})");
    guarded.age = std::optional<std::int64_t>();
    EXPECT_EQ(write(guarded), R"({"name":"王芳","age":null})");
    guarded.party = "民建";
    EXPECT_EQ(write(std::vector{guarded}), R"([{"party":"民建","name":"王芳","age":null}])");
}

TEST(JsonShown, DescribesAShownMemberAsOneThatMayBeAbsent)
{
    Schemas schemas;
    schemas.of<Guarded>(Use::output);
    const auto all = boost::json::parse(schemas.components());
    const auto& guarded = all.at("Guarded");
    EXPECT_EQ(boost::json::serialize(guarded.at("required")), R"(["name"])");
    EXPECT_EQ(guarded.at("properties").at("party").at("type").as_string(), "string");
}

} // namespace
} // namespace xieshang::json
