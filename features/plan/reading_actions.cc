// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/reading_actions.h"

#include "features/plan/plan_reader.h"
#include "features/plan/sheets.h"
#include "platform/documents/office.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

// The lines of which merged cells go on below.
std::vector<bool> origins_of(const documents::TextLines& read)
{
    std::vector<bool> is_origin(read.lines.size());
    for (const auto& line : read.lines) {
        for (const auto& merged : line.merged) {
            is_origin[merged.line] = true;
        }
    }
    return is_origin;
}

std::vector<CellMonth> months_of(const documents::TextLine& line)
{
    std::vector<CellMonth> months;
    for (const auto& [column, date] : line.dates) {
        if (months.empty() || months.back().column != column) {
            months.push_back({column, static_cast<int>(static_cast<unsigned>(date.month()))});
        }
    }
    return months;
}

// Takes the words with it: a long document is not in memory twice.
std::vector<Line> lines_of(documents::TextLines& read)
{
    const auto is_origin = origins_of(read);
    std::vector<Line> lines;
    lines.reserve(read.lines.size());
    for (std::size_t i = 0; i < read.lines.size(); ++i) {
        auto& own = read.lines[i];
        const auto cells = std::move(own.cells);
        auto& line = lines.emplace_back(own.is_row
                ? make_row(own.number, cells, is_origin[i] || !own.merged.empty(), months_of(own))
                : make_paragraph(own.number, cells.front()));
        line.sheet = own.sheet;
        line.is_hidden = own.is_hidden;
        line.is_set_aside = own.is_hidden || own.is_note;
        for (const auto& merged : own.merged) {
            line.covered.push_back({static_cast<std::uint32_t>(merged.column),
                static_cast<std::uint32_t>(merged.line)});
        }
    }
    return lines;
}

// What was not read, with what else a person should look at; what is of the whole document first.
void add_notes(Reading& reading, const documents::TextLines& read)
{
    std::vector<Warning> warnings;
    for (const auto& note : read.notes) {
        const int line = note.at < 0 ? 0 : reading.lines[static_cast<std::size_t>(note.at)].line;
        warnings.push_back({line, note.code, note.params, note.at});
    }
    reading.warnings.insert(reading.warnings.begin(), warnings.begin(), warnings.end());
    std::stable_sort(reading.warnings.begin(), reading.warnings.end(),
        [](const Warning& a, const Warning& b) { return a.at < b.at; });
}

base::Result<Reading> read_office(std::string_view bytes, std::string_view file_name)
{
    auto office = TRY(documents::office_text(bytes));
    auto& read = office.text;
    auto lines = lines_of(read);
    read.lines = {};
    if (std::all_of(lines.begin(), lines.end(), [](const Line& line) { return line.is_blank(); })) {
        return base::refuse("reading.empty");
    }
    set_aside_sheets(lines);
    auto reading = TRY(read_plan_lines(lines, file_name));
    warn_of_sheets(reading, lines);
    add_notes(reading, read);
    reading.encoding = office.format == documents::Format::docx ? "docx" : "xlsx";
    return reading;
}

} // namespace

base::Result<Reading> read_file(std::string_view bytes, std::string_view file_name)
{
    if (documents::has_password(bytes)) {
        return base::refuse("documents.encrypted");
    }
    return documents::is_archive(bytes) ? read_office(bytes, file_name)
                                        : read_plan(bytes, file_name);
}

} // namespace xieshang::plan
