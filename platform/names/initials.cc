// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/names/initials.h"

#include "platform/folding/folding.h"
#include "platform/names/character_table.h"
#include "platform/names/characters.h"
#include "platform/names/readings.h"

namespace xieshang::names {

std::string initials(std::string_view words)
{
    const auto text = folding::decoded(words);
    const auto readings = readings_of(text).as_usual;
    std::string letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto one = plain(text[i]);
        if ((one >= U'a' && one <= U'z') || (one >= U'0' && one <= U'9')) {
            letters += static_cast<char>(one);
        } else if (is_han(text[i])) {
            letters += syllables()[readings[i]].letters.substr(0, 1);
        }
    }
    return letters;
}

} // namespace xieshang::names
