// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/db/file_lock.h"

#include "platform/db/db.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace xieshang::db {

FileLock::FileLock(const std::string& path)
    : descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    const auto reason = [] { return std::generic_category().message(errno); };
    if (descriptor_ < 0) {
        throw Failure("cannot write " + path + ": " + reason());
    }
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        const std::string why =
            errno == EWOULDBLOCK ? "database_in_use: another program holds " : "cannot lock ";
        const std::string what = why + path + ": " + reason();
        close(descriptor_);
        throw Failure(what);
    }
}

FileLock::~FileLock()
{
    close(descriptor_);
} // the file stays: removing it would let two programs lock two files

} // namespace xieshang::db
