// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/paragraphs.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

constexpr std::string_view margin_spaces = " \t\r";
constexpr std::string_view wide_margin = "\xE3\x80\x80"; // U+3000

} // namespace

std::string_view without_margins(std::string_view line)
{
    for (;;) {
        if (line.starts_with(wide_margin)) {
            line.remove_prefix(wide_margin.size());
        } else if (line.ends_with(wide_margin)) {
            line.remove_suffix(wide_margin.size());
        } else if (!line.empty() && margin_spaces.find(line.front()) != std::string_view::npos) {
            line.remove_prefix(1);
        } else if (!line.empty() && margin_spaces.find(line.back()) != std::string_view::npos) {
            line.remove_suffix(1);
        } else {
            return line;
        }
    }
}

std::vector<std::string> paragraphs_of(std::string_view text)
{
    std::vector<std::string> found;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto line = without_margins(text.substr(0, end)); !line.empty()) {
            found.emplace_back(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

} // namespace xieshang::plan
