// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/assets.h"

#include <gtest/gtest.h>

#include <array>

namespace xieshang::http {
namespace {

constexpr EmbeddedFile script{
    .path = "/assets/main-1a2b.js",
    .content_type = "text/javascript; charset=utf-8",
    .bytes = "plain",
    .gzip = "zipped",
    .brotli = "brotli",
    .etag = "\"m1\"",
    .immutable = true,
};
constexpr EmbeddedFile index_page{
    .path = "/index.html",
    .content_type = "text/html; charset=utf-8",
    .bytes = "<!doctype html>",
    .etag = "\"i1\"",
};
constexpr EmbeddedFile icon{.path = "/favicon.svg", .bytes = "<svg/>", .etag = "\"f1\""};
constexpr std::array files{script, index_page, icon};

class Assets : public testing::Test {
protected:
    AssetTable table{files};

    std::optional<Response> get(std::string path, std::vector<Header> headers = {}) const
    {
        Request request;
        request.path = std::move(path);
        request.headers = std::move(headers);
        return table.serve(request);
    }
    const Header browser{"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};
};

TEST_F(Assets, NamesWithTheirContentMayBeKeptForEver)
{
    const auto answer = get("/assets/main-1a2b.js").value();
    EXPECT_EQ(answer.header("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(answer.header("Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(answer.fixed_body.data(), script.bytes.data()) << "no copy";
    EXPECT_EQ(get("/").value().header("Cache-Control"), "no-cache");
    EXPECT_EQ(get("/").value().header("ETag"), "\"i1\"");
}

TEST_F(Assets, AreSentInTheBestEncodingThatIsTaken)
{
    const struct {
        std::string accepted;
        std::string_view body, encoding;
    } cases[] = {{"", "plain", ""}, {"gzip", "zipped", "gzip"},
        {"gzip, deflate, br", "brotli", "br"}, {"br;q=0, gzip;q=0.5", "zipped", "gzip"},
        {"brr, xgzip", "plain", ""}, {"BR", "brotli", "br"}};
    for (const auto& one : cases) {
        const auto answer =
            get("/assets/main-1a2b.js", {{"Accept-Encoding", one.accepted}}).value();
        EXPECT_EQ(answer.fixed_body, one.body) << one.accepted;
        EXPECT_EQ(answer.header("Content-Encoding"), one.encoding) << one.accepted;
        EXPECT_EQ(answer.header("Vary"), "Accept-Encoding");
    }
    EXPECT_TRUE(get("/favicon.svg").value().header("Vary").empty());
}

TEST_F(Assets, AreNotSentAgainWhenKnown)
{
    for (const char* tag : {"\"m1\"", "W/\"m1\"", "\"x\", W/\"m1\""}) {
        const auto known = get("/assets/main-1a2b.js", {{"If-None-Match", tag}}).value();
        EXPECT_EQ(known.status, 304) << tag;
        EXPECT_TRUE(known.fixed_body.empty());
    }
    EXPECT_EQ(get("/assets/main-1a2b.js", {{"If-None-Match", "\"m2\""}}).value().status, 200);
}

TEST_F(Assets, APathOfTheFrontEndGivesTheIndexPage)
{
    for (const char* path : {"/plans", "/plans/7", "/apiary", "/sign-in"}) {
        const auto page = get(path, {browser});
        ASSERT_TRUE(page) << path;
        EXPECT_EQ(page->fixed_body, "<!doctype html>");
        EXPECT_FALSE(get(path, {{"Accept", "application/json"}})) << path;
    }
    for (const char* path :
        {"/api", "/api/plan", "/assets/old-9z.js", "/healthz", "/readyz", "/metrics"}) {
        EXPECT_FALSE(get(path, {browser})) << path;
    }
}

TEST_F(Assets, OnlyReadingIsAnswered)
{
    Request request;
    request.path = "/";
    request.method = Method::post;
    EXPECT_FALSE(table.serve(request));
    request.method = Method::head;
    EXPECT_TRUE(table.serve(request));
}

} // namespace
} // namespace xieshang::http
