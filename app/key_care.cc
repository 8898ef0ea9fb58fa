// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/key_care.h"

#include "app/system_words.h"
#include "platform/sealing/rotation.h"

#include <filesystem>
#include <system_error>

namespace xieshang::app {
namespace {

constexpr std::int64_t values_at_once = 100; // some milliseconds of SQLite's one writer
constexpr int attempts = 20;

// On PostgreSQL the servers' writers may keep a further process from its turn for long.
template <class Work>
auto patient(Work work)
{
    for (int attempt = 1;; ++attempt) {
        try {
            return work();
        } catch (const db::Unavailable&) {
            if (attempt == attempts) {
                throw;
            }
        }
    }
}

base::Result<void> nothing_needs(db::Database& database, const std::string& file)
{
    return database.read([&](db::Tx& tx) -> base::Result<void> {
        for (const auto& key : sealing::known_keys(tx)) {
            CHECK(sealing::is_there_or_idle(tx, key, {}, file));
        }
        return {};
    });
}

using Places = std::vector<sealing::Place>;

// SQLite writes them together; on PostgreSQL each goes alone, past those that others write.
Places resealed(db::Database& database, sealing::KeyRing& ring, const Places& places)
{
    const auto at_once = database.engine() == "sqlite" ? places.size() : 1;
    Places stuck;
    for (auto first = places.begin(); first != places.end(); first += at_once) {
        const Places some(first, first + at_once);
        const auto left = patient([&] {
            return database
                .transact([&](db::Tx& tx) -> base::Result<Places> {
                    return sealing::reseal(tx, ring, some);
                })
                .value();
        });
        stuck.insert(stuck.end(), left.begin(), left.end());
    }
    return stuck;
}

} // namespace

std::string key_file_of(const Config& config)
{
    return config.key_file.empty() ? (std::filesystem::path(config.data) / "keys.json").string()
                                   : config.key_file;
}

base::Error why_no_keys(const std::string& file, const std::system_error& failure)
{
    return {base::Trouble::refused, "keys.unreadable",
        {{"file", file}, {"reason", reason_of(failure)}}, {}};
}

base::Result<bool> take_up_keys(
    db::Database& database, const sealing::KeyRing& ring, base::Random& random)
{
    const auto keys = ring.keys();
    const auto is_due = TRY(database.read(
        [&](db::Tx& tx) { return sealing::is_to_be_taken_up(tx, *keys, ring.path()); }));
    if (!is_due) {
        return false; // no write for nothing
    }
    return patient([&] {
        return database.transact([&](db::Tx& tx) {
            return sealing::take_up(tx, *keys, ring.path(), base::SystemClock().now(), random, {});
        });
    });
}

base::Result<void> open_keys(db::Database& database, sealing::KeyRing& ring, base::Random& random)
{
    CHECK(with_key_file(ring.path(), [&] { return ring.load(); }));
    if (ring.keys()->all.empty()) {
        return nothing_needs(database, ring.path());
    }
    CHECK(take_up_keys(database, ring, random));
    return {};
}

Resealing reseal_all(db::Database& database, sealing::KeyRing& ring,
    const std::function<bool(std::int64_t done)>& next)
{
    Resealing all;
    sealing::Place after;
    std::int64_t looked = 0;
    while (next(looked)) {
        const auto places = database.read(
            [&](db::Tx& tx) { return sealing::places_to_reseal(tx, after, values_at_once); });
        if (places.empty()) {
            break;
        }
        after = places.back();
        for (const auto& stuck : resealed(database, ring, places)) {
            all.stuck.push_back(sealing::name_of(stuck));
        }
        looked += static_cast<std::int64_t>(places.size());
    }
    all.done = looked - static_cast<std::int64_t>(all.stuck.size());
    return all;
}

} // namespace xieshang::app
