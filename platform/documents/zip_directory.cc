// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/zip_directory.h"

#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"
#include "platform/documents/zip_end.h"

#include <algorithm>
#include <initializer_list>
#include <set>

// …parts… | one entry of 46 bytes, its name and extra fields a part | end. A number of all ones
// (full) in an entry stands in its extra field of zip64.
namespace xieshang::documents {
namespace {

constexpr std::string_view entry_mark("PK\x01\x02", 4);
constexpr std::string_view part_mark("PK\x03\x04", 4);
constexpr std::size_t long_numbers_id = 1; // of an extra field
constexpr std::uint64_t full_16 = 0xFFFF;
constexpr std::uint64_t full_32 = 0xFFFFFFFF;
constexpr std::size_t entry_size = 46;
constexpr std::size_t part_size = 30;

std::string lowered(std::string text)
{
    for (auto& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return text;
}

bool leaves_the_archive(std::string_view name)
{
    const bool has_bad = std::any_of(name.begin(), name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':' || c == 0x7F;
    });
    if (name.empty() || name.size() > 255 || has_bad || name.front() == '/') {
        return true;
    }
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find('/', begin), name.size());
        const auto step = name.substr(begin, end - begin);
        if (step == ".." || step == ".") {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

bool is_archive(std::string_view lowered_name)
{
    for (const std::string_view end :
        {".zip", ".rar", ".7z", ".gz", ".tgz", ".bz2", ".xz", ".zst", ".tar", ".cab", ".jar"}) {
        if (lowered_name.ends_with(end)) {
            return true;
        }
    }
    return false;
}

// The numbers of an entry that are full there, out of its extra field, in this order. libzip wants
// the field to hold these and no more, so that both read the same.
bool take_long_numbers(std::string_view extra, ZipEntry& entry, bool has_full_disk)
{
    const auto is_full = [](std::uint64_t value) { return value == full_32; };
    std::vector<std::uint64_t*> wanted;
    for (auto* value : {&entry.unpacked, &entry.packed, &entry.offset}) {
        if (is_full(*value)) {
            wanted.push_back(value);
        }
    }
    if (wanted.empty()) {
        return true;
    }
    while (extra.size() >= 4) {
        const auto size = zip_number(extra, 2, 2);
        if (size > extra.size() - 4) {
            return false;
        }
        const auto field = extra.substr(4, size);
        if (zip_number(extra, 0, 2) != long_numbers_id) {
            extra.remove_prefix(4 + size);
            continue;
        }
        if (size != wanted.size() * 8 + (has_full_disk ? 4 : 0)) {
            return false;
        }
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            *wanted[i] = zip_number(field, i * 8, 8);
        }
        return true;
    }
    return false;
}

// One line of the list at `at`, which moves behind it.
base::Result<ZipEntry> next_entry(std::string_view bytes, std::size_t& at, std::size_t end)
{
    if (at + entry_size > end || bytes.substr(at, 4) != entry_mark) {
        return refuse_part("documents.damaged", "zip");
    }
    const auto name_size = zip_number(bytes, at + 28, 2);
    const auto extra_size = zip_number(bytes, at + 30, 2);
    const auto size = entry_size + name_size + extra_size + zip_number(bytes, at + 32, 2);
    if (at + size > end) {
        return refuse_part("documents.damaged", "zip");
    }
    ZipEntry entry{std::string(bytes.substr(at + entry_size, name_size)),
        static_cast<std::uint16_t>(zip_number(bytes, at + 10, 2)), zip_number(bytes, at + 20, 4),
        zip_number(bytes, at + 24, 4), zip_number(bytes, at + 42, 4)};
    const auto flags = zip_number(bytes, at + 8, 2);
    const auto extra = bytes.substr(at + entry_size + name_size, extra_size);
    const bool is_sound = take_long_numbers(extra, entry, zip_number(bytes, at + 34, 2) == full_16);
    at += size;
    if ((flags & 0x41U) != 0) {
        return base::refuse("documents.encrypted");
    }
    // so that no sum of them runs over
    if (!is_sound || entry.offset > bytes.size() || entry.packed > bytes.size()) {
        return refuse_part("documents.damaged", entry.name);
    }
    return entry;
}

// The bytes of a part, its header among them; the header must say what the list says.
base::Result<std::uint64_t> end_of_part(
    std::string_view bytes, const ZipEntry& entry, std::size_t limit)
{
    const auto at = entry.offset;
    if (at + part_size > limit || bytes.substr(at, 4) != part_mark) {
        return refuse_part("documents.damaged", entry.name);
    }
    const auto name_size = zip_number(bytes, at + 26, 2);
    const auto end = at + part_size + name_size + zip_number(bytes, at + 28, 2) + entry.packed;
    if (end > limit || bytes.substr(at + part_size, name_size) != entry.name) {
        return refuse_part("documents.damaged", entry.name);
    }
    return end;
}

base::Result<void> check_apart(
    std::string_view bytes, const std::vector<ZipEntry>& entries, std::size_t limit)
{
    std::vector<const ZipEntry*> by_place;
    for (const auto& entry : entries) {
        by_place.push_back(&entry);
    }
    std::sort(by_place.begin(), by_place.end(),
        [](const auto* a, const auto* b) { return a->offset < b->offset; });
    std::uint64_t behind = 0;
    for (const auto* entry : by_place) { // by the list alone: it may name one part twice
        if (entry->offset < behind) {
            return refuse_part("documents.parts_overlap", entry->name);
        }
        behind = entry->offset + part_size + entry->packed;
    }
    behind = 0;
    for (const auto* entry : by_place) {
        if (entry->offset < behind) {
            return refuse_part("documents.parts_overlap", entry->name);
        }
        behind = TRY(end_of_part(bytes, *entry, limit));
    }
    return {};
}

base::Result<void> check_sizes(const std::vector<ZipEntry>& entries)
{
    std::uint64_t total = 0;
    for (const auto& entry : entries) {
        total += std::min(entry.unpacked, most_stated_bytes + 1);
        if (total > most_stated_bytes) {
            return base::refuse("documents.unpacks_too_large",
                {{"part", shown_name(entry.name)},
                    {"most", std::to_string(most_stated_bytes >> 20) + " MB"}});
        }
    }
    return {};
}

base::Result<void> check_names(const std::vector<ZipEntry>& entries)
{
    std::set<std::string> seen; // names of parts differ by more than capitals
    for (const auto& entry : entries) {
        if (leaves_the_archive(entry.name)) {
            return refuse_part("documents.part_name", entry.name);
        }
        auto name = lowered(entry.name);
        if (is_archive(name)) {
            return refuse_part("documents.nested", entry.name);
        }
        if (!seen.insert(std::move(name)).second) {
            return refuse_part("documents.part_twice", entry.name);
        }
    }
    return {};
}

} // namespace

base::Result<std::vector<ZipEntry>> zip_directory(std::string_view bytes)
{
    const auto found = TRY(find_zip_end(bytes));
    std::vector<ZipEntry> entries;
    std::size_t at = found.begin;
    while (entries.size() < found.count) {
        entries.push_back(TRY(next_entry(bytes, at, found.end)));
    }
    if (at != found.end) {
        return refuse_part("documents.damaged", "zip");
    }
    CHECK(check_names(entries));
    CHECK(check_sizes(entries));
    CHECK(check_apart(bytes, entries, found.begin));
    return entries;
}

} // namespace xieshang::documents
