// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What may be redeemed once is redeemed once, however many ask over HTTP at the same time (AUT-06).
#include "app/served_house_test.h"

#include <atomic>
#include <thread>
#include <vector>

namespace xieshang::app {
namespace {

constexpr std::size_t many = 64;

class Redemptions : public ServedHouse {
protected:
    // How many of them were answered with 201.
    int taken(const std::vector<Asked>& asked)
    {
        std::atomic<int> in = 0;
        std::vector<std::thread> threads;
        threads.reserve(asked.size());
        for (const auto& one : asked) {
            threads.emplace_back([&] { in += ask(one).status == 201 ? 1 : 0; });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        return in;
    }
    int taken_of_link(const members::PersonId& id, const std::string& password)
    {
        const auto code = members::make_account_link(services(), members::program, id)->code;
        return taken(std::vector<Asked>(many,
            {"POST /api/account/link", {},
                R"({"code":")" + code + R"(","password":")" + password + R"("})"}));
    }
    std::int64_t sessions() { return rows("session"); }
};
ON_EVERY_DATABASE(Redemptions);

TEST_P(Redemptions, LetOneOfSixtyFourUseAnInvitation)
{
    const auto li = members::make_account(services(), members::program, {"li", "李小商"});
    EXPECT_EQ(taken_of_link(li->id, "春江潮水连海平上"), 1);
    EXPECT_EQ(sessions(), 1);
}

TEST_P(Redemptions, LetOneOfSixtyFourResetAPassword)
{
    const auto wang = add("wang");
    EXPECT_EQ(taken_of_link(wang.id, "海上明月共潮生呀"), 1);
    EXPECT_EQ(sessions(), 1);
}

TEST_P(Redemptions, LetOneOfSixtyFourUseARecoveryCode)
{
    add("wang");
    const auto code = add_factor(token_of("wang")).codes.front();
    std::vector<Asked> asked;
    for (std::size_t i = 0; i < many; ++i) {
        asked.push_back({"POST /api/session/second-step", "xieshang-step=" + token_of("wang"),
            R"({"code":")" + code + R"("})"});
    }
    EXPECT_EQ(taken(asked), 1);
}

} // namespace
} // namespace xieshang::app
