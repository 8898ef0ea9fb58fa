// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Lists of words that the reader knows, written with blanks between them. Pure.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace xieshang::plan {

using Words = std::vector<std::u32string_view>;

// U"议题 课题" → 议题, 课题. The text outlives the list.
inline Words words(std::u32string_view spaced)
{
    Words list;
    for (std::size_t begin = 0; begin < spaced.size();) {
        const auto end = std::min(spaced.find(U' ', begin), spaced.size());
        if (end > begin) {
            list.push_back(spaced.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return list;
}

inline bool starts_with_one(std::u32string_view text, const Words& list)
{
    return std::any_of(list.begin(), list.end(), [&](auto word) { return text.starts_with(word); });
}

inline bool ends_with_one(std::u32string_view text, const Words& list)
{
    return std::any_of(list.begin(), list.end(), [&](auto word) { return text.ends_with(word); });
}

inline bool contains_one(std::u32string_view text, const Words& list)
{
    return std::any_of(
        list.begin(), list.end(), [&](auto word) { return text.find(word) != text.npos; });
}

} // namespace xieshang::plan
