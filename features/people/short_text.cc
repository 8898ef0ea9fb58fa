// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/short_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace xieshang::people {

void check_text(
    std::vector<base::FieldTrouble>& troubles, std::string pointer, std::string_view text)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::size_t length = 0;
    bool blank = true;
    bool fits = true;
    for (std::int32_t at = 0; at < size; ++length) {
        UChar32 character = -1;
        U8_NEXT(bytes, at, size, character);
        fits = fits && character >= 0 && u_iscntrl(character) == 0
            && u_charType(character) != U_FORMAT_CHAR;
        blank = blank && u_isUWhiteSpace(character) != 0;
    }
    if (blank || length > text_most) {
        troubles.push_back(
            {std::move(pointer), "people.text_length", {{"most", std::to_string(text_most)}}});
    } else if (!fits) {
        troubles.push_back({std::move(pointer), "people.text_characters", {}});
    }
}

bool is_said(std::string_view reason)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(reason.data());
    const auto size = static_cast<std::int32_t>(reason.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 character = -1;
        U8_NEXT(bytes, at, size, character);
        if (character >= 0 && u_isUWhiteSpace(character) == 0) {
            return true;
        }
    }
    return false;
}

} // namespace xieshang::people
