// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/neighbours.h"

#include "tests/tidy/source.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace xieshang::tidy {
namespace {

// "inline constexpr Roles office = …" → "office", of a line that begins at the margin, as what is
// declared in a namespace does here; of anything else nothing.
std::string_view constant_in(std::string_view line)
{
    constexpr std::array<std::string_view, 4> begins{
        "constexpr ", "const ", "inline constexpr ", "inline const "};
    if (std::none_of(begins.begin(), begins.end(),
            [&](std::string_view word) { return line.starts_with(word); })) {
        return {};
    }
    const auto head = trimmed(line.substr(0, line.find_first_of("={;[(")));
    const auto blank = head.find_last_of(" *&>");
    return blank == std::string_view::npos ? std::string_view() : head.substr(blank + 1);
}

struct Constant {
    std::size_t line{};
    std::string name;
};

std::vector<Constant> constants_of(const std::string& code, bool only_unnamed)
{
    std::vector<Constant> found;
    bool within = !only_unnamed;
    std::size_t number = 0;
    for (const auto line : lines_of(code)) {
        ++number;
        if (only_unnamed && (line == "namespace {" || line.starts_with("} "))) {
            within = line == "namespace {";
        }
        if (const auto name = constant_in(line); within && !name.empty()) {
            found.push_back({number, std::string(name)});
        }
    }
    return found;
}

std::set<std::string, std::less<>> apart(const Tree& tree)
{
    std::set<std::string, std::less<>> paths;
    if (const auto list = tree.find("cmake/together.cmake"); list != tree.end()) {
        for (const auto line : lines_of(list->second)) {
            paths.emplace(trimmed(line));
        }
    }
    return paths;
}

bool sees_limits(
    const Tree& tree, const std::string& path, std::set<std::string, std::less<>>& been)
{
    if (stem_of(path).ends_with("_shapes")) {
        return true;
    }
    const auto file = tree.find(path);
    if (file == tree.end() || !been.insert(path).second) {
        return false;
    }
    const auto includes = includes_of(file->second);
    return std::any_of(includes.begin(), includes.end(), [&](const Include& include) {
        return !include.system && sees_limits(tree, include.path, been);
    });
}

} // namespace

Complaints hidden_constants(const Tree& tree)
{
    std::map<std::string, std::set<std::string>, std::less<>> declared; // folder → names
    for (const auto& [path, text] : tree) {
        if (path.ends_with(".h")) {
            for (const auto& constant : constants_of(source_of(text).code, false)) {
                declared[std::string(folder_of(path))].insert(constant.name);
            }
        }
    }
    const auto alone = apart(tree);
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        const auto names = declared.find(folder_of(path));
        if (!path.ends_with(".cc") || alone.contains(path) || names == declared.end()) {
            continue;
        }
        for (const auto& constant : constants_of(source_of(text).code, true)) {
            if (names->second.contains(constant.name)) {
                complaints.push_back(complaint(path, constant.line,
                    constant.name
                        + " hides a header's: rename it, or list the file in "
                          "cmake/together.cmake"));
            }
        }
    }
    return complaints;
}

Complaints limitless_readings(const Tree& tree)
{
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (!path.starts_with("features/") || !is_cpp(path) || is_test(path)) {
            continue;
        }
        const auto at = source_of(text).code.find("json::read<");
        std::set<std::string, std::less<>> been;
        if (at != std::string::npos && !sees_limits(tree, path, been)) {
            complaints.push_back(complaint(path, line_at(text, at),
                "reads what somebody sent and sees no *_shapes.h with its limits"));
        }
    }
    return complaints;
}

} // namespace xieshang::tidy
