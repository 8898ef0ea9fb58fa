// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/tidy/tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace xieshang::tidy {
namespace {

namespace fs = std::filesystem;

bool is_written_by_people(const fs::path& path)
{
    static const std::set<std::string> not_ours{
        "build", "node_modules", "data", "dist", "test-results", "images"};
    const auto name = path.filename().string();
    return name == ".ci" || (!name.starts_with('.') && !not_ours.contains(name));
}

std::string bytes_of(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

Tree read_tree(const std::string& root)
{
    Tree tree;
    fs::recursive_directory_iterator it(root);
    for (const auto end = fs::end(it); it != end; ++it) {
        if (it->is_directory()) {
            if (!is_written_by_people(it->path())) {
                it.disable_recursion_pending();
            }
        } else if (it->is_regular_file()) {
            tree[fs::relative(it->path(), root).generic_string()] = bytes_of(it->path());
        }
    }
    return tree;
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return lines;
}

std::vector<std::string_view> words_of(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> words;
    while (true) {
        const auto start = text.find_first_not_of(separators);
        if (start == text.npos) {
            return words;
        }
        text.remove_prefix(start);
        const auto end = std::min(text.find_first_of(separators), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

std::string_view trimmed(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t\r\n");
    return start == text.npos ? std::string_view()
                              : text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view stem_of(std::string_view path)
{
    const auto name = name_of(path);
    return name.substr(0, name.find('.'));
}

std::string_view folder_of(std::string_view path)
{
    const auto first = path.find('/');
    const auto second = first == path.npos ? path.npos : path.find('/', first + 1);
    return path.substr(0, second == path.npos ? first : second);
}

bool is_cpp(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cc"); }

bool is_test(std::string_view path)
{
    const auto stem = stem_of(path);
    return path.starts_with("tests/") || path.starts_with("bench/") || stem.ends_with("_test")
        || stem.ends_with("_fuzz") || stem.ends_with("_bench");
}

bool is_generated(std::string_view text)
{
    return text.substr(0, 200).find("auto-generated") != text.npos;
}

std::size_t line_at(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, offset);
    return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::string complaint(std::string_view path, std::size_t line, std::string_view what)
{
    return std::string(path) + ":" + std::to_string(line) + ": " + std::string(what);
}

} // namespace xieshang::tidy
