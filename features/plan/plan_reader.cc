// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_reader.h"

#include "features/plan/decoding.h"
#include "features/plan/not_a_plan.h"
#include "features/plan/structure.h"

#include <string>

namespace xieshang::plan {

base::Result<Reading> read_plan_lines(const std::vector<Line>& lines, std::string_view file_name)
{
    auto structure = structure_of(lines);
    const auto no_plan = [&](std::string code, std::string code_without_title) {
        const auto& title = structure.reading.title;
        return base::refuse(title.empty() ? std::move(code_without_title) : std::move(code),
            {{"file", std::string(file_name)}, {"title", title}});
    };
    switch (genre_of(lines, structure)) {
    case Genre::plan:
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
    const auto decoded = TRY(decode(bytes));
    auto reading = TRY(read_plan_lines(split_lines(decoded.text), file_name));
    reading.encoding = decoded.encoding;
    return reading;
}

} // namespace xieshang::plan
