// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/readings.h"

#include "platform/folding/folding.h"
#include "platform/names/character_table.h"

#include <gtest/gtest.h>
#include <string>

namespace xieshang::names {
namespace {

std::string read(std::string_view name)
{
    std::string text;
    for (const auto number : readings_of(folding::decoded(name)).as_name) {
        text += (text.empty() ? "" : " ") + std::string(syllables()[number].written);
    }
    return text;
}

struct Row {
    std::string name;
    std::string reading;
};

TEST(Readings, AreThoseOfTheSurnameAtItsPlaceOnly)
{
    for (const auto& [name, reading] :
        std::vector<Row>{{"单田", "shàn tián"}, {"田单", "tián dān"}, {"曾曾", "zēng céng"},
            {"仇", "qiú"}, {"解晓东", "xiè xiǎo dōng"}, {"查良镛", "zhā liáng yōng"},
            {"朴一", "piáo yī"}, {"区一", "ōu yī"}, {"盖一", "gě yī"}, {"任一", "rén yī"},
            {"华一", "huà yī"}, {"缪一", "miào yī"}, {"翟一", "zhái yī"}, {"宓一", "mì yī"},
            {"冼一", "xiǎn yī"}, {"晁一", "cháo yī"}, {"逄一", "páng yī"}, {"员一", "yùn yī"},
            {"乜一", "niè yī"}, {"秘一", "bì yī"}, {"种一", "chóng yī"}, {"燕一", "yān yī"},
            {"覃一", "qín yī"}, {"曲一", "qū yī"}, {"召一", "shào yī"}, {"重一", "chóng yī"},
            {"盛一", "shèng yī"}, {"葛一", "gě yī"}, {"哈一", "hǎ yī"}, {"那英", "nā yīng"},
            {"纪一", "jǐ yī"}, {"肖一", "xiāo yī"}, {"尹一", "yǐn yī"}, {"於一", "yū yī"}}) {
        EXPECT_EQ(read(name), reading) << name;
    }
}

TEST(Readings, KnowCompoundSurnamesInBothScripts)
{
    for (const auto& [name, reading] : std::vector<Row>{{"尉迟恭", "yù chí gōng"},
             {"尉遲恭", "yù chí gōng"}, {"尉健行", "wèi jiàn xíng"}, {"万俟卨", "mò qí xiè"},
             {"令狐冲", "líng hú chōng"}, {"长孙无忌", "zhǎng sūn wú jì"}, {"单于", "chán yú"},
             {"單于一", "chán yú yī"}, {"澹台灭明", "tán tái miè míng"}, {"欧阳修", "ōu yáng xiū"},
             {"區一", "ōu yī"}, {"爱新觉罗启骧", "ài xīn jué luó qǐ xiāng"}}) {
        EXPECT_EQ(read(name), reading) << name;
    }
    EXPECT_EQ(readings_of(U"欧阳修").surname, 2U);
    EXPECT_EQ(readings_of(U"欧明").surname, 1U);
}

TEST(Readings, SeeNoSurnameInNamesOfParts)
{
    EXPECT_EQ(readings_of(U"任·乌力吉").surname, 0U);
    EXPECT_EQ(read("任·一"), "rèn  yī");
    EXPECT_EQ(readings_of(U"Smith").surname, 0U);
    EXPECT_EQ(readings_of(U"").surname, 0U);
}

TEST(Readings, KnowRareCharacters)
{
    EXPECT_EQ(read("堃翀玥镕"), "kūn chōng yuè róng");
    EXPECT_EQ(read("昇犇喆䶮"), "shēng bēn zhé yǎn");
    EXPECT_EQ(character_of(0x4DB6).syllable, 0U);
    EXPECT_EQ(character_of(0x10FFFF).place, 0U);
    EXPECT_EQ(character_of(0).place, 0U);
    EXPECT_NE(character_of(0x20BB7).place, 0U); // 𠮷
}

} // namespace
} // namespace xieshang::names
