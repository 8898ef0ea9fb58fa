// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which keys a database knows, and how its values come from one key to the next (CRY-04). Every
// function is one part of a transaction; values can be put and looked at all the time.
#pragma once

#include "platform/base/actor.h"
#include "platform/base/random.h"
#include "platform/db/db.h"
#include "platform/sealing/box.h"
#include "platform/sealing/key_ring.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::sealing {

// A key that the database has met.
struct KnownKey {
    std::string key_id;
    std::int64_t number{}; // the highest seals
    Suite suite{};
    std::string fingerprint;
    base::Instant made_at_ms;
    std::optional<base::Instant> retired_at_ms;
};

std::vector<KnownKey> known_keys(db::Tx& tx); // from the first to the newest
std::optional<std::string> current_key(db::Tx& tx);
std::int64_t values_under(db::Tx& tx, const std::string& key_id);

// The key is in the file as it was, or nothing needs it. Refusals: keys.missing (file, key, count),
// keys.another (file, key).
base::Result<void> is_there_or_idle(
    db::Tx& tx, const KnownKey& known, const Keys& keys, const std::string& file);

// What the database must learn from the key file: its current key, when it is new, seals from now
// on; keys that are in the file no more and seal nothing are retired. Each with its event,
// `sealing_key.take_up` and `sealing_key.retire`. True when something changed. Refusals: those of
// is_there_or_idle(), keys.retired (file, key), keys.none (file).
base::Result<bool> take_up(db::Tx& tx, const Keys& keys, const std::string& file, base::Instant at,
    base::Random& random, const base::Actor& actor);
// Whether take_up() would change something or refuse: a look, without writing.
base::Result<bool> is_to_be_taken_up(db::Tx& tx, const Keys& keys, const std::string& file);

std::int64_t values_to_reseal(db::Tx& tx); // that are not under the current key
// The first of them behind a place, subjects in their order.
std::vector<Place> places_to_reseal(db::Tx& tx, const Place& after, std::int64_t limit);
// Brings them under the current key, with their finders, unless somebody did so meanwhile. Versions
// stay, as no value changes. Gives those that do not open: they stay as they are.
std::vector<Place> reseal(db::Tx& tx, KeyRing& ring, const std::vector<Place>& places);

} // namespace xieshang::sealing
