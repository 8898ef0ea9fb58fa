// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// LD_PRELOAD: each fsync and fdatasync takes SLOW_SYNC_US microseconds longer, as on a slower disk.
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

namespace {

void wait_a_little()
{
    static const char* text = std::getenv("SLOW_SYNC_US");
    ::usleep(text != nullptr ? static_cast<useconds_t>(std::atol(text)) : 0);
}

int next(const char* name, int descriptor)
{
    return reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, name))(descriptor);
}

} // namespace

extern "C" int fsync(int descriptor)
{
    wait_a_little();
    return next("fsync", descriptor);
}

extern "C" int fdatasync(int descriptor)
{
    wait_a_little();
    return next("fdatasync", descriptor);
}
