// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/margins.h"

#include "platform/documents/letters.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace xieshang::documents {

bool is_page_number(std::string_view text)
{
    static constexpr std::array<std::string_view, 23> around{"第", "页", "頁", "共", "Page", "page",
        "PAGE", "of", "OF", "—", "–", "―", "－", "·", "•", "…", "／", "｜", "：", "，", "。", "（",
        "）"};
    for (std::size_t at = 0; at < text.size();) {
        const auto* const word = std::find_if(around.begin(), around.end(),
            [rest = text.substr(at)](auto one) { return rest.starts_with(one); });
        if (word != around.end()) {
            at += word->size();
            continue;
        }
        const auto character = next_character(text, at);
        const bool is_mark =
            character.size() == 1 && std::ispunct(static_cast<unsigned char>(character[0])) != 0;
        if (!is_mark && !is_blank(character)) {
            return false;
        }
    }
    return true;
}

void note_margin(std::vector<Note>& notes, std::string code, const std::vector<std::string>& texts,
    base::Params params)
{
    std::set<std::string> seen;
    std::string all;
    for (const auto& text : texts) {
        if (!is_page_number(text) && seen.insert(on_one_line(text)).second) {
            all += (all.empty() ? "" : " ") + on_one_line(text);
        }
    }
    if (!all.empty()) {
        params["text"] = documents::quoted(all);
        params["characters"] = std::to_string(letters_in(all));
        notes.push_back({std::move(code), std::move(params)});
    }
}

} // namespace xieshang::documents
