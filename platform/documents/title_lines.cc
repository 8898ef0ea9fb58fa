// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/title_lines.h"

#include "platform/documents/letters.h"
#include "platform/documents/title_places.h"
#include "platform/documents/type_runs.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace xieshang::documents {
namespace {

using Places = std::vector<TitlePlace>;

constexpr double never = std::numeric_limits<double>::infinity();

struct Broken {
    double cost = never;
    std::vector<std::size_t> ends; // indices into the places
};

// A line, the last of the cheapest ones that end where it ends and begin where it begins.
struct Line {
    std::size_t begin; // indices into the places
    std::size_t end;
    int width;
    double cost;        // of all lines up to it
    std::size_t before; // index of the line before it, in those that end at its begin
};
using LinesByEnd = std::vector<std::vector<Line>>;

enum class Shape : std::uint8_t { narrowing, widening, diamond, any };

// How much wider or narrower than the middle a line is wished, in lines from it.
double off_middle(Shape shape, std::size_t line, std::size_t lines)
{
    const double off = static_cast<double>(line) - (static_cast<double>(lines) - 1) / 2;
    switch (shape) {
    case Shape::narrowing:
        return -off;
    case Shape::widening:
        return off;
    case Shape::diamond: // one line is the widest
        return -std::abs(static_cast<double>(line) - static_cast<double>((lines - 1) / 2));
    case Shape::any:
        return 0;
    }
    return 0;
}

std::vector<double> wished_widths(Shape shape, std::size_t lines, int whole)
{
    constexpr double step = 4; // two characters
    std::vector<double> widths;
    double sum = 0;
    for (std::size_t i = 0; i < lines; ++i) {
        widths.push_back(step * off_middle(shape, i, lines));
        sum += widths.back();
    }
    for (auto& width : widths) {
        width += (whole - sum) / static_cast<double>(lines);
    }
    return widths;
}

// Whether a line may follow one of that width where the wishes differ so.
bool steps_as_wished(Shape shape, int before, int width, double wished_step)
{
    return shape == Shape::any || (wished_step > 0 ? width > before : width < before);
}

// The lines that may come as the next, each behind the cheapest before it.
LinesByEnd next_lines(
    const Places& places, const LinesByEnd& before, Shape shape, double wish, double step, int most)
{
    LinesByEnd next(places.size());
    for (std::size_t begin = 0; begin < places.size(); ++begin) {
        for (auto end = begin + 1; end < places.size() && !before[begin].empty(); ++end) {
            Line line{begin, end, places[end].width - places[begin].width, never, 0};
            if (line.width > most) {
                break;
            }
            for (std::size_t i = 0; i < before[begin].size(); ++i) {
                const auto& last = before[begin][i];
                const bool fits =
                    begin == 0 || steps_as_wished(shape, last.width, line.width, step);
                if (fits && last.cost < line.cost) {
                    line.cost = last.cost;
                    line.before = i;
                }
            }
            const double off = line.width - wish;
            line.cost += off * off + places[end].cost;
            if (line.cost < never) {
                next[end].push_back(line);
            }
        }
    }
    return next;
}

// The cheapest way to end lines of at most this width near the wished ones.
Broken broken(const Places& places, Shape shape, std::size_t lines, int most)
{
    const auto wished = wished_widths(shape, lines, places.back().width);
    std::vector<LinesByEnd> all{LinesByEnd(places.size())};
    all[0][0].push_back({0, 0, 0, 0, 0});
    for (std::size_t i = 0; i < lines; ++i) {
        const double step = i == 0 ? 0 : wished[i] - wished[i - 1];
        all.push_back(next_lines(places, all.back(), shape, wished[i], step, most));
    }
    const auto& last = all.back().back();
    const auto cheapest = std::min_element(
        last.begin(), last.end(), [](const auto& a, const auto& b) { return a.cost < b.cost; });
    Broken best;
    if (cheapest == last.end()) {
        return best;
    }
    best.cost = cheapest->cost;
    const auto* line = &*cheapest;
    for (auto i = lines; i > 0; --i) {
        best.ends.insert(best.ends.begin(), line->end);
        line = &all[i - 1][line->begin][line->before];
    }
    return best;
}

// A shape first, where need be with a line more; else as even as words let it be.
std::optional<Broken> best_of(const Places& places, std::size_t fewest, int most)
{
    for (auto lines = fewest; lines <= fewest + 1; ++lines) {
        Broken best;
        for (const auto shape : {Shape::narrowing, Shape::widening, Shape::diamond}) {
            auto one = broken(places, shape, lines, most);
            if (one.cost < best.cost) {
                best = std::move(one);
            }
        }
        if (best.cost < never) {
            return best;
        }
    }
    for (auto lines = fewest; lines <= fewest + 2; ++lines) {
        auto one = broken(places, Shape::any, lines, most);
        if (one.cost < never) {
            return one;
        }
    }
    return std::nullopt;
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
            width += combines(code_point(character))                   ? 0
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
        const auto places = title_places(title, anywhere);
        if (const auto best = best_of(places, fewest, most)) {
            return cut(title, places, *best);
        }
    }
    return {std::string(title)};
}

} // namespace xieshang::documents
