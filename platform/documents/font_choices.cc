// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/font_choices.h"

#include <algorithm>
#include <array>

namespace xieshang::documents {
namespace {

struct Candidates {
    Face face;
    std::string_view name;
    std::vector<std::string_view> licensed; // the best first
    std::string_view stand_in;
    std::string_view package;
};

// Chosen for the characters that they have: all 6,763 of GB 2312 and the rare ones of names.
const std::array<Candidates, faces>& candidates()
{
    static const std::array<Candidates, faces> all{{
        {Face::fangsong, "仿宋", {"仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"},
            "Noto Serif CJK SC Light", "fonts-noto-cjk-extra"},
        {Face::xiaobiaosong, "小标宋",
            {"方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"},
            "Noto Serif CJK SC SemiBold", "fonts-noto-cjk-extra"},
        {Face::heiti, "黑体", {"黑体", "SimHei"}, "Noto Sans CJK SC Medium",
            "fonts-noto-cjk-extra"},
        {Face::kaiti, "楷体", {"楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"}, "LXGW WenKai",
            "fonts-lxgw-wenkai"},
        {Face::songti, "宋体", {"宋体", "SimSun"}, "Noto Serif CJK SC", "fonts-noto-cjk"},
        {Face::latin, "Times New Roman", {"Times New Roman"}, "Liberation Serif",
            "fonts-liberation"},
    }};
    return all;
}

} // namespace

std::string_view name_of(Face face) { return candidates()[static_cast<std::size_t>(face)].name; }

std::vector<FontChoice> font_choices(const std::vector<std::string>& families)
{
    const auto is_there = [&](std::string_view family) {
        return std::find(families.begin(), families.end(), family) != families.end();
    };
    std::vector<FontChoice> choices;
    for (const auto& of : candidates()) {
        FontChoice choice{
            of.face, std::string(of.licensed.front()), {}, false, std::string(of.package)};
        const auto licensed = std::find_if(of.licensed.begin(), of.licensed.end(), is_there);
        if (licensed != of.licensed.end()) {
            choice.family = *licensed;
        } else if (is_there(of.stand_in)) {
            choice.family = of.stand_in;
            choice.stands_in = true;
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace xieshang::documents
