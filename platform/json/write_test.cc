// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/json/json.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <limits>
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

struct Everything {
    std::string text;
    std::int64_t integer{};
    int small{};
    double number{};
    bool flag{};
    Kind kind{};
    std::vector<Person> people;
    std::map<std::string, std::optional<double>> table;
    base::Instant at;
    bool operator==(const Everything&) const = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (), (text, integer, small, number, flag, kind, people, table, at))

TEST(JsonWrite, WritesMembersInOrderAndEscapesTexts)
{
    const Person person{"a\"\\\n\x01\x1f\x7f题", {}};
    EXPECT_EQ(write(person), "{\"name\":\"a\\\"\\\\\\n\\u0001\\u001f\x7f题\",\"phone\":null}");
    EXPECT_EQ(write(std::vector<int>{1, -2}), "[1,-2]");
    EXPECT_EQ(
        write(std::map<std::string, bool>{{"a", true}, {"b", false}}), R"({"a":true,"b":false})");
    EXPECT_EQ(write(Kind::sector), "\"sector\"");
    EXPECT_EQ(write(0.1), "0.1");
}

TEST(JsonWrite, RefusesWhatJsonCannotSay)
{
    EXPECT_THROW(write(std::numeric_limits<double>::infinity()), std::invalid_argument);
    EXPECT_THROW(write(static_cast<Kind>(9)), std::invalid_argument);
}

// Any text: code points of every length, with the signs that JSON must escape.
rc::Gen<std::string> any_text()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "\"", "\\",
            "\n", "\r", "\x01", "\x1f", "\x7f", "/", "é", "题", "\u3000", "\u202e", "\uffff", "😀")),
        [](const std::vector<std::string>& pieces) {
            std::string text;
            for (const auto& piece : pieces) {
                text += piece;
            }
            return text;
        });
}

rc::Gen<double> any_double()
{
    return rc::gen::map(rc::gen::arbitrary<std::uint64_t>(), [](std::uint64_t bits) {
        double number{};
        std::memcpy(&number, &bits, sizeof number);
        return std::isfinite(number) && std::isnormal(number) ? number : 0.5;
    });
}

rc::Gen<Everything> anything()
{
    const auto maybe = [](auto gen) {
        return rc::gen::mapcat(rc::gen::arbitrary<bool>(), [gen](bool some) {
            using T = typename decltype(gen)::ValueType;
            return some
                ? rc::gen::map(gen, [](T value) { return std::optional<T>(std::move(value)); })
                : rc::gen::just(std::optional<T>());
        });
    };
    return rc::gen::build<Everything>(rc::gen::set(&Everything::text, any_text()),
        rc::gen::set(&Everything::integer, rc::gen::arbitrary<std::int64_t>()),
        rc::gen::set(&Everything::small, rc::gen::arbitrary<int>()),
        rc::gen::set(&Everything::number, any_double()),
        rc::gen::set(&Everything::flag, rc::gen::arbitrary<bool>()),
        rc::gen::set(&Everything::kind, rc::gen::element(Kind::plenary, Kind::sector)),
        rc::gen::set(&Everything::people,
            rc::gen::container<std::vector<Person>>(
                rc::gen::build<Person>(rc::gen::set(&Person::name, any_text()),
                    rc::gen::set(&Person::phone, maybe(any_text()))))),
        rc::gen::set(&Everything::table,
            rc::gen::container<std::map<std::string, std::optional<double>>>(
                any_text(), maybe(any_double()))),
        rc::gen::set(&Everything::at,
            rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                [](std::int64_t ms) { return base::Instant{ms}; })));
}

TEST(JsonWrite, ReadsBackAsTheSame)
{
    EXPECT_TRUE(rc::check("read(write(x)) == x", [] {
        const Everything value = *anything();
        const auto back = read_own<Everything>(write(value));
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == value);
    }));
}

TEST(JsonWrite, WritesWhatAnotherParserReads)
{
    EXPECT_TRUE(rc::check("Boost.JSON agrees", [] {
        const Everything value = *anything();
        const auto theirs = boost::json::parse(write(value)).as_object();
        RC_ASSERT(theirs.at("text").as_string() == value.text);
        RC_ASSERT(theirs.at("integer").as_int64() == value.integer);
        RC_ASSERT(theirs.at("people").as_array().size() == value.people.size());
        RC_ASSERT(theirs.at("table").as_object().size() == value.table.size());
    }));
}

TEST(JsonWrite, MakesNoDifferenceBetweenTheTwoZeros)
{
    std::string out;
    append_number(out, -0.0);
    EXPECT_EQ(out, "0");
}

} // namespace
} // namespace xieshang::json
