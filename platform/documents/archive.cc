// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/archive.h"

#include "platform/documents/limits.h"
#include "platform/documents/refusals.h"
#include "platform/documents/zip_directory.h"

#include <algorithm>
#include <array>
#include <map>
#include <zip.h>

namespace xieshang::documents {
namespace {

constexpr std::uint16_t stored = 0;
constexpr std::uint16_t deflated = 8;

struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string lowered(std::string_view text)
{
    std::string small(text);
    for (auto& c : small) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return small;
}

tl::unexpected<base::Error> too_large(std::string_view name, std::size_t most)
{
    return base::refuse("documents.unpacks_too_large",
        {{"part", shown_name(name)}, {"most", std::to_string(most >> 20U) + " MB"}});
}

} // namespace

struct Archive::Opened {
    std::unique_ptr<zip_t, Discard> zip;
    std::vector<ZipEntry> entries;
    std::vector<std::string> names;
    std::map<std::string, std::size_t, std::less<>> places; // by the name in small letters
    std::size_t unpacked_bytes = 0;
};

Archive::Archive(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive::~Archive() = default;

base::Result<Archive> Archive::open(std::string_view bytes)
{
    auto opened = std::make_unique<Opened>();
    opened->entries = TRY(zip_directory(bytes));
    for (std::size_t i = 0; i < opened->entries.size(); ++i) {
        opened->names.push_back(opened->entries[i].name);
        opened->places[lowered(opened->entries[i].name)] = i;
    }
    zip_error_t error{};
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    opened->zip.reset(
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!opened->zip) {
        zip_source_free(source);
        return refuse_part("documents.damaged", "zip");
    }
    const auto count = zip_get_num_entries(opened->zip.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) != opened->entries.size()) {
        return refuse_part("documents.damaged", "zip");
    }
    return Archive(std::move(opened));
}

const std::vector<std::string>& Archive::names() const { return opened_->names; }

bool Archive::has(std::string_view name) const { return opened_->places.contains(lowered(name)); }

base::Result<std::uint64_t> Archive::pieces(
    std::string_view name, const std::function<base::Result<bool>(std::string_view)>& take)
{
    const auto place = opened_->places.find(lowered(name));
    if (place == opened_->places.end()) {
        return refuse_part("documents.damaged", name);
    }
    const auto& entry = opened_->entries[place->second];
    if (entry.method != stored && entry.method != deflated) {
        return refuse_part("documents.packing", name);
    }
    const std::unique_ptr<zip_file_t, Discard> file(
        zip_fopen_index(opened_->zip.get(), place->second, 0));
    if (!file) {
        return refuse_part("documents.damaged", name);
    }
    std::array<char, 64U << 10U> chunk{};
    while (true) {
        const auto read = zip_fread(file.get(), chunk.data(), chunk.size());
        if (read < 0) {
            return refuse_part("documents.damaged", name);
        }
        if (read == 0 || !TRY(take({chunk.data(), static_cast<std::size_t>(read)}))) {
            return entry.unpacked;
        }
    }
}

base::Result<std::string> Archive::part(std::string_view name)
{
    std::string text;
    const auto stated = TRY(pieces(name, [&](std::string_view piece) -> base::Result<bool> {
        text.append(piece);
        opened_->unpacked_bytes += piece.size();
        if (text.size() > most_part_bytes) {
            return too_large(name, most_part_bytes);
        }
        if (opened_->unpacked_bytes > most_unpacked_bytes) {
            return too_large(name, most_unpacked_bytes);
        }
        return true;
    }));
    if (text.size() != stated) {
        return refuse_part("documents.damaged", name);
    }
    return text;
}

base::Result<void> Archive::stream(
    std::string_view name, const std::function<bool(std::string_view)>& take)
{
    std::size_t bytes = 0;
    bool goes_on = true;
    const auto stated = TRY(pieces(name, [&](std::string_view piece) -> base::Result<bool> {
        bytes += piece.size();
        if (bytes > most_streamed_bytes) {
            return too_large(name, most_streamed_bytes);
        }
        goes_on = take(piece);
        return goes_on;
    }));
    if (goes_on && bytes != stated) {
        return refuse_part("documents.damaged", name);
    }
    return {};
}

} // namespace xieshang::documents
