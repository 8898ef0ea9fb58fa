// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/request_store.h"

namespace xieshang::draft_opinions {
namespace {

struct RequestRow {
    RequestId id;
    std::string plan_id;
    std::int64_t plan_version{};
    std::string plan_title;
    std::string note;
    std::string sent_on;
    std::string closes_on;
    RequestState state{};
    std::int64_t version{};
    base::Instant sent_at_ms;
    std::string sent_by;
    std::string sent_by_name;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (),
    (id, plan_id, plan_version, plan_title, note, sent_on, closes_on, state, version, sent_at_ms,
        sent_by, sent_by_name, updated_at_ms))

constexpr std::string_view rows =
    "SELECT id, plan_id, plan_version, plan_title, note, sent_on, closes_on, state, version, "
    "sent_at_ms, sent_by, sent_by_name, updated_at_ms FROM opinion_request ";

OpinionRequest request_of(RequestRow&& row)
{
    return {std::move(row.id), std::move(row.plan_id), row.plan_version, std::move(row.plan_title),
        std::move(row.note), std::move(row.sent_on), std::move(row.closes_on), row.state,
        row.version, row.sent_at_ms, std::move(row.sent_by), std::move(row.sent_by_name),
        row.updated_at_ms};
}

} // namespace

base::Result<OpinionRequest> find_request(db::Tx& tx, const RequestId& id)
{
    if (auto row = tx.one<RequestRow>(std::string(rows) + "WHERE id = $1", id)) {
        return request_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "opinion_request.not_found");
}

std::vector<std::string> request_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM opinion_request ORDER BY id");
}

std::vector<OpinionRequest> all_requests(db::Tx& tx, const std::optional<std::string>& plan_id)
{
    std::vector<OpinionRequest> found;
    const auto plan = plan_id.value_or("");
    for (auto& row : tx.all<RequestRow>(
             std::string(rows) + "WHERE $1 = '' OR plan_id = $1 ORDER BY sent_at_ms DESC, id DESC",
             plan)) {
        found.push_back(request_of(std::move(row)));
    }
    return found;
}

std::vector<FrozenPart> text_of(db::Tx& tx, const RequestId& id)
{
    return tx.all<FrozenPart>(
        "SELECT key, kind, heading, text, form FROM opinion_request_part WHERE "
        "request_id = $1 ORDER BY position",
        id);
}

std::vector<Recipient> recipients_of(db::Tx& tx, const RequestId& id)
{
    return tx.all<Recipient>("SELECT id, kind, subject_id, name FROM opinion_recipient WHERE "
                             "request_id = $1 ORDER BY position",
        id);
}

std::vector<Recipient> recipients_added(db::Tx& tx, const RequestId& id, std::int64_t version)
{
    return tx.all<Recipient>("SELECT id, kind, subject_id, name FROM opinion_recipient WHERE "
                             "request_id = $1 AND added_in = $2 ORDER BY position",
        id, version);
}

std::vector<KeptRequestStep> steps_of(db::Tx& tx, const RequestId& id)
{
    return tx.all<KeptRequestStep>(
        "SELECT version, at_ms, by_id, by_name, action, from_state, to_state, reason, closes_on "
        "FROM opinion_request_step WHERE request_id = $1 ORDER BY version",
        id);
}

void insert_request(db::Tx& tx, const OpinionRequest& request, const std::vector<FrozenPart>& text,
    const std::vector<Recipient>& recipients)
{
    tx.execute("INSERT INTO opinion_request (id, plan_id, plan_version, plan_title, note, sent_on, "
               "closes_on, state, version, sent_at_ms, sent_by, sent_by_name, updated_at_ms) "
               "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        request.id, request.plan_id, request.plan_version, request.plan_title, request.note,
        request.sent_on, request.closes_on, request.state, request.version, request.sent_at,
        request.sent_by, request.sent_by_name, request.updated_at);
    std::int64_t place = 0;
    for (const auto& part : text) {
        tx.execute("INSERT INTO opinion_request_part (request_id, position, key, kind, heading, "
                   "text, form) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            request.id, ++place, part.key, part.kind, part.heading, part.text, part.form);
    }
    insert_recipients(tx, request.id, request.version, recipients);
}

void insert_recipients(
    db::Tx& tx, const RequestId& id, std::int64_t version, const std::vector<Recipient>& recipients)
{
    auto place =
        tx.one<std::int64_t>("SELECT count(*) FROM opinion_recipient WHERE request_id = $1", id)
            .value();
    for (const auto& one : recipients) {
        tx.execute("INSERT INTO opinion_recipient (id, request_id, position, kind, subject_id, "
                   "name, added_in) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            one.id, id, ++place, one.kind, one.subject_id, one.name, version);
    }
}

base::Result<void> update_request(
    db::Tx& tx, const OpinionRequest& request, std::int64_t version_before)
{
    const auto changed = tx.execute("UPDATE opinion_request SET closes_on = $1, state = $2, "
                                    "version = $3, updated_at_ms = $4 WHERE id = $5 AND "
                                    "version = $6",
        request.closes_on, request.state, request.version, request.updated_at, request.id,
        version_before);
    if (changed != 1) {
        return base::trouble(base::Trouble::stale, "opinion_request.stale");
    }
    return {};
}

void insert_request_step(db::Tx& tx, const RequestId& id, const KeptRequestStep& step)
{
    tx.execute("INSERT INTO opinion_request_step (request_id, version, at_ms, by_id, by_name, "
               "action, from_state, to_state, reason, closes_on) VALUES ($1, $2, $3, $4, $5, $6, "
               "$7, $8, $9, $10)",
        id, step.version, step.at_ms, step.by_id, step.by_name, step.action, step.from_state,
        step.to_state, step.reason, step.closes_on);
}

} // namespace xieshang::draft_opinions
