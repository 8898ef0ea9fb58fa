// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the parts of `xieshang keys` share.
#pragma once

#include "app/commands/command.h"
#include "platform/sealing/key_file.h"
#include "platform/sealing/rotation.h"

#include <memory>
#include <string>
#include <vector>

namespace xieshang::app {

struct KeysAsked {
    Place place;
    std::string suite; // empty: that of the key before, else intl
    std::string key;
    bool json = false;
};

// The key file and what the database knows of it, without changing either.
struct KeyState {
    sealing::Keys file; // empty when there is none
    std::vector<sealing::KnownKey> known;
    std::vector<std::int64_t> values; // under each known key

    const sealing::KnownKey* find(const std::string& id) const; // or nullptr
    std::string sealing() const; // id of the key that seals, or empty
    std::int64_t values_under(const std::string& id) const;
    std::int64_t to_reseal() const; // values under other keys
};
base::Result<KeyState> state_of(const Config& config);

sealing::KeyPointer new_key(const KeysAsked& asked, const sealing::Keys& beside);
void add_suite(CLI::App& command, KeysAsked& asked, const Console& console);
void fail_with_keys(const base::Error& error, Console& console); // the exit code that fits

void rotate_keys(const KeysAsked& asked, Console& console);

} // namespace xieshang::app
