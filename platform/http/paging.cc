// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/paging.h"

#include "platform/crypto/crypto.h"

namespace xieshang::http {
namespace {

int base64url_value(char letter)
{
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const auto at = alphabet.find(letter);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace

std::optional<std::string> base64url_decoded(std::string_view text)
{
    if (text.size() % 4 == 1) {
        return std::nullopt;
    }
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char letter : text) {
        const int value = base64url_value(letter);
        if (value < 0) {
            return std::nullopt;
        }
        bits = (bits << 6U) | static_cast<unsigned>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
        }
    }
    return bytes;
}

std::string cursor_of_json(std::string_view json_array) { return crypto::base64url(json_array); }

tl::unexpected<base::Error> bad_cursor()
{
    return base::trouble(base::Trouble::malformed, "page.bad_cursor");
}

base::Result<json::Document> cursor_values(std::string_view cursor, std::size_t count)
{
    const auto text = base64url_decoded(cursor);
    auto document = text ? json::Document::parse(*text) : bad_cursor();
    if (!document || document->root().kind != json::Kind::array || document->root().size != count) {
        return bad_cursor();
    }
    return document;
}

} // namespace xieshang::http
