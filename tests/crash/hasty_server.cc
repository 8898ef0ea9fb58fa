// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The control of the crash oracle: the whole house, but it answers before the commit and SQLite
// does not sync. It must lose words where the real server must not. Never installed.
// Usage: hasty_server serve --demo --data DIR --listen HOST:PORT
#include "app/house.h"
#include "app/service.h"
#include "app/wiring.h"
#include "platform/db/migrations.h"

#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace {

using namespace xieshang;

class Hasty final : public db::Database {
public:
    explicit Hasty(std::unique_ptr<db::Database> real) : real_(std::move(real)) {}

    // Returns when the work is done: the commit comes when it comes.
    void write(const std::function<bool(db::Tx&)>& work) override
    {
        std::mutex mutex;
        std::condition_variable told;
        bool done = false;
        std::exception_ptr failure;
        const auto say = [&](std::exception_ptr what) {
            const std::lock_guard lock(mutex);
            failure = std::move(what);
            done = true;
            told.notify_one(); // under the lock: afterwards the caller may be gone
        };
        std::thread([this, &work, &say] {
            try {
                real_->write([&](db::Tx& tx) {
                    bool stays = false;
                    try {
                        stays = work(tx);
                    } catch (...) {
                        say(std::current_exception());
                        return false;
                    }
                    say(nullptr);
                    std::this_thread::sleep_for(std::chrono::milliseconds(2));
                    return stays;
                });
            } catch (const std::exception& lost) { // the caller has been told otherwise
                std::fprintf(stderr, "%s\n", lost.what());
            }
        }).detach();
        std::unique_lock lock(mutex);
        told.wait(lock, [&] { return done; });
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
    void look(const std::function<void(db::Tx&)>& work) override { real_->look(work); }
    std::string_view engine() const override { return real_->engine(); }

private:
    std::unique_ptr<db::Database> real_;
};

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    app::Config config;
    config.demo = true;
    for (int at = 1; at + 1 < argc; ++at) {
        const std::string_view word = argv[at];
        if (word == "--data") {
            config.data = argv[at + 1];
        } else if (word == "--listen") {
            config.listen = argv[at + 1];
        }
    }
    std::filesystem::create_directories(config.data);
    auto real = db::open_sqlite({.path = config.data + "/xieshang.db", .synchronous = false});
    db::migrate(*real, db::built_in_migrations(), base::SystemClock().now().ms);
    app::House house(config, std::make_unique<Hasty>(std::move(real)));
    if (!app::seed_demo(house.services, config.data)) {
        return 1;
    }
    app::Service service(house);
    const auto address = service.start();
    if (!address) {
        return 1;
    }
    std::puts(address->c_str());
    std::fflush(stdout);
    ::pause();
}
