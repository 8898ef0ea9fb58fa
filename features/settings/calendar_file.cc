// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/settings/calendar_file.h"

#include "features/people/roster_words.h"
#include "platform/json/document.h"
#include "platform/json/sameness.h"

#include <algorithm>
#include <array>
#include <set>

namespace xieshang::settings {
namespace {

class Reading {
public:
    void take(std::int64_t number, std::string words, MarkedDay day, std::string wrong = {})
    {
        if (wrong.empty()) {
            wrong = wrong_with(day);
        }
        if (wrong.empty() && !seen_.insert(day.day).second) {
            wrong = "calendar.twice";
        }
        if (wrong.empty()) {
            file_.days.push_back(std::move(day));
        } else {
            file_.wrong.push_back({number, std::move(words), std::move(wrong)});
        }
    }

    bool has_holiday(std::string_view day) const
    {
        return std::any_of(file_.days.begin(), file_.days.end(), [&](const MarkedDay& one) {
            return one.day == day && one.kind == CalendarMark::holiday;
        });
    }

    base::Result<CalendarFile> finish()
    {
        if (file_.days.empty() && file_.wrong.empty()) {
            return base::refuse("calendar.no_days");
        }
        if (file_.days.size() + file_.wrong.size() > most_days) {
            return base::refuse("calendar.too_many_days", {{"most", std::to_string(most_days)}});
        }
        file_.days = sorted(std::move(file_.days));
        return std::move(file_);
    }

private:
    CalendarFile file_;
    std::set<std::string> seen_;
};

// ---- JSON ---------------------------------------------------------------------------------------

// "New Year's Day,元旦,1": English, Chinese, how many days; a name alone is the Chinese one.
void name(MarkedDay& day, std::string_view words)
{
    const auto comma = words.find(',');
    if (comma == std::string_view::npos) {
        day.name = words;
        return;
    }
    day.name_en = words.substr(0, comma);
    words.remove_prefix(comma + 1);
    day.name = words.substr(0, words.find(','));
}

std::string words_of(const json::Node& day)
{
    return std::string(day.key) + (day.text.empty() ? "" : " " + std::string(day.text));
}

void take_days(Reading& reading, std::int64_t& number, const json::Node* days, CalendarMark kind)
{
    if (days == nullptr) {
        return;
    }
    for (const auto& node : *days) {
        MarkedDay day{std::string(node.key), kind};
        name(day, node.text);
        reading.take(
            ++number, words_of(node), std::move(day), node.repeated ? "calendar.twice" : "");
    }
}

// ---- a table ------------------------------------------------------------------------------------

struct Columns {
    std::size_t day = 0;
    std::size_t kind = 1;
    std::size_t name = 2;
};

template <std::size_t N>
bool is_one_of(std::string_view words, const std::array<std::string_view, N>& known)
{
    return std::find(known.begin(), known.end(), words) != known.end();
}

constexpr std::array<std::string_view, 5> day_heads{"day", "date", "日期", "日", "天"};
constexpr std::array<std::string_view, 5> kind_heads{"kind", "type", "类型", "类别", "种类"};
constexpr std::array<std::string_view, 6> name_heads{
    "name", "holiday", "名称", "节日", "节假日", "说明"};
constexpr std::array<std::string_view, 9> off_words{
    "holiday", "off", "dayoff", "放假", "节假日", "假日", "休", "休息", "假"};
constexpr std::array<std::string_view, 9> worked_words{"adjustedworkday", "adjusted_workday",
    "workday", "work", "调休上班", "上班", "补班", "调休工作日", "班"};

std::optional<Columns> head_in(const people::TableRow& row)
{
    Columns columns{row.cells.size(), row.cells.size(), row.cells.size()};
    for (std::size_t i = row.cells.size(); i-- > 0;) {
        const auto words = people::plain_words(row.cells[i].text);
        columns.day = is_one_of(words, day_heads) ? i : columns.day;
        columns.kind = is_one_of(words, kind_heads) ? i : columns.kind;
        columns.name = is_one_of(words, name_heads) ? i : columns.name;
    }
    return columns.day < row.cells.size() && columns.kind < row.cells.size()
        ? std::optional(columns)
        : std::nullopt;
}

people::TableCell cell_at(const people::TableRow& row, std::size_t column)
{
    return column < row.cells.size() ? row.cells[column] : people::TableCell();
}

void take_row(Reading& reading, const people::TableRow& row, const Columns& columns)
{
    std::string words;
    for (const auto& cell : row.cells) {
        words += (words.empty() || cell.text.empty() ? "" : " ") + cell.text;
    }
    const auto day = day_in(cell_at(row, columns.day));
    const auto kind = mark_in(cell_at(row, columns.kind).text);
    reading.take(row.number, std::move(words),
        {day.value_or(""), kind.value_or(CalendarMark::holiday), cell_at(row, columns.name).text},
        !day        ? "calendar.not_a_day"
            : !kind ? "calendar.no_kind"
                    : "");
}

} // namespace

bool is_json(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{';
}

base::Result<CalendarFile> calendar_in_json(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.remove_prefix(3);
    }
    const auto document = TRY(json::Document::parse(text));
    const auto& root = document.root();
    const auto* holidays = json::member_of(root, "holidays");
    const auto* workdays = json::member_of(root, "workdays");
    const auto* in_lieu = json::member_of(root, "inLieuDays");
    for (const auto* days : {holidays, workdays, in_lieu}) {
        if (days != nullptr && days->kind != json::Kind::object) {
            return base::refuse("calendar.no_calendar");
        }
    }
    if (holidays == nullptr || workdays == nullptr) {
        return base::refuse("calendar.no_calendar");
    }
    Reading reading;
    std::int64_t number = 0;
    take_days(reading, number, holidays, CalendarMark::holiday);
    take_days(reading, number, workdays, CalendarMark::adjusted_workday);
    if (in_lieu != nullptr) {
        for (const auto& node : *in_lieu) {
            ++number;
            if (!reading.has_holiday(node.key)) {
                reading.take(number, words_of(node), {}, "calendar.in_lieu_no_holiday");
            }
        }
    }
    return reading.finish();
}

base::Result<CalendarFile> calendar_in_table(const std::vector<people::TableRow>& rows)
{
    Reading reading;
    const auto head = rows.empty() ? std::nullopt : head_in(rows.front());
    for (std::size_t i = head ? 1 : 0; i < rows.size(); ++i) {
        take_row(reading, rows[i], head.value_or(Columns()));
    }
    return reading.finish();
}

std::optional<CalendarMark> mark_in(std::string_view words)
{
    const auto plain = people::plain_words(words);
    if (is_one_of(plain, off_words)) {
        return CalendarMark::holiday;
    }
    if (is_one_of(plain, worked_words)) {
        return CalendarMark::adjusted_workday;
    }
    return std::nullopt;
}

std::optional<std::string> day_in(const people::TableCell& cell)
{
    if (cell.date && cell.date->ok()) {
        return base::text_of(base::Day(*cell.date));
    }
    std::vector<std::string> numbers(1);
    for (const char c : people::plain_words(cell.text)) {
        if (c >= '0' && c <= '9') {
            numbers.back() += c;
        } else if (!numbers.back().empty()) {
            numbers.emplace_back(); // 年, 月, 日 are three bytes each
        }
    }
    if (numbers.back().empty()) {
        numbers.pop_back();
    }
    if (numbers.size() == 1 && numbers[0].size() == 8) {
        numbers = {numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6)};
    }
    if (numbers.size() != 3 || numbers[1].size() > 2 || numbers[2].size() > 2) {
        return std::nullopt;
    }
    const auto two = [](const std::string& digits) {
        return std::string(2 - digits.size(), '0') + digits;
    };
    auto text = numbers[0] + "-" + two(numbers[1]) + "-" + two(numbers[2]);
    return base::day_called(text) ? std::optional(std::move(text)) : std::nullopt;
}

} // namespace xieshang::settings
