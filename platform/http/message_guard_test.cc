// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/message_guard.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::http {
namespace {

using namespace std::string_literals;

constexpr const char* ok = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

int status_of(std::string_view bytes, Limits limits = {})
{
    MessageGuard guard(limits);
    return guard.feed(bytes).violation.status;
}

std::string post(const std::string& headers, const std::string& body = "")
{
    return "POST /a HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

TEST(MessageGuard, PassesGoodMessages)
{
    for (const auto& text : {std::string{ok}, "\r\n"s + ok, "GET / HTTP/1.0\r\n\r\n"s,
             post("Content-Length: 3\r\n", "abc"),
             post("Transfer-Encoding: chunked\r\n", "3;a=b\r\nabc\r\n0\r\nX: y\r\n\r\n"),
             std::string{ok} + ok, "GET http://a/ HTTP/1.1\r\nHost:[::1]:80\r\n\r\n"s}) {
        const Limits limits;
        MessageGuard guard(limits);
        const auto verdict = guard.feed(text);
        EXPECT_EQ(verdict.violation.status, 0) << text;
        EXPECT_EQ(verdict.passed, text.size());
        EXPECT_FALSE(guard.is_inside_message()) << text;
    }
}

TEST(MessageGuard, RefusesWhatTwoReadersCouldUnderstandDifferently)
{
    for (const auto& text : {
             "GET / HTTP/1.1\nHost: a\n\n"s,
             "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost : a\r\n\r\n"s,
             "GET / HTTP/1.1\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost:\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost: a,b\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n"s,
             "GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n"s,
             "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"s,
             "GET /\xE5 HTTP/1.1\r\nHost: a\r\n\r\n"s,
             "GET /\r\n\r\n"s,
             post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"),
             post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"),
             post("Content-Length: 3\r\nContent-Length: 3\r\n"),
             post("Content-Length: 3, 3\r\n"),
             post("Content-Length: +3\r\n"),
             post("Content-Length: -3\r\n"),
             post("Content-Length: \r\n"),
             post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
             post("Transfer-Encoding: chunked\r\n", "3\nabc"),
             post("Transfer-Encoding: chunked\r\n", "0x3\r\nabc\r\n"),
             post("Transfer-Encoding: chunked\r\n", "-3\r\nabc\r\n"),
             post("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n"),
             post("Transfer-Encoding: chunked\r\n", "\r\n"),
             "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"s,
         }) {
        EXPECT_EQ(status_of(text), 400) << text;
    }
}

TEST(MessageGuard, NamesWhatItDoesNotKnow)
{
    EXPECT_EQ(status_of("BREW / HTTP/1.1\r\nHost: a\r\n\r\n"), 501);
    EXPECT_EQ(status_of("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n"), 501);
    EXPECT_EQ(status_of("PRI * HTTP/2.0\r\n\r\n"), 505);
    EXPECT_EQ(status_of(post("Transfer-Encoding: gzip, chunked\r\n")), 501);
    EXPECT_EQ(status_of(post("Expect: tea\r\n")), 417);
}

TEST(MessageGuard, HoldsTheLimits)
{
    Limits limits;
    limits.body_bytes = 10;
    limits.head_bytes = 200;
    limits.header_count = 3;
    EXPECT_EQ(status_of(post("Content-Length: 10\r\n"), limits), 0);
    EXPECT_EQ(status_of(post("Content-Length: 11\r\n"), limits), 413);
    EXPECT_EQ(status_of(post("Content-Length: 99999999999999999999999\r\n"), limits), 413);
    EXPECT_EQ(
        status_of(post("Transfer-Encoding: chunked\r\n", "6\r\nabcdef\r\n4\r\nabcd\r\n0\r\n\r\n"),
            limits),
        0);
    EXPECT_EQ(
        status_of(post("Transfer-Encoding: chunked\r\n", "6\r\nabcdef\r\n5\r\n"), limits), 413);
    EXPECT_EQ(
        status_of(post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\n"), limits), 413);
    EXPECT_EQ(status_of(post("A: b\r\nC: d\r\n"), limits), 0);
    EXPECT_EQ(status_of(post("A: b\r\nC: d\r\nE: f\r\n"), limits), 431);
    EXPECT_EQ(status_of("GET /" + std::string(200, 'a'), limits), 431);
    EXPECT_EQ(status_of(post("Transfer-Encoding: chunked\r\n", "0\r\nX: " + std::string(200, 'a')),
                  limits),
        431);
    EXPECT_EQ(status_of(post("Transfer-Encoding: chunked\r\n", std::string(300, '0'))), 400);
    std::string crumbs;
    for (int i = 0; i < 20'001; ++i) {
        crumbs += "1\r\na\r\n";
    }
    EXPECT_EQ(status_of(post("Transfer-Encoding: chunked\r\n", crumbs)), 413);
}

TEST(MessageGuard, LetsTheMessagesBeforeABadOnePass)
{
    const Limits limits;
    MessageGuard guard(limits);
    const std::string text = std::string{ok} + ok + "GET / HTTP/1.1\nHost: a\n\n";
    const auto verdict = guard.feed(text);
    EXPECT_EQ(verdict.violation.status, 400);
    EXPECT_EQ(verdict.passed, 2 * std::string_view{ok}.size());
}

TEST(MessageGuard, TellsWhenTheClientAwaitsContinue)
{
    const Limits limits;
    MessageGuard guard(limits);
    EXPECT_TRUE(guard.feed(post("Expect: 100-continue\r\nContent-Length: 3\r\n")).awaits_continue);
    EXPECT_FALSE(guard.feed("a").awaits_continue);
    EXPECT_FALSE(guard.feed("bc").awaits_continue);
    EXPECT_FALSE(
        guard.feed(post("Expect: 100-continue\r\nContent-Length: 3\r\n", "abc")).awaits_continue);
}

TEST(MessageGuard, CountsTheBodyThatHasCome)
{
    const Limits limits;
    MessageGuard guard(limits);
    guard.feed(post("Content-Length: 30\r\n", "0123456789"));
    EXPECT_EQ(guard.body_bytes(), 10U);
    guard.feed("01234");
    EXPECT_EQ(guard.body_bytes(), 15U);
    guard.feed("012345678901234");
    EXPECT_EQ(guard.body_bytes(), 0U); // the next message's
}

TEST(MessageGuard, RemembersTheLanguageOfTheMessageItReads)
{
    const Limits limits;
    MessageGuard guard(limits);
    guard.feed("GET / HTTP/1.1\r\nHost: a\r\naccept-language: zh-CN\r\n");
    EXPECT_EQ(guard.accept_language(), "zh-CN");
    guard.feed("\r\nG");
    EXPECT_EQ(guard.accept_language(), "");
}

TEST(MessageGuard, JudgesTheSameHoweverTheBytesArrive)
{
    const std::string samples[] = {std::string{ok} + post("Content-Length: 3\r\n", "abc") + ok,
        post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\na\r\n0123456789\r\n0\r\n\r\n") + ok,
        std::string{ok} + "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
        post("Content-Length: 3\r\n", "abc") + "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n"};
    EXPECT_TRUE(rc::check([&](const std::vector<std::uint8_t>& cuts) {
        for (const auto& text : samples) {
            const Limits limits;
            MessageGuard whole(limits);
            const auto expected = whole.feed(text).violation;
            MessageGuard guard(limits);
            Violation found;
            std::size_t at = 0;
            for (std::size_t i = 0; at < text.size() && !found; ++i) {
                const std::size_t size = i < cuts.size() ? 1 + cuts[i] % 20 : text.size();
                found = guard.feed(std::string_view{text}.substr(at, size)).violation;
                at += size;
            }
            RC_ASSERT(found.status == expected.status);
            if (!found) {
                RC_ASSERT(guard.messages() == whole.messages());
                RC_ASSERT(!guard.is_inside_message());
            }
        }
    }));
}

TEST(MessageGuard, NeverPassesMoreThanItWasGiven)
{
    EXPECT_TRUE(rc::check([](const std::string& noise, std::uint8_t cut) {
        const auto text = post("Transfer-Encoding: chunked\r\n", noise);
        const std::size_t size = cut % text.size();
        const Limits limits;
        MessageGuard guard(limits);
        if (!guard.feed(std::string_view{text}.substr(0, size)).violation) {
            RC_ASSERT(guard.feed(std::string_view{text}.substr(size)).passed <= text.size() - size);
        }
    }));
}

} // namespace
} // namespace xieshang::http
