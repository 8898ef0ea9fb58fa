// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/files/private_folders.h"

#include <cerrno>
#include <sys/stat.h>
#include <system_error>

namespace xieshang::files {
namespace fs = std::filesystem;

std::vector<fs::path> make_private_folders(const fs::path& path)
{
    std::vector<fs::path> made;
    fs::path folder;
    std::error_code ignored;
    for (const auto& part : path) {
        folder /= part;
        if (fs::is_directory(folder, ignored)) {
            continue;
        }
        if (::mkdir(folder.c_str(), S_IRWXU) == 0) {
            made.push_back(folder);
        } else if (const int error = errno; !fs::is_directory(folder, ignored)) {
            throw std::system_error(
                error, std::generic_category(), "make folder " + folder.string());
        }
    }
    return made;
}

FoldersIfUsed::FoldersIfUsed(const fs::path& path) : made_(make_private_folders(path)) {}

FoldersIfUsed::~FoldersIfUsed()
{
    std::error_code ignored;
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) {
        fs::remove(*folder, ignored); // only when it is empty
    }
}

} // namespace xieshang::files
