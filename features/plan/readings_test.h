// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What tests of the reader say about a Reading, in few words.
#pragma once

#include "features/plan/reading.h"
#include "tests/support/source_file.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace xieshang::plan {

using Strings = std::vector<std::string>;

inline base::Result<Reading> read(const std::string& fixture)
{
    return read_plan(
        tests::source_file("features/plan/fixtures/" + fixture + ".txt").value(), fixture);
}

inline std::string joined(const Strings& texts)
{
    std::string all;
    for (const auto& text : texts) {
        all += (all.empty() ? "" : "+") + text;
    }
    return all;
}

// "kind number title | period (month) | responsible | participating"; parts that are empty at the
// end are left out.
inline Strings topics_of(const Reading& reading)
{
    Strings topics;
    for (const auto& topic : reading.topics) {
        auto text = std::string(name_of(topic.kind)) + " " + std::to_string(topic.number) + " "
            + topic.title;
        auto period = topic.period + (topic.month ? " (" + std::to_string(*topic.month) + ")" : "");
        Strings parts{period, joined(topic.responsible), joined(topic.participating)};
        while (!parts.empty() && parts.back().empty()) {
            parts.pop_back();
        }
        for (const auto& part : parts) {
            text += " | " + part;
        }
        topics.push_back(text);
    }
    return topics;
}

inline Strings headings_of(const Reading& reading)
{
    Strings headings;
    for (const auto& section : reading.sections) {
        headings.push_back(section.heading);
    }
    return headings;
}

// "line code"
inline Strings warnings_of(const Reading& reading)
{
    Strings warnings;
    for (const auto& warning : reading.warnings) {
        warnings.push_back(std::to_string(warning.line) + " " + warning.code);
    }
    return warnings;
}

} // namespace xieshang::plan
