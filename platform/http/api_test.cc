// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/notes_fixture_test.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace xieshang::http {
namespace {

using notes::House;

class ApiAnswers : public testing::Test {
protected:
    tests::FreshDatabase fresh{"sqlite"};
    House house{*fresh};

    static std::string code_of(const Response& response)
    {
        return std::string(boost::json::parse(response.body).at("code").as_string());
    }
    Response send(House::Asked asked) const
    {
        asked.headers.push_back({"Idempotency-Key", "key-12345"});
        return house.ask(asked);
    }
    void expect(const Response& response, int status, std::string_view code) const
    {
        EXPECT_EQ(response.status, status) << response.body;
        EXPECT_EQ(response.header("Content-Type"), "application/problem+json");
        EXPECT_EQ(code_of(response), code);
    }
};

// An endpoint without a policy must not compile.
template <class T>
concept NeedsNoPolicy = requires
{
    T{.name = "a", .summary = "b"};
};
static_assert(!NeedsNoPolicy<Endpoint> && !std::is_default_constructible_v<Endpoint>);
static_assert(!NeedsNoPolicy<RawEndpoint>);

TEST_F(ApiAnswers, WhoIsNotSignedInGets401)
{
    expect(house.get("/api/notes", ""), 401, "request.signed_out");
    expect(send({.method = Method::post, .path = "/api/notes", .who = "", .body = "{}"}), 401,
        "request.signed_out");
    EXPECT_EQ(house.notes(), 0);
}

TEST_F(ApiAnswers, WhoHasTheWrongRoleGets403)
{
    expect(send({.method = Method::post,
               .path = "/api/notes",
               .who = "reader",
               .body = R"({"title":"a"})"}),
        403, "request.forbidden");
    EXPECT_EQ(house.get("/api/notes", "reader").status, 200);
    EXPECT_EQ(house.notes(), 0);
}

TEST_F(ApiAnswers, ALocalisedProblemNamesTheRequest)
{
    const auto asked = [&](std::string language) {
        const auto response = house.ask(
            {.path = "/api/nothing", .headers = {{"Accept-Language", std::move(language)}}});
        return boost::json::parse(response.body).as_object();
    };
    auto problem = asked("zh-CN");
    EXPECT_EQ(problem.at("title").as_string(), "没有找到");
    EXPECT_EQ(problem.at("status").as_int64(), 404);
    EXPECT_EQ(problem.at("type").as_string(), "about:blank");
    EXPECT_EQ(problem.at("instance").as_string(), "4b1c2d3e-0000-7000-8000-00000000beef");
    EXPECT_EQ(asked("en-GB,en;q=0.9").at("title").as_string(), "Not found");
    EXPECT_EQ(asked("fr").at("title").as_string(), "没有找到");
}

TEST_F(ApiAnswers, AllWrongFieldsAtOnceInWords)
{
    const auto response = house.post(R"({"title":"","colour":"blue","size":1})", "key-12345");
    expect(response, 422, "request.invalid");
    const auto errors = boost::json::parse(response.body).at("errors").as_array();
    ASSERT_EQ(errors.size(), 3U);
    EXPECT_EQ(errors[0].at("pointer").as_string(), "/title");
    EXPECT_EQ(errors[0].at("detail").as_string(), "这一项不能为空。");
    EXPECT_EQ(errors[1].at("code").as_string(), "field.unknown_value");
    EXPECT_EQ(errors[1].at("detail").as_string(), "不能选这个，只能选：red, green。");
    EXPECT_EQ(errors[2].at("code").as_string(), "field.unknown");
    expect(house.post("{", "key-12345"), 400, "request.malformed");
    EXPECT_EQ(house.notes(), 0);
}

TEST_F(ApiAnswers, UnknownPathsAndMethods)
{
    expect(house.get("/api/nothing"), 404, "request.unknown_path");
    expect(house.get("/api/notes/"), 404, "request.unknown_path");
    expect(house.get("/api/notes/17"), 404, "request.not_found");
    expect(house.get("/api/notes/" + notes::first_id), 404, "request.not_found");
    const auto wrong = send({.method = Method::put, .path = "/api/notes"});
    expect(wrong, 405, "request.unknown_method");
    EXPECT_EQ(wrong.header("Allow"), "GET, HEAD, POST, OPTIONS");
    const auto options = house.ask({.method = Method::options, .path = "/api/notes"});
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("Allow"), "GET, HEAD, POST, OPTIONS");
    EXPECT_EQ(house.ask({.method = Method::head, .path = "/api/notes"}).status, 200);
}

TEST_F(ApiAnswers, AnotherSitesRequestsAreRefused)
{
    const std::vector<std::vector<Header>> foreign{{{"Origin", "http://evil.example"}},
        {{"Origin", "null"}}, {{"Origin", "https://zx.example"}},
        {{"Sec-Fetch-Site", "cross-site"}}, {{"Sec-Fetch-Site", "same-site"}}};
    for (const auto& headers : foreign) {
        expect(house.post(R"({"title":"a"})", "key-12345", headers), 403, "request.cross_site");
    }
    EXPECT_EQ(house.notes(), 0);
    EXPECT_EQ(house
                  .post(R"({"title":"a"})", "key-12345",
                      {{"Origin", "http://zx.example"}, {"Sec-Fetch-Site", "same-origin"}})
                  .status,
        201);
    EXPECT_EQ(
        house.ask({.path = "/api/notes", .headers = {{"Sec-Fetch-Site", "cross-site"}}}).status,
        200)
        << "reading is harmless";
}

TEST_F(ApiAnswers, OnlyJsonOfModestSizeIsTaken)
{
    for (const char* type : {"text/plain", "application/x-www-form-urlencoded",
             "multipart/form-data; boundary=x", "application/jsonx"}) {
        expect(house.post(R"({"title":"a"})", "key-12345", {{"Content-Type", type}}), 415,
            "request.unsupported_type");
    }
    expect(house.post("\"" + std::string(json_body_limit, 'a') + "\"", "key-12345"), 413,
        "request.too_large");
    EXPECT_EQ(house
                  .post(R"({"title":"a"})", "key-12345",
                      {{"Content-Type", "Application/JSON; charset=utf-8"}})
                  .status,
        201);
    const std::vector<Header> bytes{{"Content-Type", "application/octet-stream"},
        {"X-File-Name", "%E8%AE%A1%E5%88%92/..%2Fa.txt"}, {"Idempotency-Key", "file-1234"}};
    const std::string file(json_body_limit + 1, 'x');
    const auto kept =
        house.ask({.method = Method::post, .path = "/api/files", .body = file, .headers = bytes});
    EXPECT_EQ(kept.status, 200) << kept.body;
    EXPECT_EQ(boost::json::parse(kept.body).at("title").as_string(), "a.txt")
        << "folders are cut off";
}

TEST_F(ApiAnswers, ChangesNeedTheVersionThatWasSeen)
{
    const auto made = boost::json::parse(house.post(R"({"title":"a"})", "key-12345").body);
    const std::string path = "/api/notes/" + std::string(made.at("id").as_string());
    const auto edit = [&](std::vector<Header> headers, const std::string& key) {
        headers.push_back({"Idempotency-Key", key});
        return house.ask({.method = Method::patch,
            .path = path,
            .body = R"({"title":"b"})",
            .headers = headers});
    };
    expect(edit({}, "edit-0000"), 428, "request.version_missing");
    for (const char* bad : {"*", "v1", "W/\"v1\"", "\"x\"", "\"v1\", \"v2\"", "\"v-1\"", "\"\""}) {
        expect(edit({{"If-Match", bad}}, "edit-0001"), 400, "request.version_bad");
    }
    const auto edited = edit({{"If-Match", "\"v1\""}}, "edit-0002");
    EXPECT_EQ(edited.status, 200) << edited.body;
    EXPECT_EQ(edited.header("ETag"), "\"v2\"");
    const auto stale = edit({{"If-Match", "\"1\""}}, "edit-0003");
    expect(stale, 412, "request.version_bad");
    EXPECT_EQ(
        boost::json::parse(stale.body).at("errors").at(0).at("pointer").as_string(), "/title");
}

TEST_F(ApiAnswers, AVersionThatIsKnownIsNotSentAgain)
{
    const auto made = boost::json::parse(house.post(R"({"title":"a"})", "key-12345").body);
    const std::string path = "/api/notes/" + std::string(made.at("id").as_string());
    EXPECT_EQ(house.get(path).header("ETag"), "\"v1\"");
    const auto same = house.ask({.path = path, .headers = {{"If-None-Match", "W/\"v1\", \"v0\""}}});
    EXPECT_EQ(same.status, 304);
    EXPECT_TRUE(same.body.empty());
    EXPECT_EQ(house.ask({.path = path, .headers = {{"If-None-Match", "\"v2\""}}}).status, 200);
}

TEST_F(ApiAnswers, WhatTheMachineFailedAtIsLoggedAndNotTold)
{
    const struct {
        std::string path;
        int status;
        std::string_view code;
    } cases[] = {{"/api/boom", 500, "request.failed"}, {"/api/full", 507, "db.disk_full"},
        {"/api/gone", 503, "db.unavailable"}, {"/api/unknown", 503, "db.outcome_unknown"}};
    for (const auto& one : cases) {
        const auto response = house.get(one.path);
        expect(response, one.status, one.code);
        EXPECT_EQ(response.body.find("canary"), std::string::npos);
        EXPECT_EQ(response.header("Retry-After").empty(), one.status == 500);
        EXPECT_NE(house.failures.back().find("canary"), std::string::npos);
    }
}

TEST_F(ApiAnswers, SecurityHeadersStandOnEveryAnswer)
{
    const std::vector<Response> answers{house.get("/api/notes"), house.get("/api/notes", ""),
        house.get("/api/nothing"), house.get("/api/boom"), house.get("/healthz"),
        house.get("/api/openapi.json"),
        house.ask({.method = Method::options, .path = "/api/notes"}), house.post("{}", "key-12345"),
        house.get("/api/notes/" + notes::first_id + "/file")};
    for (const auto& answer : answers) {
        EXPECT_TRUE(answer.header("Content-Security-Policy")
                        .starts_with("default-src 'none'; script-src 'self';"));
        EXPECT_EQ(answer.header("Content-Security-Policy").find("unsafe"), std::string_view::npos);
        EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(answer.header("Cross-Origin-Opener-Policy"), "same-origin");
        EXPECT_EQ(answer.header("Cross-Origin-Resource-Policy"), "same-origin");
        EXPECT_EQ(answer.header("Cache-Control"), "no-store");
        EXPECT_EQ(answer.header("Referrer-Policy"), "same-origin");
        EXPECT_TRUE(answer.header("Strict-Transport-Security").empty());
    }
    auto secure = house.request({.path = "/healthz"});
    secure.secure = true;
    EXPECT_EQ(house.api->handle(secure).header("Strict-Transport-Security"), "max-age=31536000");
}

TEST_F(ApiAnswers, CookiesAreClosedToScriptsAndOtherSites)
{
    auto request = house.request({.method = Method::del,
        .path = "/api/session",
        .headers = {{"Idempotency-Key", "key-12345"}}});
    const auto plain = house.api->handle(request);
    EXPECT_EQ(plain.status, 204);
    EXPECT_EQ(plain.header("Set-Cookie"),
        "xieshang_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    request.secure = true;
    EXPECT_TRUE(house.api->handle(request).header("Set-Cookie").ends_with("; Secure"));
}

TEST_F(ApiAnswers, DownloadsHaveTheirNameInAnyLanguage)
{
    const auto file = house.get("/api/notes/" + notes::first_id + "/file");
    EXPECT_EQ(file.body, "hello");
    EXPECT_EQ(file.header("Content-Disposition"),
        "attachment; filename*=UTF-8''%E8%AE%A1%E5%88%92%201.txt");
}

TEST_F(ApiAnswers, MistakesInRegisteringAreFoundAtTheStart)
{
    const auto handler = [](Call&, const notes::NoteId&) -> base::Result<void> { return {}; };
    const Endpoint endpoint{.name = "x", .summary = "x", .policy = anyone};
    EXPECT_THROW(house.api->get("/api/x", handler, endpoint), std::logic_error)
        << "a parameter is missing";
    EXPECT_THROW(house.api->get("/api/notes/{other}", handler, endpoint), std::logic_error)
        << "twice";
    EXPECT_THROW(house.api->get("/api/y/{id}", handler,
                     {.name = "x", .summary = "x", .policy = anyone, .versioned = true}),
        std::logic_error);
    const Policy own({{.who = {.free = 1}, .relations = {base::Relation::own}}});
    EXPECT_THROW(house.api->get("/api/y/{id}", handler,
                     {.name = "x", .summary = "x", .policy = own, .remembered = true}),
        std::logic_error)
        << "it would be given to others of the same role";
    EXPECT_NO_THROW(house.api->get("/api/y/{id}", handler, endpoint));
}

} // namespace
} // namespace xieshang::http
