// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/router.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace xieshang::http {
namespace {

class Routes : public testing::Test {
protected:
    Routes()
    {
        router.add(Method::get, "/", 0);
        router.add(Method::get, "/api/plans", 1);
        router.add(Method::post, "/api/plans", 2);
        router.add(Method::get, "/api/plans/{id}", 3);
        router.add(Method::get, "/api/plans/export", 4);
        router.add(Method::get, "/api/plans/{id}/steps/{step}", 5);
        router.add(Method::get, "/api/plans/export/again", 6);
    }
    int route(Method method, std::string_view path) const
    {
        return router.find(method, path).route;
    }

    Router router;
};

TEST_F(Routes, AreFoundByMethodAndPath)
{
    EXPECT_EQ(route(Method::get, "/"), 0);
    EXPECT_EQ(route(Method::get, "/api/plans"), 1);
    EXPECT_EQ(route(Method::head, "/api/plans"), 1);
    EXPECT_EQ(route(Method::post, "/api/plans"), 2);
    EXPECT_EQ(route(Method::get, "/api/plans/7"), 3);
}

TEST_F(Routes, ALiteralWinsOverAParameterButDoesNotHideIt)
{
    EXPECT_EQ(route(Method::get, "/api/plans/export"), 4);
    const auto match = router.find(Method::get, "/api/plans/export/steps/2");
    EXPECT_EQ(match.route, 5);
    EXPECT_EQ(match.parameters, (std::vector<std::string_view>{"export", "2"}));
}

TEST_F(Routes, UnknownPathsAreNotFound)
{
    for (const std::string_view path :
        {"", "x", "/api", "/api/", "/api/plans/", "/api/plans//steps/1", "//api/plans",
            "/api/plans/7/steps", "/api/plans/export/again/x"}) {
        const auto match = router.find(Method::get, path);
        EXPECT_EQ(match.route, Router::none) << path;
        EXPECT_FALSE(match.path_known) << path;
        EXPECT_TRUE(match.parameters.empty()) << path;
    }
}

TEST_F(Routes, AnotherMethodIsToldWhatIsAllowed)
{
    const auto match = router.find(Method::del, "/api/plans");
    EXPECT_TRUE(match.path_known);
    EXPECT_EQ(match.allow, "GET, HEAD, POST");
}

TEST_F(Routes, TwoForOnePlaceAreRefused)
{
    EXPECT_THROW(router.add(Method::get, "/api/plans/{other}", 9), std::logic_error);
    EXPECT_THROW(router.add(Method::get, "api", 9), std::logic_error);
}

} // namespace
} // namespace xieshang::http
