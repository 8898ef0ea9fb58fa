// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/zip_end.h"

#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"

// …list of parts | end record of 22 bytes and a comment. With zip64 there stand, in front of the
// end record, one of 56 bytes or more and a locator of 20 that says where it begins; a number of
// all ones (full) in the end record stands in the longer one.
namespace xieshang::documents {
namespace {

constexpr std::string_view end_mark("PK\x05\x06", 4);
constexpr std::string_view locator_mark("PK\x06\x07", 4);
constexpr std::string_view long_end_mark("PK\x06\x06", 4);
constexpr std::size_t end_size = 22;
constexpr std::size_t locator_size = 20;
constexpr std::size_t long_end_size = 56;
constexpr std::uint64_t full_16 = 0xFFFF;
constexpr std::uint64_t full_32 = 0xFFFFFFFF;

// What the two end records say; `list_ends` is where the list must.
struct Stated {
    std::uint64_t disks{}; // this one, and that of the list
    std::uint64_t count_here{};
    std::uint64_t count{};
    std::uint64_t size{};
    std::uint64_t begin{};
    std::uint64_t list_ends{};
};

Stated short_end(std::string_view bytes, std::size_t at)
{
    return {zip_number(bytes, at + 4, 4), zip_number(bytes, at + 8, 2),
        zip_number(bytes, at + 10, 2), zip_number(bytes, at + 12, 4), zip_number(bytes, at + 16, 4),
        at};
}

// The short record repeats a number of the long one or is full.
bool agrees(std::uint64_t shorter, std::uint64_t longer, std::uint64_t full)
{
    return shorter == longer || shorter == full;
}

// What a locator in front of the end record at `at` leads to. It decides, as it does for libzip.
base::Result<Stated> long_end(std::string_view bytes, std::size_t at, const Stated& shorter)
{
    const auto locator = at - locator_size;
    const auto begin = zip_number(bytes, locator + 8, 8);
    const bool leads_here = zip_number(bytes, locator + 4, 4) == 0
        && zip_number(bytes, locator + 16, 4) <= 1 && begin <= locator
        && locator - begin >= long_end_size && bytes.substr(begin, 4) == long_end_mark
        && zip_number(bytes, begin + 4, 8) == locator - begin - 12;
    if (!leads_here) {
        return refuse_part("documents.damaged", "zip");
    }
    const Stated longer{zip_number(bytes, begin + 16, 8), zip_number(bytes, begin + 24, 8),
        zip_number(bytes, begin + 32, 8), zip_number(bytes, begin + 40, 8),
        zip_number(bytes, begin + 48, 8), begin};
    const bool agree = agrees(shorter.count_here, longer.count_here, full_16)
        && agrees(shorter.count, longer.count, full_16)
        && agrees(shorter.size, longer.size, full_32)
        && agrees(shorter.begin, longer.begin, full_32);
    if (!agree || (shorter.disks != 0 && shorter.disks != full_32)) {
        return refuse_part("documents.damaged", "zip");
    }
    return longer;
}

} // namespace

std::uint64_t zip_number(std::string_view bytes, std::size_t at, std::size_t length)
{
    std::uint64_t value = 0;
    for (std::size_t i = length; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

base::Result<ZipEnd> find_zip_end(std::string_view bytes)
{
    if (bytes.size() < end_size) {
        return refuse_part("documents.damaged", "zip");
    }
    const auto at = bytes.rfind(end_mark, bytes.size() - end_size);
    if (at == bytes.npos || at + end_size + zip_number(bytes, at + 20, 2) != bytes.size()) {
        return refuse_part("documents.damaged", "zip");
    }
    auto stated = short_end(bytes, at);
    if (at >= locator_size && bytes.substr(at - locator_size, 4) == locator_mark) {
        stated = TRY(long_end(bytes, at, stated));
    }
    if (stated.disks != 0 || stated.count_here != stated.count || stated.begin > stated.list_ends
        || stated.size != stated.list_ends - stated.begin) {
        return refuse_part("documents.damaged", "zip");
    }
    if (stated.count > most_parts) {
        return base::refuse("documents.too_many_parts",
            {{"count", std::to_string(stated.count)}, {"most", std::to_string(most_parts)}});
    }
    return ZipEnd{stated.count, stated.begin, stated.list_ends};
}

} // namespace xieshang::documents
