// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The single encodings behind decoding.h. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace xieshang::plan {

enum class Order {
    little,
    big,
};

constexpr std::string_view name_of(Order order)
{
    return order == Order::little ? "UTF-16LE" : "UTF-16BE";
}

// The characters, or the place of the first byte that does not fit.
using Characters32 = tl::expected<std::u32string, std::size_t>;

std::size_t first_not_utf8(std::string_view bytes); // npos when all is well
Characters32 from_utf16(std::string_view bytes, Order order);
Characters32 from_gb18030(std::string_view bytes);

// The order in which bytes without a mark read like UTF-16 text, if they do in one.
std::optional<Order> order_of_utf16(std::string_view bytes);

// Whether the ideographs are those that Chinese texts are made of. Valid GB18030 may be any other
// encoding's text; then rare characters stand where the common ones should.
bool reads_like_chinese(std::u32string_view text);

} // namespace xieshang::plan
