// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Files that mean harm, and those that are only large, cost little: each is read in a process of
// its own that may take 2 s and 64 MB more than one that reads nothing. Without sanitizers, which
// cost more.
#include "features/plan/reading_actions.h"
#include "tests/support/growing_files.h"
#include "tests/support/hostile_files.h"

#include <functional>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace xieshang::plan {
namespace {

struct Cost {
    bool is_refused = false;
    double cpu_s{};
    long peak_kb{};
};

Cost cost_of(const std::function<bool()>& work)
{
    const auto child = fork();
    if (child == 0) {
        const rlimit cpu{10, 10};
        setrlimit(RLIMIT_CPU, &cpu);
        _exit(work() ? 0 : 1);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return {WIFEXITED(status) && WEXITSTATUS(status) == 0,
        seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss};
}

TEST(HostileFiles, CostLittle)
{
    const auto files = tests::hostile_files();
    EXPECT_GE(files.size(), 60U);
    const auto idle = cost_of([] { return true; });
    for (const auto& file : files) {
        const auto cost = cost_of([&] { return !read_file(file.bytes, file.name); });
        EXPECT_TRUE(cost.is_refused) << file.name;
        EXPECT_LT(cost.cpu_s, 2) << file.name;
        EXPECT_LT(cost.peak_kb - idle.peak_kb, 64 << 10) << file.name;
    }
}

TEST(CostlyFiles, CostNoMoreThanThoseThatAreRefused)
{
    const auto files = tests::costly_files();
    const auto idle = cost_of([] { return true; });
    for (const auto& file : files) {
        const auto cost = cost_of([&] { return read_file(file.bytes, file.name) || true; });
        EXPECT_LT(cost.cpu_s, 2) << file.name;
        EXPECT_LT(cost.peak_kb - idle.peak_kb, 64 << 10) << file.name;
    }
}

} // namespace
} // namespace xieshang::plan
