// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/title_lines.h"

#include "platform/documents/letters.h"
#include "platform/documents/line_breaks.h"

#include <algorithm>

namespace xieshang::documents {

std::vector<std::string> title_lines(std::string_view title, int characters_a_line)
{
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < title.size();) {
        characters.push_back(next_character(title, at));
    }
    const auto most = static_cast<std::size_t>(std::max(1, characters_a_line));
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < characters.size();) {
        const auto rest = characters.size() - at;
        const auto left = (rest + most - 1) / most;
        auto end = at + (rest + left - 1) / left; // the rest in lines as long as each other
        while (end < characters.size() && end - at < most
            && !may_break(characters[end - 1], characters[end])) {
            ++end;
        }
        std::string line;
        for (; at < end; ++at) {
            line += characters[at];
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace xieshang::documents
