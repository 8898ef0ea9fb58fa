// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/record/audit.h"

#include "platform/record/record.h"

#include <algorithm>
#include <stdexcept>

namespace xieshang::record {

BOOST_DESCRIBE_STRUCT(PastEvent, (), (sequence, at, actor_id, action, version, content))

namespace {

// A text that no longer is JSON has no commitment.
bool fits(const db::Row& row)
{
    const auto commitment = row.text(1);
    const auto salt = row.bytes(2);
    const auto content = row.text(3);
    try {
        return commitment
            == commitment_of(salt,
                {row.integer(0), {row.integer(4)}, row.text(5), row.integer(6), row.text(7),
                    row.text(8), row.text(9), row.integer(10), content})
            || (content.starts_with('{') && commitment == commitment_to_content(salt, content));
    } catch (const std::invalid_argument&) {
        return false;
    }
}

} // namespace

EventAudit audit_events(db::Tx& tx, const std::function<void(std::int64_t)>& progress)
{
    EventAudit audit;
    std::int64_t expected = 1;
    tx.run("SELECT e.sequence, e.commitment, c.salt, c.content, e.at_ms, e.actor_id, "
           "e.actor_roles, e.action, e.subject_kind, e.subject_id, e.subject_version FROM event e "
           "LEFT JOIN event_content c ON c.sequence = e.sequence ORDER BY e.sequence",
        {}, [&](const db::Row& row) {
            const auto sequence = row.integer(0);
            const auto key = std::to_string(sequence);
            if (sequence != expected) {
                audit.misfits.push_back({"check.gap", "event", key,
                    {{"from", std::to_string(expected)}, {"to", std::to_string(sequence - 1)}}});
            }
            expected = sequence + 1;
            if (row.is_null(3)) { // nothing in this program deletes a content
                audit.misfits.push_back({"check.no_content", "event_content", key});
            } else if (!fits(row)) {
                audit.misfits.push_back({"check.commitment", "event", key});
            }
            progress(++audit.events);
        });
    return audit;
}

std::vector<PastEvent> events_about(db::Tx& tx, std::string_view kind, std::string_view id)
{
    return tx.all<PastEvent>("SELECT e.sequence, e.at_ms AS at, e.actor_id, e.action, "
                             "e.subject_version AS version, c.content "
                             "FROM event e LEFT JOIN event_content c ON c.sequence = e.sequence "
                             "WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY e.sequence",
        kind, id);
}

std::vector<std::string> subjects(db::Tx& tx, std::string_view kind, std::vector<std::string> rows)
{
    const auto told =
        tx.all<std::string>("SELECT DISTINCT subject_id FROM event WHERE subject_kind = $1", kind);
    rows.insert(rows.end(), told.begin(), told.end());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace xieshang::record
