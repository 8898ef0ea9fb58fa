// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ opinions on a draft, with all words that they ever had and all answers. Nothing is deleted.
// Absent rows are draft_opinion.not_found.
#pragma once

#include "features/draft_opinions/draft_opinion.h"
#include "platform/db/db.h"

namespace xieshang::draft_opinions {

struct KeptOpinionWords { // as they stood from this version on
    std::int64_t version{};
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    std::string part;
    OpinionKind kind{};
    std::string text;
    std::string proposed;

    bool operator==(const KeptOpinionWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(
    KeptOpinionWords, (), (version, at_ms, by_id, by_name, part, kind, text, proposed))

struct KeptAnswer {
    std::int64_t version{}; // of the opinion, that it made
    base::Instant at_ms;
    std::string by_id;
    std::string by_name;
    OpinionVerdict verdict{};
    std::string reason;
    std::string wording;

    bool operator==(const KeptAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(KeptAnswer, (), (version, at_ms, by_id, by_name, verdict, reason, wording))

base::Result<DraftOpinion> find_opinion(db::Tx& tx, const DraftOpinionId& id);
std::vector<std::string> opinion_ids(db::Tx& tx);
std::vector<DraftOpinion> opinions_on(db::Tx& tx, const RequestId& id);       // the oldest first
std::vector<KeptOpinionWords> words_of(db::Tx& tx, const DraftOpinionId& id); // likewise
std::vector<KeptAnswer> answers_to(db::Tx& tx, const DraftOpinionId& id);     // likewise

// With its words as the first version. Refuses with draft_opinion.said_already (409) where the
// recipient said something of that part meanwhile; the transaction is then of no use any more.
base::Result<void> insert_opinion(db::Tx& tx, const DraftOpinion& opinion);
// Writes words, verdict, version and time; the row must still have `version_before`, else
// draft_opinion.stale.
base::Result<void> update_opinion(
    db::Tx& tx, const DraftOpinion& opinion, std::int64_t version_before);
void insert_words(db::Tx& tx, const DraftOpinion& opinion); // as they stand now
void insert_answer(db::Tx& tx, const DraftOpinionId& id, const KeptAnswer& answer);

} // namespace xieshang::draft_opinions
