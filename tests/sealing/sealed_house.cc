// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house whose values can be looked at from a shell, for
// tests/commands/whole_house_keys_commands.sh.
//
//   sealed_house put COUNT FLAGS…     seals telephone 138000NNNNN of person N, for N below COUNT
//   sealed_house read COUNT FLAGS…    looks at them all and finds the last one by its number
//   sealed_house serve COUNT FLAGS…   serves, while two threads put these values again and two look
//                                     at them, until SIGTERM; says how often, and every trouble
//
// Flags: --data DIR, --database URL, --key-file FILE. Ends with 1 when a value was not what it was.
#include "app/house.h"
#include "app/service.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fmt/format.h>
#include <thread>

namespace xieshang {
namespace {

sealing::Place phone_of(std::int64_t number)
{
    return {"person", "p" + std::to_string(number), "phone"};
}
std::string value_of(std::int64_t number) { return fmt::format("138000{:05}", number); }

class Troubles {
public:
    void tell(const std::string& what)
    {
        if (++count_ <= 5) {
            std::puts(("trouble: " + what).c_str());
        }
    }
    template <class Work>
    bool tried(Work work)
    {
        try {
            if (work()) {
                return true;
            }
            tell("another value");
        } catch (const std::exception& failure) {
            tell(failure.what());
        }
        return false;
    }
    int count() const { return count_; }

private:
    std::atomic<int> count_ = 0;
};

bool put(services::Services& services, std::int64_t number)
{
    return services.db
        .transact([&](db::Tx& tx) -> base::Result<bool> {
            return services.vault.put(
                       tx, phone_of(number), value_of(number), sealing::Findable::yes)
                > 0;
        })
        .value();
}

bool is_right(services::Services& services, std::int64_t number)
{
    const auto value = services.db.transact([&](db::Tx& tx) {
        return services.vault.look(
            tx, phone_of(number), {base::Actor{"", "sealed_house", 0}, "test"});
    });
    return value && *value == value_of(number);
}

bool is_found(services::Services& services, std::int64_t number)
{
    const auto found = services.db.read(
        [&](db::Tx& tx) { return services.vault.find(tx, "person", "phone", value_of(number)); });
    return found == std::vector{phone_of(number).subject_id};
}

// Writers and readers each go through all numbers, again and again, from different beginnings.
void bustle(app::House& house, std::int64_t count, const sigset_t& end)
{
    Troubles troubles;
    std::atomic<bool> stopping = false;
    std::array<std::atomic<std::int64_t>, 2> done{};
    std::vector<std::thread> crowd;
    for (int who = 0; who < 4; ++who) {
        crowd.emplace_back([&, who] {
            for (auto n = count * who / 4; !stopping; n = (n + 1) % count) {
                const bool writes = who % 2 == 0;
                done[writes ? 0 : 1] += troubles.tried([&] {
                    return writes ? put(house.services, n)
                                  : is_right(house.services, n) && is_found(house.services, n);
                })
                    ? 1
                    : 0;
            }
        });
    }
    int signal = 0;
    ::sigwait(&end, &signal);
    stopping = true;
    for (auto& thread : crowd) {
        thread.join();
    }
    std::puts(fmt::format(
        "{} written, {} read, {} troubles", done[0].load(), done[1].load(), troubles.count())
                  .c_str());
}

bool all_right(services::Services& services, std::int64_t count)
{
    Troubles troubles;
    for (std::int64_t n = 0; n < count; ++n) {
        troubles.tried([&] { return is_right(services, n) && is_found(services, n); });
    }
    std::puts(fmt::format("{} read, {} troubles", count, troubles.count()).c_str());
    return troubles.count() == 0;
}

int serve(app::House& house, std::int64_t count, const sigset_t& end)
{
    app::Service service(house);
    const auto address = service.start();
    if (!address) {
        std::puts(address.error().code.c_str());
        return 1;
    }
    std::puts(address->c_str());
    std::fflush(stdout);
    bustle(house, count, end);
    service.stop();
    return 0;
}

app::Config config_of(int argc, char** argv)
{
    app::Config config;
    config.listen = "127.0.0.1:0";
    for (int at = 3; at + 1 < argc; at += 2) {
        const std::string_view flag = argv[at];
        (flag == "--database"      ? config.database
                : flag == "--data" ? config.data
                                   : config.key_file) = argv[at + 1];
    }
    return config;
}

int run(int argc, char** argv)
{
    sigset_t end;
    ::sigemptyset(&end);
    ::sigaddset(&end, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &end, nullptr); // before the first thread
    const std::string_view action = argv[1];
    const std::int64_t count = std::stoll(argv[2]);
    const auto house = app::open_house(config_of(argc, argv));
    if (!house) {
        std::puts(house.error().code.c_str());
        return 1;
    }
    auto& services = (*house)->services;
    if (action == "serve") {
        return serve(**house, count, end);
    }
    if (action == "read") {
        return all_right(services, count) ? 0 : 1;
    }
    for (std::int64_t n = 0; n < count; ++n) {
        put(services, n);
    }
    return 0;
}

} // namespace
} // namespace xieshang

int main(int argc, char** argv) { return argc < 3 ? 2 : xieshang::run(argc, argv); }
