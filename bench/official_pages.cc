// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Official documents into PDF: the first, one of two pages after it, one of 500 pages, a table of
// 10,000 rows; a page picture; the memory that was needed at most. Usage: official_pages; prints
// JSON, medians of processor time.
#include "platform/documents/official_pdf.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <vector>

namespace {

using namespace xieshang::documents;

constexpr int rounds = 15;

double now_ms() { return 1'000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Work>
double spent_ms(Work work)
{
    const auto begin = now_ms();
    work();
    return now_ms() - begin;
}

template <class Work>
double median_ms(Work work)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        times.push_back(spent_ms(work));
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

Paragraph paragraph()
{
    return {{{"坚持以人民为中心，深入贯彻“先调研、后协商”的要求，围绕2022年度12项议题，"
              "聚焦城市更新、老旧小区改造、养老服务等民生实事，组织委员深入一线调查研究，"
              "广泛听取各方面意见，做到协商于民、协商为民。"}}};
}

OfficialDocument notice(std::size_t paragraphs)
{
    OfficialDocument document{.kind = OfficialKind::document};
    document.head = {.mark = "政协南通市崇川区委员会文件", .number = "崇政协〔2022〕6号"};
    document.title = "关于印发2022年度协商工作计划的通知";
    document.addressees = "区各有关部门，各街道";
    document.body = {Heading{1, "一、总体要求"}, Heading{2, "（一）指导思想"}};
    document.body.insert(document.body.end(), paragraphs, paragraph());
    document.signature = {{"政协南通市崇川区委员会"}, true, "2022年3月5日"};
    document.imprint = {"区委，区政府", "政协南通市崇川区委员会办公室", "2022年3月6日"};
    return document;
}

OfficialDocument table(std::size_t rows)
{
    OfficialTable table;
    table.rows = {{{{{{"序号"}}}, {{{"议题"}}}, {{{"承办单位"}}}}}};
    for (std::size_t row = 1; row <= rows; ++row) {
        table.rows.push_back(
            {{{{{std::to_string(row)}}}, {{{"老旧小区改造"}}}, {{{"城建环保委员会"}}}}});
    }
    OfficialDocument document;
    document.body = {table};
    return document;
}

std::size_t pages = 0;

void print(OfficialPress& press, const OfficialDocument& document)
{
    const auto layout = press.layout(document).value();
    pages = layout.pages.size();
    static_cast<void>(press.pdf(layout).value());
}

} // namespace

int main()
{
    const auto small = notice(6);
    std::optional<OfficialPress> press;
    const auto first = spent_ms([&] {
        press.emplace();
        print(*press, small);
    });
    const auto next = median_ms([&] { print(*press, small); });
    const auto layout = press->layout(small).value();
    const auto picture = median_ms([&] { press->picture(layout, 0, 800).value(); });
    const auto table_ms = spent_ms([&] { print(*press, table(10'000)); });
    const auto table_pages = pages;
    const auto long_ms = spent_ms([&] { print(*press, notice(2'850)); });
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    fmt::print("{{\"first_ms\":{:.1f},\"next_ms\":{:.1f},\"picture_ms\":{:.1f},"
               "\"table_ms\":{:.0f},\"table_pages\":{},\"long_ms\":{:.0f},\"long_pages\":{},"
               "\"peak_mb\":{}}}\n",
        first, next, picture, table_ms, table_pages, long_ms, pages, used.ru_maxrss / 1024);
}
