// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/order.h"

#include "platform/folding/folding.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <rapidcheck.h>
#include <set>
#include <sstream>
#include <vector>

namespace xieshang::names {
namespace {

using Names = std::vector<std::string>;
using Key = std::string (*)(std::string_view);

Names listed(const std::string& text)
{
    std::istringstream words(text);
    return {std::istream_iterator<std::string>(words), {}};
}

Names ordered(Names names, Key key)
{
    std::sort(
        names.begin(), names.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return names;
}

// From its own reverse, so that a sort that leaves everything does not pass.
Names anew(Names names, Key key)
{
    std::reverse(names.begin(), names.end());
    return ordered(std::move(names), key);
}

Names characters(std::string_view text)
{
    Names all;
    for (const char32_t c : folding::decoded(text)) {
        all.push_back(folding::encoded({&c, 1}));
    }
    return all;
}

TEST(StrokeOrder, IsThatOfTheOfficialTable)
{
    const auto small = characters(
        "一乙二十丁厂七卜八人入儿匕几九刁了刀力乃又三干于亏工土士才下寸大丈与万上小口山巾千乞川亿个"
        "夕久么勺凡丸及广亡门丫义之尸己已巳弓子卫也女刃飞习叉马乡丰王开井天夫元无云专丐扎艺木五支"
        "厅");
    EXPECT_EQ(anew(small, stroke_key), small);
    const auto surnames = characters("丁卜刁万习马王韦毛尹孔邓石龙卢叶田史冯司吕朱乔任华刘江汤许孙"
                                     "杜李杨吴何余沈宋张陆陈邵范林郑孟赵胡段侯姚贺袁夏徐高郭唐黄萧"
                                     "曹龚崔章梁彭蒋韩程傅曾谢蔡廖谭熊潘薛戴魏");
    EXPECT_EQ(anew(surnames, stroke_key), surnames);
}

// 政治局委员, 按姓氏笔画为序
TEST(StrokeOrder, IsThatOfPublishedLists)
{
    const auto of_2017 =
        listed("丁薛祥 习近平 王晨 王沪宁 刘鹤 许其亮 孙春兰 李希 李强 李克强 李鸿忠 杨洁篪 杨晓渡 "
               "汪洋 张又侠 陈希 陈全国 陈敏尔 赵乐际 胡春华 栗战书 郭声琨 黄坤明 蔡奇");
    EXPECT_EQ(anew(of_2017, stroke_key), of_2017);
    const auto of_2022 =
        listed("丁薛祥 习近平 马兴瑞 王毅 王沪宁 尹力 石泰峰 刘国中 李希 李强 李干杰 "
               "李书磊 李鸿忠 何卫东 何立峰 张又侠 张国清 陈文清 陈吉宁 陈敏尔 赵乐际 "
               "袁家军 黄坤明 蔡奇");
    EXPECT_EQ(anew(of_2022, stroke_key), of_2022);
}

TEST(StrokeOrder, PutsTheShorterFirstAndASingleGivenNameBeforeAll)
{
    const auto names = listed("王 王毅 王一鸣 王一鸣一 王大鸣 欧明 欧阳毅 欧阳一丁 欧阳少东");
    EXPECT_EQ(anew(names, stroke_key), names);
}

TEST(BothOrders, PutSignsFirstAndUnknownCharactersLast)
{
    for (const Key key : {stroke_key, pinyin_key}) {
        const auto names =
            listed("007 9 anna Zoë 买买提·艾力 买买提艾力 \U00030000一 \U00030001一");
        EXPECT_EQ(anew(names, key), names);
    }
}

TEST(BothOrders, SeeNoBlankUntilAllElseIsEqual)
{
    for (const Key key : {stroke_key, pinyin_key}) {
        const Names names{"张伟", "张 伟", "张　伟", "张伟伟"};
        EXPECT_EQ(anew(names, key), names);
    }
}

TEST(PinyinOrder, GoesBySyllableToneAndStrokes)
{
    const auto names =
        listed("卜安 陈一 单于一 仇和 邓一 葛一 纪一 任一 单一 石一 王伟 王为民 吴一 武一 "
               "解一 谢一 尤一 于一 余一 喻一 查一 翟一 张一 章一");
    const auto by_pinyin = ordered(names, pinyin_key);
    EXPECT_THAT(by_pinyin,
        testing::ElementsAreArray(
            listed("卜安 单于一 陈一 邓一 葛一 纪一 仇和 任一 单一 石一 王伟 王为民 吴一 "
                   "武一 谢一 解一 尤一 于一 余一 喻一 查一 翟一 张一 章一")));
    const auto syllables = listed("卢一 罗一 吕一 马一");
    EXPECT_EQ(anew(syllables, pinyin_key), syllables);
}

// Blanks, dots, letters in both widths, traditional, rare and unknown characters.
std::string made_up_name(const std::vector<std::uint8_t>& lots)
{
    static const std::u32string alphabet =
        U"张伟王一 　·・aAａÀ1单單于欧阳堃\U0002B138𠮷\U00030000馬马";
    std::u32string text;
    for (const auto lot : lots) {
        text += alphabet[lot % alphabet.size()];
    }
    return folding::encoded(text);
}

TEST(BothOrders, AreTotalAndEqualForEqualTextsOnly)
{
    for (const Key key : {stroke_key, pinyin_key}) {
        EXPECT_TRUE(
            rc::check([&](const std::vector<std::vector<std::uint8_t>>& lots, unsigned turn) {
                Names names;
                std::set<std::string> keys;
                for (const auto& each : lots) {
                    names.push_back(made_up_name(each));
                    keys.insert(key(names.back()));
                }
                RC_ASSERT(keys.size() == std::set(names.begin(), names.end()).size());
                const auto first = ordered(names, key);
                if (!names.empty()) {
                    std::rotate(names.begin(), names.begin() + turn % names.size(), names.end());
                }
                RC_ASSERT(ordered(names, key) == first);
            }));
    }
    std::set<std::string> keys;
    for (char32_t c = 1; c < 0x32400; ++c) {
        if (c < 0xD800 || c > 0xDFFF) {
            const auto text = folding::encoded({&c, 1});
            ASSERT_TRUE(keys.insert(stroke_key(text)).second) << text;
        }
    }
}

TEST(BothOrders, HaveKeysThatEveryCollationSortsAlike)
{
    EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& lots) {
        for (const Key key : {stroke_key, pinyin_key}) {
            const auto text = key(made_up_name(lots));
            RC_ASSERT(text.find_first_not_of("0123456789abcdef") == text.npos);
        }
    }));
    EXPECT_EQ(stroke_key("王沪宁").size(), 18U);
    EXPECT_EQ(pinyin_key("王沪宁").size(), 24U);
}

} // namespace
} // namespace xieshang::names
