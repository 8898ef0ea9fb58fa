// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/script.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace xieshang::plan {
namespace {

// Traditional above, simplified below, character by character: the words that the reader looks for.
constexpr std::u32string_view traditional =
    U"協議題會員務監視調專計劃開圍繞針對單門責區縣級領導頭辦參與時間週雙別體總實組織關於發點項個場"
    U"請徵報聞記電"
    U"話聯繫係為產業經濟環鎮鄉網絡處書長黨團國華號閱審舉現動態條強據規製則應農廣從進達遠運適選邊還"
    U"這並內兩幹後復"
    U"樣機權歷決況準測滿營爭狀療盡確種積範築簡紀約納結統續綜緊線維績義職聽藝術補見觀訂訊討訓設評詢"
    U"該誌語說課諮"
    U"證識護讀變負財貫費資質輔輪連醫錄鐵陽隊際險隨離難響頁順須預類顧風養駐驗齊擬擇擔擴斷東標樓檢歸"
    U"殘氣減溝漢澤"
    U"濱災熱無牽衆眾協啟啓週闆衛優傳億備儲價來倉";
constexpr std::u32string_view simplified = U"协议题会员务监视调专计划开围绕针对单门责区县级领导头办"
                                           U"参与时间周双别体总实组织关于发点项个场请征报闻记电"
                                           U"话联系系为产业经济环镇乡网络处书长党团国华号阅审举现动"
                                           U"态条强据规制则应农广从进达远运适选边还这并内两干后复"
                                           U"样机权历决况准测满营争状疗尽确种积范筑简纪约纳结统续综"
                                           U"紧线维绩义职听艺术补见观订讯讨训设评询该志语说课咨"
                                           U"证识护读变负财贯费资质辅轮连医录铁阳队际险随离难响页顺"
                                           U"须预类顾风养驻验齐拟择担扩断东标楼检归残气减沟汉泽"
                                           U"滨灾热无牵众众协启启周板卫优传亿备储价来仓";
static_assert(traditional.size() == simplified.size());

constexpr std::u32string_view small_forms = U"︰﹐﹑﹒﹔﹕﹖﹗﹙﹚｡､○";
constexpr std::u32string_view plain_forms = U":,、.;:?!()。、〇";
static_assert(small_forms.size() == plain_forms.size());

using Pair = std::pair<char32_t, char32_t>;

constexpr auto foldings = [] {
    std::array<Pair, traditional.size() + small_forms.size()> pairs{};
    auto next = pairs.begin();
    for (std::size_t i = 0; i < traditional.size(); ++i) {
        *next++ = {traditional[i], simplified[i]};
    }
    for (std::size_t i = 0; i < small_forms.size(); ++i) {
        *next++ = {small_forms[i], plain_forms[i]};
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}();

// Copies from PDF bring radicals (⼯) and compatibility ideographs where the plain ideograph is
// meant.
char32_t without_compatibility(char32_t c)
{
    UErrorCode error = U_ZERO_ERROR;
    static const UNormalizer2* const form = unorm2_getNFKCInstance(&error);
    std::array<UChar, 8> out{};
    const auto length = unorm2_getDecomposition(
        form, static_cast<UChar32>(c), out.data(), static_cast<int>(out.size()), &error);
    return U_SUCCESS(error) && length == 1 ? out[0] : c;
}

} // namespace

bool is_blank(char32_t c)
{
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F)
        || (c >= 0x80 && u_isUWhiteSpace(static_cast<UChar32>(c)));
}

bool is_han(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == U'〇'
        || (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF);
}

bool is_sign(char32_t c)
{
    const auto type = U_MASK(u_charType(static_cast<UChar32>(c)));
    return (type & (U_GC_P_MASK | U_GC_S_MASK | U_GC_CC_MASK | U_GC_CF_MASK)) != 0;
}
bool is_word(char32_t c) { return !is_han(c) && c < 0x2E80 && u_isalnum(static_cast<UChar32>(c)); }

char32_t folded(char32_t c)
{
    if (c < 0x80) {
        return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
        return folded(c - 0xFEE0);
    }
    if ((c >= 0x2F00 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAFF)) {
        const auto plain = without_compatibility(c);
        return plain == c ? c : folded(plain); // the plain one can be traditional
    }
    const auto found = std::lower_bound(foldings.begin(), foldings.end(), Pair{c, 0});
    return found != foldings.end() && found->first == c ? found->second : c;
}

int width_of(char32_t c)
{
    const auto type = u_charType(static_cast<UChar32>(c));
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR
        || type == U_CONTROL_CHAR) {
        return 0;
    }
    const auto wide = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_FULLWIDTH || wide == U_EA_WIDE
            || (wide == U_EA_AMBIGUOUS && c >= 0x2014 && c <= 0x2026)
        ? 2
        : 1;
}

std::u32string from_utf8(std::string_view valid)
{
    std::u32string out;
    out.reserve(valid.size());
    for (std::size_t i = 0; i < valid.size();) {
        const auto first = static_cast<unsigned char>(valid[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < valid.size(); ++k) {
            c = (c << 6U) | (static_cast<unsigned char>(valid[i + k]) & 0x3FU);
        }
        out.push_back(c);
        i += length;
    }
    return out;
}

std::string to_utf8(std::u32string_view text)
{
    std::string out;
    out.reserve(text.size() * 3);
    for (auto c : text) {
        if ((c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF) {
            c = 0xFFFD;
        }
        if (c < 0x80) {
            out.push_back(static_cast<char>(c));
            continue;
        }
        const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
        out.push_back(static_cast<char>((0xFF00U >> (more + 1)) | (c >> (6 * more))));
        for (int k = more - 1; k >= 0; --k) {
            out.push_back(static_cast<char>(0x80U | ((c >> (6 * k)) & 0x3FU)));
        }
    }
    return out;
}

std::u32string fold(std::u32string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    for (const auto c : text) {
        if (!is_blank(c)) {
            out.push_back(folded(c));
        }
    }
    return out;
}

} // namespace xieshang::plan
