// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/worker_pool.h"

#include <atomic>
#include <functional>
#include <future>
#include <gtest/gtest.h>

namespace xieshang::http {
namespace {

class Call final : public Job {
public:
    Call(std::function<void()> done, std::function<void()> refused)
        : done_(std::move(done)), refused_(std::move(refused))
    {
    }
    void run() noexcept override
    {
        const std::unique_ptr<Call> own{this};
        done_();
    }
    void refuse() noexcept override
    {
        const std::unique_ptr<Call> own{this};
        refused_();
    }

private:
    std::function<void()> done_;
    std::function<void()> refused_;
};

bool offer(
    WorkerPool& pool, std::function<void()> done, std::function<void()> refused = [] {})
{
    std::unique_ptr<Job> job = std::make_unique<Call>(std::move(done), std::move(refused));
    return pool.offer(job);
}

TEST(WorkerPool, RunsEveryJobOfManyThreads)
{
    std::atomic<int> ran{0};
    {
        WorkerPool pool(4, 100'000);
        std::vector<std::thread> givers;
        for (int giver = 0; giver < 4; ++giver) {
            givers.emplace_back([&] {
                for (int i = 0; i < 5'000; ++i) {
                    EXPECT_TRUE(offer(pool, [&] { ++ran; }));
                }
            });
        }
        for (auto& giver : givers) {
            giver.join();
        }
        while (ran < 20'000) {
            std::this_thread::yield();
        }
    }
    EXPECT_EQ(ran, 20'000);
}

TEST(WorkerPool, RunsAsManyAtOnceAsItHasThreads)
{
    std::promise<void> all_run;
    const auto release = all_run.get_future().share();
    std::atomic<int> running{0};
    WorkerPool pool(8, 8); // ends first, as in all of these
    for (int i = 0; i < 8; ++i) {
        ASSERT_TRUE(offer(pool, [&] {
            if (++running == 8) {
                all_run.set_value();
            }
            release.wait(); // stands for ever unless eight run at once
        }));
    }
    release.wait();
    EXPECT_EQ(running, 8);
}

TEST(WorkerPool, TakesNoMoreThanItMayKeepWaiting)
{
    std::promise<void> started;
    std::promise<void> release;
    WorkerPool pool(1, 2);
    ASSERT_TRUE(offer(pool, [&] {
        started.set_value();
        release.get_future().wait();
    }));
    started.get_future().wait();
    EXPECT_TRUE(offer(pool, [] {}));
    EXPECT_TRUE(offer(pool, [] {}));
    EXPECT_FALSE(offer(pool, [] {}));
    release.set_value();
}

TEST(WorkerPool, RefusesWhatWaitsWhenItCloses)
{
    int refused = 0;
    std::promise<void> started;
    std::promise<void> release;
    WorkerPool pool(1, 10);
    ASSERT_TRUE(offer(pool, [&] {
        started.set_value();
        release.get_future().wait();
    }));
    started.get_future().wait();
    ASSERT_TRUE(offer(
        pool, [] { ADD_FAILURE() << "ran after close"; }, [&] { ++refused; }));
    pool.close();
    EXPECT_EQ(refused, 1);
    EXPECT_FALSE(offer(pool, [] {}));
    release.set_value();
}

} // namespace
} // namespace xieshang::http
