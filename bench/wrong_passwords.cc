// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Whether time tells that there is such an account (AUT-05): signing in with a wrong password, to
// an account that is there and to one that is not, by turns, each as often as the first word says,
// an hour apart on a clock of its own so that nothing is held back. Usage: wrong_passwords TIMES
// FOLDER [postgres://…] (absent or empty); prints JSON: the medians of both, and of the same
// account asked once more, milliseconds.
#include "app/house.h"
#include "features/members/member_actions.h"
#include "features/members/session_actions.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace {

using namespace xieshang;

constexpr std::int64_t hour_ms = 3'600'000;

class MovedClock final : public base::Clock {
public:
    base::Instant now() override { return {1'647'216'000'000 + moved_ms_}; }
    void advance(std::int64_t ms) { moved_ms_ += ms; }

private:
    std::int64_t moved_ms_ = 0;
};

class Tries {
public:
    explicit Tries(app::House& house)
        : services_{*house.database, clock_, house.services.random, house.services.files,
            house.services.vault}
    {
        members::add_person(services_, {"", "bench", 0},
            {"person", "王小协", "a-long-enough-password", members::bit(members::Role::reader)})
            .value();
    }

    double ms_of(const std::string& login)
    {
        clock_.advance(hour_ms);
        const auto begin = std::chrono::steady_clock::now();
        const auto refused =
            members::sign_in(services_, login, "a-wrong-password", {"192.0.2.1", "bench", ""});
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - begin;
        if (refused || refused.error().code != "members.wrong_login_or_password") {
            std::fputs("a wrong password was not refused as one\n", stderr);
            std::exit(1);
        }
        return spent.count();
    }

private:
    MovedClock clock_;
    services::Services services_;
};

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

int measure(const std::string& times, const app::Config& config)
{
    const auto house = app::open_house(config);
    if (!house) {
        std::fprintf(stderr, "%s\n", house.error().code.c_str());
        return 1;
    }
    Tries tries(**house);
    std::vector<double> there;
    std::vector<double> again;
    std::vector<double> unknown;
    for (int i = 0; i < std::atoi(times.c_str()); ++i) {
        there.push_back(tries.ms_of("person"));
        unknown.push_back(tries.ms_of(fmt::format("nobody{}", i)));
        again.push_back(tries.ms_of("person"));
    }
    fmt::print("{{\"there_ms\":{:.3f},\"unknown_ms\":{:.3f},\"again_ms\":{:.3f}}}\n", median(there),
        median(unknown), median(again));
    return 0;
}

} // namespace

int main(int count, char** words)
{
    if (count < 3) {
        std::fputs("wrong_passwords TIMES FOLDER [postgres://...]\n", stderr);
        return 2;
    }
    app::Config config;
    config.data = words[2];
    config.database = count > 3 ? words[3] : "";
    return measure(words[1], config);
}
