// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/json/canonical.h"

#include "platform/json/write.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <stdexcept>

namespace xieshang::json {
namespace {

TEST(JsonCanonical, GivesTheExampleOfRfc8785)
{
    EXPECT_EQ(canonical(R"({
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
})"),
        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
        "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

// RFC 8785 §3.2.3: by UTF-16 code units, so 😀 (D83D…) stands before דּ (FB33) though UTF-8 says
// otherwise.
TEST(JsonCanonical, SortsMembersByUtf16CodeUnits)
{
    EXPECT_EQ(canonical(
                  R"({"\u20ac":"Euro Sign","\r":"Carriage Return",
        "\ufb33":"Hebrew Letter Dalet With Dagesh",
        "1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control",
        "\u00f6":"Latin Small Letter O With Diaeresis"})"),
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
        "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
        "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

// RFC 8785 appendix B
TEST(JsonCanonical, WritesNumbersAsEcmaScriptDoes)
{
    const struct {
        std::uint64_t bits;
        std::string_view text;
    } cases[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto& one : cases) {
        double number{};
        std::memcpy(&number, &one.bits, sizeof number);
        EXPECT_EQ(canonical(write(number)), one.text);
    }
}

TEST(JsonCanonical, RefusesWhatHasNoOneMeaning)
{
    EXPECT_THROW(canonical(R"({"a":1,"b":2,"a":3})"), std::invalid_argument);
    EXPECT_THROW(canonical(R"([{"\u0061":1,"a":2}])"), std::invalid_argument);
    EXPECT_THROW(canonical("{\"a\":1} x"), std::invalid_argument);
    EXPECT_THROW(canonical("\"\\ud800\""), std::invalid_argument);
    EXPECT_THROW(canonical("[1e999]"), std::invalid_argument);
}

std::string any_json(int depth)
{
    const int kind = *rc::gen::inRange(0, depth > 0 ? 6 : 4);
    if (kind == 0) {
        const double number = *rc::gen::arbitrary<double>();
        return std::isfinite(number) ? write(number) : "null";
    }
    if (kind <= 2) {
        return write(*rc::gen::element<std::string>("", "a", "\n", "\"", "é", "题", "\uffff", "😀"));
    }
    if (kind == 3) {
        return *rc::gen::element<std::string>("true", "false", "null", "-0", "1e2", "12.50");
    }
    std::string out;
    const int size = *rc::gen::inRange(0, 4);
    for (int at = 0; at < size; ++at) {
        const std::string key = "\"" + std::string(*rc::gen::element("", "z", "\uffff", "😀"))
            + std::to_string(at) + "\":";
        out += (at > 0 ? " , " : " ") + (kind == 4 ? "" : key) + any_json(depth - 1);
    }
    return kind == 4 ? "[" + out + "]" : "{" + out + "}";
}

TEST(JsonCanonical, IsItsOwnCanonicalForm)
{
    EXPECT_TRUE(rc::check("canonical(canonical(x)) == canonical(x)", [] {
        const std::string once = canonical(any_json(3));
        RC_ASSERT(canonical(once) == once);
    }));
}

} // namespace
} // namespace xieshang::json
