// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/opinions/csv_table.h"

#include "features/opinions/one_line.h"

#include <algorithm>
#include <charconv>

namespace xieshang::opinions {
namespace {

constexpr std::size_t rows_between_tellings = 1U << 16U;
constexpr std::size_t most_lines_told = 5;
constexpr std::size_t told_columns = 40; // of a name of a column

std::string_view trimmed(std::string_view field)
{
    while (!field.empty() && field.front() == ' ') {
        field.remove_prefix(1);
    }
    while (!field.empty() && field.back() == ' ') {
        field.remove_suffix(1);
    }
    return field;
}

template <class Number>
std::optional<Number> whole(std::string_view field)
{
    Number number{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    if (error != std::errc{} || end != field.data() + field.size()) {
        return {};
    }
    return number;
}

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same_name(std::string_view one, std::string_view other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
        [](char a, char b) { return lowered(a) == lowered(b); });
}

// What begins as no text in UTF-8 does.
base::Result<void> readable(const FileToRead& file)
{
    if (file.bytes.starts_with("\xFF\xFE") || file.bytes.starts_with("\xFE\xFF")) {
        return base::refuse("opinions.not_utf8", {{"file", file.name}, {"line", "1"}});
    }
    if (file.bytes.starts_with("\x1F\x8B") || file.bytes.starts_with("PK\x03\x04")) {
        return base::refuse("opinions.packed", {{"file", file.name}});
    }
    return {};
}

} // namespace

base::Result<CsvTable> CsvTable::open(const FileToRead& file)
{
    CHECK(readable(file));
    CsvTable table(file);
    if (!table.rows_.next()) {
        return base::refuse("opinions.empty_file", {{"file", file.name}});
    }
    for (const auto field : table.rows_.fields()) {
        const std::string name(trimmed(field));
        if (!is_utf8(name)) {
            return table.not_utf8();
        }
        if (!name.empty() && table.find(name)) {
            return base::refuse(
                "opinions.twice", {{"file", file.name}, {"column", one_line(name, told_columns)}});
        }
        table.head_.push_back(name);
    }
    return table;
}

std::optional<std::size_t> CsvTable::find(std::string_view column) const
{
    const auto found = std::find_if(head_.begin(), head_.end(),
        [&](const std::string& name) { return is_same_name(name, column); });
    return found == head_.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - head_.begin()));
}

base::Result<std::size_t> CsvTable::at(std::string_view column) const
{
    if (const auto found = find(column)) {
        return *found;
    }
    for (const char separator : {';', '\t'}) {
        if (head_.size() == 1 && head_[0].find(separator) != std::string::npos) {
            return base::refuse("opinions.separator", {{"file", file_.name}});
        }
    }
    std::string names;
    for (const auto& name : head_) {
        names += (names.empty() ? "" : ", ") + name;
    }
    return base::refuse("opinions.no_column",
        {{"file", file_.name}, {"column", std::string(column)},
            {"found", one_line(names, 2 * told_columns)}});
}

tl::unexpected<base::Error> CsvTable::not_utf8() const
{
    return base::refuse(
        "opinions.not_utf8", {{"file", file_.name}, {"line", std::to_string(rows_.line())}});
}

base::Result<bool> CsvTable::next()
{
    while (rows_.next()) {
        if (file_.progress && ++rows_since_told_ == rows_between_tellings) {
            rows_since_told_ = 0;
            file_.progress(rows_.bytes_read());
        }
        if (rows_.is_broken()) {
            CHECK(bad("quote"));
        } else if (rows_.fields().size() != head_.size()) {
            CHECK(bad("fields",
                {{"found", std::to_string(rows_.fields().size())},
                    {"expected", std::to_string(head_.size())}}));
        } else {
            return true;
        }
    }
    return false;
}

base::Result<void> CsvTable::bad(std::string_view reason, base::Params params)
{
    ++skipped_;
    if (skipped_lines_.size() < most_lines_told) {
        skipped_lines_.push_back(rows_.line());
    }
    if (file_.skips_bad) {
        return {};
    }
    base::Error error{base::Trouble::refused, "opinions.bad_line",
        {{"file", file_.name}, {"line", std::to_string(rows_.line())}}, {}};
    error.fields.push_back({"", "opinions.line." + std::string(reason), std::move(params)});
    return tl::unexpected(std::move(error));
}

std::optional<std::uint32_t> number_in(std::string_view field, std::uint32_t most)
{
    const auto number = whole<std::uint32_t>(trimmed(field));
    return number && *number <= most ? number : std::nullopt;
}

std::optional<std::int64_t> time_in(std::string_view field)
{
    return whole<std::int64_t>(trimmed(field));
}

std::optional<analytics::Stance> stance_in(std::string_view field)
{
    field = trimmed(field);
    if (field.ends_with(".0")) { // as spreadsheets and data frames write whole numbers
        field.remove_suffix(2);
    }
    if (field == "1" || field == "+1") {
        return analytics::Stance::agree;
    }
    if (field == "-1") {
        return analytics::Stance::disagree;
    }
    return field == "0" ? std::optional(analytics::Stance::pass) : std::nullopt;
}

} // namespace xieshang::opinions
