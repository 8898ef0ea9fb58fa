// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The keys of a house: where their file lies, what the database learns from it, and how its values
// come under the newest key.
#pragma once

#include "app/config.h"
#include "platform/base/random.h"
#include "platform/db/db.h"
#include "platform/sealing/key_ring.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace xieshang::app {

std::string key_file_of(const Config& config);

// What the machine refuses about the key file becomes keys.unreadable (file, reason).
template <class Work>
auto with_key_file(const std::string& file, Work work) -> std::invoke_result_t<Work>;
base::Error why_no_keys(const std::string& file, const std::system_error& failure);

// Reads the file, when there is one, and lets the database take up what is new in it. Without a
// file nothing happens as long as nothing is sealed; the first sealed value makes it. Refusals:
// keys.unreadable, and those of sealing::read_key_file() and sealing::take_up().
base::Result<void> open_keys(db::Database& database, sealing::KeyRing& ring, base::Random& random);

// What the ring has read. True when the database learnt something.
base::Result<bool> take_up_keys(
    db::Database& database, const sealing::KeyRing& ring, base::Random& random);

struct Resealing {
    std::int64_t done{};
    std::vector<std::string> stuck; // places of values that do not open
};

// Brings all values under the newest key, in short transactions, while others read and write.
// Goes on until `next` says no, which is told how many were done.
Resealing reseal_all(db::Database& database, sealing::KeyRing& ring,
    const std::function<bool(std::int64_t done)>& next);

template <class Work>
auto with_key_file(const std::string& file, Work work) -> std::invoke_result_t<Work>
{
    try {
        return work();
    } catch (const std::system_error& failure) {
        return tl::unexpected(why_no_keys(file, failure));
    }
}

} // namespace xieshang::app
