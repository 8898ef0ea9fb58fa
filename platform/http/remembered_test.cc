// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/remembered.h"

#include "platform/http/notes_fixture_test.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace xieshang::http {
namespace {

using notes::House;

class RememberedAnswers : public testing::Test {
protected:
    tests::FreshDatabase fresh{"sqlite"};
    House house{*fresh};
    std::string place = "/api/shelf/" + made();

    std::string made() const
    {
        const auto answer = house.post(R"({"title":"one"})", "key-of-one");
        return std::string(boost::json::parse(answer.body).at("id").as_string());
    }
    Response edit(const std::string& title, const std::string& version) const
    {
        return house.ask({.method = Method::patch,
            .path = "/api/notes/" + place.substr(place.rfind('/') + 1),
            .body = R"({"title":")" + title + "\"}",
            .headers = {{"Idempotency-Key", "key-of-" + title}, {"If-Match", version}}});
    }
    static std::string title(const Response& response)
    {
        return std::string(boost::json::parse(response.body).at("title").as_string());
    }
};

TEST_F(RememberedAnswers, AreGivenAgainUntilSomethingIsWritten)
{
    const auto first = house.get(place);
    const auto again = house.get(place);
    EXPECT_EQ(house.readings, 1);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(again.header("ETag"), first.header("ETag"));
    EXPECT_EQ(again.header("Content-Type"), "application/json");

    EXPECT_EQ(edit("two", "\"1\"").status, 200);
    EXPECT_EQ(title(house.get(place)), "two");
    EXPECT_EQ(house.readings, 2);
}

TEST_F(RememberedAnswers, AreNotForWhoMayNotSeeThem)
{
    house.get(place);
    EXPECT_EQ(house.get(place, "").status, 401);
    EXPECT_EQ(house.readings, 1);
}

TEST_F(RememberedAnswers, DifferByRoleQueryAndPath)
{
    EXPECT_EQ(title(house.get(place, "office")), "one");
    EXPECT_EQ(title(house.get(place, "reader")), "one (to read)");
    EXPECT_EQ(title(house.get(place, "office")), "one");
    EXPECT_EQ(house.readings, 2);
    EXPECT_EQ(house.get("/api/shelf/" + notes::first_id).status, 404);
    house.ask({.path = place, .query = "a=b"});
    EXPECT_EQ(house.readings, 4);
}

TEST_F(RememberedAnswers, WhoHasItAlreadyIsToldSo)
{
    const std::string etag{house.get(place).header("ETag")};
    const auto again = house.ask({.path = place, .headers = {{"If-None-Match", etag}}});
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.header("ETag"), etag);
    EXPECT_TRUE(again.body.empty());
    EXPECT_EQ(house.readings, 1);
    EXPECT_EQ(edit("two", etag).status, 200);
    EXPECT_EQ(house.ask({.path = place, .headers = {{"If-None-Match", etag}}}).status, 200);
}

TEST_F(RememberedAnswers, WhatIsOfOnePersonIsNotKept)
{
    const std::string etag{house.get(place).header("ETag")};
    EXPECT_EQ(edit("of-one-person", etag).status, 200);
    house.readings = 0;
    EXPECT_EQ(title(house.get(place)), "of-one-person");
    EXPECT_EQ(title(house.get(place)), "of-one-person");
    EXPECT_EQ(house.readings, 2);
}

TEST_F(RememberedAnswers, ARefusalIsNotKept)
{
    const auto missing = "/api/shelf/" + notes::first_id;
    EXPECT_EQ(house.get(missing).status, 404);
    EXPECT_EQ(house.get(missing).status, 404);
    EXPECT_EQ(house.readings, 2);
}

Response answer(std::string body)
{
    Response response;
    response.body = std::move(body);
    return response;
}

TEST(Remembered, ForgetsWhatIsOlderAndTakesNothingOlder)
{
    Remembered remembered(100);
    remembered.keep(5, "a", answer("five"));
    EXPECT_EQ(remembered.find(5, "a", "")->body, "five");
    EXPECT_FALSE(remembered.find(4, "a", ""));
    EXPECT_FALSE(remembered.find(6, "a", ""));
    EXPECT_FALSE(remembered.find(5, "a", "")) << "gone with the change to 6";
    remembered.keep(5, "a", answer("five")); // was being read while 6 was written
    EXPECT_FALSE(remembered.find(6, "a", ""));
}

TEST(Remembered, KeepsNoMoreThanItMay)
{
    Remembered remembered(10);
    remembered.keep(1, "a", answer("12345"));
    remembered.keep(1, "b", answer("12345"));
    EXPECT_TRUE(remembered.find(1, "a", ""));
    EXPECT_FALSE(remembered.find(1, "b", ""));
    remembered.keep(2, "b", answer("12345"));
    EXPECT_TRUE(remembered.find(2, "b", ""));
}

TEST(Remembered, KeepsNothingThatIsNoWholeAnswer)
{
    Remembered remembered(1000);
    auto cookie = answer("a");
    cookie.set("Set-Cookie", "secret=1");
    auto file = answer("");
    file.file_path = "/tmp/file";
    auto created = answer("a");
    created.status = 201;
    for (const auto& one : {cookie, file, created}) {
        remembered.keep(1, "a", one);
        EXPECT_FALSE(remembered.find(1, "a", ""));
    }
}

TEST(Remembered, APathIsNeverTakenForAQuery)
{
    Request one;
    one.path = "/a?b";
    Request other;
    other.path = "/a";
    other.query = "?b";
    EXPECT_NE(Remembered::key_of(one, 1, texts::Language::en),
        Remembered::key_of(other, 1, texts::Language::en));
}

} // namespace
} // namespace xieshang::http
