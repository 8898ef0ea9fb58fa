// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A workbook of 10,000 invented people from its bytes to the committed register: read, compared,
// kept sealed, and written with memberships, telephones and events; then a second one that changes
// job, sector and telephone of all of them. Beside each four bare events a person in one
// transaction, which no import can undercut.
// Usage: roster_import FOLDER [DATABASE] (absent or empty); prints a line of JSON for each roster,
// milliseconds.
#include "app/house.h"
#include "features/members/role.h"
#include "features/people/membership_actions.h"
#include "features/people/register_actions.h"
#include "features/people/roster_actions.h"
#include "platform/documents/workbook_writer.h"
#include "platform/record/record.h"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>

namespace {

using namespace xieshang;
using Clock = std::chrono::steady_clock;

constexpr int count = 10'000;

double ms_since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

// Of the first or the second roster.
std::string made_up(bool is_new)
{
    std::vector<documents::WorkbookRow> rows{
        {"姓名", "性别", "民族", "出生年月", "党派", "学历", "单位", "职务", "界别", "手机"}};
    for (int i = 0; i < count; ++i) {
        rows.push_back({fmt::format("王{:05}", i), i % 2 == 0 ? "男" : "女", "汉族",
            fmt::format("{}-{:02}", 1950 + i % 50, 1 + i % 12), "无党派", "本科",
            fmt::format("第{}中学", i % 90), is_new ? "教师" : "校长",
            (i % 3 == 0) == is_new ? "经济" : "教育",
            fmt::format("{}{:08}", is_new ? 138 : 139, i)});
    }
    return documents::workbook_of("名册", rows);
}

void add_sector(services::Services& services, const base::Actor& actor, const std::string& name,
    const std::string& code)
{
    people::add_organisation(services, actor,
        {people::OrganisationKind::sector, name, name, code, {}, {"2016-12-28", {}}})
        .value();
}

struct Spent {
    double read{};
    double kept{};
    double written{};
};

Spent imported(services::Services& services, const base::Actor& actor, const std::string& bytes,
    std::int64_t people::RosterCounts::*counted)
{
    Spent spent;
    auto begin = Clock::now();
    const auto file = people::read_roster(bytes, "名册.xlsx").value();
    spent.read = ms_since(begin);
    begin = Clock::now();
    const auto import = people::keep_roster(services, actor, file).value();
    auto draft = people::roster_draft(services, import.id).value();
    people::choose_roster_options(services, actor, draft, 1).value();
    spent.kept = ms_since(begin);
    begin = Clock::now();
    draft = people::roster_draft(services, import.id).value();
    const auto counts = people::confirm_roster(
        services, actor, draft, {2, false, "bench"}, [](std::int64_t, std::int64_t) {
        }).value();
    spent.written = ms_since(begin);
    if (counts.*counted != count) {
        throw std::runtime_error("not everybody was imported");
    }
    return spent;
}

// Four events a person, as the import tells.
double bare_events(services::Services& services, const base::Actor& actor)
{
    const auto begin = Clock::now();
    services.db
        .transact([&](db::Tx& tx) -> base::Result<int> {
            for (int i = 0; i < 4 * count; ++i) {
                record::append(tx, actor, services.clock.now(), services.random,
                    {"bench.event", "bench", std::to_string(i), 1, R"({"after":{"name":"王"}})"});
            }
            return 0;
        })
        .value();
    return ms_since(begin);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2 && argc != 3) {
        return 2;
    }
    app::Config config;
    config.data = argv[1];
    config.database = argc == 3 ? argv[2] : "";
    const auto house = app::open_house(config);
    if (!house) {
        std::fprintf(stderr, "%s\n", house.error().code.c_str());
        return 1;
    }
    auto& services = (*house)->services;
    const base::Actor actor{"", "bench", members::bit(members::Role::office)};
    people::add_term(services, actor, {2, {"2016-12-28", {}}}).value();
    add_sector(services, actor, "经济界", "economy");
    add_sector(services, actor, "教育界", "schools");
    // Somebody else's contacts are changed over his head: an actor of the office tells them so.
    const base::Actor clerk{"bench", "bench", members::bit(members::Role::office)};
    for (const bool is_new : {true, false}) {
        const auto bytes = made_up(is_new);
        const auto spent = imported(services, clerk, bytes,
            is_new ? &people::RosterCounts::added : &people::RosterCounts::changed);
        fmt::print("{{\"bytes\":{},\"read_ms\":{:.0f},\"kept_ms\":{:.0f},\"written_ms\":{:.0f},"
                   "\"total_ms\":{:.0f},\"bare_events_ms\":{:.0f}}}\n",
            bytes.size(), spent.read, spent.kept, spent.written,
            spent.read + spent.kept + spent.written, bare_events(services, actor));
    }
    return 0;
}
