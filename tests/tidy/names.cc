// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace xieshang::tidy {
namespace {

constexpr std::string_view licence = "SPDX-License-Identifier: Apache-2.0";
constexpr std::string_view authors = "SPDX-FileCopyrightText: The Xieshang authors";

bool is_script(std::string_view path)
{
    return path.ends_with(".sh") || path.starts_with("bin/") || path.starts_with(".ci/");
}

bool takes_comments(std::string_view path)
{
    static constexpr std::array endings{".h", ".cc", ".ts", ".vue", ".js", ".mjs"};
    return is_script(path) || std::any_of(endings.begin(), endings.end(), [&](const char* ending) {
        return path.ends_with(ending);
    });
}

bool is_binary(std::string_view text) { return text.substr(0, 4096).find('\0') != text.npos; }

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool stands_alone(std::string_view text, std::size_t at, std::size_t size)
{
    return (at == 0 || !is_word(text[at - 1]))
        && (at + size == text.size() || !is_word(text[at + size]));
}

void seek(std::string_view path, std::string_view text, std::string_view mark, bool whole_word,
    Complaints& complaints)
{
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        if (!whole_word || stands_alone(text, at, mark.size())) {
            complaints.push_back(complaint(path, line_at(text, at), "says " + std::string(mark)));
        }
    }
}

} // namespace

Complaints empty_names(const Tree& tree)
{
    static const std::set<std::string_view> empty{"util", "utils", "utility", "utilities",
        "manager", "managers", "helper", "helpers", "common", "impl", "misc"};
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        for (const auto word : words_of(path, "/_.-")) {
            if (empty.contains(word)) {
                complaints.push_back(complaint(path, 1, std::string(word) + " says nothing"));
            }
        }
    }
    return complaints;
}

Complaints missing_licences(const Tree& tree)
{
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (!takes_comments(path) || is_generated(text)) {
            continue;
        }
        const auto lines = lines_of(text);
        // A script may say first what it does, since it prints these lines as its help.
        std::size_t at = 0;
        while (is_script(path) && at < lines.size() && lines[at].starts_with('#')
            && lines[at].find(licence) == std::string_view::npos) {
            ++at;
        }
        if (at + 1 >= lines.size() || lines[at].find(licence) == std::string_view::npos
            || lines[at + 1].find(authors) == std::string_view::npos) {
            complaints.push_back(complaint(path, 1, "does not open with the two SPDX lines"));
        }
    }
    return complaints;
}

Complaints headers_without_contract(const Tree& tree)
{
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (!path.ends_with(".h")) {
            continue;
        }
        bool contract = false;
        bool once = false;
        for (const auto line : lines_of(text)) {
            if (line == "#pragma once") {
                once = true;
                break;
            }
            contract = contract
                || (line.starts_with("// ") && line.find("SPDX-") == std::string_view::npos);
        }
        if (!once || !contract) {
            complaints.push_back(complaint(
                path, 1, once ? "has no contract before #pragma once" : "has no #pragma once"));
        }
    }
    return complaints;
}

Complaints forbidden_marks(const Tree& tree)
{
    // Put together, so that this file does not find itself.
    static const std::array words{
        std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X"};
    static const std::array phrases{std::string("npm") + "js", std::string("npm") + "mirror",
        std::string(XIESHANG_SOURCE_DIR) + "/"};
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (is_binary(text)) {
            continue;
        }
        for (const auto& phrase : phrases) {
            seek(path, text, phrase, false, complaints);
        }
        if (path != "package-lock.json" && path != "LICENSE") {
            for (const auto& word : words) {
                seek(path, text, word, true, complaints);
            }
        }
    }
    return complaints;
}

Complaints unknown_decisions(const Tree& tree)
{
    std::set<std::string_view> pages;
    for (const auto& [path, text] : tree) {
        if (path.starts_with("docs/adr/")) {
            pages.insert(name_of(path).substr(0, 4));
        }
    }
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        if (is_binary(text) || path.starts_with("tests/tidy")) {
            continue;
        }
        for (auto at = text.find("ADR "); at != text.npos; at = text.find("ADR ", at + 1)) {
            const auto number = std::string_view(text).substr(at + 4, 4);
            const bool digits = number.size() == 4
                && std::all_of(
                    number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (digits && !pages.contains(number)) {
                complaints.push_back(complaint(
                    path, line_at(text, at), "docs/adr has no page " + std::string(number)));
            }
        }
    }
    return complaints;
}

Complaints stale(const Tree& tree, const std::string& path, std::string_view generated)
{
    const auto committed = tree.find(path);
    if (committed == tree.end()) {
        return {complaint(path, 1, "is generated, but is not there")};
    }
    return committed->second == generated
        ? Complaints{}
        : Complaints{complaint(path, 1, "is not what the program generates; make it anew")};
}

} // namespace xieshang::tidy
