// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the structure finder has found so far: for every non-blank character one place, and the
// facts about sections and topics that are not text. All texts of a Reading are read off the places
// in the end (composed), so that none can be lost or stand twice, whatever the finder does. Pure,
// linear.
#pragma once

#include "features/plan/lines.h"
#include "features/plan/reading.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace xieshang::plan {

struct Mark { // one for each character of a document: small
    std::int32_t target = -1;
    std::int16_t part = 0; // members of a list that stand side by side, as in two columns
    Place place = Place::unplaced;

    bool operator==(const Mark&) const = default;
};

// Words of a merged cell above that serve this topic, too. They have their place where they stand.
struct Shared {
    Place place{};
    Range range;
};

struct TopicFacts {
    std::optional<int> number;
    std::optional<TopicKind> kind;
    std::uint32_t line{}; // index
    std::vector<Shared> shared;
};

class Findings {
public:
    explicit Findings(const std::vector<Line>& lines);

    const std::vector<Line>& lines() const { return *lines_; }

    int add_section(); // the index of the new one
    int add_topic(TopicFacts facts);
    int section_count() const { return sections_; }
    std::vector<TopicFacts>& topics() { return topics_; }
    const std::vector<TopicFacts>& topics() const { return topics_; }
    void warn(std::uint32_t line_index, std::string code, base::Params params);

    // A character that has a place keeps it. A target below 0 places nothing, except for the title,
    // which needs none.
    void put(Range range, Place place, int target, int part = 0);
    void put(
        const Run& run, std::size_t begin, std::size_t end, Place place, int target, int part = 0);
    Mark mark(std::uint32_t line, std::uint32_t pos) const { return marks_[line][pos]; }

    // Title, sections, topics, unplaced, warnings, characters and lines; not committee, year,
    // draft, encoding.
    Reading composed() const;

private:
    std::vector<std::int32_t> kept_sections() const;

    const std::vector<Line>* lines_;
    std::vector<std::vector<Mark>> marks_;
    int sections_ = 0;
    std::vector<TopicFacts> topics_;
    std::vector<Warning> warnings_;
};

} // namespace xieshang::plan
