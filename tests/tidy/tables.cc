// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/tables.h"

#include "platform/crypto/crypto.h"
#include "tests/tidy/source.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace xieshang::tidy {
namespace {

bool is_migration(std::string_view path)
{
    const auto name = name_of(path);
    return path.ends_with(".sql") && name.size() > 9 && name[4] == '_'
        && std::all_of(name.begin(), name.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

std::string lower(std::string_view text)
{
    std::string low(text);
    std::transform(low.begin(), low.end(), low.begin(),
        [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return low;
}

constexpr std::string_view sql_separators = " \t\r\n(),;\"";

std::string without_remarks(std::string_view sql)
{
    std::string bare;
    for (const auto line : lines_of(sql)) {
        bare += std::string(line.substr(0, line.find("--"))) + "\n";
    }
    return bare;
}

using Owners = std::map<std::string, std::string>; // table → folder

Owners owners_of_tables(const Tree& tree)
{
    Owners owners;
    for (const auto& [path, text] : tree) {
        if (!is_migration(path)) {
            continue;
        }
        const auto sql = lower(without_remarks(text));
        const auto words = words_of(sql, sql_separators);
        for (std::size_t i = 0; i + 2 < words.size(); ++i) {
            if (words[i] == "create" && words[i + 1] == "table") {
                const bool optional = words[i + 2] == "if" && i + 5 < words.size();
                owners.emplace(words[optional ? i + 5 : i + 2], folder_of(path));
            }
        }
    }
    return owners;
}

// The words that stand where SQL names a table.
std::set<std::string> tables_named_in(std::string_view literal)
{
    static const std::set<std::string_view> before{"from", "join", "into", "update", "table"};
    std::set<std::string> named;
    const auto low = lower(literal);
    const auto words = words_of(low, sql_separators);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (before.contains(words[i])) {
            named.emplace(words[i + 1]);
        }
    }
    return named;
}

// "INSERT INTO " "plan": neighbours are one literal to the compiler and to us.
std::vector<Literal> with_neighbours_joined(const Source& source)
{
    std::vector<Literal> joined_literals;
    std::size_t end = 0;
    for (const auto& literal : source.literals) {
        const bool neighbour = !joined_literals.empty()
            && trimmed(std::string_view(source.code).substr(end, literal.at - end)).empty();
        if (neighbour) {
            joined_literals.back().text += literal.text;
        } else {
            joined_literals.push_back(literal);
        }
        end = literal.at;
    }
    return joined_literals;
}

} // namespace

Complaints borrowed_tables(const Tree& tree)
{
    Complaints complaints;
    const auto owners = owners_of_tables(tree);
    for (const auto& [path, text] : tree) {
        if (!is_cpp(path) || is_test(path) || path.starts_with("features/overview/")) {
            continue;
        }
        for (const auto& literal : with_neighbours_joined(source_of(text))) {
            for (const auto& table : tables_named_in(literal.text)) {
                const auto owner = owners.find(table);
                if (owner != owners.end() && owner->second != folder_of(path)) {
                    complaints.push_back(complaint(path, line_at(text, literal.at),
                        "table " + table + " belongs to " + owner->second));
                }
            }
        }
    }
    return complaints;
}

Complaints misnumbered_migrations(const Tree& tree)
{
    Complaints complaints;
    std::map<std::string_view, std::string_view> by_number;
    for (const auto& [path, text] : tree) {
        if (!is_migration(path)) {
            continue;
        }
        const auto [first, added] = by_number.emplace(name_of(path).substr(0, 4), path);
        if (!added) {
            complaints.push_back(complaint(path, 1,
                "number " + std::string(first->first) + " is taken by "
                    + std::string(first->second)));
        }
    }
    std::size_t expected = 0;
    for (const auto& [number, path] : by_number) {
        ++expected;
        if (std::stoul(std::string(number)) != expected) {
            complaints.push_back(
                complaint(path, 1, "a gap: migration " + std::to_string(expected) + " is missing"));
            break;
        }
    }
    return complaints;
}

Complaints changed_migrations(const Tree& tree, std::string_view listed)
{
    Complaints complaints;
    std::map<std::string, std::string, std::less<>> sums;
    for (const auto line : lines_of(listed)) {
        const auto words = words_of(line, " \t\r*");
        if (words.size() == 2 && !words[0].starts_with('#')) {
            sums.emplace(words[1], words[0]);
        }
    }
    for (const auto& [path, text] : tree) {
        if (!is_migration(path)) {
            continue;
        }
        const auto now = crypto::sha256_hex(text);
        const auto sum = sums.find(path);
        if (sum == sums.end()) {
            complaints.push_back("tests/migrations.sha256 lacks the line\n" + now + "  " + path);
        } else if (sum->second != now) {
            complaints.push_back(
                complaint(path, 1, "a published migration never changes; write a new one instead"));
        }
    }
    for (const auto& [path, sum] : sums) {
        if (!tree.contains(path)) {
            complaints.push_back(complaint(path, 1, "a published migration is gone"));
        }
    }
    return complaints;
}

} // namespace xieshang::tidy
