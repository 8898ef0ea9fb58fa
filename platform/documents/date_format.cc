// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/date_format.h"

#include "platform/base/chinese_number.h"
#include "platform/documents/numerals.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace xieshang::documents {
namespace {

constexpr double last_day = 2'958'465; // 9999-12-31
constexpr std::int64_t seconds_a_day = 86'400;

struct Moment {
    int year{}, month{}, day{}, hour{}, minute{}, second{};
    unsigned weekday{};     // 0: Sunday
    std::int64_t seconds{}; // since day 0, for what has passed
};

std::int64_t seconds_of(double value) { return std::llround(value * seconds_a_day); }

std::chrono::sys_days day_of(std::int64_t days, DateSystem system)
{
    using namespace std::chrono;
    const sys_days first = system == DateSystem::from_1904 ? sys_days(year{1904} / 1 / 1)
        : days < 60                                        ? sys_days(year{1899} / 12 / 31)
                                                           : sys_days(year{1899} / 12 / 30);
    return first + std::chrono::days(days);
}

Moment moment_of(double value, DateSystem system)
{
    const auto seconds = seconds_of(value);
    const auto rest = static_cast<int>(seconds % seconds_a_day);
    const auto at = day_of(seconds / seconds_a_day, system);
    const std::chrono::year_month_day date(at);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
        static_cast<int>(static_cast<unsigned>(date.day())), rest / 3600, rest / 60 % 60, rest % 60,
        std::chrono::weekday(at).c_encoding(), seconds};
}

constexpr std::array<std::string_view, 12> months{"January", "February", "March", "April", "May",
    "June", "July", "August", "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> days{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> weekdays{"日", "一", "二", "三", "四", "五", "六"};

std::string two(std::int64_t value, bool is_padded)
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
        return code_.is_chinese ? base::chinese_number(value) : two(value, is_padded);
    }

    std::string half_day(const FormatPiece& piece) const
    {
        const bool is_late = at_.hour >= 12;
        return piece.text.starts_with('A') ? (is_late ? "PM" : "AM") : is_late ? "下午" : "上午";
    }

    std::string part(const FormatPiece& piece, std::size_t at) const
    {
        if (is_half(piece)) {
            return half_day(piece);
        }
        const bool is_long = piece.text.size() > 1;
        if (piece.is_elapsed) {
            return two(passed(piece.text.front()), is_long);
        }
        switch (piece.text.front()) {
        case 'y':
            return piece.text.size() <= 2 ? two(at_.year % 100, true)
                : code_.is_chinese        ? chinese_digits(at_.year)
                                          : std::to_string(at_.year);
        case 'e': // the year, in Chinese formats
            return std::to_string(at_.year);
        case 'b': // of the Buddhist calendar
            return piece.text.size() <= 2 ? two((at_.year + 543) % 100, true)
                                          : std::to_string(at_.year + 543);
        case 'm':
            return is_minute(code_.pieces, at) ? number(at_.minute, is_long) : month(piece);
        case 'd':
            return piece.text.size() > 2 ? weekday(piece) : number(at_.day, is_long);
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

    std::int64_t passed(char unit) const
    {
        return at_.seconds / (unit == 'h' ? 3600 : unit == 'm' ? 60 : 1);
    }

    std::string weekday(const FormatPiece& piece) const
    {
        const bool is_long = piece.text.size() > 3;
        if (code_.is_of_china) {
            return (is_long ? "星期" : "周") + std::string(weekdays[at_.weekday]);
        }
        return std::string(days[at_.weekday].substr(0, is_long ? 9 : 3));
    }

    std::string month(const FormatPiece& piece) const
    {
        if (code_.is_of_china && piece.text.size() > 2) {
            return (piece.text.size() == 3 ? std::to_string(at_.month)
                                           : base::chinese_number(at_.month))
                + "月";
        }
        const auto name = months[static_cast<std::size_t>(at_.month - 1)];
        return piece.text.size() == 3 ? std::string(name.substr(0, 3))
            : piece.text.size() == 5  ? std::string(name.substr(0, 1))
            : piece.text.size() > 3   ? std::string(name)
                                      : number(at_.month, piece.text.size() == 2);
    }

    const FormatCode& code_;
    const Moment& at_;
    bool is_half_day_ = false;
};

// m stands for months where it stands for no minutes.
bool is_of_day(const std::vector<FormatPiece>& pieces, std::size_t at)
{
    const auto& piece = pieces[at];
    if (piece.is_literal || piece.is_elapsed || piece.text == "A/P" || piece.text == "AM/PM") {
        return false;
    }
    const char letter = piece.text.front();
    return letter == 'd' || letter == 'a' || (letter == 'm' && !is_minute(pieces, at));
}

} // namespace

bool is_date(const FormatCode& code)
{
    return std::any_of(code.pieces.begin(), code.pieces.end(), [](const FormatPiece& piece) {
        return !piece.is_literal && is_date_letter(piece.text.front()) && piece.text != "A/P";
    });
}

bool shows_day(const FormatCode& code)
{
    for (std::size_t i = 0; i < code.pieces.size(); ++i) {
        if (is_of_day(code.pieces, i)) {
            return true;
        }
    }
    return false;
}

bool is_in_calendar(double value, DateSystem system)
{
    return value >= 0 && value <= last_day - (system == DateSystem::from_1904 ? 1462 : 0);
}

std::string date_shown(double value, const FormatCode& code, DateSystem system)
{
    return DateWriter(code, moment_of(value, system)).write();
}

std::optional<std::chrono::year_month_day> date_in(
    double value, std::string_view code, DateSystem system)
{
    if (value < 1 || !is_in_calendar(value, system) || code.size() > longest_code
        || !shows_day(code_of(section_for(value, code).text))) {
        return std::nullopt;
    }
    return day_of(seconds_of(value) / seconds_a_day, system);
}

double number_of(std::chrono::year_month_day date, DateSystem system)
{
    const auto days =
        static_cast<double>((std::chrono::sys_days(date) - day_of(0, system)).count());
    return system == DateSystem::from_1900 && days >= 60 ? days + 1 : days;
}

} // namespace xieshang::documents
