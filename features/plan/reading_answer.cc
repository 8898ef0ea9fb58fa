// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/reading_answer.h"

#include <boost/describe.hpp>
#include <boost/json.hpp>

namespace xieshang::plan {

std::string text_of(const Reading& reading, const Warning& warning, const Wording& wording)
{
    auto text = wording(warning.code, warning.params);
    if (warning.at < 0 || reading.lines[static_cast<std::size_t>(warning.at)].sheet.empty()) {
        return text;
    }
    return wording("reading.in_sheet",
        {{"sheet", reading.lines[static_cast<std::size_t>(warning.at)].sheet},
            {"text", std::move(text)}});
}

ReadingAnswer answer_of(const Reading& reading, const Wording& wording)
{
    ReadingAnswer answer{reading.title, reading.committee, reading.year, reading.draft,
        reading.sections, reading.topics, reading.unplaced, {}, reading.characters};
    for (const auto& warning : reading.warnings) {
        answer.warnings.push_back({warning.line, text_of(reading, warning, wording)});
    }
    return answer;
}

std::string reading_json(const Reading& reading, const Wording& wording)
{
    return boost::json::serialize(boost::json::value_from(answer_of(reading, wording)));
}

} // namespace xieshang::plan
