// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/input_file.h"

#include "app/system_words.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace xieshang::app {
namespace {

constexpr std::size_t bytes_at_once = 1U << 20U;

class Descriptor {
public:
    explicit Descriptor(const std::string& path)
        : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
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

    int number() const { return number_; }

private:
    int number_;
};

// False when the machine refused; errno says why.
bool read_all(int descriptor, std::string& bytes)
{
    std::size_t size = 0;
    for (;;) {
        if (bytes.size() - size < bytes_at_once) {
            bytes.resize(2 * bytes.size() + bytes_at_once);
        }
        const auto got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            bytes.resize(size);
            return got == 0;
        }
        size += static_cast<std::size_t>(got);
    }
}

tl::unexpected<base::Error> no_file(const std::string& path)
{
    const std::error_code error(errno, std::generic_category());
    return base::refuse("cli.no_file", {{"file", path}, {"reason", reason_of(error)}});
}

} // namespace

base::Result<InputFile> InputFile::open(const std::string& path)
{
    const Descriptor descriptor(path == "-" ? "/dev/stdin" : path);
    struct stat about {};
    if (descriptor.number() < 0 || ::fstat(descriptor.number(), &about) != 0) {
        return no_file(path);
    }
    InputFile file;
    if (S_ISREG(about.st_mode) && about.st_size > 0) {
        const auto size = static_cast<std::size_t>(about.st_size);
        auto* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number(), 0);
        if (mapped != MAP_FAILED) {
            ::madvise(mapped, size, MADV_SEQUENTIAL);
            file.mapped_ = mapped;
            file.mapped_bytes_ = size;
            return file;
        }
    }
    if (!read_all(descriptor.number(), file.read_)) {
        return no_file(path);
    }
    return file;
}

InputFile::~InputFile()
{
    if (mapped_ != nullptr) {
        ::munmap(mapped_, mapped_bytes_);
    }
}

InputFile::InputFile(InputFile&& other) noexcept
    : mapped_(std::exchange(other.mapped_, nullptr)),
      mapped_bytes_(other.mapped_bytes_),
      read_(std::move(other.read_))
{
}

std::string_view InputFile::bytes() const
{
    return mapped_ != nullptr ? std::string_view(static_cast<const char*>(mapped_), mapped_bytes_)
                              : std::string_view(read_);
}

void InputFile::let_go(std::size_t bytes) const
{
    if (mapped_ != nullptr) {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        ::madvise(mapped_, std::min(bytes, mapped_bytes_) / page * page, MADV_DONTNEED);
    }
}

} // namespace xieshang::app
