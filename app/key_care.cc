// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/key_care.h"

#include "app/system_words.h"
#include "platform/sealing/rotation.h"

#include <filesystem>
#include <system_error>

namespace xieshang::app {
namespace {

base::Result<bool> take_up(db::Database& database, sealing::KeyRing& ring, base::Random& random)
{
    const auto keys = ring.keys();
    const auto is_due = TRY(database.read(
        [&](db::Tx& tx) { return sealing::is_to_be_taken_up(tx, *keys, ring.path()); }));
    if (!is_due) {
        return false; // no write for nothing
    }
    return database.transact([&](db::Tx& tx) {
        return sealing::take_up(tx, *keys, ring.path(), base::SystemClock().now(), random, {});
    });
}

base::Result<void> nothing_needs(db::Database& database, const std::string& file)
{
    return database.read([&](db::Tx& tx) -> base::Result<void> {
        for (const auto& key : sealing::known_keys(tx)) {
            CHECK(sealing::is_there_or_idle(key, {}, file));
        }
        return {};
    });
}

} // namespace

std::string key_file_of(const Config& config)
{
    return config.key_file.empty() ? (std::filesystem::path(config.data) / "keys.json").string()
                                   : config.key_file;
}

base::Result<void> open_keys(db::Database& database, sealing::KeyRing& ring, base::Random& random)
{
    try {
        CHECK(ring.load());
    } catch (const std::system_error& failure) {
        return base::refuse(
            "keys.unreadable", {{"file", ring.path()}, {"reason", reason_of(failure.code())}});
    }
    if (ring.keys()->all.empty()) {
        return nothing_needs(database, ring.path());
    }
    CHECK(take_up(database, ring, random));
    return {};
}

} // namespace xieshang::app
