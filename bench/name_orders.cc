// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 10,000 names of two to four characters into both orders, keys included, and what one key of each
// kind costs. Usage: name_orders; prints JSON, medians.
#include "platform/folding/folding.h"
#include "platform/names/order.h"
#include "platform/names/search_keys.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace xieshang;
using Names = std::vector<std::string>;

constexpr std::size_t count = 10'000;
constexpr int rounds = 31;

Names made_up()
{
    static const std::vector<std::u32string> surnames{U"王", U"李", U"张", U"刘", U"陈", U"杨",
        U"赵", U"黄", U"周", U"吴", U"曾", U"单", U"解", U"任", U"欧阳", U"诸葛", U"尉迟", U"陳"};
    std::mt19937 random{7};
    const auto common = [&] { return static_cast<char32_t>(0x4E00 + random() % 0x5000); };
    Names names;
    for (std::size_t i = 0; i < count; ++i) {
        auto name = surnames[random() % surnames.size()];
        name += common();
        if (random() % 4 != 0) {
            name += common();
        }
        names.push_back(folding::encoded(name));
    }
    return names;
}

template <class Work>
double median_ms(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - begin;
        times.push_back(spent.count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

std::size_t sink = 0; // so that nothing is left out

template <class Key>
double sorting_ms(const Names& names, Key key)
{
    return median_ms([&] {
        Names keys;
        std::transform(names.begin(), names.end(), std::back_inserter(keys), key);
        std::sort(keys.begin(), keys.end());
        sink += keys.front().size();
    });
}

template <class Key>
double key_us(const Names& names, Key key)
{
    const auto ms = median_ms([&] {
        for (const auto& name : names) {
            sink += key(name).size();
        }
    });
    return ms * 1'000 / static_cast<double>(count);
}

} // namespace

int main()
{
    const auto names = made_up();
    fmt::print("{{\"strokes_ms\":{:.2f},\"pinyin_ms\":{:.2f},\"stroke_key_us\":{:.3f},"
               "\"pinyin_key_us\":{:.3f},\"search_keys_us\":{:.3f}}}\n",
        sorting_ms(names, names::stroke_key), sorting_ms(names, names::pinyin_key),
        key_us(names, names::stroke_key), key_us(names, names::pinyin_key),
        key_us(names, names::search_keys));
    return sink == 0 ? 1 : 0;
}
