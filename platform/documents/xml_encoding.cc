// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/xml_encoding.h"

#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"

#include <algorithm>
#include <optional>
#include <unicode/ustring.h>

namespace xieshang::documents {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_declaration = 200;

enum class Order {
    little,
    big,
};

std::optional<Order> order_of(std::string_view bytes)
{
    const auto begins = [bytes](std::string_view mark, std::string_view angle) {
        return bytes.starts_with(mark) || bytes.starts_with(angle);
    };
    return begins("\xFF\xFE"sv, "<\0"sv) ? std::optional(Order::little)
        : begins("\xFE\xFF"sv, "\0<"sv)  ? std::optional(Order::big)
                                         : std::nullopt;
}

bool is_of_32_bits(std::string_view bytes)
{
    return bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("<\0\0\0"sv)
        || bytes.starts_with("\0\0\xFE\xFF"sv) || bytes.starts_with("\0\0\0<"sv);
}

// GBK of <?xml version="1.0" encoding="GBK"?>, in capitals.
std::string declared(std::string_view bytes)
{
    const auto end = bytes.substr(0, longest_declaration).find("?>");
    const auto begin = bytes.substr(0, std::min(end, bytes.size())).find("encoding");
    const bool has_one = bytes.substr(0, 32).find("<?xml") != bytes.npos && end != bytes.npos;
    if (!has_one || begin == bytes.npos) {
        return {};
    }
    const auto from = bytes.find_first_of("'\"", begin);
    const auto to = bytes.find_first_of("'\"", from + 1);
    if (from >= end || to >= end) {
        return {};
    }
    std::string name(bytes.substr(from + 1, to - from - 1));
    std::transform(name.begin(), name.end(), name.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return name;
}

// Some programs write UTF-8 and say UTF-16: what the bytes are is decided before.
bool is_what_it_says(std::string_view bytes, std::string_view encoding)
{
    return encoding.empty() || encoding == "UTF-8" || encoding == "UTF8"
        || encoding.starts_with("UTF-16") || std::all_of(bytes.begin(), bytes.end(), [](char c) {
               return static_cast<unsigned char>(c) < 0x80;
           });
}

tl::unexpected<base::Error> other_encoding(std::string_view part, std::string_view encoding)
{
    return base::refuse(
        "documents.encoding", {{"part", shown_name(part)}, {"encoding", shown_name(encoding)}});
}

std::u16string units_of(std::string_view bytes, Order order)
{
    std::u16string units(bytes.size() / 2, u'\0');
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto first = static_cast<unsigned char>(bytes[2 * i]);
        const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
        units[i] = static_cast<char16_t>(
            order == Order::little ? first | second << 8U : second | first << 8U);
    }
    return units;
}

base::Result<std::string> from_utf16(std::string bytes, Order order, std::string_view part)
{
    if (bytes.size() % 2 != 0) {
        return refuse_part("documents.damaged", part);
    }
    const auto units = units_of(bytes, order);
    bytes = std::string();
    const auto size = static_cast<std::int32_t>(units.size());
    std::int32_t length = 0;
    auto status = U_ZERO_ERROR;
    u_strToUTF8(nullptr, 0, &length, units.data(), size, &status);
    if (status != U_BUFFER_OVERFLOW_ERROR) {
        return refuse_part("documents.damaged", part);
    }
    if (static_cast<std::size_t>(length) > most_part_bytes) {
        return base::refuse("documents.unpacks_too_large",
            {{"part", shown_name(part)}, {"most", std::to_string(most_part_bytes >> 20U) + " MB"}});
    }
    std::string text(static_cast<std::size_t>(length), '\0');
    status = U_ZERO_ERROR;
    u_strToUTF8(text.data(), length, nullptr, units.data(), size, &status);
    return text;
}

} // namespace

base::Result<std::string> as_utf8(std::string bytes, std::string_view part)
{
    if (is_of_32_bits(bytes)) {
        return other_encoding(part, "UTF-32");
    }
    if (const auto order = order_of(bytes)) {
        return from_utf16(std::move(bytes), *order, part);
    }
    if (const auto encoding = declared(bytes); !is_what_it_says(bytes, encoding)) {
        return other_encoding(part, encoding);
    }
    return bytes;
}

} // namespace xieshang::documents
