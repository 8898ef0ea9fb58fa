// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An official document of some ten pages with a table of 100 rows into .docx and back. Usage:
// official_documents; prints JSON, milliseconds: the first one, and the median of the others.
#include "platform/documents/official_docx.h"
#include "platform/documents/official_reading.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <vector>

namespace {

using namespace xieshang::documents;

constexpr int rounds = 101;

OfficialDocument ten_pages()
{
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += i % 30 == 29 ? "“2022年”，" : "协";
    }
    OfficialDocument document;
    document.kind = OfficialKind::document;
    document.head.mark = "政协崇川区委员会文件";
    document.title = "关于印发《2022年度协商计划》的通知";
    document.body.assign(20, Paragraph{{{text, false}}, Placing::indented});
    OfficialTable table;
    table.rows.assign(
        100, {{{{{"议题", false}}}, {{{"2022年3月", false}}}, {{{"区政协“提案委”", false}}}}});
    document.body.emplace_back(table);
    return document;
}

template <class Work>
double spent_ms(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - begin;
    return spent.count();
}

double median_of(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

int main()
{
    const auto document = ten_pages();
    std::string bytes;
    std::size_t blocks = 0; // so that nothing is left out
    std::vector<double> writing;
    std::vector<double> reading;
    for (int i = 0; i < rounds; ++i) {
        writing.push_back(spent_ms([&] { bytes = official_docx(document).value(); }));
        reading.push_back(spent_ms([&] { blocks += official_reading(bytes).value().body.size(); }));
    }
    fmt::print("{{\"first_ms\":{:.2f},\"write_ms\":{:.2f},\"read_ms\":{:.2f},\"bytes\":{}}}\n",
        writing.front(), median_of(writing), median_of(reading), bytes.size());
    return blocks == 0 ? 1 : 0;
}
