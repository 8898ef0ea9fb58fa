// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/message_guard.h"

#include "platform/http/ascii.h"

#include <algorithm>
#include <charconv>
#include <http_parser.h>

namespace xieshang::http {
namespace {

constexpr Violation fine{};
constexpr Violation malformed{400, "http.malformed"};
constexpr Violation head_too_large{431, "http.head_too_large"};
constexpr Violation body_too_large{413, "http.too_large"};
constexpr std::size_t chunk_line_most = 256;
constexpr std::size_t chunks_most = 20'000; // the parser keeps a note of each

bool is_token(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z')
            || std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
    });
}

bool is_field_value(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7F) || c == '\t';
    });
}

bool is_host(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (lowered(c) >= 'a' && lowered(c) <= 'z')
            || std::string_view{"-._~[]:%"}.find(c) != std::string_view::npos;
    });
}

// CONNECT is left out: its message ends differently, and we are no proxy.
bool is_known_method(std::string_view text)
{
    static constexpr std::string_view names[] = {
#define NAME_OF(number, name, string) #string,
        HTTP_METHOD_MAP(NAME_OF)
#undef NAME_OF
    };
    return text != "CONNECT"
        && std::find(std::begin(names), std::end(names), text) != std::end(names);
}

} // namespace

void MessageGuard::end_message()
{
    ++messages_;
    part_ = Part::request_line;
    is_http_1_1_ = has_length_ = is_chunked_ = expects_continue_ = false;
    hosts_ = headers_ = chunks_ = head_bytes_ = 0;
    body_bytes_ = left_ = 0;
}

MessageGuard::Verdict MessageGuard::feed(std::string_view bytes)
{
    std::size_t begin = 0; // of the message that is read, in these bytes
    for (std::size_t at = 0; at < bytes.size();) {
        if (!is_inside_message()) {
            begin = at;
            accept_language_.clear();
        }
        const bool is_data = part_ == Part::body || part_ == Part::chunk_data;
        if (const auto violation = is_data ? feed_data(bytes, at) : feed_line(bytes, at)) {
            return {begin, violation, false};
        }
    }
    const bool awaits = expects_continue_ && body_bytes_ == 0 && carried_.empty()
        && (part_ == Part::body || part_ == Part::chunk_size);
    expects_continue_ = expects_continue_ && !awaits;
    return {bytes.size(), fine, awaits};
}

Violation MessageGuard::feed_data(std::string_view bytes, std::size_t& at)
{
    const auto taken = std::min<std::uint64_t>(left_, bytes.size() - at);
    at += taken;
    left_ -= taken;
    if (part_ == Part::body) {
        body_bytes_ += taken;
    }
    if (left_ == 0) {
        if (part_ == Part::body) {
            end_message();
        } else {
            part_ = Part::chunk_end;
        }
    }
    return fine;
}

Violation MessageGuard::feed_line(std::string_view bytes, std::size_t& at)
{
    const auto end = bytes.find('\n', at);
    const auto piece = bytes.substr(at, end == std::string_view::npos ? end : end - at);
    const bool is_framing = part_ == Part::chunk_size || part_ == Part::chunk_end;
    if (is_framing && carried_.size() + piece.size() > chunk_line_most) {
        return malformed;
    }
    if (!is_framing) {
        head_bytes_ += piece.size() + 1;
        if (head_bytes_ > limits_.head_bytes) {
            return head_too_large;
        }
    }
    if (end == std::string_view::npos) {
        carried_.append(piece);
        at = bytes.size();
        return fine;
    }
    at = end + 1;
    std::string_view line = piece;
    if (!carried_.empty()) {
        carried_.append(piece);
        line = carried_;
    }
    if (!line.ends_with('\r')) {
        return malformed; // bare LF
    }
    line.remove_suffix(1);
    const auto violation = is_field_value(line) ? take(line) : malformed;
    carried_.clear();
    return violation;
}

Violation MessageGuard::take(std::string_view line)
{
    switch (part_) {
    case Part::request_line:
        return line.empty() ? fine : take_request_line(line); // RFC 9112 §2.2
    case Part::headers:
        return line.empty() ? take_head_end() : take_header(line);
    case Part::trailers:
        if (line.empty()) {
            end_message();
            return fine;
        }
        return take_header(line);
    case Part::chunk_size:
        return take_chunk_size(line);
    case Part::chunk_end:
        part_ = Part::chunk_size;
        return line.empty() ? fine : malformed;
    default:
        return malformed;
    }
}

Violation MessageGuard::take_request_line(std::string_view line)
{
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == std::string_view::npos || first == last || !is_token(line.substr(0, first))) {
        return malformed;
    }
    const auto target = line.substr(first + 1, last - first - 1);
    const auto version = line.substr(last + 1);
    if (target.empty()
        || !std::all_of(target.begin(), target.end(), [](char c) { return c > ' ' && c <= '~'; })) {
        return malformed;
    }
    if (version != "HTTP/1.1" && version != "HTTP/1.0") {
        return version.starts_with("HTTP/") ? Violation{505, "http.unknown_version"} : malformed;
    }
    if (!is_known_method(line.substr(0, first))) {
        return {501, "http.unknown_method"};
    }
    is_http_1_1_ = version == "HTTP/1.1";
    part_ = Part::headers;
    return fine;
}

Violation MessageGuard::take_header(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
        return malformed; // also a space before the colon, and a folded line
    }
    if (++headers_ > limits_.header_count) {
        return {431, "http.too_many_headers"};
    }
    return part_ == Part::headers
        ? take_field(line.substr(0, colon), trimmed(line.substr(colon + 1)))
        : fine;
}

Violation MessageGuard::take_field(std::string_view name, std::string_view value)
{
    if (same_word(name, "Host")) {
        return ++hosts_ == 1 && is_host(value) ? fine : malformed;
    }
    if (same_word(name, "Content-Length")) {
        const bool is_number = !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
        if (has_length_ || !is_number) {
            return malformed;
        }
        has_length_ = true;
        const auto error = std::from_chars(value.data(), value.data() + value.size(), left_).ec;
        return error == std::errc{} ? fine : body_too_large;
    }
    if (same_word(name, "Transfer-Encoding")) {
        if (is_chunked_ || !is_http_1_1_) {
            return malformed;
        }
        is_chunked_ = true;
        return same_word(value, "chunked") ? fine : Violation{501, "http.unknown_encoding"};
    }
    if (same_word(name, "Expect")) {
        expects_continue_ = is_http_1_1_;
        return same_word(value, "100-continue") ? fine : Violation{417, "http.unknown_expectation"};
    }
    if (same_word(name, "Accept-Language")) {
        accept_language_ = value.substr(0, 256);
    }
    return fine;
}

Violation MessageGuard::take_head_end()
{
    if ((is_http_1_1_ && hosts_ == 0) || (is_chunked_ && has_length_)) {
        return malformed;
    }
    if (left_ > limits_.body_bytes) {
        return body_too_large;
    }
    if (is_chunked_) {
        part_ = Part::chunk_size;
    } else if (left_ > 0) {
        part_ = Part::body;
    } else {
        end_message();
    }
    return fine;
}

Violation MessageGuard::take_chunk_size(std::string_view line)
{
    const auto digits = line.substr(0, line.find_first_of("; \t"));
    const char* end = digits.data() + digits.size();
    const auto [last, error] = std::from_chars(digits.data(), end, left_, 16);
    if (digits.empty() || last != end || error == std::errc::invalid_argument) {
        return malformed;
    }
    if (error != std::errc{} || left_ > limits_.body_bytes - body_bytes_
        || ++chunks_ > chunks_most) {
        return body_too_large;
    }
    body_bytes_ += left_;
    part_ = left_ == 0 ? Part::trailers : Part::chunk_data;
    return fine;
}

} // namespace xieshang::http
