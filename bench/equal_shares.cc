// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Times Equal Shares, from ballots to the explained list, and the plain method in rationals beside
// it.
//   equal_shares shares BALLOTS PROJECTS RUNS   by kind of instance, a line of JSON each
//   equal_shares plain BALLOTS PROJECTS RUNS    the same instances, both ways, same winners or it
//   fails
#include "platform/analytics/naive_shares_test.h"

#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <stdexcept>

namespace {

using namespace xieshang; // NOLINT
using Clock = std::chrono::steady_clock;

struct Kind {
    const char* name;
    analytics::MadeUp sizes;
};

// 160 projects and so many ballots; marks and costs as people and budgets are.
std::vector<Kind> kinds(std::size_t ballots, std::size_t projects)
{
    return {
        {"topics in five forms",
            {.ballots = ballots, .projects = projects, .forms = 5, .slots = 6, .marks_each = 8}},
        {"topics, one form, 60 slots",
            {.ballots = ballots, .projects = projects, .slots = 60, .marks_each = 12}},
        {"costs of 1 to 1,000,000",
            {.ballots = ballots,
                .projects = projects,
                .slots = projects * 150'000,
                .most_cost = 1'000'000,
                .marks_each = 10}},
        {"half of all marked, 80 slots",
            {.ballots = ballots, .projects = projects, .slots = 80, .marks_each = 80}},
        {"equal ballots together",
            {.ballots = ballots,
                .projects = projects,
                .slots = 40,
                .marks_each = 10,
                .most_people = 5}},
        {"nine in ten of one mind in each of five groups, 60 slots",
            {.ballots = ballots, .projects = projects, .slots = 60, .groups = 5}},
    };
}

struct Times { // medians
    double ms = 0;
    double processor_ms = 0; // of the one thread: what other work on the machine does not touch
};

template <class Work>
Times timed(int runs, Work work)
{
    std::vector<double> times;
    std::vector<double> processor;
    for (int run = 0; run < runs; ++run) {
        const auto begin = Clock::now();
        const auto begin_ticks = std::clock();
        work();
        processor.push_back(static_cast<double>(std::clock() - begin_ticks) * 1e3 / CLOCKS_PER_SEC);
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    std::sort(processor.begin(), processor.end());
    return {times[times.size() / 2], processor[processor.size() / 2]};
}

void print_shares(const Kind& kind, int runs)
{
    const auto marks = analytics::made_up(kind.sizes, 1);
    analytics::EqualShares found;
    const auto times = timed(runs, [&] { found = marks.run(); });
    fmt::print("{{\"name\":\"{}\",\"marks\":{},\"rounds\":{},\"ms\":{:.2f},"
               "\"processor_ms\":{:.2f}}}\n",
        kind.name, marks.ballots.all_marks(), found.rounds.size(), times.ms, times.processor_ms);
}

void print_plain(const Kind& kind, int runs)
{
    const auto marks = analytics::made_up(kind.sizes, 1);
    analytics::EqualShares found;
    analytics::NaiveShares plain;
    const auto times = timed(runs, [&] { found = marks.run(); });
    const auto plain_times = timed(1, [&] { plain = analytics::NaiveRun(marks).run(); });
    if (found.winners() != plain.winners) {
        throw std::runtime_error("the plain method takes others");
    }
    fmt::print("{{\"name\":\"{}\",\"rounds\":{},\"ms\":{:.3f},\"plain_ms\":{:.1f}}}\n", kind.name,
        found.rounds.size(), times.ms, plain_times.ms);
}

} // namespace

int main(int count, char** words)
{
    const std::string what = count == 5 ? words[1] : "";
    if (what != "shares" && what != "plain") {
        return 2;
    }
    for (const auto& kind : kinds(std::stoul(words[2]), std::stoul(words[3]))) {
        what == "shares" ? print_shares(kind, std::stoi(words[4]))
                         : print_plain(kind, std::stoi(words[4]));
    }
}
