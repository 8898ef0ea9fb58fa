// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/record/record.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/record/many_events.h"

#include <boost/describe.hpp>
#include <cstddef>

namespace xieshang::record {

BOOST_DESCRIBE_STRUCT(Subject, (), (sequence, kind, id, version))

namespace {

constexpr std::size_t salt_bytes = 32;

std::string new_salt(base::Random& random)
{
    const auto bytes = random.bytes<salt_bytes>();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

std::int64_t newest_sequence(db::Tx& tx)
{
    return tx.one<std::int64_t>("SELECT coalesce(max(sequence), 0) FROM event").value();
}

std::int64_t newest_version(db::Tx& tx, std::string_view kind, std::string_view id)
{
    return tx
        .one<std::int64_t>("SELECT coalesce(max(subject_version), 0) FROM event WHERE "
                           "subject_kind = $1 AND subject_id = $2",
            kind, id)
        .value();
}

std::vector<Subject> events_after(db::Tx& tx, std::int64_t sequence)
{
    return tx.all<Subject>(
        "SELECT sequence, subject_kind AS kind, subject_id AS id, subject_version AS version "
        "FROM event WHERE sequence > $1 ORDER BY sequence LIMIT 1000",
        sequence);
}

std::string commitment_of(std::string_view salt, const Told& told)
{
    std::string list = "[";
    const auto add = [&](auto append, const auto& value) {
        list += list.size() == 1 ? "" : ",";
        append(list, value);
    };
    add(json::append_integer, told.sequence);
    add(json::append_integer, told.at.ms);
    add(json::append_text, told.actor_id);
    add(json::append_text, std::to_string(told.actor_roles));
    add(json::append_text, told.action);
    add(json::append_text, told.subject_kind);
    add(json::append_text, told.subject_id);
    add(json::append_integer, told.subject_version);
    return crypto::sha256_hex(std::string(salt) + list + "," + json::canonical(told.content) + "]");
}

std::string commitment_to_content(std::string_view salt, std::string_view content)
{
    return crypto::sha256_hex(std::string(salt) + json::canonical(content));
}

Receipt append(db::Tx& tx, const base::Actor& actor, base::Instant at, base::Random& random,
    const Event& event)
{
    ManyEvents one(random);
    const auto receipt = one.append(tx, actor, at, event);
    one.write(tx);
    return receipt;
}

ManyEvents::ManyEvents(base::Random& random)
    : random_(random),
      events_("event",
          {"sequence", "at_ms", "actor_id", "actor_roles", "action", "subject_kind", "subject_id",
              "subject_version", "commitment"}),
      contents_("event_content", {"sequence", "salt", "content"})
{
}

// Without gaps: the rows take part in the change's transaction, so a rolled back change takes no
// number.
Receipt ManyEvents::append(
    db::Tx& tx, const base::Actor& actor, base::Instant at, const Event& event)
{
    sequence_ = (sequence_ == 0 ? newest_sequence(tx) : sequence_) + 1;
    const auto salt = new_salt(random_);
    const auto content = json::canonical(event.content);
    const auto roles = static_cast<std::int64_t>(actor.roles);
    const Receipt receipt{sequence_,
        commitment_of(salt,
            {sequence_, at, actor.id, roles, event.action, event.subject_kind, event.subject_id,
                event.subject_version, content})};
    events_.add(receipt.sequence, at, actor.id, roles, event.action, event.subject_kind,
        event.subject_id, event.subject_version, receipt.commitment);
    contents_.add(receipt.sequence, db::Blob{salt}, content);
    return receipt;
}

void ManyEvents::write(db::Tx& tx)
{
    events_.insert(tx);
    contents_.insert(tx);
    sequence_ = 0;
}

} // namespace xieshang::record
