// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/type_runs.h"

#include "platform/documents/letters.h"

namespace xieshang::documents {
namespace {

// Latin, Greek, Cyrillic, Hebrew, Arabic, Indic …: what stands before the General Punctuation
// (U+2000), but for the middle dot of names, and the presentation forms of these scripts.
bool is_latin(std::string_view character)
{
    return (character < "\u2000" && character != "\u00B7")
        || (character >= "\uFB00" && character < "\uFE00")
        || (character >= "\uFE70" && character < "\uFF00");
}

} // namespace

std::vector<TypeRun> type_runs(std::string_view text)
{
    std::vector<TypeRun> runs;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = next_character(text, at);
        const auto script = is_latin(character) ? Script::latin : Script::han;
        if (runs.empty() || runs.back().script != script) {
            runs.push_back({script, {}});
        }
        runs.back().text += character;
    }
    return runs;
}

} // namespace xieshang::documents
