// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One commit a write on the bare disk: the same verb as POST /api/plans with the same rows (plan,
// step, event, content) and the key's, each in a durable commit of its own, one after the other,
// without HTTP. Usage: single_commits FOLDER SECONDS; prints commits a second.
#include "app/house.h"
#include "features/members/role.h"
#include "features/plan/plan_actions.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

int main(int argc, char** argv)
{
    using namespace xieshang;
    if (argc != 3) {
        return 2;
    }
    app::Config config;
    config.data = argv[1];
    const auto house = app::open_house(config);
    if (!house) {
        std::fprintf(stderr, "%s\n", house.error().code.c_str());
        return 1;
    }
    const base::Actor actor{"", "bench", members::bit(members::Role::office)};
    using Clock = std::chrono::steady_clock;
    const auto begin = Clock::now();
    const auto length = std::chrono::duration<double>(std::atof(argv[2]));
    long commits = 0;
    while (Clock::now() - begin < length) {
        const plan::DraftPlan asked{{fmt::format("第{}份计划", ++commits), "河东区政协", 2023, {}}};
        if (!plan::save_draft((*house)->services, actor, asked)) {
            return 1;
        }
    }
    std::printf("%.1f\n",
        static_cast<double>(commits) / std::chrono::duration<double>(Clock::now() - begin).count());
}
