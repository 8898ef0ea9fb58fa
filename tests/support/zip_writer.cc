// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/support/zip_writer.h"

#include <array>
#include <zlib.h>

namespace xieshang::tests {
namespace {

std::string little(std::uint64_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i) {
        text += static_cast<char>(value >> (8 * i));
    }
    return text;
}

struct Packed {
    std::string bytes;
    std::uint32_t crc{};
    std::size_t unpacked{};
};

class Deflater {
public:
    Deflater() { deflateInit2(&stream_, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater() { deflateEnd(&stream_); }

    void add(std::string_view chunk, bool is_last)
    {
        const auto* data = reinterpret_cast<const Bytef*>(chunk.data());
        packed_.crc =
            static_cast<std::uint32_t>(crc32(packed_.crc, data, static_cast<uInt>(chunk.size())));
        packed_.unpacked += chunk.size();
        stream_.next_in = const_cast<Bytef*>(data);
        stream_.avail_in = static_cast<uInt>(chunk.size());
        std::array<char, 1U << 16U> out{};
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(out.data());
            stream_.avail_out = static_cast<uInt>(out.size());
            deflate(&stream_, is_last ? Z_FINISH : Z_NO_FLUSH);
            packed_.bytes.append(out.data(), out.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

    Packed take() { return std::move(packed_); }

private:
    z_stream stream_{};
    Packed packed_;
};

Packed packed(const ZipPart& part)
{
    if (part.deflates) {
        Deflater deflater;
        for (std::size_t i = 1; i < part.repeats; ++i) {
            deflater.add(part.content, false);
        }
        deflater.add(part.content, true);
        return deflater.take();
    }
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(part.content.data()),
        static_cast<uInt>(part.content.size()));
    return {part.content, static_cast<std::uint32_t>(crc), part.content.size()};
}

// What header and list have in common: from the flags to the lengths of name and extra field.
std::string facts(const ZipPart& part, const Packed& content)
{
    const auto stated = part.stated_bytes == UINT32_MAX ? content.unpacked : part.stated_bytes;
    return little(part.flags, 2) + little(part.deflates ? 8 : 0, 2) + little(0, 4)
        + little(content.crc, 4) + little(content.bytes.size(), 4) + little(stated, 4)
        + little(part.name.size(), 2) + little(0, 2);
}

} // namespace

std::string zip_of(const std::vector<ZipPart>& parts)
{
    std::string bytes;
    std::string list;
    std::vector<std::pair<std::size_t, Packed>> written;
    for (const auto& part : parts) {
        std::size_t offset = bytes.size();
        Packed content = part.shares_with < 0
            ? packed(part)
            : written[static_cast<std::size_t>(part.shares_with)].second;
        if (part.shares_with < 0) {
            bytes +=
                "PK\x03\x04" + little(20, 2) + facts(part, content) + part.name + content.bytes;
        } else {
            offset = written[static_cast<std::size_t>(part.shares_with)].first;
        }
        list += "PK\x01\x02" + little(20, 2) + little(20, 2) + facts(part, content) + little(0, 2)
            + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4) + part.name;
        written.emplace_back(offset, std::move(content));
    }
    const auto begin = bytes.size();
    bytes += list + "PK\x05\x06" + little(0, 4) + little(parts.size(), 2) + little(parts.size(), 2)
        + little(list.size(), 4) + little(begin, 4) + little(0, 2);
    return bytes;
}

} // namespace xieshang::tests
