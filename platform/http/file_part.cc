// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/file_part.h"

#include "platform/http/ascii.h"

#include <algorithm>
#include <charconv>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xieshang::http {
namespace {

std::optional<std::uint64_t> number_of(std::string_view text)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty()
        ? std::optional{number}
        : std::nullopt;
}

struct Range {
    std::uint64_t first = 0;
    std::uint64_t last = 0; // inclusive
};

// "bytes=5-9", "bytes=5-", "bytes=-5". Nothing for what is to be ignored; first > last for what
// lies outside.
std::optional<Range> range_of(std::string_view header, std::uint64_t size)
{
    if (header.size() < 6 || !same_word(header.substr(0, 6), "bytes=")) {
        return std::nullopt;
    }
    header = trimmed(header.substr(6));
    const auto dash = header.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto first = number_of(header.substr(0, dash));
    const auto last = number_of(header.substr(dash + 1));
    if (dash == 0) {
        if (!last) {
            return std::nullopt;
        }
        return *last == 0 || size == 0 ? Range{1, 0}
                                       : Range{size - std::min(size, *last), size - 1};
    }
    const bool is_open_ended = dash + 1 == header.size();
    if (!first || (!last && !is_open_ended) || (last && *last < *first)) {
        return std::nullopt;
    }
    if (*first >= size) {
        return Range{1, 0};
    }
    return Range{*first, last ? std::min(*last, size - 1) : size - 1};
}

} // namespace

Descriptor::~Descriptor()
{
    if (number_ >= 0) {
        ::close(number_);
    }
}

std::optional<FilePart> open_part(const Request& request, Response& response)
{
    // Not blocking, for a path that names a pipe.
    FilePart part{.descriptor = Descriptor{
                      ::open(response.file_path->c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)}};
    struct stat about {};
    if (::fstat(part.descriptor.number(), &about) != 0 || !S_ISREG(about.st_mode)) {
        return std::nullopt;
    }
    part.size = static_cast<std::uint64_t>(about.st_size);
    response.set("Accept-Ranges", "bytes");
    const bool may_part = request.method == Method::get && response.status == 200
        && request.header("If-Range").empty();
    const auto range = may_part ? range_of(request.header("Range"), part.size) : std::nullopt;
    if (!range) {
        return part;
    }
    const auto whole = std::to_string(part.size);
    if (range->first > range->last) {
        response.status = 416;
        response.set("Content-Range", "bytes */" + whole);
        part.size = 0;
        return part;
    }
    response.status = 206;
    response.set("Content-Range",
        "bytes " + std::to_string(range->first) + "-" + std::to_string(range->last) + "/" + whole);
    part.offset = range->first;
    part.size = range->last - range->first + 1;
    return part;
}

} // namespace xieshang::http
