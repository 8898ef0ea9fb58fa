// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/target.h"

#include "platform/http/ascii.h"

#include <cstdint>

namespace xieshang::http {
namespace {

// Bytes of a sequence by its first byte; 0 for a byte that begins none.
std::size_t sequence_length(unsigned char first)
{
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first < 0xE0) {
        return 2;
    }
    if (first >= 0xE0 && first < 0xF0) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

// The second byte's range shuts out overlong forms, surrogates and what lies above U+10FFFF.
bool second_fits(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second < 0xA0;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second < 0x90;
    default:
        return true;
    }
}

std::optional<std::string_view> origin_form(std::string_view text)
{
    if (text == "*" || text.starts_with('/')) {
        return text;
    }
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (text.size() > scheme.size() && same_word(text.substr(0, scheme.size()), scheme)) {
            const auto slash = text.find_first_of("/?", scheme.size());
            return slash == std::string_view::npos ? std::string_view{"/"} : text.substr(slash);
        }
    }
    return std::nullopt;
}

} // namespace

bool is_utf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = sequence_length(first);
        if (length == 0 || i + length > text.size()) {
            return false;
        }
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0U) != 0x80U || (k == 1 && !second_fits(first, next))) {
                return false;
            }
        }
        i += length;
    }
    return true;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
            const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
            if (low < 0) {
                return std::nullopt;
            }
            out.push_back(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            out.push_back(plus_is_space && text[i] == '+' ? ' ' : text[i]);
        }
    }
    return out;
}

std::optional<Target> target_of(std::string_view text)
{
    auto origin = origin_form(text);
    if (!origin) {
        return std::nullopt;
    }
    const auto visible = origin->substr(0, origin->find('#'));
    const auto mark = visible.find('?');
    auto path = percent_decoded(visible.substr(0, mark), false);
    if (!path || !is_utf8(*path) || path->find('\0') != std::string::npos) {
        return std::nullopt;
    }
    Target target{std::move(*path), {}};
    if (target.path.empty()) {
        target.path = "/";
    }
    if (mark != std::string_view::npos) {
        target.query = visible.substr(mark + 1);
    }
    return target;
}

} // namespace xieshang::http
