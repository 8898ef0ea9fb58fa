// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Sealed values of thousands of subjects at once, for verbs that compare and change them in one
// transaction: what Vault does with one after the other, in a few statements.
#pragma once

#include "platform/sealing/vault.h"

#include <unordered_map>

namespace xieshang::sealing {

// All of one kind of subject, as they stand in the transaction, read at the first question and
// opened only where a value cannot be found by itself. Both outlive it. One thread at a time.
// Throws as Vault does.
class KeptValues {
public:
    KeptValues(db::Tx& tx, Vault& vault, std::string subject_kind)
        : tx_(tx), vault_(vault), kind_(std::move(subject_kind))
    {
    }

    std::int64_t version_of(const Place& place); // 0: nothing is there
    bool is(const Place& place, std::string_view value);
    std::vector<std::string> holders(const std::string& field, std::string_view value); // as find()

private:
    struct Kept {
        std::int64_t version{};
        std::string key_id;
        std::string finder; // empty: it is not findable
    };
    void read();
    const Kept* kept_at(const Place& place);

    db::Tx& tx_;
    Vault& vault_;
    std::string kind_;
    bool is_read_ = false;
    std::vector<std::string> key_ids_;
    std::unordered_map<std::string, Kept> by_place_;
    std::unordered_multimap<std::string, std::string> subjects_; // by field and finder
};

// A value that is put over what has this version, or where nothing is. Findable.
struct ManyValue {
    Place place;
    std::string_view value;        // lives until it is put
    std::int64_t version_before{}; // 0: nothing is there
    std::int64_t version{};        // that it has then
};

// Throws as Vault::put_new(), and db::Failure when a place has another version.
void put_many(db::Tx& tx, Vault& vault, const std::vector<ManyValue>& values);

} // namespace xieshang::sealing
