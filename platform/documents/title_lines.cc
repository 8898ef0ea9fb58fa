// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/title_lines.h"

#include "platform/documents/letters.h"
#include "platform/documents/type_runs.h"

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

namespace xieshang::documents {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// What a break costs beside the squares of what its line is too long or too short, in halves.
constexpr double within_word = 60;
constexpr double within_latin = 400;
constexpr double before_particle = 40;
constexpr double behind_preposition = 40;
constexpr double before_about = -50; // 关于 begins what the title is about

struct Place { // where a line may end
    std::size_t at;
    int width; // of all before it, in halves
    double cost;
};
using Places = std::vector<Place>; // the title's begin and end, too

bool is_among(std::string_view character, std::string_view list)
{
    const bool is_broken = character.size() == 1 && (character[0] & 0x80) != 0;
    return !character.empty() && !is_broken && list.find(character) != list.npos;
}

bool starts_with_any(std::string_view text, std::string_view list)
{
    std::size_t first = 0;
    return !text.empty() && is_among(next_character(text, first), list);
}

bool begins_no_line(std::string_view text)
{
    std::size_t first = 0;
    return text.empty() || starts_with_any(text, "，。、；：？！）〕】》〉」』”’…—·％℃,.;:?!)]}%")
        || combines(code_point(next_character(text, first)));
}

bool ends_no_line(std::string_view character)
{
    return is_among(character, "（〔【《〈「『“‘([{") || character == "\u200D";
}

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
    void operator()(UBreakIterator* words) const { ubrk_close(words); }
};

// Bytes at which words end. Without ICU's data each character is a word.
std::vector<bool> ends_of_words(std::string_view title)
{
    std::vector<bool> ends(title.size() + 1, false);
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UText, CloseText> text(
        utext_openUTF8(nullptr, title.data(), static_cast<std::int64_t>(title.size()), &code));
    const std::unique_ptr<UBreakIterator, CloseText> words(
        ubrk_open(UBRK_WORD, "zh", nullptr, 0, &code));
    if (U_SUCCESS(code) != 0) {
        ubrk_setUText(words.get(), text.get(), &code);
    }
    if (U_SUCCESS(code) == 0) {
        return std::vector<bool>(title.size() + 1, true);
    }
    for (auto at = ubrk_first(words.get()); at != UBRK_DONE; at = ubrk_next(words.get())) {
        ends[static_cast<std::size_t>(at)] = true;
    }
    return ends;
}

bool is_latin_letter(std::string_view character)
{
    const auto runs = type_runs(character);
    return !runs.empty() && runs.front().script == Script::latin && !is_blank(character);
}

double cost_of(std::string_view last, std::string_view behind, bool ends_word)
{
    std::size_t first = 0;
    double cost = ends_word ? 0 : within_word;
    if (is_latin_letter(last) && is_latin_letter(next_character(behind, first))) {
        cost += within_latin;
    }
    cost += is_latin_letter(last) && starts_with_any(behind, "年月日号届次个项") ? within_word : 0;
    cost += starts_with_any(behind, "的了和与及等之") ? before_particle : 0;
    cost += is_among(last, "和与及在对为以于") ? behind_preposition : 0;
    return cost + (behind.starts_with("关于") ? before_about : 0);
}

// Where the marks let a line end; of a title that is all marks, anywhere.
Places places_in(std::string_view title, bool anywhere)
{
    const auto words = ends_of_words(title);
    Places places{{0, 0, 0}};
    int width = 0;
    for (std::size_t at = 0; at < title.size();) {
        const auto character = next_character(title, at);
        width += half_widths(character);
        const auto behind = title.substr(at);
        const bool allows = anywhere || (!ends_no_line(character) && !begins_no_line(behind));
        if (at == title.size() || (allows && !starts_with_any(behind, " "))) {
            const bool is_end = at == title.size();
            places.push_back(
                {at, width, is_end ? 0 : cost_of(character, behind, words[at])});
        }
    }
    return places;
}

struct Broken {
    double cost = never;
    std::vector<std::size_t> ends; // indices into the places
};

// The cheapest way to end lines of at most these widths near the wished ones.
Broken broken(const Places& places, const std::vector<double>& wished, int most)
{
    const auto count = places.size();
    std::vector<double> costs(count, never);
    std::vector<std::vector<std::size_t>> from(wished.size(), std::vector<std::size_t>(count, 0));
    costs[0] = 0;
    for (std::size_t line = 0; line < wished.size(); ++line) {
        std::vector<double> next(count, never);
        for (std::size_t end = 1; end < count; ++end) {
            for (auto begin = end; begin-- > 0;) {
                const int width = places[end].width - places[begin].width;
                if (width > most) {
                    break;
                }
                const double off = width - wished[line];
                const double cost = costs[begin] + off * off + places[end].cost;
                if (cost < next[end]) {
                    next[end] = cost;
                    from[line][end] = begin;
                }
            }
        }
        costs = std::move(next);
    }
    Broken best{costs.back(), {}};
    auto end = count - 1;
    for (auto line = wished.size(); best.cost < never && line-- > 0; end = from[line][end]) {
        best.ends.insert(best.ends.begin(), end);
    }
    return best;
}

enum class Shape : std::uint8_t { narrowing, widening, diamond };

std::vector<double> wished_widths(Shape shape, std::size_t lines, int whole)
{
    constexpr double step = 4; // two characters
    const double middle = (static_cast<double>(lines) - 1) / 2;
    std::vector<double> widths;
    double sum = 0;
    for (std::size_t i = 0; i < lines; ++i) {
        const double off = static_cast<double>(i) - middle;
        widths.push_back(step
            * (shape == Shape::narrowing      ? -off
                    : shape == Shape::widening ? off
                                               : -std::abs(off)));
        sum += widths.back();
    }
    const auto count = static_cast<double>(lines);
    for (auto& width : widths) {
        width += (static_cast<double>(whole) - sum) / count;
    }
    return widths;
}

// Strictly wider up to one line and strictly narrower from there on.
bool has_shape(const Places& places, const Broken& lines)
{
    std::vector<int> widths;
    std::size_t begin = 0;
    for (const auto end : lines.ends) {
        widths.push_back(places[end].width - places[begin].width);
        begin = end;
    }
    const auto top = std::max_element(widths.begin(), widths.end());
    return std::adjacent_find(widths.begin(), top + 1, std::greater_equal<>()) == top + 1
        && std::adjacent_find(top, widths.end(), std::less_equal<>()) == widths.end();
}

std::optional<Broken> best_of(const Places& places, std::size_t lines, int most)
{
    std::optional<Broken> best;
    bool best_has_shape = false;
    for (const auto shape : {Shape::narrowing, Shape::widening, Shape::diamond}) {
        auto one = broken(places, wished_widths(shape, lines, places.back().width), most);
        const bool shaped = one.cost < never && has_shape(places, one);
        const bool is_better = !best || shaped > best_has_shape
            || (shaped == best_has_shape && one.cost < best->cost);
        if (one.cost < never && is_better) {
            best = std::move(one);
            best_has_shape = shaped;
        }
    }
    return best;
}

std::vector<std::string> cut(std::string_view title, const Places& places, const Broken& lines)
{
    std::vector<std::string> texts;
    std::size_t begin = 0;
    for (const auto end : lines.ends) {
        texts.emplace_back(title.substr(begin, places[end].at - begin));
        begin = places[end].at;
    }
    return texts;
}

} // namespace

int half_widths(std::string_view text)
{
    int width = 0;
    for (const auto& run : type_runs(text)) {
        for (std::size_t at = 0; at < run.text.size();) {
            const auto character = next_character(run.text, at);
            width += combines(code_point(character))                 ? 0
                : run.script == Script::latin || character.size() == 1 ? 1
                                                                     : 2;
        }
    }
    return width;
}

std::vector<std::string> title_lines(std::string_view title, int characters_a_line)
{
    const int most = std::max(2, 2 * characters_a_line);
    const int whole = half_widths(title);
    if (whole <= most) {
        return {std::string(title)};
    }
    const auto fewest = static_cast<std::size_t>((whole + most - 1) / most);
    for (const bool anywhere : {false, true}) {
        const auto places = places_in(title, anywhere);
        for (auto lines = fewest; lines <= fewest + 2; ++lines) {
            if (const auto best = best_of(places, lines, most)) {
                return cut(title, places, *best);
            }
        }
    }
    return {std::string(title)};
}

} // namespace xieshang::documents
