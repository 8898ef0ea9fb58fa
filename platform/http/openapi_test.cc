// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/openapi.h"

#include "platform/http/notes_fixture_test.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>

namespace xieshang::http {
namespace {

namespace bj = boost::json;

class OpenApi : public testing::Test {
protected:
    tests::FreshDatabase fresh{"sqlite"};
    notes::House house{*fresh};
    bj::value document = bj::parse(house.api->openapi());

    bj::value operation(std::string_view path, std::string_view method) const
    {
        return document.at("paths").at(path).at(method);
    }
    static std::vector<std::string> names_of(const bj::value& parameters)
    {
        std::vector<std::string> names;
        for (const auto& one : parameters.as_array()) {
            const auto& object = one.as_object();
            names.emplace_back(object.contains("name") ? object.at("name").as_string()
                                                       : object.at("$ref").as_string());
        }
        return names;
    }
};

TEST_F(OpenApi, HoldsEachEndpointWithItsRoles)
{
    std::size_t listed = 0;
    for (const auto& endpoint : house.api->endpoints()) {
        if (endpoint.path == "/healthz") {
            EXPECT_FALSE(document.at("paths").as_object().contains("/healthz"));
            continue;
        }
        std::string method(name_of(endpoint.method));
        std::transform(method.begin(), method.end(), method.begin(),
            [](char c) { return static_cast<char>(c | 0x20); });
        const auto described = operation(endpoint.path, method);
        EXPECT_EQ(described.at("operationId").as_string(), endpoint.name);
        const auto& rows = described.at("x-authz").as_array();
        if (endpoint.policy.anonymous()) {
            EXPECT_EQ(rows.at(0).at("roles").at(0).as_string(), "anyone");
        } else {
            ASSERT_EQ(rows.size(), endpoint.policy.rows().size());
            EXPECT_EQ(
                rows.at(0).at("roles").as_array().size(), endpoint.policy.rows()[0].who.count);
            EXPECT_EQ(rows.at(0).at("roles").at(0).as_string(),
                std::string(endpoint.policy.rows()[0].who.names[0]));
        }
        EXPECT_EQ(described.at("security").as_array().empty(), endpoint.policy.anonymous());
        ++listed;
    }
    EXPECT_EQ(listed, house.api->endpoints().size() - 1);
}

TEST_F(OpenApi, DescribesWhatAnOperationTakesAndGives)
{
    const auto save = operation("/api/notes", "post");
    EXPECT_EQ(names_of(save.at("parameters")),
        (std::vector<std::string>{"#/components/parameters/IdempotencyKey"}));
    EXPECT_EQ(save.at("requestBody")
                  .at("content")
                  .at("application/json")
                  .at("schema")
                  .at("$ref")
                  .as_string(),
        "#/components/schemas/NewNote");
    EXPECT_EQ(save.at("responses")
                  .at("201")
                  .at("content")
                  .at("application/json")
                  .at("schema")
                  .at("$ref")
                  .as_string(),
        "#/components/schemas/NoteView");
    EXPECT_EQ(
        save.at("responses").at("422").at("$ref").as_string(), "#/components/responses/Problem");
    EXPECT_EQ(save.at("tags").at(0).as_string(), "notes");
    EXPECT_EQ(document.at("components")
                  .at("schemas")
                  .at("NewNote")
                  .at("properties")
                  .at("title")
                  .at("maxLength")
                  .as_int64(),
        20);

    const auto list = operation("/api/notes", "get");
    EXPECT_EQ(names_of(list.at("parameters")),
        (std::vector<std::string>{"title", "open", "year", "colour", "size", "after"}));
    EXPECT_EQ(list.at("responses")
                  .at("200")
                  .at("content")
                  .at("application/json")
                  .at("schema")
                  .at("$ref")
                  .as_string(),
        "#/components/schemas/PageOfNoteView");

    const auto edit = operation("/api/notes/{id}", "patch");
    EXPECT_EQ(names_of(edit.at("parameters")),
        (std::vector<std::string>{
            "id", "#/components/parameters/IdempotencyKey", "#/components/parameters/IfMatch"}));
    EXPECT_TRUE(edit.at("responses").as_object().contains("412"));

    const auto upload = operation("/api/files", "post");
    EXPECT_TRUE(
        upload.at("requestBody").at("content").as_object().contains("application/octet-stream"));
    EXPECT_TRUE(operation("/api/session", "delete").at("responses").as_object().contains("204"));
}

TEST_F(OpenApi, EachReferenceLeadsSomewhere)
{
    const std::string text = house.api->openapi();
    constexpr std::string_view mark = "\"$ref\":\"#";
    std::size_t count = 0;
    for (auto at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + 1), ++count) {
        const auto from = at + mark.size();
        bj::error_code error;
        EXPECT_NE(
            document.find_pointer(text.substr(from, text.find('"', from) - from), error), nullptr);
    }
    EXPECT_GT(count, 10U);
}

TEST_F(OpenApi, IsServedToAnyone)
{
    const auto served = house.get("/api/openapi.json", "");
    EXPECT_EQ(served.status, 200);
    EXPECT_EQ(served.header("Content-Type"), "application/json");
    EXPECT_EQ(served.body, house.api->openapi());
    EXPECT_EQ(document.at("openapi").as_string(), "3.1.0");
}

TEST(OpenApiDocument, TwoOperationsOfOneNameAreRefused)
{
    const Endpoint endpoint{.name = "same", .summary = "", .policy = anyone};
    const auto handler = std::function([](Call&) -> base::Result<void> { return {}; });
    const std::vector<Route> routes{route_of(Method::get, "/a", endpoint, handler),
        route_of(Method::get, "/b", endpoint, handler)};
    EXPECT_THROW(openapi_document({"title", "1", "cookie"}, routes), std::logic_error);
    EXPECT_NO_THROW(openapi_document({"title", "1", "cookie"}, std::span(routes).first(1)));
}

} // namespace
} // namespace xieshang::http
