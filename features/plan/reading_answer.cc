// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/reading_answer.h"

#include <boost/describe.hpp>
#include <boost/json.hpp>

namespace xieshang::plan {

ReadingAnswer answer_of(const Reading& reading, const Wording& wording)
{
    ReadingAnswer answer{reading.title, reading.committee, reading.year, reading.draft,
        reading.sections, reading.topics, reading.unplaced, {}, reading.characters};
    for (const auto& warning : reading.warnings) {
        answer.warnings.push_back({warning.line, wording(warning.code, warning.params)});
    }
    return answer;
}

std::string reading_json(const Reading& reading, const Wording& wording)
{
    return boost::json::serialize(boost::json::value_from(answer_of(reading, wording)));
}

} // namespace xieshang::plan
