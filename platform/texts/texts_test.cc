// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/texts/texts.h"

#include "platform/base/embedded.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <stdexcept>

namespace xieshang::texts {

TEST(Texts, FillInTheirParameters)
{
    Catalog catalog;
    catalog.add(Language::zh_cn, R"({"plan.too_long": "第{line}行超过{most}字：{line}"})");
    EXPECT_EQ(catalog.text(Language::zh_cn, "plan.too_long", {{"line", "3"}, {"most", "200"}}),
        "第3行超过200字：3");
    EXPECT_EQ(catalog.text(Language::zh_cn, "plan.too_long", {{"most", "200"}}),
        "第{line}行超过200字：{line}")
        << "a parameter that nobody gave stays visible";
}

TEST(Texts, SayOneAndManyInTheirOwnForms)
{
    Catalog catalog;
    catalog.add(Language::en, R"({"rows": "{n} {n|row is|rows are} lost"})");
    EXPECT_EQ(catalog.text(Language::en, "rows", {{"n", "1"}}), "1 row is lost");
    EXPECT_EQ(catalog.text(Language::en, "rows", {{"n", "0"}}), "0 rows are lost");
    EXPECT_EQ(catalog.text(Language::en, "rows", {{"n", "21"}}), "21 rows are lost");
    EXPECT_EQ(catalog.text(Language::en, "rows"), "{n} {n|row is|rows are} lost");
}

TEST(Texts, LeaveBracesInAValueAlone)
{
    Catalog catalog;
    catalog.add(Language::en, R"({"a": "{x}{y", "b": "}{"})");
    EXPECT_EQ(catalog.text(Language::en, "a", {{"x", "{x}"}, {"y", "no"}}), "{x}{y");
    EXPECT_EQ(catalog.text(Language::en, "b"), "}{");
}

TEST(Texts, GiveTheCodeWhenThereIsNoText)
{
    Catalog catalog;
    catalog.add(Language::en, R"({"known": "Known"})");
    EXPECT_EQ(catalog.text(Language::en, "unknown"), "unknown");
    EXPECT_EQ(catalog.text(Language::zh_cn, "known"), "known") << "languages do not mix";
    EXPECT_TRUE(catalog.has(Language::en, "known"));
    EXPECT_FALSE(catalog.has(Language::zh_cn, "known"));
}

TEST(Texts, RefuseBadFilesAndSecondTexts)
{
    Catalog catalog;
    catalog.add(Language::en, R"({"a": "A"})");
    EXPECT_THROW(catalog.add(Language::en, R"({"a": "B"})"), std::invalid_argument);
    EXPECT_THROW(catalog.add(Language::en, R"({"b": 1})"), std::invalid_argument);
    EXPECT_THROW(catalog.add(Language::en, R"(["a"])"), std::invalid_argument);
    EXPECT_THROW(catalog.add(Language::en, "{"), std::invalid_argument);
    EXPECT_NO_THROW(catalog.add(Language::zh_cn, R"({"a": "甲"})"));
}

TEST(Texts, NeverFailWhateverIsFilledIn)
{
    EXPECT_TRUE(rc::check([](const std::string& value) {
        Catalog catalog;
        catalog.add(Language::en, R"({"a": "<{x}>"})");
        RC_ASSERT(catalog.text(Language::en, "a", {{"x", value}}) == "<" + value + ">");
    }));
}

TEST(Languages, FollowTheReader)
{
    EXPECT_EQ(preferred(""), Language::zh_cn);
    EXPECT_EQ(preferred("en"), Language::en);
    EXPECT_EQ(preferred("EN-gb, zh;q=0.9"), Language::en);
    EXPECT_EQ(preferred("zh-CN,zh;q=0.9,en;q=0.8"), Language::zh_cn);
    EXPECT_EQ(preferred("fr, en;q=0.7, zh;q=0.3"), Language::en);
    EXPECT_EQ(preferred("zh;q=0.2 , en;q=0.4"), Language::en);
    EXPECT_EQ(preferred("en;q=0"), Language::zh_cn) << "0 means: not this one";
    EXPECT_EQ(preferred("fr;q=1, de"), Language::zh_cn);
    EXPECT_EQ(preferred("*"), Language::zh_cn);
    EXPECT_EQ(preferred(",;q=,en;q"), Language::en);
}

TEST(Languages, NeverFailWhateverIsSent)
{
    EXPECT_TRUE(rc::check([](const std::string& anything) {
        static_cast<void>(preferred(anything));
        static_cast<void>(from_locale(anything));
    }));
}

TEST(Languages, FollowTheLocale)
{
    EXPECT_EQ(from_locale("zh_CN.UTF-8"), Language::zh_cn);
    EXPECT_EQ(from_locale("zh"), Language::zh_cn);
    EXPECT_EQ(from_locale("zh_TW.UTF-8"), Language::zh_cn);
    for (const auto* other : {"en_US.UTF-8", "C", "C.UTF-8", "POSIX", "", "de_DE", "zhuang"}) {
        EXPECT_EQ(from_locale(other), Language::en) << other;
    }
}

TEST(Languages, HaveTheTagsOfRfc5646)
{
    EXPECT_EQ(tag_of(Language::zh_cn), "zh-CN");
    EXPECT_EQ(tag_of(Language::en), "en");
}

TEST(BuiltIn, HasEveryEmbeddedFileInBothLanguages)
{
    EXPECT_NO_THROW(built_in());
    std::size_t chinese = 0;
    for (const auto& file : embedded::texts()) {
        EXPECT_FALSE(file.bytes.empty()) << file.path;
        EXPECT_TRUE(file.path.ends_with(".zh-CN.json") || file.path.ends_with(".en.json"))
            << file.path;
        chinese += file.path.ends_with(".zh-CN.json") ? 1 : 0;
    }
    EXPECT_EQ(chinese * 2, embedded::texts().size());
}

} // namespace xieshang::texts
