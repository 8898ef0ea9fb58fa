// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/sealing/sealing_audit.h"

#include "platform/sealing/box.h"

#include <map>

namespace xieshang::sealing {

std::vector<record::Misfit> audit_sealed(
    db::Tx& tx, const Keys& keys, const std::function<void(std::int64_t done)>& progress)
{
    std::vector<record::Misfit> misfits;
    std::map<std::string, std::int64_t> without_key;
    std::int64_t done = 0;
    const auto look = [&](const db::Row& row) {
        const Place place{
            std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))};
        const auto* key = keys.find(row.text(3));
        if (key == nullptr) {
            ++without_key[std::string(row.text(3))];
        } else if (auto value = open(*key, place, row.bytes(4))) {
            wipe(*value);
        } else {
            misfits.push_back({"check.sealed_broken", "sealed_value", name_of(place)});
        }
        progress(++done);
    };
    tx.run("SELECT subject_kind, subject_id, field, key_id, box FROM sealed_value "
           "ORDER BY subject_kind, subject_id, field",
        {}, std::ref(look));
    for (const auto& [key, count] : without_key) {
        misfits.push_back(
            {"check.no_key", "sealing_key", key, {{"key", key}, {"count", std::to_string(count)}}});
    }
    return misfits;
}

} // namespace xieshang::sealing
