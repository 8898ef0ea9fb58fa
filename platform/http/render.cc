// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/render.h"

#include "platform/http/ascii.h"

namespace xieshang::http {
namespace {

// RFC 8187: everything but attr-char is escaped.
std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "!#$&+-.^_`|~";
    std::string out;
    for (const char letter : text) {
        const char low = lowered(letter);
        if (is_digit(letter) || (low >= 'a' && low <= 'z')
            || plain.find(letter) != std::string_view::npos) {
            out += letter;
        } else {
            const auto byte = static_cast<unsigned char>(letter);
            out += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return out;
}

std::string_view without_weakness(std::string_view etag)
{
    return etag.starts_with("W/") ? etag.substr(2) : etag;
}

} // namespace

std::string etag_of(std::int64_t version)
{
    std::string etag = "\"v";
    json::append_integer(etag, version);
    return etag + '"';
}

bool etag_matches(std::string_view if_none_match, std::string_view etag)
{
    while (!if_none_match.empty()) {
        const std::string_view one = trimmed(if_none_match.substr(0, if_none_match.find(',')));
        if (one == "*" || without_weakness(one) == without_weakness(etag)) {
            return true;
        }
        const auto comma = if_none_match.find(',');
        if_none_match.remove_prefix(
            comma == std::string_view::npos ? if_none_match.size() : comma + 1);
    }
    return false;
}

Response not_modified(std::string etag)
{
    Response response;
    response.status = 304;
    response.headers.push_back({"ETag", std::move(etag)});
    return response;
}

Response json_response(int status, std::string body)
{
    Response response;
    response.status = status;
    response.headers.reserve(10);
    response.headers.push_back({"Content-Type", "application/json"});
    response.body = std::move(body);
    return response;
}

Response download_response(Download download)
{
    Response response;
    response.headers = {{"Content-Type", std::move(download.content_type)},
        {"Content-Disposition",
            "attachment; filename*=UTF-8''" + percent_encoded(download.file_name)}};
    if (download.file_path.empty()) {
        response.body = std::move(download.text);
    } else {
        response.file_path = std::move(download.file_path);
    }
    return response;
}

} // namespace xieshang::http
