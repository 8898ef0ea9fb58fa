// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// How many passwords a second these cores check, with nothing around it: password_hashes SECONDS
// prints the rate. The limit of what signing in can reach, measured in the same run.
#include "platform/crypto/crypto.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

int main(int, char** words)
{
    using Clock = std::chrono::steady_clock;
    const auto phc = xieshang::crypto::hash_password("a-long-enough-password");
    const auto begun = Clock::now();
    const auto end = begun + std::chrono::seconds(std::atoi(words[1]));
    std::atomic<int> done = 0;
    const auto work = [&] {
        while (Clock::now() < end) {
            done += xieshang::crypto::password_matches(phc, "a-long-enough-password") ? 1 : 0;
        }
    };
    std::thread other(work);
    work();
    other.join();
    std::printf("%.2f\n", done / std::chrono::duration<double>(Clock::now() - begun).count());
    return 0;
}
