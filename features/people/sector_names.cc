// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/sector_names.h"

#include "features/people/roster_words.h"

#include <algorithm>
#include <array>

namespace xieshang::people {
namespace {

struct Called {
    int sector; // in the order in which the national committee lists them
    std::string_view core;
};

// As place_core() leaves them.
constexpr auto names = std::to_array<Called>({
    {0, "中国共产党"},
    {0, "中共"},
    {1, "中国国民党革命委员会"},
    {1, "民革"},
    {2, "中国民主同盟"},
    {2, "民盟"},
    {3, "中国民主建国会"},
    {3, "民建"},
    {4, "中国民主促进会"},
    {4, "民进"},
    {5, "中国农工民主党"},
    {5, "农工党"},
    {5, "农工民主党"},
    {5, "农工"},
    {6, "中国致公党"},
    {6, "致公党"},
    {6, "致公"},
    {7, "九三学社"},
    {7, "九三"},
    {8, "台湾民主自治同盟"},
    {8, "台盟"},
    {9, "无党派人士"},
    {9, "无党派"},
    {10, "中国共产主义青年团和中华全国青年联合会"},
    {10, "中国共产主义青年团"},
    {10, "中华全国青年联合会"},
    {10, "共青团和青联"},
    {10, "共青团青联"},
    {10, "共青团"},
    {10, "青联"},
    {10, "青年联合会"},
    {11, "中华全国总工会"},
    {11, "总工会"},
    {11, "工会"},
    {12, "中华全国妇女联合会"},
    {12, "妇女联合会"},
    {12, "妇联"},
    {13, "中华全国工商业联合会"},
    {13, "工商业联合会"},
    {13, "工商联"},
    {14, "中国科学技术协会"},
    {14, "科学技术协会"},
    {14, "科协"},
    {15, "中华全国台湾同胞联谊会"},
    {15, "台胞联谊会"},
    {15, "台联"},
    {16, "中华全国归国华侨联合会"},
    {16, "归国华侨联合会"},
    {16, "侨联"},
    {17, "文化艺术"},
    {17, "文艺"},
    {18, "科学技术"},
    {18, "科技"},
    {19, "社会科学"},
    {19, "社科"},
    {20, "经济"},
    {21, "农业"},
    {22, "教育"},
    {23, "体育"},
    {24, "新闻出版"},
    {24, "新闻"},
    {25, "环境资源"},
    {25, "环资"},
    {26, "医药卫生"},
    {26, "医卫"},
    {27, "对外友好"},
    {28, "社会福利和社会保障"},
    {28, "社会福利"},
    {28, "社会保障"},
    {28, "社福社保"},
    {29, "少数民族"},
    {30, "宗教"},
    {31, "特邀香港人士"},
    {32, "特邀澳门人士"},
    {33, "特别邀请人士"},
    {33, "特邀人士"},
    {33, "特邀"},
});

// 民建、民进、九三学社 → one after the other.
template <class Work>
bool all_parts(std::string_view words, const Work& fits)
{
    std::size_t parts = 0;
    while (!words.empty()) {
        std::size_t end = words.size();
        std::size_t skipped = 0;
        for (const std::string_view mark : {"、", "，", ",", "/", "与", "及"}) {
            if (const auto at = words.find(mark); at < end) {
                end = at;
                skipped = mark.size();
            }
        }
        if (!fits(words.substr(0, end))) {
            return false;
        }
        ++parts;
        words.remove_prefix(std::min(words.size(), end + skipped));
    }
    return parts > 1;
}

} // namespace

std::optional<int> national_sector(std::string_view words)
{
    const auto core = place_core(words);
    const auto found = std::find_if(
        names.begin(), names.end(), [&](const Called& one) { return one.core == core; });
    return found == names.end() ? std::nullopt : std::optional(found->sector);
}

bool is_like_a_sector(std::string_view words)
{
    const auto plain = plain_words(words);
    const auto ends_in = [&](std::string_view end) { return plain.ends_with(end); };
    return national_sector(words) || ends_in("界") || ends_in("界别") || ends_in("人士")
        || all_parts(
            plain, [](std::string_view part) { return national_sector(part).has_value(); });
}

} // namespace xieshang::people
