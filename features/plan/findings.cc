// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/findings.h"

#include "features/plan/dated_period.h"
#include "features/plan/gathering.h"
#include "features/plan/script.h"
#include "features/plan/units.h"

#include <algorithm>
#include <array>

namespace xieshang::plan {
namespace {

struct TopicTexts {
    Gathered title;
    Gathered period;
    DatedPeriod dates;
    Gathered responsible;
    Gathered participating;
};

struct SectionTexts {
    Gathered heading;
    Gathered text;
};

struct Texts {
    Gathered title;
    std::vector<SectionTexts> sections;
    std::vector<TopicTexts> topics;

    Gathered* of(Mark mark)
    {
        const auto target = static_cast<std::size_t>(mark.target);
        switch (mark.place) {
        case Place::title:
            return &title;
        case Place::section_heading:
            return &sections[target].heading;
        case Place::section_text:
            return &sections[target].text;
        case Place::topic_title:
            return &topics[target].title;
        case Place::topic_period:
            return &topics[target].period;
        case Place::topic_responsible:
            return &topics[target].responsible;
        case Place::topic_participating:
            return &topics[target].participating;
        default:
            return nullptr;
        }
    }
};

bool is_of_section(Place place)
{
    return place == Place::section_mark || place == Place::section_heading
        || place == Place::section_text;
}

Joint joint_of(Place place)
{
    switch (place) {
    case Place::section_text:
        return Joint::lines;
    case Place::topic_responsible:
    case Place::topic_participating:
        return Joint::list;
    case Place::topic_period:
        return Joint::words;
    default:
        return Joint::wrapped;
    }
}

// The shared words of a topic for one field, before its own.
std::u32string with_shared(
    const TopicFacts& facts, Place place, std::u32string own, const std::vector<Line>& lines)
{
    std::u32string text;
    for (const auto& shared : facts.shared) {
        if (shared.place != place || shared.range.is_empty()) {
            continue;
        }
        const auto& line = lines[shared.range.line];
        const auto begin = line.at[shared.range.begin];
        text +=
            std::u32string_view(line.text).substr(begin, line.at[shared.range.end - 1] + 1 - begin);
        text += place == Place::topic_period ? U' ' : char32_t{0x1F};
    }
    return own.empty() && !text.empty() ? text.substr(0, text.size() - 1) : text + own;
}

// With those of merged cells above.
DatedPeriod dates_of(
    const TopicFacts& facts, const TopicTexts& texts, const std::vector<Line>& lines)
{
    auto dates = texts.dates;
    for (const auto& [place, range] : facts.shared) {
        if (place == Place::topic_period && !range.is_empty()) {
            dates.add(lines[range.line], range.begin, range.end);
        }
    }
    return dates;
}

ReadTopic topic_of(const TopicFacts& facts, const TopicTexts& texts, const std::vector<Line>& lines,
    std::array<int, 12>& counted)
{
    const auto field = [&](Place place, const Gathered& gathered) {
        return with_shared(facts, place, std::u32string(gathered.text()), lines);
    };
    ReadTopic topic;
    topic.kind = facts.kind.value_or(TopicKind::other);
    auto& in_kind = counted[static_cast<std::size_t>(topic.kind)];
    ++in_kind;
    topic.number = facts.number.value_or(in_kind);
    topic.title = to_utf8(tidied(texts.title.text()));
    const auto period = field(Place::topic_period, texts.period);
    topic.period = to_utf8(tidied(period));
    topic.month = dates_of(facts, texts, lines).month(fold(period));
    topic.responsible = units_of(field(Place::topic_responsible, texts.responsible));
    topic.participating = units_of(field(Place::topic_participating, texts.participating));
    topic.line = lines[facts.line].number;
    topic.at = static_cast<int>(facts.line);
    return topic;
}

} // namespace

Findings::Findings(const std::vector<Line>& lines) : lines_(&lines)
{
    marks_.reserve(lines.size());
    for (const auto& line : lines) {
        marks_.emplace_back(line.folded.size());
    }
}

int Findings::add_section() { return sections_++; }

int Findings::add_topic(TopicFacts facts)
{
    topics_.push_back(facts);
    return static_cast<int>(topics_.size()) - 1;
}

void Findings::warn(std::uint32_t line_index, std::string code, base::Params params)
{
    warnings_.push_back({(*lines_)[line_index].number, std::move(code), std::move(params),
        static_cast<int>(line_index)});
}

void Findings::put(Range range, Place place, int target, int part)
{
    if (target < 0 && place != Place::title) {
        return;
    }
    for (auto pos = range.begin; pos < range.end; ++pos) {
        auto& mark = marks_[range.line][pos];
        if (mark.place == Place::unplaced) {
            mark = {target, static_cast<std::int16_t>(part), place};
        }
    }
}

void Findings::put(
    const Run& run, std::size_t begin, std::size_t end, Place place, int target, int part)
{
    for (std::size_t i = begin; i < end; ++i) {
        if (const auto at = run.at(i); at.line != Run::no_line) {
            put(Range{at.line, at.pos, at.pos + 1}, place, target, part);
        }
    }
}

// Sections that got no character are none; the others keep their order.
std::vector<std::int32_t> Findings::kept_sections() const
{
    std::vector<std::int32_t> kept(static_cast<std::size_t>(sections_), -1);
    for (const auto& line : marks_) {
        for (const auto mark : line) {
            if (is_of_section(mark.place)) {
                kept[static_cast<std::size_t>(mark.target)] = 0;
            }
        }
    }
    std::int32_t next = 0;
    for (auto& index : kept) {
        index = index == 0 ? next++ : -1;
    }
    return kept;
}

namespace {

// Gives the places to their fields, line by line.
class Composer {
public:
    Composer(Reading& reading, Texts& texts) : reading_(reading), texts_(texts) {}

    void add(const Line& line, std::uint32_t index, const std::vector<Mark>& marks)
    {
        ReadLine read{line.number, {}, line.sheet};
        for (std::uint32_t pos = 0; pos < line.folded.size(); ++pos) {
            const auto mark = marks[pos];
            const std::size_t from = pos == 0 ? 0 : line.at[pos];
            const std::size_t to = pos + 1 < line.at.size() ? line.at[pos + 1] : line.text.size();
            if (pos == 0 || !stands_with(mark, marks[pos - 1])) {
                read.pieces.push_back({mark.place, mark.target, {}});
            }
            read.pieces.back().text +=
                to_utf8(std::u32string_view(line.text).substr(from, to - from));
            if (auto* gathered = texts_.of(mark)) {
                gathered->add(line, index, pos, mark == before_, joint_of(mark.place));
            }
            if (mark.place == Place::topic_period) {
                texts_.topics[static_cast<std::size_t>(mark.target)].dates.add(line, pos, pos + 1);
            }
            before_ = mark;
            auto& characters = reading_.characters;
            ++characters.source;
            ++(mark.place == Place::unplaced ? characters.unplaced : characters.placed);
        }
        for (const auto& piece : read.pieces) {
            if (piece.place == Place::unplaced) {
                reading_.unplaced.push_back(
                    {line.number, to_utf8(trimmed(from_utf8(piece.text))), line.sheet});
            }
        }
        reading_.lines.push_back(std::move(read));
    }

private:
    static bool stands_with(const Mark& a, const Mark& b)
    {
        return a.place == b.place && a.target == b.target;
    }

    Reading& reading_;
    Texts& texts_;
    Mark before_;
};

} // namespace

Reading Findings::composed() const
{
    Reading reading;
    Texts texts;
    const auto kept = kept_sections();
    texts.sections.resize(static_cast<std::size_t>(
        std::count_if(kept.begin(), kept.end(), [](auto i) { return i >= 0; })));
    texts.topics.resize(topics_.size());
    Composer composer(reading, texts);
    for (std::uint32_t index = 0; index < lines_->size(); ++index) {
        auto marks = marks_[index];
        for (auto& mark : marks) {
            mark.target = is_of_section(mark.place) ? kept[static_cast<std::size_t>(mark.target)]
                                                    : mark.target;
        }
        composer.add((*lines_)[index], index, marks);
    }
    reading.title = to_utf8(without_letter_spacing(texts.title.text()));
    for (const auto& section : texts.sections) {
        reading.sections.push_back({to_utf8(without_letter_spacing(section.heading.text())),
            to_utf8(section.text.text())});
    }
    std::array<int, 12> counted{};
    for (std::size_t i = 0; i < topics_.size(); ++i) {
        reading.topics.push_back(topic_of(topics_[i], texts.topics[i], *lines_, counted));
    }
    reading.warnings = warnings_;
    std::stable_sort(reading.warnings.begin(), reading.warnings.end(),
        [](const Warning& a, const Warning& b) { return a.at < b.at; });
    return reading;
}

} // namespace xieshang::plan
