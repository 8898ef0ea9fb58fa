// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For libraries that stand between a program and its storage (LD_PRELOAD): which file a call is
// about, and the call that it stands in front of.
#pragma once

#include <array>
#include <cstdlib>
#include <dlfcn.h>
#include <string>
#include <sys/types.h>
#include <unistd.h>

namespace xieshang::crash {

template <class Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

inline std::string path_of(int descriptor)
{
    std::array<char, 512> path{};
    const auto link = "/proc/self/fd/" + std::to_string(descriptor);
    const auto size = ::readlink(link.c_str(), path.data(), path.size());
    return {path.data(), static_cast<std::size_t>(size < 0 ? 0 : size)};
}

// Below CRASH_FOLDER, and no shared memory: that is no storage.
inline bool is_watched(const std::string& path)
{
    static const char* folder = std::getenv("CRASH_FOLDER");
    return folder != nullptr && path.starts_with(folder) && !path.ends_with("-shm")
        && !path.ends_with(".lock");
}

} // namespace xieshang::crash
