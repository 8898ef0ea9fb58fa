// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Nothing is dropped: each non-blank character of a document stands in exactly one place. What the
// property test and the fuzz program of the reader hold a reading against.
#pragma once

#include "features/plan/script.h"
#include "features/plan/structure.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace xieshang::plan {

inline std::u32string without_blanks(std::u32string_view text)
{
    std::u32string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
        [](char32_t c) { return !is_blank(c); });
    return kept;
}

inline std::u32string without_blanks(const std::string& text)
{
    return without_blanks(from_utf8(text));
}

// Lists lose their separators, and nothing else.
inline std::u32string without_separators(std::u32string text)
{
    std::erase_if(text, [](char32_t c) {
        return std::u32string_view(U"、，,;；/／|｜及以和与與﹐､﹑﹔").find(c)
            != std::u32string_view::npos;
    });
    return text;
}

inline std::u32string words_of(const std::vector<std::string>& texts)
{
    std::u32string all;
    for (const auto& text : texts) {
        all += without_blanks(text);
    }
    return all;
}

// What the lines say went to each place.
inline std::map<std::pair<Place, int>, std::u32string> gathered(const Reading& reading)
{
    std::map<std::pair<Place, int>, std::u32string> places;
    for (const auto& line : reading.lines) {
        for (const auto& piece : line.pieces) {
            places[{piece.place, piece.target}] += without_blanks(piece.text);
        }
    }
    return places;
}

using Places = std::map<std::pair<Place, int>, std::u32string>;

// The heading above, a time, stands in its own place and serves its topics, too.
inline bool period_is_in_place(
    const Reading& reading, const std::string& period, const std::u32string& place)
{
    return without_blanks(period) == place
        || (place.empty()
            && std::any_of(
                reading.sections.begin(), reading.sections.end(), [&](const ReadSection& section) {
                    return without_blanks(section.heading) == without_blanks(period);
                }));
}

inline bool fields_are_in_place(const Reading& reading, Places& places)
{
    bool all = without_blanks(reading.title) == places[{Place::title, -1}];
    for (int i = 0; i < static_cast<int>(reading.sections.size()); ++i) {
        const auto& section = reading.sections[static_cast<std::size_t>(i)];
        all = all && without_blanks(section.heading) == places[{Place::section_heading, i}]
            && without_blanks(section.text) == places[{Place::section_text, i}];
    }
    for (int i = 0; i < static_cast<int>(reading.topics.size()); ++i) {
        const auto& topic = reading.topics[static_cast<std::size_t>(i)];
        all = all && !topic.title.empty() && topic.line >= 1
            && without_blanks(topic.title) == places[{Place::topic_title, i}]
            && period_is_in_place(reading, topic.period, places[{Place::topic_period, i}])
            && without_separators(words_of(topic.responsible))
                == without_separators(places[{Place::topic_responsible, i}])
            && without_separators(words_of(topic.participating))
                == without_separators(places[{Place::topic_participating, i}]);
    }
    return all;
}

inline bool places_exist(const Reading& reading, const Places& places)
{
    return std::all_of(places.begin(), places.end(), [&](const auto& entry) {
        const auto [place, target] = entry.first;
        const bool of_topic = place >= Place::topic_mark;
        const bool of_section = !of_topic && place >= Place::section_mark;
        return (!of_topic || target < static_cast<int>(reading.topics.size()))
            && (!of_section || target < static_cast<int>(reading.sections.size()));
    });
}

// Empty, or what does not hold of the reading of this text.
inline std::string broken_promise(const std::u32string& source)
{
    const auto reading = structure_of(split_lines(source)).reading;
    const auto expected = without_blanks(source);
    std::u32string in_lines;
    for (const auto& line : reading.lines) {
        for (const auto& piece : line.pieces) {
            if (piece.text.empty()) {
                return "a piece is empty";
            }
            in_lines += without_blanks(piece.text);
        }
    }
    if (to_utf8(in_lines) != to_utf8(expected)) {
        return "the lines are not the document";
    }
    auto places = gathered(reading);
    std::u32string unplaced;
    for (const auto& piece : reading.unplaced) {
        unplaced += without_blanks(piece.text);
    }
    const auto& counted = reading.characters;
    if (counted.source != static_cast<std::int64_t>(expected.size())
        || counted.placed + counted.unplaced != counted.source
        || counted.unplaced != static_cast<std::int64_t>(unplaced.size())) {
        return "the counts do not add up";
    }
    if (unplaced != places[{Place::unplaced, -1}] || !fields_are_in_place(reading, places)) {
        return "a field is not what its lines say";
    }
    return places_exist(reading, places) ? "" : "a place does not exist";
}

} // namespace xieshang::plan
