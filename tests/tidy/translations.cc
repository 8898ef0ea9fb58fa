// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/translations.h"

namespace xieshang::tidy {
namespace {

constexpr std::string_view translated = ".zh-CN.md";

struct Part { // what must be the same
    std::string words;
    std::size_t line = 0;
};

// A comment behind a command, or the rest of one that names a file: "# /etc/x.service   and …".
std::string_view without_comment(std::string_view line)
{
    const auto behind = line.find("  ");
    const auto comment = line.starts_with("# ") ? behind : line.find(" # ");
    return trimmed(line.substr(0, comment));
}

std::vector<Part> parts_of(std::string_view page)
{
    std::vector<Part> parts;
    bool is_code = false;
    std::size_t number = 0;
    for (const auto line : lines_of(page)) {
        ++number;
        if (line.starts_with("```")) {
            is_code = !is_code;
            parts.push_back({"```", number});
        } else if (is_code) {
            parts.push_back({std::string(without_comment(line)), number});
        } else if (line.starts_with('#')) {
            parts.push_back({std::string(line.substr(0, line.find(' '))), number});
        } else if (line.starts_with('|')) {
            parts.push_back({"|", number});
        }
    }
    return parts;
}

void compare(const std::string& path, std::string_view page, std::string_view original,
    Complaints& complaints)
{
    const auto ours = parts_of(page);
    const auto theirs = parts_of(original);
    for (std::size_t i = 0; i < ours.size() || i < theirs.size(); ++i) {
        const auto said = i < ours.size() ? ours[i].words : "the end";
        const auto wanted = i < theirs.size() ? theirs[i].words : "the end";
        if (said != wanted) {
            const auto line = i < ours.size() ? ours[i].line : lines_of(page).size();
            complaints.push_back(
                complaint(path, line, "has " + said + " where the original has " + wanted));
            return; // what follows would only repeat it
        }
    }
}

} // namespace

Complaints out_of_step(const Tree& tree)
{
    Complaints complaints;
    for (const auto& [path, page] : tree) {
        if (!path.ends_with(translated)) {
            continue;
        }
        const auto original = tree.find(path.substr(0, path.size() - translated.size()) + ".md");
        if (original == tree.end()) {
            complaints.push_back(complaint(path, 1, "translates nothing"));
        } else {
            compare(path, page, original->second, complaints);
        }
    }
    return complaints;
}

} // namespace xieshang::tidy
