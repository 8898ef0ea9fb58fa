// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/decoding.h"

#include "features/plan/encodings.h"
#include "features/plan/script.h"

#include <algorithm>
#include <array>
#include <optional>

namespace xieshang::plan {
namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    std::string_view format;
};

constexpr auto signatures = std::to_array<Signature>({
    {"PK\x03\x04"sv, "zip"},
    {"\xD0\xCF\x11\xE0"sv, "doc/xls"},
    {"%PDF-"sv, "pdf"},
    {"\x89PNG"sv, "png"},
    {"\xFF\xD8\xFF"sv, "jpeg"},
    {"GIF8"sv, "gif"},
    {"\x1F\x8B"sv, "gzip"},
    {"\x7F"
     "ELF"sv,
        "elf"},
    {"{\\rtf"sv, "rtf"},
    {"Rar!"sv, "rar"},
    {"7z\xBC\xAF"sv, "7z"},
});

std::string_view format_of(std::string_view bytes)
{
    for (const auto& [start, format] : signatures) {
        if (!bytes.starts_with(start)) {
            continue;
        }
        if (format == "zip") {
            const auto head = bytes.substr(0, 64 << 10);
            return head.find("word/") != head.npos ? "docx"
                : head.find("xl/") != head.npos    ? "xlsx"
                                                   : "zip";
        }
        return format;
    }
    return {};
}

tl::unexpected<base::Error> binary(std::string_view format)
{
    return base::trouble(
        base::Trouble::unsupported_type, "reading.binary", {{"format", std::string(format)}});
}

tl::unexpected<base::Error> no_text()
{
    return base::trouble(base::Trouble::unsupported_type, "reading.not_text");
}

bool has_control(std::u32string_view text)
{
    return std::any_of(text.begin(), text.end(),
        [](char32_t c) { return (c < 0x20 && !is_blank(c)) || c == 0x7F; });
}

base::Result<Decoded> detect(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
        return base::refuse("reading.unknown_encoding", {{"byte", "1"}});
    }
    const auto broken = [](std::size_t at) {
        return base::refuse("reading.unknown_encoding", {{"byte", std::to_string(at + 1)}});
    };
    for (const auto order : {Order::little, Order::big}) {
        if (bytes.starts_with(order == Order::little ? "\xFF\xFE"sv : "\xFE\xFF"sv)) {
            auto text = from_utf16(bytes.substr(2), order);
            return text ? base::Result<Decoded>(Decoded{*std::move(text), name_of(order)})
                        : broken(2 + text.error());
        }
    }
    const bool marked = bytes.starts_with("\xEF\xBB\xBF"sv);
    const auto body = marked ? bytes.substr(3) : bytes;
    const auto first_bad = first_not_utf8(body);
    if (first_bad == body.npos && body.find('\0') == body.npos) {
        return Decoded{from_utf8(body), "UTF-8"};
    }
    if (marked) {
        return body.find('\0') != body.npos ? no_text() : broken(3 + first_bad);
    }
    if (const auto order = order_of_utf16(bytes)) {
        if (auto text = from_utf16(bytes, *order)) {
            return Decoded{*std::move(text), name_of(*order)};
        }
    }
    if (bytes.find('\0') != bytes.npos) {
        return no_text();
    }
    if (auto text = from_gb18030(bytes); text && reads_like_chinese(*text)) {
        return Decoded{*std::move(text), "GB18030"};
    }
    return broken(first_bad);
}

// "2.4 MB": a little too much must not read like the limit.
std::string megabytes(std::size_t bytes)
{
    const auto tenths = (bytes * 10 + (1U << 20U) - 1) >> 20U;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

} // namespace

base::Result<Decoded> decode(std::string_view bytes)
{
    if (bytes.size() > most_bytes) {
        return base::trouble(base::Trouble::too_large, "reading.too_long",
            {{"size", megabytes(bytes.size())}, {"most", megabytes(most_bytes)}});
    }
    if (const auto format = format_of(bytes); !format.empty()) {
        return binary(format);
    }
    auto decoded = TRY(detect(bytes));
    if (has_control(decoded.text)) {
        return no_text();
    }
    if (std::all_of(decoded.text.begin(), decoded.text.end(), is_blank)) {
        return base::refuse("reading.empty");
    }
    return decoded;
}

} // namespace xieshang::plan
