// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/refusals.h"

#include "platform/documents/limits.h"
#include "platform/documents/text_lines.h"

#include <algorithm>

namespace xieshang::documents {

std::string shown_name(std::string_view name)
{
    constexpr std::size_t most = 120;
    auto end = std::min(name.size(), most);
    while (
        end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80) {
        --end; // not within a character
    }
    auto text = clean(name.substr(0, end));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text;
}

tl::unexpected<base::Error> refuse_too_much(std::size_t lines)
{
    return lines > most_lines ? base::trouble(base::Trouble::too_large, "documents.too_many_lines",
               {{"most", std::to_string(most_lines)}})
                              : base::trouble(base::Trouble::too_large, "documents.too_much_text",
                                  {{"most", std::to_string(most_text_bytes >> 20U) + " MB"}});
}

tl::unexpected<base::Error> refuse_part(std::string code, std::string_view part)
{
    return base::refuse(std::move(code), {{"part", shown_name(part)}});
}

} // namespace xieshang::documents
