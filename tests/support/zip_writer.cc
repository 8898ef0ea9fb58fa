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

enum class Form {
    usual,
    zip64,
};

std::uint64_t stated(const ZipPart& part, const Packed& content)
{
    return part.stated_bytes == UINT32_MAX ? content.unpacked : part.stated_bytes;
}

// What header and list have in common: from the flags to the lengths of name and extra field.
std::string facts(const ZipPart& part, const Packed& content, Form form, std::size_t extra_bytes)
{
    const bool is_long = form == Form::zip64;
    return little(part.flags, 2) + little(part.deflates ? 8 : 0, 2) + little(0, 4)
        + little(content.crc, 4) + little(is_long ? UINT32_MAX : content.bytes.size(), 4)
        + little(is_long ? UINT32_MAX : stated(part, content), 4) + little(part.name.size(), 2)
        + little(extra_bytes, 2);
}

// The extra field of zip64; the list's has the place of the part, too.
std::string long_numbers(const ZipPart& part, const Packed& content, const std::string& place)
{
    return little(1, 2) + little(16 + place.size(), 2) + little(stated(part, content), 8)
        + little(content.bytes.size(), 8) + place;
}

std::string end_of(std::size_t count, std::size_t size, std::size_t begin, Form form)
{
    if (form == Form::usual) {
        return "PK\x05\x06" + little(0, 4) + little(count, 2) + little(count, 2) + little(size, 4)
            + little(begin, 4) + little(0, 2);
    }
    return "PK\x06\x06" + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
        + little(count, 8) + little(count, 8) + little(size, 8) + little(begin, 8) + "PK\x06\x07"
        + little(0, 4) + little(begin + size, 8) + little(1, 4) + "PK\x05\x06" + little(0, 4)
        + little(UINT64_MAX, 8) + little(UINT32_MAX, 4) + little(0, 2);
}

std::string written(const std::vector<ZipPart>& parts, Form form)
{
    const bool is_long = form == Form::zip64;
    std::string bytes;
    std::string list;
    std::vector<std::pair<std::size_t, Packed>> written;
    for (const auto& part : parts) {
        std::size_t offset = bytes.size();
        Packed content = part.shares_with < 0
            ? packed(part)
            : written[static_cast<std::size_t>(part.shares_with)].second;
        if (part.shares_with < 0) {
            const auto extra = is_long ? long_numbers(part, content, "") : "";
            bytes += "PK\x03\x04" + little(20, 2) + facts(part, content, form, extra.size())
                + part.name + extra + content.bytes;
        } else {
            offset = written[static_cast<std::size_t>(part.shares_with)].first;
        }
        const auto extra = is_long ? long_numbers(part, content, little(offset, 8)) : "";
        list += "PK\x01\x02" + little(20, 2) + little(20, 2)
            + facts(part, content, form, extra.size()) + little(0, 2) + little(0, 2) + little(0, 2)
            + little(0, 4) + little(is_long ? UINT32_MAX : offset, 4) + part.name + extra;
        written.emplace_back(offset, std::move(content));
    }
    return bytes + list + end_of(parts.size(), list.size(), bytes.size(), form);
}

} // namespace

std::string zip_of(const std::vector<ZipPart>& parts) { return written(parts, Form::usual); }

std::string zip64_of(const std::vector<ZipPart>& parts) { return written(parts, Form::zip64); }

} // namespace xieshang::tests
