// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/vault.h"

#include "platform/db/new_rows.h"
#include "platform/json/json.h"
#include "platform/record/record.h"
#include "platform/sealing/rotation.h"

#include <algorithm>

namespace xieshang::sealing {

struct SealedRow {
    std::string key_id;
    std::int64_t version{};
    db::Blob box;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (), (key_id, version, box))

struct SeenContent { // of an event
    std::string subject_kind;
    std::string subject_id;
    std::string field;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SeenContent, (), (subject_kind, subject_id, field, reason))

struct Vault::Opened {
    Opened(std::string text, std::int64_t which) : value(std::move(text)), version(which) {}

    WipedText value;
    std::int64_t version;
};

namespace {

[[noreturn]] void miss(const base::Error& why, const std::string& file)
{
    throw KeyMissing(why.code + " " + file);
}

// Where there is no file and nothing that needs one.
base::Result<void> make_first_key(db::Tx& tx, const std::string& file, base::Instant at)
{
    if (TRY(read_key_file(file))) {
        return {};
    }
    const auto known = known_keys(tx);
    for (const auto& each : known) {
        CHECK(is_there_or_idle(tx, each, Keys{}, file));
    }
    const auto key = Key::make(Suite::intl, at);
    static_cast<void>(TRY(make_key_file(file, {key->id(), {key}})));
    return {};
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

} // namespace

// The usual way is the first line. Else nothing was ever sealed here, or its key file is gone.
KeyPointer Vault::sealing_key(db::Tx& tx)
{
    if (const auto id = current_key(tx)) {
        if (auto key = ring_.find(*id)) {
            return key;
        }
    }
    const auto at = clock_.now();
    const auto begun = [&]() -> base::Result<bool> {
        CHECK(make_first_key(tx, ring_.path(), at));
        CHECK(ring_.load());
        return take_up(tx, *ring_.keys(), ring_.path(), at, random_, {});
    }();
    if (!begun) {
        miss(begun.error(), ring_.path());
    }
    return ring_.key(current_key(tx).value());
}

std::int64_t Vault::put(
    db::Tx& tx, const Place& place, std::string_view value, Findable findable, std::int64_t first)
{
    const auto key = sealing_key(tx);
    const db::Blob box{seal(*key, place, value)};
    const auto found = findable == Findable::yes
        ? std::optional(db::Blob{finder(*key, place, value)})
        : std::nullopt;
    return tx
        .one<std::int64_t>(
            "INSERT INTO sealed_value (subject_kind, subject_id, field, version, key_id, box, "
            "finder) VALUES ($1, $2, $3, $7, $4, $5, $6) ON CONFLICT (subject_kind, subject_id, "
            "field) DO UPDATE SET version = sealed_value.version + 1, key_id = excluded.key_id, "
            "box = excluded.box, finder = excluded.finder RETURNING version",
            place.subject_kind, place.subject_id, place.field, key->id(), box, found, first)
        .value();
}

void Vault::put_new(db::Tx& tx, const std::vector<NewValue>& values)
{
    if (values.empty()) {
        return;
    }
    const auto key = sealing_key(tx);
    db::NewRows rows("sealed_value",
        {"subject_kind", "subject_id", "field", "version", "key_id", "box", "finder"});
    for (const auto& [place, value, findable] : values) {
        const auto found = findable == Findable::yes
            ? std::optional(db::Blob{finder(*key, place, value)})
            : std::nullopt;
        rows.add(place.subject_kind, place.subject_id, place.field, 1, key->id(),
            db::Blob{seal(*key, place, value)}, found);
    }
    rows.insert(tx);
}

std::optional<Vault::Opened> Vault::opened(db::Tx& tx, const Place& place)
{
    const auto row = tx.one<SealedRow>(
        "SELECT key_id, version, box FROM sealed_value WHERE subject_kind = $1 AND subject_id = $2 "
        "AND field = $3",
        place.subject_kind, place.subject_id, place.field);
    if (!row) {
        return std::nullopt;
    }
    return std::optional<Opened>(
        std::in_place, open_or_throw(*ring_.key(row->key_id), place, row->box.bytes), row->version);
}

base::Result<std::string> Vault::look(db::Tx& tx, const Place& place, const Look& look)
{
    if (is_blank(look.reason)) {
        return base::refuse("sealing.no_reason");
    }
    auto seen = opened(tx, place);
    if (!seen) {
        return base::trouble(base::Trouble::not_found, "sealing.nothing_there");
    }
    record::append(tx, look.actor, clock_.now(), random_,
        {"sealed_value.look", "sealed_value", name_of(place), seen->version,
            json::write(SeenContent{
                place.subject_kind, place.subject_id, place.field, std::string(look.reason)})});
    return std::string(seen->value.text);
}

bool Vault::holds(db::Tx& tx, const Place& place, const std::function<bool(std::string_view)>& fits)
{
    const auto seen = opened(tx, place);
    return seen && fits(seen->value.text);
}

std::vector<std::string> Vault::find(
    db::Tx& tx, const std::string& subject_kind, const std::string& field, std::string_view value)
{
    const Place place{subject_kind, "", field};
    std::vector<std::string> ids;
    // During a rotation, some are still under the key before.
    for (const auto& key_id : tx.all<std::string>(
             "SELECT key_id FROM sealing_key WHERE retired_at_ms IS NULL ORDER BY number")) {
        const auto key = ring_.find(key_id);
        if (!key && values_under(tx, key_id) == 0) {
            continue; // retired in the file a moment ago
        }
        const db::Blob sought{finder(key ? *key : *ring_.key(key_id), place, value)};
        const auto found = tx.all<std::string>(
            "SELECT subject_id FROM sealed_value WHERE subject_kind = $1 AND field = $2 AND finder "
            "= $3",
            subject_kind, field, sought);
        ids.insert(ids.end(), found.begin(), found.end());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool Vault::exists(db::Tx& tx, const Place& place) { return version_of(tx, place) > 0; }

std::int64_t Vault::version_of(db::Tx& tx, const Place& place)
{
    return tx
        .one<std::int64_t>("SELECT version FROM sealed_value WHERE subject_kind = $1 AND "
                           "subject_id = $2 AND field = $3",
            place.subject_kind, place.subject_id, place.field)
        .value_or(0);
}

bool Vault::erase(db::Tx& tx, const Place& place)
{
    return tx.execute("DELETE FROM sealed_value WHERE subject_kind = $1 AND subject_id = $2 AND "
                      "field = $3",
               place.subject_kind, place.subject_id, place.field)
        > 0;
}

std::int64_t Vault::erase_all(
    db::Tx& tx, const std::string& subject_kind, const std::string& subject_id)
{
    return tx.execute("DELETE FROM sealed_value WHERE subject_kind = $1 AND subject_id = $2",
        subject_kind, subject_id);
}

Vault& no_vault()
{
    static KeyRing ring("");
    static base::SystemClock clock;
    static base::SystemRandom random;
    static Vault vault(ring, clock, random);
    return vault;
}

} // namespace xieshang::sealing
