// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A Reading as `xieshang plan read --json` and the API give it out. Pure.
#pragma once

#include "features/plan/reading.h"
#include "features/plan/wording.h"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

namespace xieshang::plan {

struct WarningText {
    int line{};
    std::string text;
};
BOOST_DESCRIBE_STRUCT(WarningText, (), (line, text))

struct ReadingAnswer {
    std::string title;
    std::string committee;
    std::optional<int> year;
    bool draft{};
    std::vector<ReadSection> sections;
    std::vector<ReadTopic> topics;
    std::vector<Unplaced> unplaced;
    std::vector<WarningText> warnings;
    Characters characters;
};
BOOST_DESCRIBE_STRUCT(ReadingAnswer, (),
    (title, committee, year, draft, sections, topics, unplaced, warnings, characters))

// A warning in words; in a workbook they name the sheet.
std::string text_of(const Reading& reading, const Warning& warning, const Wording& wording);

ReadingAnswer answer_of(const Reading& reading, const Wording& wording);
std::string reading_json(const Reading& reading, const Wording& wording);

} // namespace xieshang::plan
