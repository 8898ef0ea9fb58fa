// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/rotation.h"

#include "platform/json/json.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::sealing {

BOOST_DESCRIBE_STRUCT(KnownKey, (), (key_id, number, suite, fingerprint, made_at_ms, retired_at_ms))
BOOST_DESCRIBE_STRUCT(Place, (), (subject_kind, subject_id, field))

struct KeyContent { // of an event
    Suite suite{};
    std::string fingerprint;
};
BOOST_DESCRIBE_STRUCT(KeyContent, (), (suite, fingerprint))

struct OldRow {
    std::string key_id;
    db::Blob box;
    bool findable{};
};
BOOST_DESCRIBE_STRUCT(OldRow, (), (key_id, box, findable))

namespace {

struct Changes {
    const Key* added = nullptr;
    std::vector<KnownKey> retired;
};

bool is_retired(const KnownKey& key) { return key.retired_at_ms.has_value(); }

base::Result<Changes> changes_of(
    db::Tx& tx, const std::vector<KnownKey>& known, const Keys& keys, const std::string& file)
{
    Changes changes;
    for (const auto& each : known) {
        CHECK(is_there_or_idle(tx, each, keys, file));
        if (!is_retired(each) && keys.find(each.key_id) == nullptr) {
            changes.retired.push_back(each);
        }
    }
    const auto* current = keys.find(keys.current);
    if (current == nullptr) {
        return base::refuse("keys.none", {{"file", file}});
    }
    const auto met = std::find_if(known.begin(), known.end(),
        [&](const KnownKey& each) { return each.key_id == current->id(); });
    if (met != known.end() && is_retired(*met)) {
        return base::refuse("keys.retired", {{"file", file}, {"key", current->id()}});
    }
    changes.added = met == known.end() ? current : nullptr;
    return changes;
}

void tell(db::Tx& tx, const KnownKey& key, const std::string& action, base::Instant at,
    base::Random& random, const base::Actor& actor)
{
    record::append(tx, actor, at, random,
        {action, "sealing_key", key.key_id, is_retired(key) ? 2 : 1,
            json::write(KeyContent{key.suite, key.fingerprint})});
}

bool reseal_row(db::Tx& tx, KeyRing& ring, const Place& place, const OldRow& row, const Key& to)
{
    const auto from = ring.find(row.key_id);
    auto opened = from ? open(*from, place, row.box.bytes) : std::nullopt;
    if (!opened) {
        return false;
    }
    const WipedText value(std::move(*opened));
    tx.execute("UPDATE sealed_value SET key_id = $1, box = $2, finder = $3 WHERE subject_kind = $4 "
               "AND subject_id = $5 AND field = $6",
        to.id(), db::Blob{seal(to, place, value.text)},
        row.findable ? std::optional(db::Blob{finder(to, place, value.text)}) : std::nullopt,
        place.subject_kind, place.subject_id, place.field);
    return true;
}

} // namespace

std::vector<KnownKey> known_keys(db::Tx& tx)
{
    return tx.all<KnownKey>("SELECT key_id, number, suite, fingerprint, made_at_ms, retired_at_ms "
                            "FROM sealing_key ORDER BY number");
}

std::optional<std::string> current_key(db::Tx& tx)
{
    return tx.one<std::string>("SELECT key_id FROM sealing_key ORDER BY number DESC LIMIT 1");
}

std::int64_t values_under(db::Tx& tx, const std::string& key_id)
{
    return tx.one<std::int64_t>("SELECT count(*) FROM sealed_value WHERE key_id = $1", key_id)
        .value();
}

base::Result<void> is_there_or_idle(
    db::Tx& tx, const KnownKey& known, const Keys& keys, const std::string& file)
{
    const auto* key = keys.find(known.key_id);
    if (key != nullptr && key->fingerprint() != known.fingerprint) {
        return base::refuse("keys.another", {{"file", file}, {"key", known.key_id}});
    }
    const auto count = key == nullptr ? values_under(tx, known.key_id) : 0;
    if (count > 0) {
        return base::refuse("keys.missing",
            {{"file", file}, {"key", known.key_id}, {"count", std::to_string(count)}});
    }
    return {};
}

base::Result<bool> is_to_be_taken_up(db::Tx& tx, const Keys& keys, const std::string& file)
{
    const auto changes = TRY(changes_of(tx, known_keys(tx), keys, file));
    return changes.added != nullptr || !changes.retired.empty();
}

base::Result<bool> take_up(db::Tx& tx, const Keys& keys, const std::string& file, base::Instant at,
    base::Random& random, const base::Actor& actor)
{
    const auto known = known_keys(tx);
    auto changes = TRY(changes_of(tx, known, keys, file));
    for (auto& key : changes.retired) {
        key.retired_at_ms = at;
        tx.execute("UPDATE sealing_key SET retired_at_ms = $1 WHERE key_id = $2", at, key.key_id);
        tell(tx, key, "sealing_key.retire", at, random, actor);
    }
    if (const auto* added = changes.added) {
        const auto number = known.empty() ? 1 : known.back().number + 1;
        const KnownKey key{added->id(), number, added->suite(), added->fingerprint(),
            added->made_at(), std::nullopt};
        tx.execute("INSERT INTO sealing_key (key_id, number, suite, fingerprint, made_at_ms) "
                   "VALUES ($1, $2, $3, $4, $5)",
            key.key_id, key.number, key.suite, key.fingerprint, key.made_at_ms);
        tell(tx, key, "sealing_key.take_up", at, random, actor);
    }
    return changes.added != nullptr || !changes.retired.empty();
}

std::int64_t values_to_reseal(db::Tx& tx)
{
    return tx
        .one<std::int64_t>(
            "SELECT count(*) FROM sealed_value WHERE key_id <> $1", current_key(tx).value_or(""))
        .value();
}

std::vector<Place> places_to_reseal(db::Tx& tx, const Place& after, std::int64_t limit)
{
    return tx.all<Place>(
        "SELECT subject_kind, subject_id, field FROM sealed_value WHERE key_id <> $1 AND "
        "(subject_kind, subject_id, field) > ($2, $3, $4) "
        "ORDER BY subject_kind, subject_id, field LIMIT $5",
        current_key(tx).value_or(""), after.subject_kind, after.subject_id, after.field, limit);
}

std::vector<Place> reseal(db::Tx& tx, KeyRing& ring, const std::vector<Place>& places)
{
    const auto to = ring.key(current_key(tx).value_or(""));
    std::vector<Place> stuck;
    for (const auto& place : places) {
        const auto row = tx.one<OldRow>(
            "SELECT key_id, box, finder IS NOT NULL AS findable FROM sealed_value WHERE "
            "subject_kind = $1 AND subject_id = $2 AND field = $3 AND key_id <> $4",
            place.subject_kind, place.subject_id, place.field, to->id());
        if (row && !reseal_row(tx, ring, place, *row, *to)) {
            stuck.push_back(place);
        }
    }
    return stuck;
}

} // namespace xieshang::sealing
