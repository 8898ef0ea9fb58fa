// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Folders that only the program's account may enter: what lies in them is personal data. Any
// thread.
#pragma once

#include <filesystem>
#include <vector>

namespace xieshang::files {

// Makes what is missing of the path, outermost first, with mode 0700, and leaves alone what is
// there: its owner chose its mode. Gives what was made. Throws std::system_error, naming the path.
std::vector<std::filesystem::path> make_private_folders(const std::filesystem::path& path);

// The same for a try that may come to nothing: at the end, what was made and is still empty is
// removed again.
class FoldersIfUsed {
public:
    explicit FoldersIfUsed(const std::filesystem::path& path);
    ~FoldersIfUsed();
    FoldersIfUsed(FoldersIfUsed&&) = default;
    FoldersIfUsed& operator=(FoldersIfUsed&&) = default;

private:
    std::vector<std::filesystem::path> made_;
};

} // namespace xieshang::files
