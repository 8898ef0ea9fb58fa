// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Nothing is dropped: each non-blank character of a document stands in exactly one place, whatever
// is done to the document.
#include "features/plan/decoding.h"
#include "features/plan/nothing_dropped_test.h"
#include "tests/support/source_file.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace xieshang::plan {
namespace {

void check_every_character(const std::u32string& source)
{
    RC_ASSERT(broken_promise(source) == "");
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
