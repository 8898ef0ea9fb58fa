// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/answer_head.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::http {
namespace {

Response with(std::vector<Header> headers, int status = 200)
{
    Response response;
    response.status = status;
    response.headers = std::move(headers);
    return response;
}

bool has_line(const std::string& head, const std::string& line)
{
    return head.find("\r\n" + line + "\r\n") != std::string::npos;
}

TEST(AnswerHead, SaysWhatTheServerOwnsAndWhatTheHandlerSet)
{
    const auto head = head_of(with({{"ETag", "\"1\""}}, 201), "id-1", {.content_length = 5});
    EXPECT_TRUE(head.starts_with("HTTP/1.1 201 Created\r\nDate: "));
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
    EXPECT_TRUE(has_line(head, "ETag: \"1\""));
    EXPECT_TRUE(has_line(head, "X-Request-Id: id-1"));
    EXPECT_TRUE(has_line(head, "Content-Length: 5"));
    EXPECT_EQ(head.find("Connection"), std::string::npos);
}

TEST(AnswerHead, TellsTheEndOfTheConnection)
{
    EXPECT_TRUE(has_line(
        head_of({}, "", {.content_length = 0, .keeps_alive = false}), "Connection: close"));
    const Framing old_client{.content_length = 0, .says_keep_alive = true};
    EXPECT_TRUE(has_line(head_of({}, "", old_client), "Connection: keep-alive"));
}

TEST(AnswerHead, LeavesOutTheHandlersFramingAndTheLengthOfNothing)
{
    const auto head = head_of(
        with({{"content-length", "99"}, {"Transfer-Encoding", "chunked"}, {"Connection", "x"}}), "",
        {.content_length = 1});
    EXPECT_TRUE(has_line(head, "Content-Length: 1"));
    EXPECT_EQ(head.find("99"), std::string::npos);
    EXPECT_EQ(head.find("chunked"), std::string::npos);
    for (const int status : {204, 304}) {
        EXPECT_EQ(head_of(with({}, status), "", {.content_length = 1}).find("Content-Length"),
            std::string::npos);
    }
}

TEST(AnswerHead, NoValueBeginsALineOfItsOwn)
{
    EXPECT_TRUE(
        rc::check([](const std::string& name, const std::string& value, const std::string& id) {
            const auto plain = head_of(with({{"a", "b"}}), "id", {.content_length = 1});
            const auto head =
                head_of(with({{"a" + name, value + "\r\n\r\nx"}}), id, {.content_length = 1});
            RC_ASSERT(std::count(head.begin(), head.end(), '\n')
                == std::count(plain.begin(), plain.end(), '\n'));
            RC_ASSERT(std::count(head.begin(), head.end(), '\r')
                == std::count(plain.begin(), plain.end(), '\r'));
        }));
}

} // namespace
} // namespace xieshang::http
