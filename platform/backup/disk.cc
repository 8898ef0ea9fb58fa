// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/backup/disk.h"

#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <openssl/evp.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace xieshang::backup {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 17U;

[[noreturn]] void fail(const std::string& doing, int error = errno)
{
    if (error == ENOSPC || error == EDQUOT) {
        throw db::DiskFull(doing + ": no space left");
    }
    throw std::system_error(error, std::generic_category(), doing);
}

int opened(const std::string& path, int flags)
{
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        fail("open " + path);
    }
    return descriptor;
}

void write_all(int descriptor, std::string_view bytes, const std::string& path)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            fail("write " + path);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written < 0 ? 0 : written));
    }
}

std::string finished(EVP_MD_CTX* digest)
{
    std::array<unsigned char, 32> bytes{};
    EVP_DigestFinal_ex(digest, bytes.data(), nullptr);
    return crypto::hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

EVP_MD_CTX* new_digest()
{
    EVP_MD_CTX* digest = EVP_MD_CTX_new();
    if (digest == nullptr || EVP_DigestInit_ex(digest, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not to be had");
    }
    return digest;
}

void each_piece(const std::string& path, const std::function<void(std::string_view)>& take)
{
    const int descriptor = opened(path, O_RDONLY);
    std::string piece(piece_bytes, '\0');
    try {
        for (ssize_t got = 0; (got = ::read(descriptor, piece.data(), piece.size())) != 0;) {
            if (got < 0 && errno != EINTR) {
                fail("read " + path);
            }
            take(std::string_view(piece).substr(0, static_cast<std::size_t>(got < 0 ? 0 : got)));
        }
    } catch (...) {
        ::close(descriptor);
        throw;
    }
    ::close(descriptor);
}

} // namespace

NewFile::NewFile(const std::string& path)
    : path_(path), descriptor_(opened(path, O_WRONLY | O_CREAT | O_EXCL)), digest_(new_digest())
{
}

NewFile::~NewFile()
{
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(digest_));
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

void NewFile::write(std::string_view bytes)
{
    size_ += static_cast<std::int64_t>(bytes.size());
    waiting_ += bytes;
    if (waiting_.size() >= piece_bytes) {
        flush();
    }
}

void NewFile::flush()
{
    EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(digest_), waiting_.data(), waiting_.size());
    write_all(descriptor_, waiting_, path_);
    waiting_.clear();
}

std::string NewFile::finish()
{
    flush();
    if (::fsync(descriptor_) != 0) {
        fail("sync " + path_);
    }
    if (::close(std::exchange(descriptor_, -1)) != 0) {
        fail("close " + path_);
    }
    return finished(static_cast<EVP_MD_CTX*>(digest_));
}

std::string digest_of_file(const std::string& path)
{
    EVP_MD_CTX* const digest = new_digest();
    each_piece(path,
        [&](std::string_view bytes) { EVP_DigestUpdate(digest, bytes.data(), bytes.size()); });
    auto text = finished(digest);
    EVP_MD_CTX_free(digest);
    return text;
}

std::string copy_file(const std::string& from, const std::string& to)
{
    NewFile file(to);
    each_piece(from, [&](std::string_view bytes) { file.write(bytes); });
    return file.finish();
}

void sync_folder(const std::string& path)
{
    const int descriptor = opened(path, O_RDONLY | O_DIRECTORY);
    const int failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failed != 0) {
        fail("sync " + path, failed);
    }
}

} // namespace xieshang::backup
