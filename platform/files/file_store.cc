// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/files/file_store.h"

#include "platform/crypto/crypto.h"
#include "platform/db/db.h"
#include "platform/files/private_folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace xieshang::files {
namespace {

[[noreturn]] void fail(const std::string& doing, int error = errno)
{
    if (error == ENOSPC || error == EDQUOT) {
        throw db::DiskFull(doing + ": no space left");
    }
    throw std::system_error(error, std::generic_category(), doing);
}

class Descriptor {
public:
    Descriptor(const std::string& path, int flags)
        : number_(::open(path.c_str(), flags | O_CLOEXEC))
    {
        if (number_ < 0) {
            fail("open " + path);
        }
    }
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

// Removed again unless it has got its name: a full disk must not be kept full by halves.
class Unfinished {
public:
    explicit Unfinished(const std::string& folder) : path_(folder + "/.new-XXXXXX")
    {
        number_ = ::mkostemp(path_.data(), O_CLOEXEC);
        if (number_ < 0) {
            fail("create a file in " + folder);
        }
    }
    ~Unfinished()
    {
        if (number_ >= 0) {
            ::close(number_);
        }
        if (!named_) {
            ::unlink(path_.c_str());
        }
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    void write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                fail("write " + path_);
            }
            bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
        }
    }

    // Some file systems tell of a full disk only here.
    void finish(const std::string& path)
    {
        if (::fsync(number_) != 0) {
            fail("sync " + path_);
        }
        if (::close(std::exchange(number_, -1)) != 0) {
            fail("close " + path_);
        }
        if (::rename(path_.c_str(), path.c_str()) != 0) {
            fail("rename to " + path);
        }
        named_ = true;
    }

private:
    std::string path_;
    int number_ = -1;
    bool named_ = false;
};

void sync_folder(const std::string& path)
{
    const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
    if (::fsync(folder.number()) != 0) {
        fail("sync " + path);
    }
}

// Throws when the folder cannot be made; its name is durable when this returns.
void make_folder(const std::string& path, const std::string& parent)
{
    if (::mkdir(path.c_str(), S_IRWXU) == 0) {
        sync_folder(parent);
    } else if (errno != EEXIST) {
        fail("make folder " + path);
    }
}

bool is_digest(std::string_view text)
{
    return text.size() == 64
        && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

FileStore::FileStore(std::string folder) : folder_(std::move(folder))
{
    make_private_folders(folder_);
}

std::string FileStore::keep(std::string_view bytes)
{
    const auto digest = crypto::sha256_hex(bytes);
    const auto path = path_of(digest);
    const auto folder = path.substr(0, path.rfind('/'));
    if (has(digest)) {
        sync_folder(folder); // another thread may have renamed it a moment ago and not synced yet
        return digest;
    }
    make_folder(folder, folder_);
    Unfinished file(folder);
    file.write(bytes);
    file.finish(path);
    sync_folder(folder);
    return digest;
}

std::string FileStore::path_of(std::string_view sha256) const
{
    if (!is_digest(sha256)) {
        throw std::invalid_argument("not a SHA-256 in hexadecimal");
    }
    return folder_ + "/" + std::string(sha256.substr(0, 2)) + "/" + std::string(sha256);
}

bool FileStore::has(std::string_view sha256) const
{
    const auto path = path_of(sha256);
    struct stat about {};
    if (::stat(path.c_str(), &about) == 0) {
        return true;
    }
    if (errno != ENOENT) {
        fail("look for " + path); // "absent" would be an answer that nobody knows to be true
    }
    return false;
}

std::string FileStore::read(std::string_view sha256) const
{
    const auto path = path_of(sha256);
    const Descriptor file(path, O_RDONLY);
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) {
        fail("look at " + path);
    }
    std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto count = ::read(file.number(), bytes.data() + have, bytes.size() - have);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            fail("read " + path, count == 0 ? EIO : errno);
        }
        have += static_cast<std::size_t>(count);
    }
    return bytes;
}

} // namespace xieshang::files
