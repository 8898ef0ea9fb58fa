// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// LD_PRELOAD: a disk that forgets at power loss what was not synced. Before each change to a file
// below CRASH_FOLDER it notes in CRASH_JOURNAL how to undo it; a sync notes that what stands before
// it is durable. forget.mjs undoes the rest when the process is dead.
//
//   W path offset old_bytes old_size    written or cut           durable when the file is synced
//   C path                              made                     durable when its folder is synced
//   R from to                           renamed                  durable when its folder is synced
//   U path copy                         removed                  durable when its folder is synced
//   S path                              a file or folder was synced
//
// A note is a line "kind length…\n" followed by its parts of these lengths.
#include "tests/crash/storage_calls.h"

#include <algorithm>
#include <cstdarg>
#include <fcntl.h>
#include <initializer_list>
#include <mutex>
#include <string_view>
#include <sys/stat.h>

namespace {

using namespace xieshang::crash;

std::recursive_mutex& order() // of notes and of what they tell
{
    static auto* mutex = new std::recursive_mutex;
    return *mutex;
}

void note(char kind, std::initializer_list<std::string_view> parts)
{
    static const int journal = next<int (*)(const char*, int, ...)>("open64")(
        std::getenv("CRASH_JOURNAL"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    std::string text(1, kind);
    for (const auto part : parts) {
        text += " " + std::to_string(part.size());
    }
    text += "\n";
    for (const auto part : parts) {
        text += part;
    }
    static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    if (real(journal, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        ::abort();
    }
}

off64_t size_of(int descriptor)
{
    struct stat64 about {};
    return ::fstat64(descriptor, &about) == 0 ? about.st_size : 0;
}

void note_change(int descriptor, const std::string& path, off64_t from, off64_t to)
{
    const auto size = size_of(descriptor);
    std::string old(static_cast<std::size_t>(std::max<off64_t>(std::min(to, size) - from, 0)), 0);
    const int reading = next<int (*)(const char*, int, ...)>("open64")(
        path.c_str(), O_RDONLY | O_CLOEXEC); // the program's own may be for writing only
    if (!old.empty() && ::pread64(reading, old.data(), old.size(), from) < 0) {
        ::abort();
    }
    ::close(reading);
    note('W', {path, std::to_string(from), old, std::to_string(size)});
}

int synced(int descriptor, const char* name)
{
    static const bool lies = std::getenv("CRASH_LIES") != nullptr;
    const auto path = path_of(descriptor);
    if (!is_watched(path)) {
        return next<int (*)(int)>(name)(descriptor);
    }
    const std::lock_guard lock(order());
    if (!lies) {
        note('S', {path}); // nothing needs the real disk here: the kernel lives on
    }
    return 0;
}

int opened(const char* name, const char* path, int flags, mode_t mode)
{
    const auto real = next<int (*)(const char*, int, ...)>(name);
    if (!is_watched(path) || (flags & O_CREAT) == 0) {
        return real(path, flags, mode);
    }
    const std::lock_guard lock(order());
    if (::access(path, F_OK) != 0) {
        note('C', {path});
    }
    return real(path, flags, mode);
}

} // namespace

extern "C" ssize_t pwrite64(int descriptor, const void* bytes, size_t count, off64_t at)
{
    const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    const auto path = path_of(descriptor);
    if (!is_watched(path)) {
        return real(descriptor, bytes, count, at);
    }
    const std::lock_guard lock(order());
    note_change(descriptor, path, at, at + static_cast<off64_t>(count));
    return real(descriptor, bytes, count, at);
}

extern "C" ssize_t write(int descriptor, const void* bytes, size_t count)
{
    const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
    const auto path = path_of(descriptor);
    if (!is_watched(path)) {
        return real(descriptor, bytes, count);
    }
    const std::lock_guard lock(order());
    const auto at = ::lseek64(descriptor, 0, SEEK_CUR);
    note_change(descriptor, path, at, at + static_cast<off64_t>(count));
    return real(descriptor, bytes, count);
}

extern "C" int ftruncate64(int descriptor, off64_t size)
{
    const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    const auto path = path_of(descriptor);
    if (!is_watched(path)) {
        return real(descriptor, size);
    }
    const std::lock_guard lock(order());
    note_change(descriptor, path, size, size_of(descriptor));
    return real(descriptor, size);
}

extern "C" int fsync(int descriptor) { return synced(descriptor, "fsync"); }
extern "C" int fdatasync(int descriptor) { return synced(descriptor, "fdatasync"); }

extern "C" int open64(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>(va_arg(rest, int));
    va_end(rest);
    return opened("open64", path, flags, mode);
}

extern "C" int open(const char* path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const auto mode = static_cast<mode_t>(va_arg(rest, int));
    va_end(rest);
    return opened("open", path, flags, mode);
}

extern "C" int rename(const char* from, const char* to) noexcept
{
    const std::lock_guard lock(order());
    if (is_watched(to)) {
        note('R', {from, to});
    }
    return next<int (*)(const char*, const char*)>("rename")(from, to);
}

extern "C" int unlink(const char* path) noexcept
{
    const std::lock_guard lock(order());
    static long copies = 0;
    if (is_watched(path)) {
        const auto copy = std::string(std::getenv("CRASH_JOURNAL")) + "."
            + std::to_string(::getpid()) + "." + std::to_string(++copies);
        if (::link(path, copy.c_str()) == 0) {
            note('U', {path, copy});
        }
    }
    return next<int (*)(const char*)>("unlink")(path);
}
