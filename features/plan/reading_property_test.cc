// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Nothing is dropped: each non-blank character of a document stands in exactly one place, whatever
// is done to the document.
#include "features/plan/decoding.h"
#include "features/plan/script.h"
#include "features/plan/structure.h"
#include "tests/support/source_file.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <rapidcheck.h>

namespace xieshang::plan {
namespace {

std::u32string without_blanks(std::u32string_view text)
{
    std::u32string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
        [](char32_t c) { return !is_blank(c); });
    return kept;
}

std::u32string without_blanks(const std::string& text) { return without_blanks(from_utf8(text)); }

// Lists lose their separators, and nothing else.
std::u32string without_separators(std::u32string text)
{
    std::erase_if(text, [](char32_t c) {
        return std::u32string_view(U"、，,;；/／|｜及以和与與﹐､﹑﹔").find(c)
            != std::u32string_view::npos;
    });
    return text;
}

std::u32string joined(const std::vector<std::string>& texts)
{
    std::u32string all;
    for (const auto& text : texts) {
        all += without_blanks(text);
    }
    return all;
}

// What the lines say went to each place.
std::map<std::pair<Place, int>, std::u32string> gathered(const Reading& reading)
{
    std::map<std::pair<Place, int>, std::u32string> places;
    for (const auto& line : reading.lines) {
        for (const auto& piece : line.pieces) {
            places[{piece.place, piece.target}] += without_blanks(piece.text);
        }
    }
    return places;
}

// The heading above, a time, stands in its own place and serves its topics, too.
bool is_heading(const Reading& reading, const std::string& period)
{
    return std::any_of(
        reading.sections.begin(), reading.sections.end(), [&](const ReadSection& section) {
            return without_blanks(section.heading) == without_blanks(period);
        });
}

void check_every_character(const std::u32string& source)
{
    const auto reading = structure_of(split_lines(source)).reading;
    const auto expected = without_blanks(source);
    std::u32string in_lines;
    for (const auto& line : reading.lines) {
        for (const auto& piece : line.pieces) {
            RC_ASSERT(!piece.text.empty());
            in_lines += without_blanks(piece.text);
        }
    }
    RC_ASSERT(to_utf8(in_lines) == to_utf8(expected));
    const auto& counted = reading.characters;
    RC_ASSERT(counted.source == static_cast<std::int64_t>(expected.size()));
    RC_ASSERT(counted.placed + counted.unplaced == counted.source);

    auto places = gathered(reading);
    RC_ASSERT(without_blanks(reading.title) == (places[{Place::title, -1}]));
    for (int i = 0; i < static_cast<int>(reading.sections.size()); ++i) {
        const auto& section = reading.sections[static_cast<std::size_t>(i)];
        RC_ASSERT(without_blanks(section.heading) == (places[{Place::section_heading, i}]));
        RC_ASSERT(without_blanks(section.text) == (places[{Place::section_text, i}]));
    }
    for (int i = 0; i < static_cast<int>(reading.topics.size()); ++i) {
        const auto& topic = reading.topics[static_cast<std::size_t>(i)];
        RC_ASSERT(without_blanks(topic.title) == (places[{Place::topic_title, i}]));
        RC_ASSERT(without_blanks(topic.period) == (places[{Place::topic_period, i}])
            || (places[{Place::topic_period, i}].empty() && is_heading(reading, topic.period)));
        RC_ASSERT(without_separators(joined(topic.responsible))
            == without_separators(places[{Place::topic_responsible, i}]));
        RC_ASSERT(without_separators(joined(topic.participating))
            == without_separators(places[{Place::topic_participating, i}]));
        RC_ASSERT(!topic.title.empty());
        RC_ASSERT(topic.line >= 1);
    }
    std::u32string unplaced;
    for (const auto& piece : reading.unplaced) {
        unplaced += without_blanks(piece.text);
    }
    RC_ASSERT(unplaced == (places[{Place::unplaced, -1}]));
    RC_ASSERT(counted.unplaced == static_cast<std::int64_t>(unplaced.size()));
    for (const auto& [key, text] : places) {
        const auto [place, target] = key;
        const bool of_topic = place >= Place::topic_mark;
        const bool of_section = !of_topic && place >= Place::section_mark;
        RC_ASSERT((!of_topic || target < static_cast<int>(reading.topics.size())));
        RC_ASSERT((!of_section || target < static_cast<int>(reading.sections.size())));
    }
}

const std::vector<std::u32string>& documents()
{
    static const auto all = [] {
        std::vector<std::u32string> texts;
        for (const auto& path : tests::source_files_in("features/plan/fixtures")) {
            if (const auto decoded = decode(tests::source_file(path).value())) {
                texts.push_back(decoded->text);
            }
        }
        return texts;
    }();
    return all;
}

std::vector<std::u32string> lines_in(const std::u32string& text)
{
    std::vector<std::u32string> lines(1);
    for (const auto c : text) {
        if (c == U'\n') {
            lines.emplace_back();
        } else {
            lines.back().push_back(c);
        }
    }
    return lines;
}

std::u32string joined_by(const std::vector<std::u32string>& lines, const std::u32string& between)
{
    std::u32string text;
    for (const auto& line : lines) {
        text += (text.empty() ? U"" : between) + line;
    }
    return text;
}

char32_t any_character()
{
    static const std::u32string often = U"一二三四1234.、（）()：:；;，。“”‘’《》【】〔〕\t "
                                        U"　|-—·①②第章议题协商会围绕开展共个场次等月\n\"'#";
    if (*rc::gen::inRange(0, 4) > 0) {
        return often[*rc::gen::inRange<std::size_t>(0, often.size())];
    }
    const auto c = static_cast<char32_t>(*rc::gen::inRange(1, 0x11000));
    return c >= 0xD800 && c <= 0xDFFF ? U'协' : c;
}

char32_t other_width(char32_t c)
{
    if (c > 0x20 && c < 0x7F) {
        return c + 0xFEE0;
    }
    return c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c;
}

std::u32string mutated(std::u32string text)
{
    const int kind = *rc::gen::inRange(0, 9);
    auto lines = lines_in(text);
    const auto some_line = [&] { return *rc::gen::inRange<std::size_t>(0, lines.size()); };
    const auto some_place = [&] { return *rc::gen::inRange<std::size_t>(0, text.size() + 1); };
    switch (kind) {
    case 0:
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(some_line()));
        return joined_by(lines, U"\n");
    case 1:
        lines.push_back(lines[some_line()]);
        std::swap(lines.back(), lines[some_line()]);
        return joined_by(lines, U"\n");
    case 2:
        std::swap(lines[some_line()], lines[some_line()]);
        return joined_by(lines, U"\n");
    case 3:
        for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
            text.insert(some_place(), 1, any_character());
        }
        return text;
    case 4:
        for (auto& c : text) {
            c = *rc::gen::inRange(0, 3) == 0 ? other_width(c) : c;
        }
        return text;
    case 5:
        std::erase_if(lines, [](const auto& line) { return without_blanks(line).empty(); });
        return joined_by(lines, *rc::gen::element<std::u32string>(U"\n", U"\r\n", U"\r"));
    case 6:
        if (const auto at = text.find(U'\n', some_place()); at != text.npos) {
            text.erase(at, 1);
        }
        return text;
    case 7:
        text.insert(some_place(), 1, U'\n');
        return text;
    default:
        return text.substr(std::min(some_place(), text.size()));
    }
}

TEST(Reading, DropsNothingWhateverHappensToADocument)
{
    ASSERT_GT(documents().size(), 25U);
    EXPECT_TRUE(rc::check([] {
        auto text = *rc::gen::elementOf(documents());
        for (int times = *rc::gen::inRange(0, 8); times > 0; --times) {
            text = mutated(std::move(text));
        }
        check_every_character(text);
    }));
}

TEST(Reading, DropsNothingOfTwoDocumentsInOne)
{
    EXPECT_TRUE(rc::check([] {
        const auto first = *rc::gen::elementOf(documents());
        const auto second = *rc::gen::elementOf(documents());
        const auto at = *rc::gen::inRange<std::size_t>(0, first.size());
        check_every_character(first.substr(0, at) + second + first.substr(at));
    }));
}

TEST(Reading, DropsNothingOfAnyText)
{
    EXPECT_TRUE(rc::check([] {
        std::u32string text;
        for (int size = *rc::gen::inRange(0, 200); size > 0; --size) {
            text.push_back(any_character());
        }
        check_every_character(text);
    }));
}

} // namespace
} // namespace xieshang::plan
