// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/paging.h"

#include "platform/http/notes_fixture_test.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace xieshang::http {
namespace {

TEST(Cursor, GivesItsValuesBack)
{
    EXPECT_TRUE(rc::check("after_values(cursor_of(x)) == x", [] {
        const auto number = *rc::gen::arbitrary<std::int64_t>();
        const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
        const std::tuple values(number, text, text + "题");
        const PageAsk page{.after = cursor_of(values)};
        const auto back = page.after_values<std::int64_t, std::string, std::string>();
        RC_ASSERT(back.has_value());
        RC_ASSERT(**back == values);
    }));
}

TEST(Cursor, ThatWasNotMadeByUsIsRefused)
{
    for (const std::string& cursor : {cursor_of(std::tuple(1)), cursor_of(std::tuple("a", "b")),
             cursor_of(std::tuple(1, "a", 2)), cursor_of_json("{\"a\":1,\"b\":2}"),
             cursor_of_json("[1,"), std::string("!!!!"), std::string("a"),
             std::string("WzEsImEiXQ==")}) {
        const auto values = PageAsk{.after = cursor}.after_values<std::int64_t, std::string>();
        ASSERT_FALSE(values) << cursor;
        EXPECT_EQ(values.error(), bad_cursor().value());
    }
    EXPECT_FALSE(PageAsk{}.after_values<int>().value().has_value());
}

TEST(Cursor, Base64UrlIsDecodedStrictly)
{
    EXPECT_EQ(base64url_decoded(""), "");
    EXPECT_EQ(base64url_decoded("_-8"), "\xFF\xEF");
    EXPECT_EQ(base64url_decoded("Zm9vYmE"), "fooba");
    EXPECT_EQ(base64url_decoded("Zm9vYmE="), std::nullopt);
    EXPECT_EQ(base64url_decoded("Zm+v"), std::nullopt);
}

class Pages : public testing::Test {
protected:
    tests::FreshDatabase fresh{"sqlite"};
    notes::House house{*fresh};

    Response list(std::string query) const
    {
        return house.ask({.path = "/api/notes", .query = std::move(query)});
    }
    static std::vector<base::FieldTrouble> troubles(std::string query)
    {
        Request request;
        request.query = std::move(query);
        const auto asked = query_of<notes::NoteFilter>(request);
        return asked ? std::vector<base::FieldTrouble>{} : asked.error().fields;
    }
};

TEST_F(Pages, FollowOneAnotherWithoutGapOrRepetition)
{
    std::set<std::string> saved;
    for (int at = 0; at < 7; ++at) {
        house.post("{\"title\":\"" + std::to_string(at) + "\"}", "page-key-" + std::to_string(at));
        saved.insert(std::to_string(at));
    }
    std::set<std::string> seen;
    std::string query = "size=3";
    int pages = 0;
    for (;; ++pages) {
        const auto page = json::read<Page<notes::NoteView>>(list(query).body);
        ASSERT_TRUE(page);
        for (const auto& note : page->items) {
            EXPECT_TRUE(seen.insert(note.title).second) << note.title;
        }
        if (!page->next) {
            break;
        }
        query = "size=3&after=" + *page->next;
    }
    EXPECT_EQ(seen, saved);
    EXPECT_EQ(pages, 2);
}

TEST_F(Pages, AskWithinTheirLimits)
{
    EXPECT_EQ(list("size=200").status, 200);
    for (const char* query :
        {"size=0", "size=201", "size=x", "size=1.5", "size=", "size=1&size=2"}) {
        EXPECT_EQ(list(query).status, 422) << query;
    }
    const auto bad = list("after=x");
    EXPECT_EQ(bad.status, 400);
    EXPECT_NE(bad.body.find("page.bad_cursor"), std::string::npos);
}

TEST_F(Pages, FiltersAreReadLikeABody)
{
    Request request;
    request.query = "title=2022&open=true&year=-5&colour=red&size=7";
    const auto asked = query_of<notes::NoteFilter>(request).value();
    EXPECT_EQ(asked->title, "2022") << "a number in a text is a text";
    EXPECT_EQ(asked->open, true);
    EXPECT_EQ(asked->year, -5);
    EXPECT_EQ(asked->colour, notes::Colour::red);
    EXPECT_EQ(asked.page.size, 7);
    request.query = "title=%E8%AE%AE+%E9%A2%98%26";
    EXPECT_EQ(query_of<notes::NoteFilter>(request).value()->title, "议 题&");
}

TEST_F(Pages, WrongParametersAreNamedAllAtOnce)
{
    using Troubles = std::vector<std::pair<std::string, std::string>>;
    Troubles found;
    for (const auto& trouble :
        troubles("open=maybe&colour=blue&year=x&surprise=1&title=%FF&title=b&size=0")) {
        found.emplace_back(trouble.pointer, trouble.code);
    }
    EXPECT_EQ(found,
        (Troubles{{"/size", "field.too_small"}, {"/open", "field.wrong_type"},
            {"/colour", "field.unknown_value"}, {"/year", "field.wrong_type"},
            {"/surprise", "field.unknown"}, {"/title", "field.wrong_type"},
            {"/title", "field.duplicate"}}));
}

} // namespace
} // namespace xieshang::http
