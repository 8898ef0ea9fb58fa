// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/answer_head.h"

#include "platform/http/ascii.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

namespace xieshang::http {
namespace {

// RFC 9110 §5.6.7, made once a second and thread.
std::string_view date_now()
{
    thread_local std::time_t last = 0;
    thread_local std::array<char, 40> text{};
    thread_local std::size_t size = 0;
    const std::time_t now = std::time(nullptr);
    if (now != last) {
        static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
        static constexpr const char* months[] = {
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
        std::tm tm{};
        ::gmtime_r(&now, &tm);
        std::array<char, 24> day{};
        std::strftime(day.data(), day.size(), "%Y %H:%M:%S GMT", &tm);
        const int written = std::snprintf(text.data(), text.size(), "%s, %02d %s %s",
            days[tm.tm_wday], tm.tm_mday, months[tm.tm_mon], day.data());
        size = static_cast<std::size_t>(written);
        last = now;
    }
    return {text.data(), size};
}

void append_number(std::string& out, std::size_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void append_clean(std::string& out, std::string_view text)
{
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out.push_back(byte < 0x20 || byte == 0x7F ? ' ' : c);
    }
}

bool is_ours(std::string_view name)
{
    static constexpr std::string_view ours[] = {
        "Content-Length", "Connection", "Transfer-Encoding", "Date", "X-Request-Id"};
    return std::any_of(std::begin(ours), std::end(ours),
        [&](std::string_view own) { return same_word(own, name); });
}

} // namespace

std::string_view reason_of(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 428:
        return "Precondition Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "";
    }
}

std::string head_of(const Response& response, std::string_view request_id, const Framing& framing)
{
    std::string out;
    out.reserve(512);
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::size_t>(std::clamp(response.status, 100, 999)));
    out.append(" ").append(reason_of(response.status)).append("\r\nDate: ").append(date_now());
    for (const auto& header : response.headers) {
        if (!is_ours(header.name)) {
            append_clean(out.append("\r\n"), header.name);
            append_clean(out.append(": "), header.value);
        }
    }
    append_clean(out.append("\r\nX-Request-Id: "), request_id);
    if (framing.content_length && !is_bodiless(response.status)) {
        append_number(out.append("\r\nContent-Length: "), *framing.content_length);
    }
    if (!framing.keeps_alive) {
        out += "\r\nConnection: close";
    } else if (framing.says_keep_alive) {
        out += "\r\nConnection: keep-alive";
    }
    return out.append("\r\n\r\n");
}

} // namespace xieshang::http
