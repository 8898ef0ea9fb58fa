// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/text_lines.h"

namespace xieshang::documents {
namespace {

bool is_tail(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

} // namespace

std::size_t character_at(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1
        : lead >= 0xC2 && lead < 0xE0      ? 2
        : lead >= 0xE0 && lead < 0xF0      ? 3
        : lead >= 0xF0 && lead < 0xF5      ? 4
                                           : 0;
    if (length == 0 || at + length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_tail(text[at + i])) {
            return 0;
        }
    }
    const auto second = length > 1 ? static_cast<unsigned char>(text[at + 1]) : 0;
    const bool is_wrong = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0)
        || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90);
    return is_wrong ? 0 : length;
}

std::string clean(std::string_view text)
{
    std::string valid;
    valid.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = character_at(text, at);
        const bool is_control = length == 1
            && (static_cast<unsigned char>(text[at]) < 0x20 || text[at] == 0x7F) && text[at] != '\n'
            && text[at] != '\t';
        if (length == 0) {
            valid += "\xEF\xBF\xBD";
        } else if (is_control) {
            valid += ' ';
        } else {
            valid += text.substr(at, length);
        }
        at += length == 0 ? 1 : length;
    }
    return valid;
}

} // namespace xieshang::documents
