// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/line_breaks.h"

namespace xieshang::documents {
namespace {

bool is_among(std::string_view marks, std::string_view character)
{
    return !character.empty() && marks.find(character) != std::string_view::npos;
}

bool is_ascii(std::string_view character)
{
    return character.size() == 1 && character != " "
        && static_cast<unsigned char>(character[0]) < 0x80;
}

} // namespace

bool closes(std::string_view character)
{
    return is_among("，。、；：？！”’）》〉〕】』」〗］｝·…～％‰℃°々ー,.;:?!)]}%", character);
}

bool opens(std::string_view character)
{
    return is_among("“‘（《〈〔【『「〖［｛￥＄￡№([{$", character);
}

bool hangs(std::string_view character)
{
    return is_among("，。、；：？！”’）》〉〕】』」", character);
}

bool may_break(std::string_view before, std::string_view behind)
{
    const bool dashes = behind == "—" || behind == "…";
    return !closes(behind) && !opens(before) && !(is_ascii(before) && is_ascii(behind))
        && !(dashes && before == behind);
}

} // namespace xieshang::documents
