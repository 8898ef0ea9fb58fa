// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/correction.h"

#include "features/plan/corrected_text.h"
#include "features/plan/findings.h"
#include "features/plan/mark_words.h"
#include "features/plan/script.h"

#include <algorithm>
#include <set>

namespace xieshang::plan {
namespace {

constexpr std::size_t most_named = 50;
static_assert(static_cast<int>(CorrectedPlace::topic_participating)
    == static_cast<int>(Place::topic_participating)); // the names are the same up to here

std::size_t targets_of(CorrectedPlace place, const Correction& correction)
{
    switch (place) {
    case CorrectedPlace::unplaced:
    case CorrectedPlace::title:
        return 0;
    case CorrectedPlace::section_mark:
    case CorrectedPlace::section_heading:
    case CorrectedPlace::section_text:
        return static_cast<std::size_t>(correction.sections);
    case CorrectedPlace::ignored:
        return correction.reasons.size();
    default:
        return correction.topics.size();
    }
}

bool has_target(const PlacedRun& run, const Correction& correction)
{
    const auto many = targets_of(run.place, correction);
    const bool needs_none =
        run.place == CorrectedPlace::unplaced || run.place == CorrectedPlace::title;
    return needs_none ? run.target == -1
                      : run.target >= 0 && static_cast<std::size_t>(run.target) < many;
}

base::Error unfinished() { return {base::Trouble::refused, "correction.unfinished", {}, {}}; }

tl::unexpected<base::Error> at_line(std::string code, const Line& line)
{
    return base::refuse(std::move(code), {{"line", std::to_string(line.number)}});
}

base::Result<void> covers(const Line& line, const CorrectedLine& corrected, const Correction& all)
{
    std::int64_t length = 0;
    for (const auto& run : corrected.runs) {
        if (run.length < 1 || run.length > static_cast<std::int64_t>(line.text.size())) {
            return at_line("correction.other_text", line);
        }
        if (!has_target(run, all)) {
            return at_line("correction.no_target", line);
        }
        length += run.length;
    }
    if (length != static_cast<std::int64_t>(line.text.size())) {
        return at_line("correction.other_text", line);
    }
    return {};
}

base::Result<void> belongs(const std::vector<Line>& lines, const Correction& correction)
{
    if (lines.size() != correction.lines.size()) {
        return base::refuse("correction.other_text", {{"line", std::to_string(lines.size())}});
    }
    for (std::size_t index = 0; index < lines.size(); ++index) {
        CHECK(covers(lines[index], correction.lines[index], correction));
    }
    return {};
}

CorrectedTopic topic_of(const ReadTopic& topic)
{
    return {topic.number, topic.kind, topic.title, topic.period, topic.month, topic.responsible,
        topic.participating, topic.line, {}};
}

std::optional<std::int64_t> key_as_read(const CorrectedTopic& topic, const Reading& reading)
{
    const auto found =
        std::find_if(reading.topics.begin(), reading.topics.end(), [&](const ReadTopic& read) {
            return read.line == topic.line && read.title == topic.title;
        });
    return found == reading.topics.end()
        ? std::nullopt
        : std::optional<std::int64_t>(found - reading.topics.begin());
}

Range folded_range(const Line& line, std::size_t index, std::size_t begin, std::size_t end)
{
    const auto at = [&](std::size_t place) {
        return static_cast<std::uint32_t>(
            std::lower_bound(line.at.begin(), line.at.end(), place) - line.at.begin());
    };
    return {static_cast<std::uint32_t>(index), at(begin), at(end)};
}

} // namespace

Correction correction_of(const Reading& reading)
{
    Correction correction{reading.title, reading.committee, reading.year,
        static_cast<std::int64_t>(reading.sections.size()), {}, {}, {}, {}};
    std::transform(reading.topics.begin(), reading.topics.end(),
        std::back_inserter(correction.topics), topic_of);
    for (std::size_t i = 0; i < correction.topics.size(); ++i) {
        correction.topics[i].key = static_cast<std::int64_t>(i);
    }
    correction.next_key = std::ssize(correction.topics);
    for (const auto& line : reading.lines) {
        auto& runs = correction.lines.emplace_back().runs;
        for (const auto& piece : line.pieces) {
            runs.push_back({static_cast<CorrectedPlace>(piece.place), piece.target,
                static_cast<std::int64_t>(from_utf8(piece.text).size())});
        }
    }
    return correction;
}

Correction keyed(Correction correction, const Reading& reading)
{
    auto next = std::max<std::int64_t>(correction.next_key.value_or(0), std::ssize(reading.topics));
    std::set<std::int64_t> taken;
    for (auto& topic : correction.topics) {
        if (topic.key && !taken.insert(*topic.key).second) {
            topic.key.reset();
        }
        next = std::max(next, topic.key.value_or(-1) + 1);
    }
    for (auto& topic : correction.topics) {
        if (!topic.key) {
            const auto read = key_as_read(topic, reading);
            topic.key = read && taken.insert(*read).second ? *read : next++;
        }
    }
    correction.next_key = next;
    return correction;
}

base::Result<void> belongs(const Reading& reading, const Correction& correction)
{
    return belongs(lines_of(reading), correction);
}

base::Result<void> complete(const Reading& reading, const Correction& correction)
{
    const auto lines = lines_of(reading);
    CHECK(belongs(lines, correction));
    auto trouble = unfinished();
    std::size_t count = 0;
    const auto tell = [&](std::size_t index, std::string code, std::u32string_view text) {
        if (++count <= most_named) {
            trouble.fields.push_back({"/lines/" + std::to_string(index), std::move(code),
                {{"line", std::to_string(lines[index].number)},
                    {"text", to_utf8(text.substr(0, 40))}}});
        }
    };
    for_each_run(lines, correction, [&](const PlacedRun& run, auto text, auto index, auto) {
        if (run.place == CorrectedPlace::unplaced && !is_all_blank(text)) {
            tell(index, "correction.unaccounted", text);
        }
        if (run.place == CorrectedPlace::ignored
            && is_all_blank(from_utf8(correction.reasons[static_cast<std::size_t>(run.target)]))) {
            tell(index, "correction.no_reason", text);
        }
    });
    for_words_as_marks(reading, correction, [&](std::size_t index, std::u32string_view words) {
        tell(index, "correction.words_as_mark", words);
    });
    trouble.params = {{"count", std::to_string(count)}};
    return count == 0 ? base::Result<void>{} : tl::unexpected(std::move(trouble));
}

std::int64_t unaccounted(const Reading& reading, const Correction& correction)
{
    std::int64_t count = 0;
    for_each_run(lines_of(reading), correction, [&](const PlacedRun& run, auto text, auto...) {
        if (run.place == CorrectedPlace::unplaced) {
            count +=
                std::count_if(text.begin(), text.end(), [](char32_t c) { return !is_blank(c); });
        }
    });
    return count;
}

Correction with_the_rest_ignored(Correction correction, const std::string& reason)
{
    const auto target = static_cast<std::int64_t>(correction.reasons.size());
    bool is_used = false;
    for (auto& line : correction.lines) {
        for (auto& run : line.runs) {
            if (run.place == CorrectedPlace::unplaced) {
                run.place = CorrectedPlace::ignored;
                run.target = target;
                is_used = true;
            }
        }
    }
    if (is_used) {
        correction.reasons.push_back(reason);
    }
    return correction;
}

std::vector<Section> sections_of(const Reading& reading, const Correction& correction)
{
    const auto lines = lines_of(reading);
    Findings findings(lines);
    for (std::int64_t i = 0; i < correction.sections; ++i) {
        findings.add_section();
    }
    for_each_run(lines, correction, [&](const PlacedRun& run, auto text, auto index, auto begin) {
        if (run.place >= CorrectedPlace::section_mark
            && run.place <= CorrectedPlace::section_text) {
            findings.put(folded_range(lines[index], index, begin, begin + text.size()),
                static_cast<Place>(run.place), static_cast<int>(run.target));
        }
    });
    std::vector<Section> sections;
    for (const auto& section : findings.composed().sections) {
        sections.push_back({section.heading, section.text});
    }
    return sections;
}

} // namespace xieshang::plan
