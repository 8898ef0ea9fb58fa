// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/search_keys.h"

#include "platform/folding/folding.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

namespace xieshang::names {
namespace {

using testing::ElementsAre;

void expect_found(const std::string& name, const std::vector<std::string>& queries)
{
    for (const auto& query : queries) {
        EXPECT_TRUE(matches(name, query)) << name << " by " << query;
    }
}

void expect_missed(const std::string& name, const std::vector<std::string>& queries)
{
    for (const auto& query : queries) {
        EXPECT_FALSE(matches(name, query)) << name << " by " << query;
    }
}

TEST(NameSearch, FindsByCharactersInBothScripts)
{
    expect_found("张伟明", {"张", "张伟", "張偉明", "伟明", "明", "张 伟", "张　伟明", "", " "});
    expect_found("長孫無忌", {"长孙", "无忌"});
    expect_missed("张伟明", {"张明", "李", "明伟", "张伟明明"});
}

TEST(NameSearch, FindsByPinyinWholeOrBegun)
{
    expect_found("张伟明",
        {"zhangweiming", "zhang wei", "ZHANG", "zhāng wěi", "zhang1wei3", "zhangw", "zhangwm",
            "zhangweim", "zwm", "zw", "wm", "weiming", "ming", "zh", "zhang'wei"});
    expect_found("欧阳修", {"ouyang", "ouyangx", "oyx", "yang"});
    expect_found("吕布", {"lv", "lü", "lǚ bù", "lu\u0308", "lb"});
    expect_missed("张伟明", {"zhangming", "zm", "hang", "lv"});
}

TEST(NameSearch, KnowsTheSurnameByBothReadings)
{
    expect_found("曾一", {"zeng", "zy", "cengyi", "cy"});
    expect_found("覃一", {"qin", "tan"});
    expect_found("单于一", {"chanyu", "cyy", "dan"});
    expect_missed("一曾", {"yizeng"});
}

TEST(NameSearch, FindsNamesOfPartsAndLatinNames)
{
    expect_found("买买提·艾力", {"买买提", "艾力", "买买提艾力", "买买提・艾力", "aili", "mmtal"});
    expect_found(
        "John O’Neill-Müller", {"john", "oneill", "O'Neill-M", "JohnO", "jo", "müller", "muller"});
    expect_found("Zoë 王", {"zoe", "zoë", "王", "wang", "zw"});
    expect_found("100%", {"100%"});
}

TEST(NameSearch, KeepsRareCharactersWhole)
{
    for (const std::string c : {"堃", "翀", "玥", "镕", "昇", "犇", "㛃", "喆", "䶮", "𠮷"}) {
        expect_found("王" + c + "一", {c, "王" + c, c + "一", "wang"});
    }
    expect_missed("王𠮷", {"\xF0\xA0\xAE", "吉"});
}

TEST(NameSearch, HasFewKeys)
{
    EXPECT_THAT(search_keys("张伟"), ElementsAre("wei", "zhangwei", "zw", "伟", "张伟"));
    EXPECT_EQ(search_text("张伟"), "\nwei\nzhangwei\nzw\n伟\n张伟");
    EXPECT_TRUE(search_keys(" · ").empty());
}

TEST(NameSearch, StaysSmallForAnyText)
{
    std::string endless;
    for (int i = 0; i < 20'000; ++i) {
        endless += i % 2 == 0 ? "创" : "\u00C0";
    }
    EXPECT_LT(search_text(endless).size(), 40'000U);
    expect_found(endless, {"创a创a", "chuanga"});
}

TEST(NameSearch, EscapesWhatLikeTakesForAWildcard)
{
    EXPECT_EQ(key_pattern("10% _a\\"), "10\\%\\_a\\\\%");
    EXPECT_EQ(text_pattern("ZW"), "%\nzw%");
    EXPECT_EQ(text_pattern(" "), "%");
}

TEST(NameSearch, FindsANameByItselfAndByEachOfItsCharacters)
{
    static const std::u32string alphabet = U"张伟单于欧阳曾堃𠮷㛃吕买提·　 aZÀ·9%_";
    EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& lots) {
        std::u32string name;
        for (const auto lot : lots) {
            name += alphabet[lot % alphabet.size()];
        }
        name = name.substr(0, 32);
        RC_ASSERT(matches(folding::encoded(name), folding::encoded(name)));
        for (const char32_t c : name) {
            const bool alone = c > 0x3000;
            RC_ASSERT(!alone || matches(folding::encoded(name), folding::encoded({&c, 1})));
        }
        for (const auto& key : search_keys(folding::encoded(name))) {
            RC_ASSERT(folding::encoded(folding::decoded(key)) == key);
        }
    }));
}

} // namespace
} // namespace xieshang::names
