// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/number_format.h"

#include "platform/base/chinese_number.h"
#include "platform/documents/date_format.h"
#include "platform/documents/format_code.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace xieshang::documents {
namespace {

std::string plain(double value)
{
    const bool is_whole = std::abs(value) < 1e15 && value == std::floor(value);
    return is_whole ? fmt::format("{}", static_cast<long long>(value))
                    : fmt::format("{:.11g}", value);
}

// Each comma behind the last digit divides by a thousand: 0.0,, shows millions.
std::string without_scale(std::string_view places, double& value)
{
    const auto point = std::min(places.find('.'), places.size());
    std::string whole(places.substr(0, point));
    std::string behind(places.substr(point));
    auto commas = std::count(behind.begin(), behind.end(), ',');
    behind.erase(std::remove(behind.begin(), behind.end(), ','), behind.end());
    for (; whole.ends_with(','); whole.pop_back()) {
        ++commas;
    }
    for (; commas > 0; --commas) {
        value /= 1000;
    }
    return whole + behind;
}

// 0.00, #,##0, 0%, 0,: digits behind the point, thousands, per cent, thousands of them.
std::string number_as(double value, std::string_view code)
{
    const auto places = without_scale(code, value);
    const auto point = places.find('.');
    const auto decimals = point == places.npos
        ? 0
        : std::count_if(places.begin() + static_cast<std::ptrdiff_t>(point), places.end(),
            [](char c) { return c == '0' || c == '#' || c == '?'; });
    const bool is_share = places.find('%') != places.npos;
    auto text = fmt::format("{:.{}f}", is_share ? value * 100 : value, decimals);
    const auto comma = places.find(',');
    if (comma != places.npos && comma + 1 < places.size()) {
        auto end = std::min(text.find('.'), text.size());
        const std::size_t first = text.front() == '-' ? 1 : 0;
        while (end > first + 3) {
            end -= 3;
            text.insert(end, 1, ',');
        }
    }
    const auto whole = static_cast<std::size_t>(std::count(places.begin(),
        places.begin() + static_cast<std::ptrdiff_t>(std::min(point, places.size())), '0'));
    const auto digits = std::min(text.find('.'), text.size());
    if (value >= 0 && digits < whole) {
        text.insert(0, whole - digits, '0');
    }
    return text + (is_share ? "%" : "");
}

std::string number_shown(double value, const FormatCode& code)
{
    std::string text;
    bool is_written = false;
    for (const auto& piece : code.pieces) {
        if (piece.is_literal) {
            text += piece.text;
        } else if (is_written) {
            return plain(value); // 0 0/0 and the like
        } else {
            const bool is_general = piece.text.starts_with('G');
            const bool is_small = value == std::floor(value) && value >= 0 && value <= 9999;
            text += code.is_chinese && is_small ? base::chinese_number(static_cast<int>(value))
                : is_general                    ? plain(value)
                                                : number_as(value, piece.text);
            is_written = true;
        }
    }
    return is_written || !text.empty() ? text : plain(value);
}

} // namespace

std::string shown(double value, std::string_view code, DateSystem system)
{
    if (!std::isfinite(value) || code.empty() || code == "@" || code == "General"
        || code.size() > longest_code) {
        return std::isfinite(value) ? plain(value) : std::string("#NUM!");
    }
    const auto section = section_for(value, code);
    const auto parsed = code_of(section.text);
    if (!is_date(parsed)) {
        return number_shown(section.takes_sign ? -value : value, parsed);
    }
    return is_in_calendar(value, system) ? date_shown(value, parsed, system) : plain(value);
}

} // namespace xieshang::documents
