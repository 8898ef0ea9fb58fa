// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/many_values.h"

#include "platform/db/changed_rows.h"

#include <algorithm>

namespace xieshang::sealing {
namespace {

struct FoundRow {
    std::string subject_id;
    std::string field;
    std::int64_t version{};
    std::string key_id;
    std::optional<db::Blob> finder;
};
BOOST_DESCRIBE_STRUCT(FoundRow, (), (subject_id, field, version, key_id, finder))

} // namespace

void KeptValues::read()
{
    if (is_read_) {
        return;
    }
    is_read_ = true;
    for (auto& row : tx_.all<FoundRow>("SELECT subject_id, field, version, key_id, finder FROM "
                                       "sealed_value WHERE subject_kind = $1",
             kind_)) {
        if (row.finder) {
            subjects_.emplace(row.field + "/" + row.finder->bytes, row.subject_id);
        }
        if (std::find(key_ids_.begin(), key_ids_.end(), row.key_id) == key_ids_.end()) {
            key_ids_.push_back(row.key_id);
        }
        by_place_.emplace(name_of(Place{kind_, std::move(row.subject_id), std::move(row.field)}),
            Kept{row.version, std::move(row.key_id), row.finder ? row.finder->bytes : ""});
    }
}

const KeptValues::Kept* KeptValues::kept_at(const Place& place)
{
    read();
    const auto found = by_place_.find(name_of(place));
    return found == by_place_.end() ? nullptr : &found->second;
}

std::int64_t KeptValues::version_of(const Place& place)
{
    const auto* kept = kept_at(place);
    return kept == nullptr ? 0 : kept->version;
}

bool KeptValues::is(const Place& place, std::string_view value)
{
    const auto* kept = kept_at(place);
    if (kept == nullptr) {
        return false;
    }
    if (kept->finder.empty()) {
        return vault_.holds(tx_, place, [&](std::string_view opened) { return opened == value; });
    }
    return kept->finder == finder(*vault_.ring().key(kept->key_id), place, value);
}

std::vector<std::string> KeptValues::holders(const std::string& field, std::string_view value)
{
    read();
    std::vector<std::string> ids;
    for (const auto& key_id : key_ids_) { // during a rotation there are two
        const auto sought = finder(*vault_.ring().key(key_id), {kind_, "", field}, value);
        const auto [from, until] = subjects_.equal_range(field + "/" + sought);
        for (auto each = from; each != until; ++each) {
            ids.push_back(each->second);
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void put_many(db::Tx& tx, Vault& vault, const std::vector<ManyValue>& values)
{
    if (values.empty()) {
        return;
    }
    const auto key = vault.sealing_key(tx);
    db::NewRows added("sealed_value",
        {"subject_kind", "subject_id", "field", "version", "key_id", "box", "finder"});
    db::ChangedRows changed("sealed_value", {"subject_kind", "subject_id", "field"},
        {"version", "key_id", "box", "finder"});
    for (const auto& [place, value, before, version] : values) {
        const db::Blob box{seal(*key, place, value)};
        const db::Blob found{finder(*key, place, value)};
        if (before == 0) {
            added.add(
                place.subject_kind, place.subject_id, place.field, version, key->id(), box, found);
        } else {
            changed.add(place.subject_kind, place.subject_id, place.field, before, version,
                key->id(), box, found);
        }
    }
    added.insert(tx);
    if (!changed.write(tx)) {
        throw db::Failure("a sealed value changed within the transaction that had read it");
    }
}

} // namespace xieshang::sealing
