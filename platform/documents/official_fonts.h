// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The fonts that an official document names (GB/T 9704-2012 §5.2.2 and its parts; the names are
// those under which offices have them). They are not free and never shipped: an office's own
// machine has them, elsewhere each has a stand-in. Pure.
#pragma once

#include <array>
#include <string_view>

namespace xieshang::documents::fonts {

inline constexpr std::string_view fangsong = "仿宋_GB2312";        // text, number, imprint
inline constexpr std::string_view xiaobiaosong = "方正小标宋简体"; // mark and title
inline constexpr std::string_view heiti = "黑体";                  // first level, secrecy, labels
inline constexpr std::string_view kaiti = "楷体_GB2312";           // second level, who signed
inline constexpr std::string_view songti = "宋体";                 // page numbers
inline constexpr std::string_view latin = "Times New Roman";       // letters and digits

// What stands in for it where it is not installed: on a Windows office machine, on Debian.
struct StandIn {
    std::string_view font;
    std::string_view on_windows;
    std::string_view on_debian;
};

inline constexpr std::array<StandIn, 6> stand_ins{{
    {fangsong, "仿宋", "Noto Serif CJK SC Light"},
    {xiaobiaosong, "宋体", "Noto Serif CJK SC"},
    {heiti, "SimHei", "Noto Sans CJK SC"},
    {kaiti, "楷体", "LXGW WenKai"},
    {songti, "SimSun", "Noto Serif CJK SC"},
    {latin, "Times", "Liberation Serif"},
}};

} // namespace xieshang::documents::fonts
