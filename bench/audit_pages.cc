// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What an auditor asks of a record of a million events: pages of 50 as the list gives them, names
// included, and the export of 50,000 as CSV. 400 accounts act, the first of them most; 2,000
// persons stand in the register. Usage: audit_pages FOLDER [EVENTS]; prints JSON, milliseconds.
#include "app/house.h"
#include "features/audit/audit_actions.h"
#include "features/audit/audit_table.h"
#include "features/members/member_store.h"
#include "features/people/registered_person_store.h"
#include "platform/record/acts.h"
#include "platform/record/record.h"
#include "platform/texts/texts.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fmt/format.h>
#include <random>

namespace {

using namespace xieshang;
using Clock = std::chrono::steady_clock;

constexpr int accounts = 400;
constexpr int persons = 2'000;
constexpr std::int64_t first_at = 1'600'000'000'000;
constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t page = 51;
constexpr std::size_t exported = 50'000;

std::string account_id(int number) { return fmt::format("account-{:04}", number); }
std::string person_id(int number) { return fmt::format("person-{:05}", number); }

std::string name_of(int number)
{
    static const std::vector<std::string> parts{
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "伟", "芳", "敏", "静", "明"};
    std::string name = parts[static_cast<std::size_t>(number) % 10];
    for (int left = number; left > 0; left /= 15) {
        name += parts[static_cast<std::size_t>(left) % 15];
    }
    return name;
}

class Chance {
public:
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    int someone() // the first ones oftener
    {
        const auto share = (below(1'000'000) + 1) / 1'000'001.0;
        return std::min(accounts - 1, static_cast<int>(-60 * std::log(share)));
    }

private:
    std::mt19937 random_{7};
};

record::Event happening(Chance& chance, int actor)
{
    const auto share = chance.below(1'000);
    const auto about = [](const char* action, const char* kind, std::string id) {
        return record::Event{action, kind, std::move(id), 1, "{}"};
    };
    if (share < 400) {
        return about("person.sign_in", "person", account_id(actor));
    }
    if (share < 600) {
        return about("person.sign_out", "person", account_id(actor));
    }
    if (share < 750) {
        return about("plan.edit", "plan", fmt::format("plan-{}", chance.below(30)));
    }
    if (share < 900) {
        return about("topic.edit", "topic", fmt::format("topic-{}", chance.below(400)));
    }
    const auto person = person_id(chance.below(persons));
    if (share < 950) {
        return about(
            "sealed_value.look", "sealed_value", "registered_person/" + person + "/telephone");
    }
    if (share < 970) {
        return about("registered_person.edit", "registered_person", person);
    }
    if (share < 971) {
        return {"person.grant", "person", account_id(chance.below(accounts)), 2,
            R"({"role":"convenor","roles":["convenor"]})"};
    }
    if (share < 980) {
        return {"denial.object", "refused_object", person, 0, R"({"operation":"lookAtContact"})"};
    }
    return about("denial.access", "operation", "recordState");
}

void add_people(db::Tx& tx)
{
    for (int number = 0; number < accounts; ++number) {
        members::Person account;
        account.id = members::PersonId{account_id(number)};
        account.login = fmt::format("login{:04}", number);
        account.name = name_of(number);
        account.version = 1;
        members::insert_person(tx, account);
    }
    for (int number = 0; number < persons; ++number) {
        people::PersonWords words;
        words.name = name_of(number);
        people::insert_registered_person(
            tx, {people::PersonId{person_id(number)}, words, true, 1, {first_at}});
    }
}

// Every tenth account was renamed once.
void rename_some(db::Tx& tx, base::Random& random)
{
    for (int number = 0; number < accounts; number += 10) {
        const base::Actor actor{account_id(number), "", 1};
        record::append(tx, actor, {first_at}, random,
            {"person.rename", "person", account_id(number), 2, R"({"name":"王某"})"});
    }
}

base::Instant fill(services::Services& services, int events)
{
    constexpr int at_once = 10'000;
    Chance chance;
    base::Instant now{first_at};
    services.db.write([&](db::Tx& tx) {
        add_people(tx);
        rename_some(tx, services.random);
        return true;
    });
    for (int done = 0; done < events; done += at_once) {
        services.db.write([&](db::Tx& tx) {
            for (int i = 0; i < std::min(at_once, events - done); ++i) {
                now.ms += 1 + chance.below(150'000);
                const auto actor = chance.someone();
                record::append(
                    tx, {account_id(actor), "", 1}, now, services.random, happening(chance, actor));
            }
            return true;
        });
    }
    return now;
}

template <class Work>
double median_ms(int rounds, Work work)
{
    std::vector<double> times;
    for (int i = -1; i < rounds; ++i) { // the first warms up
        const auto begin = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::sort(times.begin() + 1, times.end());
    return times[1 + static_cast<std::size_t>(rounds) / 2];
}

double page_ms(services::Services& services, const audit::ActFilter& filter,
    const std::optional<audit::ActPlace>& after = {})
{
    std::size_t found = 0;
    const auto ms =
        median_ms(9, [&] { found = audit::list_acts(services, filter, after, page).size(); });
    return found > 0 ? ms : -1; // a page of nothing measures nothing
}

double export_ms(services::Services& services)
{
    const auto text = [](std::string_view code) {
        return texts::built_in().text(texts::Language::zh_cn, code);
    };
    return median_ms(3, [&] {
        auto acts = audit::list_acts(services, {}, {}, exported + 1);
        const bool more = acts.size() > exported;
        acts.resize(std::min(acts.size(), exported));
        if (audit::act_table(acts, more, text).empty()) {
            throw std::runtime_error("nothing was exported");
        }
    });
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        return 2;
    }
    const auto events = argc > 2 ? std::atoi(argv[2]) : 1'000'000;
    app::Config config;
    config.data = argv[1];
    const auto house = app::open_house(config);
    if (!house) {
        std::fprintf(stderr, "%s\n", house.error().code.c_str());
        return 1;
    }
    auto& services = (*house)->services;
    const auto last = fill(services, events);
    const base::Instant middle{first_at + (last.ms - first_at) / 2};
    audit::ActFilter day;
    day.person = account_id(3);
    day.from = middle;
    day.until = base::Instant{middle.ms + day_ms};
    const auto places = services.db.read([&](db::Tx& tx) {
        return record::find_acts(tx, {.from = middle, .oldest_first = true, .limit = 1});
    });
    const audit::ActPlace deep{places.at(0).at.ms, places.at(0).sequence};
    using audit::ActResult;
    fmt::print("{{\"events\":{},\"first\":{:.2f},\"deep\":{:.2f},\"actor_day\":{:.2f},"
               "\"object\":{:.2f},\"account\":{:.2f},\"refused\":{:.2f},\"done\":{:.2f},"
               "\"actor_refused\":{:.2f},\"seldom\":{:.2f},\"name\":{:.2f},\"pinyin\":{:.2f},"
               "\"common_name\":{:.2f},\"export\":{:.0f}}}\n",
        events, page_ms(services, {}), page_ms(services, {}, deep), page_ms(services, day),
        page_ms(services, {.object = person_id(7)}), page_ms(services, {.object = account_id(0)}),
        page_ms(services, {.result = ActResult::refused}),
        page_ms(services, {.result = ActResult::done}),
        page_ms(services, {.person = account_id(0), .result = ActResult::refused}),
        page_ms(services, {.person = account_id(200), .action = "person.sign_in"}),
        page_ms(services, {.q = name_of(1'234)}), page_ms(services, {.q = "wangwei"}),
        page_ms(services, {.q = "王"}), export_ms(services));
    return 0;
}
