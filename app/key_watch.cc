// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/key_watch.h"

#include "app/key_care.h"

#include <chrono>
#include <exception>

namespace xieshang::app {

using namespace std::chrono_literals;

void KeyWatch::start()
{
    periodic_.start(1s, [this] { look(); });
}

void KeyWatch::stop()
{
    stopping_ = true;
    periodic_.stop();
}

void KeyWatch::look()
{
    try {
        if (const auto followed = follow(); !followed) {
            note_("keys_refused", followed.error().code);
        }
    } catch (const db::Failure&) {
        throw; // waits for the next turn
    } catch (const std::exception& failure) {
        note_("keys_failed", failure.what());
    }
}

base::Result<void> KeyWatch::follow()
{
    CHECK(house_.keys.reload_if_changed());
    const auto keys = house_.keys.keys();
    if (keys == followed_ || keys->all.empty()) {
        return {};
    }
    const auto taken = take_up_keys(*house_.database, house_.keys, house_.random);
    if (taken && house_.database->engine() == "sqlite") {
        reseal();
    }
    followed_ = keys; // not before: after a db::Failure the next turn does it again
    CHECK(taken);
    return {};
}

void KeyWatch::reseal()
{
    const auto resealed = reseal_all(
        *house_.database, house_.keys, [this](std::int64_t) { return !stopping_.load(); });
    if (resealed.done > 0) {
        note_("keys_resealed", std::to_string(resealed.done));
    }
    for (const auto& place : resealed.stuck) {
        note_("keys_stuck", place);
    }
}

} // namespace xieshang::app
