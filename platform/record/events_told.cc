// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/record/events_told.h"

#include "platform/json/json.h"

namespace xieshang::record {
namespace {

struct Newest {
    std::string id;
    std::int64_t version{};
};
BOOST_DESCRIBE_STRUCT(Newest, (), (id, version))

} // namespace

bool has_told(db::Tx& tx, std::string_view actor_id, const Event& event)
{
    return tx
        .one<std::int64_t>("SELECT e.sequence FROM event e JOIN event_content c "
                           "ON c.sequence = e.sequence WHERE e.subject_kind = $1 AND "
                           "e.subject_id = $2 AND e.subject_version = $3 AND e.action = $4 AND "
                           "e.actor_id = $5 AND c.content = $6 ORDER BY e.sequence LIMIT 1",
            event.subject_kind, event.subject_id, event.subject_version, event.action, actor_id,
            json::canonical(event.content))
        .has_value();
}

std::unordered_map<std::string, std::int64_t> newest_versions(db::Tx& tx, std::string_view kind)
{
    std::unordered_map<std::string, std::int64_t> found;
    for (auto& one : tx.all<Newest>("SELECT subject_id AS id, max(subject_version) AS version "
                                    "FROM event WHERE subject_kind = $1 GROUP BY subject_id",
             kind)) {
        found.emplace(std::move(one.id), one.version);
    }
    return found;
}

} // namespace xieshang::record
