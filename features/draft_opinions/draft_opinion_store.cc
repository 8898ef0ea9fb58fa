// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/draft_opinion_store.h"

namespace xieshang::draft_opinions {
namespace {

struct OpinionRow {
    DraftOpinionId id;
    RequestId request_id;
    RecipientId recipient_id;
    std::string part;
    OpinionKind kind{};
    std::string text;
    std::string proposed;
    OpinionChannel channel{};
    std::string by_id;
    std::string by_name;
    std::optional<std::string> paper_day;
    std::optional<OpinionVerdict> verdict;
    std::int64_t version{};
    base::Instant said_at_ms;
    base::Instant updated_at_ms;
};
BOOST_DESCRIBE_STRUCT(OpinionRow, (),
    (id, request_id, recipient_id, part, kind, text, proposed, channel, by_id, by_name, paper_day,
        verdict, version, said_at_ms, updated_at_ms))

constexpr std::string_view rows =
    "SELECT id, request_id, recipient_id, part, kind, text, proposed, channel, by_id, by_name, "
    "paper_day, verdict, version, said_at_ms, updated_at_ms FROM draft_opinion ";

DraftOpinion opinion_of(OpinionRow&& row)
{
    return {std::move(row.id), std::move(row.request_id), std::move(row.recipient_id),
        {std::move(row.part), row.kind, std::move(row.text), std::move(row.proposed)}, row.channel,
        std::move(row.by_id), std::move(row.by_name), std::move(row.paper_day), row.verdict,
        row.version, row.said_at_ms, row.updated_at_ms};
}

tl::unexpected<base::Error> said_already()
{
    return base::trouble(base::Trouble::conflict, "draft_opinion.said_already");
}

} // namespace

base::Result<DraftOpinion> find_opinion(db::Tx& tx, const DraftOpinionId& id)
{
    if (auto row = tx.one<OpinionRow>(std::string(rows) + "WHERE id = $1", id)) {
        return opinion_of(std::move(*row));
    }
    return base::trouble(base::Trouble::not_found, "draft_opinion.not_found");
}

std::vector<std::string> opinion_ids(db::Tx& tx)
{
    return tx.all<std::string>("SELECT id FROM draft_opinion ORDER BY id");
}

std::vector<DraftOpinion> opinions_on(db::Tx& tx, const RequestId& id)
{
    std::vector<DraftOpinion> found;
    for (auto& row : tx.all<OpinionRow>(
             std::string(rows) + "WHERE request_id = $1 ORDER BY said_at_ms, id", id)) {
        found.push_back(opinion_of(std::move(row)));
    }
    return found;
}

std::vector<KeptOpinionWords> words_of(db::Tx& tx, const DraftOpinionId& id)
{
    return tx.all<KeptOpinionWords>(
        "SELECT version, at_ms, by_id, by_name, part, kind, text, proposed FROM "
        "draft_opinion_words WHERE opinion_id = $1 ORDER BY version",
        id);
}

std::vector<KeptAnswer> answers_to(db::Tx& tx, const DraftOpinionId& id)
{
    return tx.all<KeptAnswer>("SELECT version, at_ms, by_id, by_name, verdict, reason, wording "
                              "FROM draft_opinion_answer WHERE opinion_id = $1 ORDER BY version",
        id);
}

base::Result<void> insert_opinion(db::Tx& tx, const DraftOpinion& opinion)
{
    const auto& words = opinion.words;
    try {
        tx.execute("INSERT INTO draft_opinion (id, request_id, recipient_id, part, kind, text, "
                   "proposed, channel, by_id, by_name, paper_day, verdict, version, said_at_ms, "
                   "updated_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
                   "$14, $15)",
            opinion.id, opinion.request_id, opinion.recipient_id, words.part, words.kind,
            words.text, words.proposed, opinion.channel, opinion.by_id, opinion.by_name,
            opinion.paper_day, opinion.verdict, opinion.version, opinion.said_at,
            opinion.updated_at);
    } catch (const db::ConstraintFailure&) {
        return said_already();
    }
    insert_words(tx, opinion);
    return {};
}

base::Result<void> update_opinion(
    db::Tx& tx, const DraftOpinion& opinion, std::int64_t version_before)
{
    const auto& words = opinion.words;
    try {
        const auto changed =
            tx.execute("UPDATE draft_opinion SET part = $1, kind = $2, text = $3, proposed = $4, "
                       "by_id = $5, by_name = $6, verdict = $7, version = $8, updated_at_ms = $9 "
                       "WHERE id = $10 AND version = $11",
                words.part, words.kind, words.text, words.proposed, opinion.by_id, opinion.by_name,
                opinion.verdict, opinion.version, opinion.updated_at, opinion.id, version_before);
        if (changed != 1) {
            return base::trouble(base::Trouble::stale, "draft_opinion.stale");
        }
    } catch (const db::ConstraintFailure&) {
        return said_already();
    }
    return {};
}

void insert_words(db::Tx& tx, const DraftOpinion& opinion)
{
    const auto& words = opinion.words;
    tx.execute("INSERT INTO draft_opinion_words (opinion_id, version, at_ms, by_id, by_name, part, "
               "kind, text, proposed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        opinion.id, opinion.version, opinion.updated_at, opinion.by_id, opinion.by_name, words.part,
        words.kind, words.text, words.proposed);
}

void insert_answer(db::Tx& tx, const DraftOpinionId& id, const KeptAnswer& answer)
{
    tx.execute("INSERT INTO draft_opinion_answer (opinion_id, version, at_ms, by_id, by_name, "
               "verdict, reason, wording) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        id, answer.version, answer.at_ms, answer.by_id, answer.by_name, answer.verdict,
        answer.reason, answer.wording);
}

} // namespace xieshang::draft_opinions
