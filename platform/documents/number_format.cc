// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/number_format.h"

#include "platform/documents/format_code.h"
#include "platform/documents/numerals.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace xieshang::documents {
namespace {

constexpr double last_day = 2'958'465; // 9999-12-31

bool is_date(const FormatCode& code)
{
    return std::any_of(code.pieces.begin(), code.pieces.end(), [](const FormatPiece& piece) {
        return !piece.is_literal && is_date_letter(piece.text.front()) && piece.text != "A/P";
    });
}

std::string plain(double value)
{
    const bool is_whole = std::abs(value) < 1e15 && value == std::floor(value);
    return is_whole ? fmt::format("{}", static_cast<long long>(value))
                    : fmt::format("{:.11g}", value);
}

struct Moment {
    int year{}, month{}, day{}, hour{}, minute{}, second{};
    unsigned weekday{}; // 0: Sunday
};

Moment moment_of(double value, DateSystem system)
{
    const auto seconds = static_cast<long long>(std::llround(value * 86400));
    const long long days = seconds / 86400;
    const auto rest = static_cast<int>(seconds % 86400);
    using namespace std::chrono;
    const sys_days first = system == DateSystem::from_1904 ? sys_days(year{1904} / 1 / 1)
        : days < 60                                        ? sys_days(year{1899} / 12 / 31)
                                                           : sys_days(year{1899} / 12 / 30);
    const sys_days at = first + std::chrono::days(days);
    const year_month_day date(at);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())), rest / 3600, rest / 60 % 60, rest % 60,
        std::chrono::weekday(at).c_encoding()};
}

constexpr std::array<std::string_view, 12> months{"January", "February", "March", "April", "May",
    "June", "July", "August", "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"日", "一", "二", "三", "四", "五", "六"};

std::string two(int value, bool is_padded)
{
    return is_padded ? fmt::format("{:02}", value) : std::to_string(value);
}

// m stands for minutes behind hours and before seconds.
bool is_minute(const std::vector<FormatPiece>& pieces, std::size_t at)
{
    const auto letter = [&](std::size_t i) {
        return pieces[i].is_literal ? '\0' : pieces[i].text.front();
    };
    for (std::size_t i = at; i-- > 0;) {
        if (letter(i) != '\0') {
            if (letter(i) == 'h') {
                return true;
            }
            break;
        }
    }
    for (std::size_t i = at + 1; i < pieces.size(); ++i) {
        if (letter(i) != '\0') {
            return letter(i) == 's';
        }
    }
    return false;
}

class DateWriter {
public:
    DateWriter(const FormatCode& code, const Moment& moment) : code_(code), at_(moment)
    {
        is_half_day_ = std::any_of(code.pieces.begin(), code.pieces.end(),
            [](const FormatPiece& piece) { return is_half(piece); });
    }

    std::string write() const
    {
        std::string text;
        for (std::size_t i = 0; i < code_.pieces.size(); ++i) {
            const auto& piece = code_.pieces[i];
            text += piece.is_literal ? piece.text : part(piece, i);
        }
        return text;
    }

private:
    static bool is_half(const FormatPiece& piece)
    {
        return !piece.is_literal
            && (piece.text == "AM/PM" || piece.text == "A/P" || piece.text == "上午/下午");
    }

    std::string number(int value, bool is_padded) const
    {
        return code_.is_chinese ? chinese_number(value) : two(value, is_padded);
    }

    std::string part(const FormatPiece& piece, std::size_t at) const
    {
        if (is_half(piece)) {
            const bool is_late = at_.hour >= 12;
            return piece.text.starts_with('A') ? (is_late ? "PM" : "AM")
                : is_late                      ? "下午"
                                               : "上午";
        }
        const bool is_long = piece.text.size() > 1;
        switch (piece.text.front()) {
        case 'y':
            return piece.text.size() <= 2 ? two(at_.year % 100, true)
                : code_.is_chinese        ? chinese_digits(at_.year)
                                          : std::to_string(at_.year);
        case 'm':
            return is_minute(code_.pieces, at) ? number(at_.minute, is_long) : month(piece);
        case 'd':
            return number(at_.day, is_long);
        case 'h':
            return number(is_half_day_ ? (at_.hour + 11) % 12 + 1 : at_.hour, is_long);
        case 's':
            return number(at_.second, is_long);
        case 'a':
            return std::string(piece.text.size() > 3 ? "星期" : "")
                + std::string(weekdays[at_.weekday]);
        default:
            return piece.text.front() == '0' ? std::string() : piece.text; // parts of seconds
        }
    }

    std::string month(const FormatPiece& piece) const
    {
        const auto name = months[static_cast<std::size_t>(at_.month - 1)];
        return piece.text.size() == 3 ? std::string(name.substr(0, 3))
            : piece.text.size() > 3   ? std::string(name)
                                      : number(at_.month, piece.text.size() == 2);
    }

    const FormatCode& code_;
    const Moment& at_;
    bool is_half_day_ = false;
};

// 0.00, #,##0, 0%: digits behind the point, thousands, per cent.
std::string number_as(double value, std::string_view places)
{
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
            text.insert(end, ",");
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
            text += code.is_chinese && is_small ? chinese_number(static_cast<int>(value))
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
        || code.size() > 255) {
        return std::isfinite(value) ? plain(value) : std::string("#NUM!");
    }
    const auto sections = sections_of(code);
    const bool takes_sign = value < 0 && sections.size() > 1;
    const auto section = takes_sign         ? sections[1]
        : value == 0 && sections.size() > 2 ? sections[2]
                                            : sections[0];
    const auto parsed = code_of(section);
    if (!is_date(parsed)) {
        return number_shown(takes_sign ? -value : value, parsed);
    }
    const double shift = system == DateSystem::from_1904 ? 1462 : 0;
    return value < 0 || value > last_day - shift
        ? plain(value)
        : DateWriter(parsed, moment_of(value, system)).write();
}

} // namespace xieshang::documents
