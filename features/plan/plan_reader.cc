// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_reader.h"

#include "features/plan/decoding.h"
#include "features/plan/encodings.h"
#include "features/plan/front_matter.h"
#include "features/plan/not_a_plan.h"
#include "features/plan/script.h"
#include "features/plan/structure.h"

#include <algorithm>
#include <string>

namespace xieshang::plan {
namespace {

// A table that somebody put the title of into the name of the sheet or of the file alone.
bool is_named_as_plan(const std::vector<Line>& lines, std::string_view file_name)
{
    const auto stem = file_name.substr(0, file_name.rfind('.'));
    std::string_view sheet;
    return (first_not_utf8(stem) == stem.npos && is_title_of_plan(fold(from_utf8(stem))))
        || std::any_of(lines.begin(), lines.end(), [&sheet](const Line& line) {
               const bool is_new = line.sheet.text() != sheet;
               sheet = line.sheet.text();
               return is_new && is_title_of_plan(fold(from_utf8(sheet)));
           });
}

} // namespace

base::Result<Reading> read_plan_lines(const std::vector<Line>& lines, std::string_view file_name)
{
    auto structure = structure_of(lines);
    structure.is_named_as_plan =
        !structure.reading.topics.empty() && is_named_as_plan(lines, file_name);
    const auto no_plan = [&](std::string code, std::string code_without_title) {
        const auto& title = structure.reading.title;
        return base::refuse(title.empty() ? std::move(code_without_title) : std::move(code),
            {{"file", std::string(file_name)}, {"title", title}});
    };
    switch (genre_of(lines, structure)) {
    case Genre::plan:
        if (const auto found = structure.reading.topics.size(); found > most_topics) {
            return base::trouble(base::Trouble::too_large, "reading.too_many_topics",
                {{"topics", std::to_string(found)}, {"most", std::to_string(most_topics)}});
        }
        return std::move(structure.reading);
    case Genre::call:
        return no_plan("reading.is_a_call", "reading.is_a_call_untitled");
    case Genre::news:
        return no_plan("reading.is_news", "reading.is_news_untitled");
    default:
        return no_plan("reading.not_a_plan", "reading.not_a_plan_untitled");
    }
}

base::Result<Reading> read_plan(std::string_view bytes, std::string_view file_name)
{
    auto decoded = TRY(decode(bytes));
    const auto lines = split_lines(decoded.text);
    decoded.text = {}; // a long document is not in memory twice
    if (lines.size() > most_lines) {
        return base::trouble(base::Trouble::too_large, "reading.too_many_lines",
            {{"lines", std::to_string(lines.size())}, {"most", std::to_string(most_lines)}});
    }
    auto reading = TRY(read_plan_lines(lines, file_name));
    reading.encoding = decoded.encoding;
    return reading;
}

} // namespace xieshang::plan
