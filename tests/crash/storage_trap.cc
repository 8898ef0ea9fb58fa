// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// LD_PRELOAD: counts the storage calls on files below CRASH_FOLDER and ends the process by SIGKILL
// at call number CRASH_AT: half of a write has reached the file then, anything else has not begun.
#include "tests/crash/storage_calls.h"

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace {

using namespace xieshang::crash;

bool is_due()
{
    static const char* text = std::getenv("CRASH_AT");
    static const long at = text == nullptr ? 0 : std::atol(text);
    static std::atomic<long> calls = 0;
    return at > 0 && ++calls == at;
}

[[noreturn]] void die()
{
    ::kill(::getpid(), SIGKILL);
    for (;;) {
        ::pause();
    }
}

void die_when_due(const std::string& path)
{
    if (is_watched(path) && is_due()) {
        die();
    }
}

} // namespace

extern "C" ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t at)
{
    const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    if (is_watched(path_of(descriptor)) && is_due()) {
        real(descriptor, bytes, count / 2, at);
        die();
    }
    return real(descriptor, bytes, count, at);
}

extern "C" ssize_t write(int descriptor, const void* bytes, size_t count)
{
    const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    if (is_watched(path_of(descriptor)) && is_due()) {
        real(descriptor, bytes, count / 2);
        die();
    }
    return real(descriptor, bytes, count);
}

extern "C" int fsync(int descriptor)
{
    die_when_due(path_of(descriptor));
    return next<int (*)(int)>("fsync")(descriptor);
}

extern "C" int fdatasync(int descriptor)
{
    die_when_due(path_of(descriptor));
    return next<int (*)(int)>("fdatasync")(descriptor);
}

extern "C" int ftruncate64(int descriptor, off64_t size)
{
    die_when_due(path_of(descriptor));
    return next<int (*)(int, off64_t)>("ftruncate64")(descriptor, size);
}

extern "C" int rename(const char* from, const char* to) noexcept
{
    die_when_due(to);
    return next<int (*)(const char*, const char*)>("rename")(from, to);
}

extern "C" int unlink(const char* path) noexcept
{
    die_when_due(path);
    return next<int (*)(const char*)>("unlink")(path);
}
