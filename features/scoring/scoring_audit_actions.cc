// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/scoring/scoring_audit_actions.h"

#include "features/scoring/scoring_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

namespace xieshang::scoring {
namespace {

using Misfits = std::vector<record::Misfit>;
using Events = std::vector<record::PastEvent>;

record::Misfit differs(std::string table, const std::string& row, std::string field)
{
    return {"check.row_differs", std::move(table), row, {{"field", std::move(field)}}};
}

template <class Value>
json::Document parsed(const Value& value)
{
    return json::Document::parse(json::write(value)).value();
}

// One row as one event left it; content that is missing is told where the record is inspected.
template <class Row>
Misfits compared(const record::PastEvent& event, const char* member, const std::string& table,
    const std::string& id, const Row& row)
{
    const auto content = json::Document::parse(event.content.value_or(""));
    if (!content) {
        return {};
    }
    const auto* told = json::member_of(content->root(), member);
    if (told == nullptr) {
        return {differs(table, id, "event")};
    }
    const auto kept = parsed(row);
    Misfits misfits;
    for (auto& field : json::differing_members(*told, kept.root())) {
        misfits.push_back(differs(table, id, std::move(field)));
    }
    return misfits;
}

// Rows and events pair by pair: none is missing, none was put in.
template <class Row>
Misfits all_compared(const Events& events, const char* member, const std::string& table,
    const std::string& id, const std::vector<Row>& rows)
{
    if (rows.empty()) {
        return {{"check.no_row", table, id}};
    }
    if (events.size() != rows.size()) {
        return {events.empty() ? record::Misfit{"check.no_event", table, id}
                               : differs(table, id, "versions")};
    }
    Misfits misfits;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto found = compared(events[i], member, table, id, rows[i]);
        misfits.insert(misfits.end(), found.begin(), found.end());
    }
    return misfits;
}

} // namespace

std::vector<std::string> rounds_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "scoring_round", round_ids(tx));
}

std::vector<std::string> sheets_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "scoring_sheet", sheet_ids(tx));
}

std::vector<std::string> comments_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "scoring_comment", comment_ids(tx));
}

Misfits audit_round(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "scoring_round", id);
    const auto round = find_round(tx, RoundId{id});
    if (!round) {
        return {{"check.no_row", "scoring_round", id}};
    }
    if (events.empty()) {
        return {{"check.no_event", "scoring_round", id}};
    }
    auto misfits = compared(events.back(), "after", "scoring_round", id, *round);
    auto steps = all_compared(events, "step", "scoring_step", id, steps_of(tx, RoundId{id}));
    misfits.insert(misfits.end(), steps.begin(), steps.end());
    return misfits;
}

Misfits audit_sheet(db::Tx& tx, const std::string& id)
{
    return all_compared(record::events_about(tx, "scoring_sheet", id), "after", "scoring_sheet", id,
        versions_of(tx, SheetId{id}));
}

Misfits audit_comment(db::Tx& tx, const std::string& id)
{
    std::vector<ScoringComment> rows;
    if (const auto comment = find_comment(tx, CommentId{id})) {
        rows.push_back(*comment);
    }
    return all_compared(
        record::events_about(tx, "scoring_comment", id), "after", "scoring_comment", id, rows);
}

} // namespace xieshang::scoring
