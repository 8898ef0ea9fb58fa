// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/shortlists_audit_actions.h"

#include "features/shortlists/selection_store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

namespace xieshang::shortlists {
namespace {

using Misfits = std::vector<record::Misfit>;
using Events = std::vector<record::PastEvent>;

record::Misfit differs(std::string table, const std::string& row, std::string field)
{
    return {"check.row_differs", std::move(table), row, {{"field", std::move(field)}}};
}

// The row is what the last event left.
template <class Row>
Misfits compared(
    const Events& events, const std::string& table, const std::string& id, const Row* row)
{
    if (row == nullptr) {
        return {{"check.no_row", table, id}};
    }
    if (events.empty()) {
        return {{"check.no_event", table, id}};
    }
    Misfits misfits;
    const auto content = json::Document::parse(events.back().content.value_or(""));
    if (!content) {
        return misfits; // told already, where the record is inspected
    }
    const auto* told = json::member_of(content->root(), "after");
    if (told == nullptr) {
        return {differs(table, id, "event")};
    }
    const auto kept = json::Document::parse(json::write(*row)).value();
    for (auto& field : json::differing_members(*told, kept.root())) {
        misfits.push_back(differs(table, id, std::move(field)));
    }
    return misfits;
}

// Each step as its event told it, in their order.
bool are_told(const std::vector<KeptRoundStep>& steps, const Events& events)
{
    if (steps.size() != events.size()) {
        return false;
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto content = json::Document::parse(events[i].content.value_or(""));
        if (!content) {
            continue; // the inspection of the record misses it
        }
        const auto* told = json::member_of(content->root(), "step");
        const auto kept = json::Document::parse(json::write(steps[i])).value();
        if (told == nullptr || !json::same(kept.root(), *told)) {
            return false;
        }
    }
    return true;
}

bool is_proposal_whole(db::Tx& tx, const SelectionRound& round)
{
    const auto content = proposal_content(tx, round.id);
    return round.proposal_sha256 == (content.empty() ? "" : crypto::sha256_hex(content));
}

} // namespace

std::vector<std::string> rounds_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "selection_round", round_ids(tx));
}

std::vector<std::string> ballots_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "support_ballot", ballot_ids(tx));
}

Misfits audit_round(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "selection_round", id);
    const auto round = find_round(tx, RoundId{id});
    auto misfits = compared(events, "selection_round", id, round ? &*round : nullptr);
    if (!round) {
        return misfits;
    }
    if (!are_told(steps_of(tx, round->id), events)) {
        misfits.push_back(differs("selection_step", id, "steps"));
    }
    if (!is_proposal_whole(tx, *round)) {
        misfits.push_back(differs("selection_proposal", id, "content"));
    }
    return misfits;
}

Misfits audit_ballot(db::Tx& tx, const std::string& id)
{
    const auto ballot = find_ballot(tx, BallotId{id});
    return compared(record::events_about(tx, "support_ballot", id), "support_ballot", id,
        ballot ? &*ballot : nullptr);
}

} // namespace xieshang::shortlists
