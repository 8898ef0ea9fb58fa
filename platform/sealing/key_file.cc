// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/key_file.h"

#include "platform/sealing/key_text.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace xieshang::sealing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 1U << 20U; // some thousand keys; else it is another file

[[noreturn]] void fail(const std::string& path)
{
    throw std::system_error(errno, std::generic_category(), path);
}

class Descriptor {
public:
    Descriptor(const std::string& path, int flags, mode_t mode = 0)
        : number_(::open(path.c_str(), flags | O_CLOEXEC, mode))
    {
    }
    ~Descriptor()
    {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

private:
    int number_;
};

std::string folder_of(const std::string& path)
{
    const auto folder = fs::path(path).parent_path();
    return folder.empty() ? "." : folder.string();
}

bool is_credential(const std::string& path)
{
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY"); // set by systemd
    return folder != nullptr && *folder != '\0' && folder_of(path) == folder;
}

base::Result<void> is_private(const std::string& path, const struct stat& status)
{
    const mode_t others = is_credential(path) ? S_IRWXO | S_IWGRP | S_IXGRP : S_IRWXO | S_IRWXG;
    if ((status.st_mode & others) != 0) {
        return base::refuse("keys.open_to_others",
            {{"file", path}, {"mode", fmt::format("{:04o}", status.st_mode & 07777U)}});
    }
    const auto self = ::geteuid();
    if (status.st_uid != self && status.st_uid != 0 && self != 0) {
        return base::refuse("keys.foreign_owner", {{"file", path}});
    }
    return {};
}

void read_all(int descriptor, const std::string& path, std::string& text)
{
    text.resize(most_bytes); // at once, so that no copy is left behind
    std::size_t size = 0;
    while (size < text.size()) {
        const auto got = ::read(descriptor, text.data() + size, text.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            fail(path);
        }
        if (got == 0) {
            break;
        }
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
}

void write_all(int descriptor, const std::string& path, std::string_view text)
{
    while (!text.empty()) {
        const auto put = ::write(descriptor, text.data(), text.size());
        if (put < 0 && errno != EINTR) {
            fail(path);
        }
        text.remove_prefix(put < 0 ? 0 : static_cast<std::size_t>(put));
    }
    if (::fsync(descriptor) != 0) {
        fail(path);
    }
}

void sync_folder(const std::string& path)
{
    const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
    if (!folder.is_open() || ::fsync(folder.number()) != 0) {
        fail(path);
    }
}

// Gone again unless it was put in its place.
class FileBeside {
public:
    FileBeside(const std::string& path, const Keys& keys)
        : path_(path), beside_(fmt::format("{}.new-{}", path, ::getpid()))
    {
        ::unlink(beside_.c_str()); // of a program that was killed and had our number
        const Descriptor file(beside_, O_WRONLY | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
        if (!file.is_open()) {
            fail(beside_);
        }
        keep_owner(file.number());
        const WipedText text(text_of(keys));
        write_all(file.number(), beside_, text.text);
    }
    ~FileBeside() { ::unlink(beside_.c_str()); }
    FileBeside(const FileBeside&) = delete;
    FileBeside& operator=(const FileBeside&) = delete;

    void replace() const
    {
        if (::rename(beside_.c_str(), path_.c_str()) != 0) {
            fail(path_);
        }
        sync_folder(folder_of(path_));
    }

    bool take_free_place() const // false: it is taken
    {
        if (::link(beside_.c_str(), path_.c_str()) != 0) {
            return errno == EEXIST ? false : (fail(path_), false);
        }
        sync_folder(folder_of(path_));
        return true;
    }

private:
    // Of the file that it replaces, else of the folder: root changes keys for the service.
    void keep_owner(int descriptor) const
    {
        struct stat status {};
        const bool known =
            ::stat(path_.c_str(), &status) == 0 || ::stat(folder_of(path_).c_str(), &status) == 0;
        if (known && ::geteuid() == 0 && ::fchown(descriptor, status.st_uid, status.st_gid) != 0) {
            fail(beside_);
        }
    }

    std::string path_;
    std::string beside_;
};

} // namespace

base::Result<std::optional<Keys>> read_key_file(const std::string& path)
{
    const Descriptor file(path, O_RDONLY);
    if (!file.is_open()) {
        return errno == ENOENT ? std::optional<Keys>() : (fail(path), std::nullopt);
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) {
        fail(path);
    }
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        fail(path);
    }
    CHECK(is_private(path, status));
    WipedText text;
    read_all(file.number(), path, text.text);
    return std::optional(TRY(keys_of(text.text, path)));
}

base::Result<Keys> make_key_file(const std::string& path, const Keys& keys)
{
    const FileBeside beside(path, keys);
    if (beside.take_free_place()) {
        return keys;
    }
    return TRY(read_key_file(path)).value_or(keys);
}

base::Result<Keys> change_key_file(
    const std::string& path, const std::function<base::Result<void>(Keys&)>& change)
{
    const auto real = fs::exists(path) ? fs::canonical(path).string() : path; // a link stays one
    const Descriptor folder(folder_of(real), O_RDONLY | O_DIRECTORY);
    if (!folder.is_open() || ::flock(folder.number(), LOCK_EX) != 0) {
        fail(folder_of(real));
    }
    auto keys = TRY(read_key_file(path)).value_or(Keys{});
    CHECK(change(keys));
    FileBeside(real, keys).replace();
    return keys;
}

} // namespace xieshang::sealing
