// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/encodings.h"

#include "features/plan/script.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <vector>

namespace xieshang::plan {
namespace {

// The most frequent ideographs of administrative Chinese, traditional forms folded.
constexpr std::u32string_view common =
    U"的一是不在人有了中国大这为上个以年时要们出会可也对生能过行面多经所发成方进业法民部家政协商委"
    U"员区工作党市"
    U"理关化主全和与及建设新城乡社会服务题议推提高水平展动实施环保教育老龄疗卫健文旅产科技企创优加"
    U"强机制体"
    U"开调研究报导领责任单位门参常席第二三四五六七八九十专期月县省府资源交通食品安垃圾分类治村街道"
    U"居本计划重点"
    U"监督促改革步问组织来到地学用同自下而之就好力心意见情况现前后日";

int unit_at(std::string_view bytes, std::size_t i, Order order)
{
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return order == Order::little ? first | second << 8 : first << 8 | second;
}

// A code unit that text in Chinese or English is made of.
bool is_plausible(int unit)
{
    return (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t'
        || (unit >= 0x4E00 && unit <= 0x9FFF) || (unit >= 0x3000 && unit <= 0x303F)
        || (unit >= 0xFF00 && unit <= 0xFFEF) || (unit >= 0x2010 && unit <= 0x2027)
        || (unit >= 0x2460 && unit <= 0x249B);
}

} // namespace

std::size_t first_not_utf8(std::string_view bytes)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t i = 0; i < bytes.size();) {
        const auto first = byte(i);
        if (first < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || i + length > bytes.size()) {
            return i;
        }
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(i + k) & 0xC0U) != 0x80) {
                return i;
            }
        }
        const auto second = byte(i + 1);
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)
            || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) {
            return i;
        }
        i += length;
    }
    return bytes.npos;
}

Characters32 from_utf16(std::string_view bytes, Order order)
{
    std::u32string out;
    out.reserve(bytes.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        if (i + 1 == bytes.size()) {
            return tl::unexpected(i);
        }
        const int unit = unit_at(bytes, i, order);
        if (unit < 0xD800 || unit > 0xDFFF) {
            out.push_back(static_cast<char32_t>(unit));
            continue;
        }
        const int low = unit <= 0xDBFF && i + 3 < bytes.size() ? unit_at(bytes, i + 2, order) : 0;
        if (low < 0xDC00 || low > 0xDFFF) {
            return tl::unexpected(i);
        }
        out.push_back(static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
        i += 2;
    }
    return out;
}

std::optional<Order> order_of_utf16(std::string_view bytes)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0) {
        return std::nullopt;
    }
    for (const auto order : {Order::little, Order::big}) {
        std::size_t plausible = 0;
        for (std::size_t i = 0; i < bytes.size(); i += 2) {
            plausible += is_plausible(unit_at(bytes, i, order)) ? 1 : 0;
        }
        if (plausible * 20 >= bytes.size() / 2 * 19) {
            return order;
        }
    }
    return std::nullopt;
}

Characters32 from_gb18030(std::string_view bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
        ucnv_open("GB18030", &error), ucnv_close);
    if (U_FAILURE(error)) {
        throw std::runtime_error("ICU has no GB18030 converter");
    }
    ucnv_setToUCallBack(
        converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    std::u32string out;
    const char* next = bytes.data();
    const char* const end = next + bytes.size();
    while (next < end) {
        const char* const start = next;
        const auto c = ucnv_getNextUChar(converter.get(), &next, end, &error);
        if (U_FAILURE(error)) {
            return tl::unexpected(static_cast<std::size_t>(start - bytes.data()));
        }
        out.push_back(static_cast<char32_t>(c));
    }
    return out;
}

bool reads_like_chinese(std::u32string_view text)
{
    static const auto sorted = [] {
        std::u32string all(common);
        std::sort(all.begin(), all.end());
        return all;
    }();
    std::size_t ideographs = 0;
    std::size_t common_ones = 0;
    std::size_t strange = 0; // private use, unassigned, half-width kana: what wrong guesses bring
    for (const auto c : text) {
        if (is_han(c)) {
            ++ideographs;
            common_ones += std::binary_search(sorted.begin(), sorted.end(), folded(c)) ? 1 : 0;
        } else if ((c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFF66 && c <= 0xFF9F) || c > 0xFFFF) {
            ++strange;
        }
    }
    return ideographs > 0 && common_ones * 8 >= ideographs && strange * 10 <= ideographs;
}

} // namespace xieshang::plan
