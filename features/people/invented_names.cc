// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/invented_names.h"

#include <algorithm>
#include <span>

namespace xieshang::people {
namespace {

struct Weighted {
    std::string_view text;
    unsigned weight;
};

constexpr auto surnames = std::to_array<Weighted>({{"王", 72}, {"李", 71}, {"张", 67}, {"刘", 54},
    {"陈", 47}, {"杨", 31}, {"赵", 23}, {"黄", 22}, {"周", 21}, {"吴", 21}, {"徐", 17}, {"孙", 16},
    {"胡", 13}, {"朱", 13}, {"高", 12}, {"林", 12}, {"何", 12}, {"郭", 12}, {"马", 11}, {"罗", 10},
    {"梁", 9}, {"宋", 8}, {"郑", 8}, {"谢", 7}, {"韩", 7}, {"唐", 7}, {"冯", 6}, {"于", 6},
    {"董", 6}, {"萧", 5}, {"程", 5}, {"曹", 5}, {"袁", 5}, {"邓", 5}, {"许", 5}, {"傅", 5},
    {"沈", 5}, {"曾", 5}, {"彭", 5}, {"吕", 5}, {"苏", 4}, {"卢", 4}, {"蒋", 4}, {"蔡", 4},
    {"贾", 4}, {"丁", 4}, {"魏", 4}, {"薛", 4}, {"叶", 4}, {"阎", 4}, {"余", 4}, {"潘", 4},
    {"杜", 4}, {"戴", 3}, {"夏", 3}, {"钟", 3}, {"汪", 3}, {"田", 3}, {"任", 3}, {"姜", 3},
    {"范", 3}, {"方", 3}, {"石", 3}, {"姚", 3}, {"谭", 3}, {"廖", 3}, {"邹", 3}, {"熊", 3},
    {"金", 3}, {"陆", 3}, {"郝", 2}, {"孔", 2}, {"白", 2}, {"崔", 2}, {"康", 2}, {"邱", 2},
    {"秦", 2}, {"史", 2}, {"顾", 2}, {"侯", 2}, {"邵", 2}, {"孟", 2}, {"龙", 2}, {"万", 2},
    {"段", 2}, {"钱", 2}, {"汤", 2}, {"尹", 2}, {"黎", 2}, {"武", 2}, {"单", 1}, {"解", 1},
    {"查", 1}, {"仇", 1}, {"盖", 1}, {"欧阳", 1}, {"尉迟", 1}, {"司徒", 1}});

constexpr auto of_women = std::to_array<std::string_view>({"秀", "丽", "春", "晓", "玉", "淑", "雪",
    "海", "美", "慧", "文", "思", "雅", "佳", "静", "梦", "婷", "桂", "艳", "若"});
constexpr auto of_women_then = std::to_array<std::string_view>({"英", "华", "芳", "梅", "兰", "霞",
    "萍", "玲", "敏", "燕", "琴", "珍", "洁", "娟", "云", "琳", "颖", "怡", "蓉", "宁"});
constexpr auto of_men = std::to_array<std::string_view>({"志", "建", "国", "文", "明", "海", "永",
    "晓", "俊", "宏", "伟", "家", "立", "振", "学", "子", "浩", "宇", "庆", "世"});
constexpr auto of_men_then = std::to_array<std::string_view>({"强", "华", "平", "军", "辉", "峰",
    "林", "东", "生", "民", "伟", "斌", "龙", "宁", "祥", "荣", "松", "杰", "良", "成"});
constexpr auto short_of_women = std::to_array<std::string_view>(
    {"敏", "静", "丽", "艳", "娟", "霞", "燕", "玲", "洁", "莉", "倩", "颖"});
constexpr auto short_of_men = std::to_array<std::string_view>(
    {"磊", "洋", "斌", "辉", "杰", "超", "亮", "健", "博", "峰", "鑫", "凯"});

constexpr auto ethnic_groups = std::to_array<Weighted>({{"汉族", 918}, {"回族", 24}, {"满族", 18},
    {"壮族", 14}, {"土家族", 10}, {"蒙古族", 10}, {"苗族", 6}});
constexpr auto parties =
    std::to_array<Weighted>({{"中共", 38}, {"群众", 22}, {"无党派", 12}, {"民革", 4}, {"民盟", 5},
        {"民建", 5}, {"民进", 4}, {"农工党", 4}, {"致公党", 2}, {"九三学社", 3}, {"台盟", 1}});
constexpr auto educations = std::to_array<Weighted>(
    {{"大学本科", 52}, {"硕士研究生", 28}, {"大专", 13}, {"博士研究生", 7}});

struct Fixed {
    std::uint64_t number;
    std::string_view name;
    Sex sex;
    std::string_view ethnic_group;
};
constexpr auto fixed = std::to_array<Fixed>({
    {12, "王志强", Sex::male, "汉族"},
    {20, "陈堃", Sex::male, "汉族"},
    {33, "李静", Sex::female, "汉族"},
    {48, "张翀", Sex::male, "汉族"},
    {77, "赵玥", Sex::female, "汉族"},
    {101, "周镕", Sex::male, "汉族"},
    {129, "吴昇", Sex::male, "汉族"},
    {145, "王志强", Sex::male, "回族"},
    {160, "徐犇", Sex::male, "汉族"},
    {199, "孙㛃", Sex::female, "汉族"},
    {210, "李静", Sex::female, "满族"},
    {231, "马喆", Sex::male, "回族"},
    {266, "王志强", Sex::male, "汉族"},
    {288, "朱䶮", Sex::male, "汉族"},
    {315, "单立松", Sex::male, "汉族"},
    {330, "曾雅琳", Sex::female, "汉族"},
    {345, "欧阳若云", Sex::female, "汉族"},
    {352, "阿依古丽·买买提", Sex::female, "维吾尔族"},
});

// splitmix64: spreads neighbouring numbers over the whole range.
constexpr std::uint64_t spread(std::uint64_t number, std::uint64_t about)
{
    auto z = number * 64 + about + 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

std::string_view one_of(std::span<const std::string_view> texts, std::uint64_t lot)
{
    return texts[lot % texts.size()];
}

std::string_view one_of(std::span<const Weighted> texts, std::uint64_t lot)
{
    std::uint64_t all = 0;
    for (const auto& text : texts) {
        all += text.weight;
    }
    lot %= all;
    for (const auto& text : texts) {
        if (lot < text.weight) {
            return text.text;
        }
        lot -= text.weight;
    }
    return texts.front().text;
}

std::string invented_name(std::uint64_t number, bool woman)
{
    std::string name(one_of(surnames, spread(number, 1)));
    if (spread(number, 2) % 100 < 18) {
        return name.append(one_of(woman ? std::span<const std::string_view>(short_of_women)
                                        : std::span<const std::string_view>(short_of_men),
            spread(number, 3)));
    }
    return name.append(one_of(woman ? of_women : of_men, spread(number, 3)))
        .append(one_of(woman ? of_women_then : of_men_then, spread(number, 4)));
}

std::string padded(std::uint64_t number, std::size_t digits)
{
    auto text = std::to_string(number);
    return text.insert(0, digits - std::min(digits, text.size()), '0');
}

} // namespace

PersonWords invented_person(std::uint64_t number)
{
    const bool woman = spread(number, 0) % 100 < 36;
    PersonWords words{.name = invented_name(number, woman),
        .sex = woman ? Sex::female : Sex::male,
        .birth_month = std::to_string(1958 + spread(number, 5) % 36) + "-"
            + padded(1 + spread(number, 6) % 12, 2),
        .ethnic_group = std::string(one_of(ethnic_groups, spread(number, 7))),
        .party = std::string(one_of(parties, spread(number, 8))),
        .education = std::string(one_of(educations, spread(number, 9)))};
    for (const auto& one : fixed) {
        if (one.number == number) {
            words.name = one.name;
            words.sex = one.sex;
            words.ethnic_group = one.ethnic_group;
        }
    }
    return words;
}

std::string invented_telephone(std::uint64_t number) { return "1540000" + padded(number, 4); }

std::string invented_address(std::uint64_t number)
{
    return "member" + padded(number, 4) + "@example.org";
}

} // namespace xieshang::people
