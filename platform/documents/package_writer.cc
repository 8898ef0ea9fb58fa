// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/documents/package_writer.h"

#include <memory>
#include <stdexcept>
#include <zip.h>

namespace xieshang::documents {
namespace {

constexpr zip_uint16_t first_of_1980 = (1U << 5U) | 1U; // the oldest day that an archive can name
constexpr int packing_level = 6;

[[noreturn]] void fail(const std::string& what)
{
    throw std::runtime_error("an office file could not be written: " + what);
}

struct LetGo {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_t* zip) const { zip_discard(zip); }
};

void add_part(zip_t* zip, const PackagePart& part)
{
    auto* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
    const auto index =
        source == nullptr ? -1 : zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        fail(zip_strerror(zip));
    }
    const auto place = static_cast<zip_uint64_t>(index);
    const auto method = part.packs ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    if (zip_set_file_compression(zip, place, method, part.packs ? packing_level : 0) != 0
        || zip_file_set_dostime(zip, place, 0, first_of_1980, 0) != 0) {
        fail(zip_strerror(zip));
    }
}

std::string bytes_of(zip_source_t* source)
{
    if (zip_source_open(source) != 0 || zip_source_seek(source, 0, SEEK_END) != 0) {
        fail("cannot be read back");
    }
    std::string bytes(static_cast<std::size_t>(zip_source_tell(source)), '\0');
    zip_source_seek(source, 0, SEEK_SET);
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(bytes.size())) {
        fail("cannot be read back");
    }
    return bytes;
}

} // namespace

std::string package_of(const std::vector<PackagePart>& parts)
{
    zip_error_t error{};
    const std::unique_ptr<zip_source_t, LetGo> source(
        zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source) {
        fail("no memory");
    }
    std::unique_ptr<zip_t, LetGo> zip(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!zip) {
        fail("no archive");
    }
    zip_source_keep(source.get()); // once for the archive, once for what is read back
    for (const auto& part : parts) {
        add_part(zip.get(), part);
    }
    if (zip_close(zip.get()) != 0) {
        fail(zip_strerror(zip.get()));
    }
    zip.release();
    return bytes_of(source.get());
}

} // namespace xieshang::documents
