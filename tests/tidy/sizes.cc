// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/sizes.h"

#include "tests/tidy/source.h"

#include <algorithm>

namespace xieshang::tidy {
namespace {

constexpr std::size_t most_lines = 300;
constexpr std::size_t most_function_lines = 60;
constexpr std::size_t most_columns = 100;

std::size_t columns_of(std::string_view line) // code points
{
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

void note(Excesses& found, std::string_view kind, const std::string& path, std::size_t number)
{
    found[std::string(kind) + " " + path] = number;
}

void measure_cpp(Excesses& found, const std::string& path, const std::string& text)
{
    std::size_t wide = 0;
    for (const auto line : lines_of(text)) {
        wide += columns_of(line) > most_columns ? 1U : 0U;
    }
    if (wide > 0) {
        note(found, "wide", path, wide);
    }
    std::size_t longest = 0;
    for (const auto& function : functions_of(text)) {
        longest = std::max(longest, function.lines);
    }
    if (longest > most_function_lines) {
        note(found, "function", path, longest);
    }
}

} // namespace

Excesses excesses_of(const Tree& tree)
{
    Excesses found;
    for (const auto& [path, text] : tree) {
        if (is_generated(text)) {
            continue;
        }
        const bool screen = path.ends_with(".vue") || path.ends_with(".ts");
        if (is_cpp(path) || screen) {
            if (const auto lines = lines_of(text).size(); lines > most_lines) {
                note(found, "lines", path, lines);
            }
        }
        if (is_cpp(path)) {
            measure_cpp(found, path, text);
        }
    }
    return found;
}

Excesses excesses_listed(std::string_view text)
{
    Excesses listed;
    for (const auto line : lines_of(text)) {
        const auto words = words_of(line, " \t\r");
        if (words.size() == 3 && !words[0].starts_with('#')) {
            note(listed, words[0], std::string(words[1]), std::stoul(std::string(words[2])));
        }
    }
    return listed;
}

Complaints ratcheted(const Excesses& found, const Excesses& listed)
{
    Complaints complaints;
    for (const auto& [what, number] : found) {
        const auto allowed = listed.find(what);
        if (allowed == listed.end()) {
            complaints.push_back(what + " " + std::to_string(number) + ": too large");
        } else if (number > allowed->second) {
            complaints.push_back(what + " " + std::to_string(number) + ": grew from "
                + std::to_string(allowed->second));
        }
    }
    for (const auto& [what, number] : listed) {
        const auto now = found.find(what);
        if (now == found.end()) {
            complaints.push_back(what + ": no excess any more; remove its line");
        } else if (now->second < number) {
            complaints.push_back(
                what + ": shrank; lower its number to " + std::to_string(now->second));
        }
    }
    return complaints;
}

} // namespace xieshang::tidy
