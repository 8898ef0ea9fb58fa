// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/message.h"

#include <gtest/gtest.h>

namespace xieshang::http {
namespace {

TEST(Message, FindsHeadersWhateverTheirCase)
{
    Request request;
    request.headers = {{"content-TYPE", "a"}, {"Content-Type", "b"}};
    EXPECT_EQ(request.header("Content-Type"), "a");
    EXPECT_EQ(request.header("Accept"), "");
}

TEST(Message, DecodesTheFirstParameterOfAName)
{
    Request request;
    request.query = "a=1+2&%E5%B9%B4=2022&a=3&flag&bad=%zz&latin=%ff&=x";
    EXPECT_EQ(request.parameter("a"), "1 2");
    EXPECT_EQ(request.parameter("年"), "2022");
    EXPECT_EQ(request.parameter("flag"), "");
    EXPECT_EQ(request.parameter("bad"), std::nullopt);
    EXPECT_EQ(request.parameter("latin"), std::nullopt);
    EXPECT_EQ(request.parameter("absent"), std::nullopt);
    EXPECT_EQ(request.parameter(""), "x");
}

TEST(Message, ReplacesAHeaderOfTheSameName)
{
    Response response;
    response.set("ETag", "1");
    response.set("etag", "2");
    ASSERT_EQ(response.headers.size(), 1U);
    EXPECT_EQ(response.header("ETag"), "2");
}

TEST(Message, NamesMethods)
{
    EXPECT_EQ(name_of(Method::get), "GET");
    EXPECT_EQ(name_of(Method::del), "DELETE");
    EXPECT_EQ(name_of(Method::other), "OTHER");
}

} // namespace
} // namespace xieshang::http
