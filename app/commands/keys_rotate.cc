// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/keys.h"
#include "app/commands/progress.h"
#include "app/house.h"
#include "app/key_care.h"

#include <chrono>
#include <thread>

namespace xieshang::app {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 30s; // with a server that does not move on
constexpr auto pause = 200ms;

struct Rotation {
    std::string key;     // that seals now
    bool is_new = false; // else one that was broken off is finished
    std::vector<std::string> stuck{};
};

// A key of the file that no database has met, as `keys add` leaves one, else a new one.
sealing::KeyPointer next_key(const KeysAsked& asked, const KeyState& state, sealing::Keys& keys)
{
    for (const auto& key : keys.all) {
        const bool fits =
            asked.suite.empty() || boost::describe::enum_to_string(key->suite(), "") == asked.suite;
        if (fits && state.find(key->id()) == nullptr) {
            return key;
        }
    }
    return keys.all.emplace_back(new_key(asked, keys));
}

// Before anything is changed: else the new file would be refused at the next start.
base::Result<void> all_there(
    const KeyState& state, const sealing::Keys& keys, const std::string& file)
{
    for (const auto& known : state.known) {
        const auto count = state.values_under(known.key_id);
        if (count > 0 && keys.find(known.key_id) == nullptr) {
            return base::refuse("keys.missing",
                {{"file", file}, {"key", known.key_id}, {"count", std::to_string(count)}});
        }
    }
    return {};
}

base::Result<Rotation> begin(const Config& config, const KeysAsked& asked)
{
    const auto file = key_file_of(config);
    Rotation rotation;
    CHECK(with_key_file(file, [&] {
        return sealing::change_key_file(file, [&](sealing::Keys& keys) -> base::Result<void> {
            const auto state = TRY(state_of(config));
            CHECK(all_there(state, keys, file));
            const bool is_unmet = !keys.current.empty() && !state.known.empty()
                && state.find(keys.current) == nullptr; // a rotation that was broken off earlier
            if (state.to_reseal() > 0 || is_unmet) {
                rotation = {is_unmet ? keys.current : state.sealing(), false};
                return {};
            }
            rotation = {next_key(asked, state, keys)->id(), true};
            keys.current = rotation.key;
            return {};
        });
    }));
    return rotation;
}

// Beside the servers of PostgreSQL, or where no program has the house open.
base::Result<void> reseal(House& house, Rotation& rotation, ProgressLine& line)
{
    const auto total =
        house.database->read([](db::Tx& tx) { return sealing::values_to_reseal(tx); });
    rotation.stuck = reseal_all(*house.database, house.keys, [&](std::int64_t done) {
        line.say("keys", done, total);
        return true;
    }).stuck;
    return {};
}

// The server that has the house open does it.
base::Result<void> watch(const Config& config, Rotation& rotation, ProgressLine& line)
{
    std::int64_t total = 0;
    std::int64_t left = -1;
    auto moved_at = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - moved_at < patience) {
        const auto state = TRY(state_of(config));
        const bool is_taken_up = state.sealing() == rotation.key;
        const auto now_left = state.to_reseal();
        if (is_taken_up && now_left == 0) {
            return {};
        }
        if (is_taken_up && now_left != left) {
            moved_at = std::chrono::steady_clock::now();
            left = now_left;
            total = std::max(total, left);
        }
        line.say("keys", is_taken_up ? total - left : 0, total);
        std::this_thread::sleep_for(pause);
    }
    return left < 0
        ? base::refuse("keys.not_taken_up", {{"file", key_file_of(config)}, {"key", rotation.key}})
        : base::refuse("keys.stuck", {{"count", std::to_string(left)}, {"key", rotation.key}});
}

base::Result<Rotation> rotated(const Config& config, const KeysAsked& asked, Console& console)
{
    auto rotation = TRY(begin(config, asked));
    ProgressLine line(console);
    if (auto house = open_house(config)) {
        CHECK(reseal(**house, rotation, line));
    } else if (house.error().code == "house.in_use") {
        CHECK(watch(config, rotation, line));
    } else {
        return tl::unexpected(house.error());
    }
    if (!rotation.stuck.empty()) {
        return base::refuse("keys.stuck",
            {{"count", std::to_string(rotation.stuck.size())}, {"key", rotation.key}});
    }
    return rotation;
}

} // namespace

void rotate_keys(const KeysAsked& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto rotation = rotated(*config, asked, console);
    if (!rotation) {
        return fail_with_keys(rotation.error(), console);
    }
    std::puts(console
                  .text(rotation->is_new ? "keys.rotated" : "keys.rotation_finished",
                      {{"key", rotation->key}, {"file", key_file_of(*config)}})
                  .c_str());
}

} // namespace xieshang::app
