// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Official documents for the tests beside: one of each kind with everything in it, and made-up
// ones.
#pragma once

#include "platform/documents/official_document.h"

#include <cstdint>
#include <random>
#include <string>

namespace xieshang::documents {

// A PNG that says to be of this size; its pixels are none.
inline std::string png_header_of(std::uint32_t width, std::uint32_t height)
{
    const auto number = [](std::uint32_t value) {
        std::string bytes;
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            bytes += static_cast<char>((value >> shift) & 0xFFU);
        }
        return bytes;
    };
    return std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) + number(width) + number(height);
}

inline OfficialDocument sample_of(OfficialKind kind)
{
    OfficialDocument document;
    document.kind = kind;
    document.head = {"政协崇川区委员会文件", "000012", "机密★1年", "特急", "崇政协〔2022〕5号", {}};
    document.title = "关于印发《2022年度协商计划》的通知";
    document.addressees = "各镇、街道党（工）委";
    document.body = {Heading{1, "一、总体要求", {}},
        Heading{2, "（一）原则。", {{"先调研，", false}, {"后协商", true}}},
        Paragraph{{{"“有事好商量”协商议事，2022年完成。", false}}, Placing::indented}};
    document.signature = {{"政协崇川区委员会"}, false, "2022年3月5日"};
    document.note = "联系人：张堃";
    document.imprint = {"区委办公室", "政协办公室", "2022年3月5日"};
    return document;
}

// Made of a number; the same number makes the same one. Texts have what is hard to write: marks of
// XML, blanks, quotes, rare characters, emoji, Hebrew, what ends a part ("：", "。", "印发").
class MadeUp {
public:
    explicit MadeUp(std::uint64_t seed) : random_(seed) {}

    OfficialDocument document()
    {
        OfficialDocument made;
        made.kind = static_cast<OfficialKind>(below(4));
        made.head = {text(), text(), text(), text(), text(), texts()};
        made.title = text();
        made.addressees = text();
        made.body = blocks();
        made.signature = {texts(), below(2) == 0, text()};
        made.note = text();
        for (auto count = below(3); count > 0; --count) {
            made.presence.push_back({text(), text()});
        }
        for (auto count = below(3); count > 0; --count) {
            made.annexes.push_back({text(), blocks()});
        }
        made.imprint = {text(), text(), text()};
        return made;
    }

private:
    std::size_t below(std::size_t most) { return random_() % most; }

    std::string text()
    {
        static const std::vector<std::string> pieces{"协商", "A7", " ", "<&>\"'", "“", "堃䶮𠮷",
            "😀", "שלום", "：", ":", "。", "印发", "（", "）", "抄送：", "　", "1. ", "]]>",
            "\u0085", "关于推进城市更新工作的调研报告"};
        std::string made;
        for (auto count = below(5); count > 0; --count) {
            made += pieces[below(pieces.size())];
        }
        return made;
    }

    std::vector<std::string> texts()
    {
        std::vector<std::string> made(below(4));
        for (auto& one : made) {
            one = text();
        }
        return made;
    }

    Runs runs()
    {
        Runs made(below(4));
        for (auto& run : made) {
            run = {text(), below(3) == 0};
        }
        return made;
    }

    Placing placing() { return static_cast<Placing>(below(4)); }

    Block block()
    {
        switch (below(5)) {
        case 0:
            return Heading{static_cast<int>(below(6)), text(), runs()};
        case 1:
            return ListOf{below(2) == 0, {runs(), runs()}};
        case 2:
            return table();
        case 3:
            return Figure{png_header_of(1 + static_cast<std::uint32_t>(below(4000)),
                              1 + static_cast<std::uint32_t>(below(4000))),
                static_cast<double>(below(2000)) / 10, text()};
        default:
            return Paragraph{runs(), placing()};
        }
    }

    OfficialTable table()
    {
        OfficialTable made;
        made.caption = text();
        for (auto count = below(4); count > 0; --count) {
            made.shares.push_back(static_cast<double>(below(50)) / 7);
        }
        made.heads = below(3);
        made.rows.resize(below(4));
        for (auto& row : made.rows) {
            row.cells.resize(below(5));
            for (auto& cell : row.cells) {
                cell = {runs(), static_cast<int>(below(4)), placing()};
            }
        }
        made.landscape = below(3) == 0;
        return made;
    }

    Blocks blocks()
    {
        Blocks made;
        for (auto count = below(6); count > 0; --count) {
            made.push_back(block());
        }
        return made;
    }

    std::mt19937_64 random_;
};

} // namespace xieshang::documents
