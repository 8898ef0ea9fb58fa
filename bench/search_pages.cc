// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The first page of a search: 50,000 entries of some 300 characters, of which every hundredth says
// 养老; 20 hits, the newest first, as Index::find gives them, snippets and marks included. Beside
// it the same page by LIKE over the same texts. Usage: search_pages FOLDER|postgres://…; prints
// JSON, times in ms.
#include "platform/db/migrations.h"
#include "platform/search/index.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace xieshang;

constexpr int entries = 50'000;
constexpr int every = 100; // 1 %
constexpr int rounds = 400;
constexpr int warm_up = 20;
constexpr int page = 20;

class Writer {
public:
    std::string text(std::size_t words)
    {
        static const std::vector<std::string> known{"协商", "议题", "委员", "部门", "服务", "提升",
            "推进", "基层", "治理", "教育", "医疗", "文旅", "融合", "发展", "营商", "环境", "企业",
            "创新", "生态", "保护", "社区", "群众", "调研", "报告", "建议", "落实", "跟踪", "监督",
            "老城", "更新", "交通", "停车", "垃圾", "分类", "食品", "安全", "养护", "老人", "托育",
            "，", "。\n", "、", "2024年", "第三季度", "完善", "机制", "优化", "资源", "布局"};
        std::string text;
        for (std::size_t i = 0; i < words; ++i) {
            text += random_() % 3 == 0 ? rare() : known[random_() % known.size()];
        }
        return text;
    }

private:
    // Two characters of the 3,500 common ones, the first of them oftener.
    std::string rare() { return character() + character(); }
    std::string character()
    {
        const auto share = static_cast<double>(random_() % 10'000) / 10'000;
        const auto code = 0x4E00 + static_cast<char32_t>(share * share * 3'500);
        return {static_cast<char>(0xE0 | (code >> 12U)),
            static_cast<char>(0x80 | ((code >> 6U) & 0x3FU)),
            static_cast<char>(0x80 | (code & 0x3FU))};
    }
    std::mt19937 random_{7};
};

void run(db::Database& database, std::string_view sql)
{
    database.write([&](db::Tx& tx) {
        tx.execute(sql);
        return true;
    });
}

search::Entry entry(Writer& writer, int number)
{
    return {.kind = "topic",
        .subject_id = std::to_string(number),
        .year = 2000 + number % 25,
        .audience = 3,
        .title = writer.text(6),
        .body = writer.text(70) + (number % every == 0 ? "养老" : "托老") + writer.text(70),
        .at = {1'600'000'000'000 + number * 1'000LL}};
}

// As the first opening of a restored house does; gives the seconds that it took.
double fill(db::Database& database, const std::vector<search::Entry>& all)
{
    const auto begin = std::chrono::steady_clock::now();
    const auto& index = search::index_of(database.engine());
    const auto write = [&](auto work) {
        database.write([&](db::Tx& tx) {
            work(tx);
            return true;
        });
    };
    write([&](db::Tx& tx) { index.begin_anew(tx, "bench"); });
    constexpr std::size_t at_once = 3'000; // 200 plans of 14 topics
    for (std::size_t done = 0; done < all.size(); done += at_once) {
        write([&](db::Tx& tx) {
            const auto from = all.begin() + static_cast<std::ptrdiff_t>(done);
            const auto left = std::min(at_once, all.size() - done);
            index.put_all(tx, {from, from + static_cast<std::ptrdiff_t>(left)});
        });
    }
    write([&](db::Tx& tx) { index.end_anew(tx, "bench"); });
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    return spent.count();
}

void fill_plain_text(db::Database& database, const std::vector<search::Entry>& all)
{
    database.write([&](db::Tx& tx) {
        std::int64_t place = 0;
        for (const auto& entry : all) {
            tx.execute("INSERT INTO plain_text (place, body) VALUES ($1, $2)", ++place,
                entry.title + "\n" + entry.body);
        }
        return true;
    });
}

template <class Work>
std::vector<double> times_of(int count, Work work)
{
    std::vector<double> times;
    for (int i = -warm_up; i < count; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - begin;
        if (i >= 0) {
            times.push_back(spent.count());
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

std::size_t found(db::Database& database, std::string_view query)
{
    return database.read([&](db::Tx& tx) {
        return search::index_of(database.engine())
            .find(tx, query, {.roles = 1, .limit = page})
            .size();
    });
}

std::size_t scanned(db::Database& database)
{
    return database.read([](db::Tx& tx) {
        return tx
            .all<std::string>("SELECT body FROM plain_text WHERE body LIKE '%养老%' "
                              "ORDER BY place DESC LIMIT 20")
            .size();
    });
}

double at(const std::vector<double>& times, double share)
{
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

std::unique_ptr<db::Database> opened(const std::string& place)
{
    return place.starts_with("postgres:") ? db::open_postgres({.address = place, .connections = 2})
                                          : db::open_sqlite({.path = place + "/search.db"});
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        return 2;
    }
    const auto database = opened(argv[1]);
    db::migrate(*database, db::built_in_migrations(), 0);
    run(*database, "CREATE TABLE plain_text (place BIGINT PRIMARY KEY, body TEXT NOT NULL)");
    Writer writer;
    std::vector<search::Entry> all;
    for (int number = 0; number < entries; ++number) {
        all.push_back(entry(writer, number));
    }
    const auto filling = fill(*database, all);
    fill_plain_text(*database, all);
    run(*database, "ANALYZE");
    if (found(*database, "养老") != page || scanned(*database) != page) {
        return 1;
    }
    const auto times = times_of(rounds, [&] { found(*database, "养老"); });
    const auto common = times_of(rounds / 4, [&] { found(*database, "协商"); });
    const auto single = times_of(rounds / 4, [&] { found(*database, "养"); });
    const auto scans = times_of(rounds / 4, [&] { scanned(*database); });
    fmt::print("{{\"median\":{:.3f},\"p95\":{:.3f},\"p99\":{:.3f},\"common\":{:.3f},"
               "\"single\":{:.3f},\"like\":{:.3f},\"fill_s\":{:.1f}}}\n",
        at(times, 0.5), at(times, 0.95), at(times, 0.99), at(common, 0.5), at(single, 0.5),
        at(scans, 0.5), filling);
}
