// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/idempotency.h"

#include "platform/http/notes_fixture_test.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace xieshang::http {
namespace {

class IdempotencyKeys : public tests::OnEveryEmptyDatabase {
protected:
    void SetUp() override
    {
        OnEveryEmptyDatabase::SetUp();
        if (!IsSkipped()) {
            house = std::make_unique<notes::House>(db());
        }
    }
    std::unique_ptr<notes::House> house;
};
ON_EVERY_DATABASE(IdempotencyKeys);

const std::string note = R"({"title":"a"})";

TEST_P(IdempotencyKeys, AreMandatoryForEveryChange)
{
    const auto without = house->ask({.method = Method::post, .path = "/api/notes", .body = note});
    EXPECT_EQ(without.status, 400);
    EXPECT_NE(without.body.find("request.key_missing"), std::string::npos);
    for (const auto& bad : {std::string("short"), std::string(129, 'a'), std::string("with space"),
             std::string("键键键键键键键键")}) {
        const auto refused = house->post(note, bad);
        EXPECT_EQ(refused.status, 400) << bad;
        EXPECT_NE(refused.body.find("request.key_bad"), std::string::npos);
    }
    EXPECT_EQ(house->notes(), 0);
}

TEST_P(IdempotencyKeys, AnswerARetryAsTheFirstTime)
{
    const auto first = house->post(note, "key-12345");
    const auto again = house->post(note, "key-12345");
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(first.header("Idempotent-Replay"), "");
    EXPECT_EQ(again.header("Idempotent-Replay"), "true");
    for (const std::string_view name : {"ETag", "Location", "Content-Type"}) {
        EXPECT_FALSE(first.header(name).empty());
        EXPECT_EQ(again.header(name), first.header(name));
    }
    EXPECT_EQ(first.header("Set-Cookie"), "secret=1");
    EXPECT_EQ(again.header("Set-Cookie"), "") << "cookies are never stored";
    EXPECT_EQ(house->notes(), 1);
    EXPECT_EQ(house->saves, 1);
}

TEST_P(IdempotencyKeys, StandForOneRequestOnly)
{
    house->post(note, "key-12345");
    const auto other = house->post(R"({"title":"b"})", "key-12345");
    EXPECT_EQ(other.status, 422);
    EXPECT_NE(other.body.find("request.key_reused"), std::string::npos);
    EXPECT_EQ(house->notes(), 1);
}

TEST_P(IdempotencyKeys, BelongToOnePerson)
{
    const auto upload = [&](std::string body) {
        const std::vector<Header> headers{
            {"Content-Type", "application/octet-stream"}, {"Idempotency-Key", "key-12345"}};
        return house->ask({.method = Method::post,
            .path = "/api/files",
            .body = std::move(body),
            .headers = headers});
    };
    EXPECT_EQ(upload("x").status, 200);
    db().transact([](db::Tx& tx) -> base::Result<int> {
        tx.execute("UPDATE kept_answer SET actor_id = 'somebody else'");
        return 0;
    });
    EXPECT_EQ(upload("y").status, 200) << "the same key of another person says nothing";
}

TEST_P(IdempotencyKeys, ARefusalLeavesNothingBehindAndTheKeyFree)
{
    EXPECT_EQ(house->post(R"({"title":"refuse me"})", "key-12345").status, 422);
    EXPECT_EQ(house->notes(), 0) << "what the handler wrote is rolled back";
    EXPECT_EQ(house->post(note, "key-12345").status, 201);
}

TEST_P(IdempotencyKeys, SixtyFourRequestsAtOnceHaveOneEffect)
{
    std::vector<std::thread> people;
    std::mutex mutex;
    std::set<std::string> bodies;
    for (int at = 0; at < 64; ++at) {
        people.emplace_back([&] {
            const auto response = house->post(note, "key-12345");
            const std::lock_guard lock(mutex);
            EXPECT_EQ(response.status, 201) << response.body;
            bodies.insert(response.body);
        });
    }
    for (auto& person : people) {
        person.join();
    }
    EXPECT_EQ(house->notes(), 1);
    EXPECT_EQ(bodies.size(), 1U);
}

TEST_P(IdempotencyKeys, SettleInTheHandlerAfterItsSlowWork)
{
    const auto upload = [&] {
        return house->ask({.method = Method::post,
            .path = "/api/files",
            .body = "bytes",
            .headers = {{"Content-Type", "application/octet-stream"}, {"X-File-Name", "a.txt"},
                {"Idempotency-Key", "key-12345"}}});
    };
    const auto first = upload();
    const auto again = upload();
    EXPECT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(house->readings, 2) << "slow work may be done again";
    EXPECT_EQ(house->notes(), 1) << "its effect not";
}

TEST_P(IdempotencyKeys, AreForgottenAfterAWhile)
{
    house->post(note, "key-12345");
    EXPECT_EQ(forget_answers(db(), house->clock.now().ms), 0);
    EXPECT_EQ(forget_answers(db(), house->clock.now().ms + 1), 1);
}

TEST(IdempotencyDigest, TellsRequestsApart)
{
    std::set<std::string> digests;
    const auto add = [&](const std::function<void(Request&)>& change) {
        Request request;
        request.method = Method::post;
        request.path = "/a";
        change(request);
        digests.insert(digest_of(request));
    };
    add([](Request&) {});
    add([](Request& request) { request.method = Method::put; });
    add([](Request& request) { request.path = "/b"; });
    add([](Request& request) { request.path = "/ab"; });
    add([](Request& request) { request.query = "b"; });
    add([](Request& request) { request.body = "b"; });
    add([](Request& request) { request.headers = {{"If-Match", "b"}}; });
    add([](Request& request) { request.headers = {{"X-File-Name", "b"}}; });
    EXPECT_EQ(digests.size(), 8U);
}

} // namespace
} // namespace xieshang::http
