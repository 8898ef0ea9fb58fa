// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files of the source tree that tests read: fixtures, and what lies beside the tree on some
// machines.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::tests {

// The bytes of a file, by its path from the source folder; nothing when there is no such file.
inline std::optional<std::string> source_file(const std::string& path)
{
    std::ifstream file(std::filesystem::path(XIESHANG_SOURCE_DIR) / path, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// Paths, from the source folder and in order, of the files in a folder.
inline std::vector<std::string> source_files_in(const std::string& folder)
{
    std::vector<std::string> paths;
    const auto root = std::filesystem::path(XIESHANG_SOURCE_DIR);
    for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
        paths.push_back(folder + "/" + entry.path().filename().string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

} // namespace xieshang::tests
