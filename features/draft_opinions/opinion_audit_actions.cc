// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_audit_actions.h"

#include "features/draft_opinions/draft_opinion_store.h"
#include "features/draft_opinions/request_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

namespace xieshang::draft_opinions {
namespace {

using Misfits = std::vector<record::Misfit>;
using Contents = std::vector<json::Document>;

record::Misfit differs(std::string table, const std::string& row, std::string field)
{
    return {"check.row_differs", std::move(table), row, {{"field", std::move(field)}}};
}

template <class Value>
json::Document parsed(const Value& value)
{
    return json::Document::parse(json::write(value)).value();
}

// Those that can be read; what cannot is told where the record is inspected.
Contents contents_of(const std::vector<record::PastEvent>& events)
{
    Contents contents;
    for (const auto& event : events) {
        if (auto content = json::Document::parse(event.content.value_or(""))) {
            contents.push_back(*std::move(content));
        }
    }
    return contents;
}

// The row is what the last event left.
template <class Row>
Misfits compared(const std::vector<record::PastEvent>& events, const Contents& contents,
    const std::string& table, const std::string& id, const base::Result<Row>& row)
{
    if (!row) {
        return {{"check.no_row", table, id}};
    }
    if (events.empty()) {
        return {{"check.no_event", table, id}};
    }
    Misfits misfits;
    if (contents.size() < events.size()) {
        return misfits;
    }
    const auto* told = json::member_of(contents.back().root(), "after");
    if (told == nullptr) {
        return {differs(table, id, "event")};
    }
    const auto kept = parsed(*row);
    for (auto& field : json::differing_members(*told, kept.root())) {
        misfits.push_back(differs(table, id, std::move(field)));
    }
    return misfits;
}

// Each row as the event told it under that name, in their order.
template <class Row>
bool are_told(const std::vector<Row>& rows, const Contents& contents, const char* name)
{
    auto row = rows.begin();
    for (const auto& content : contents) {
        const auto* told = json::member_of(content.root(), name);
        if (told == nullptr) {
            continue;
        }
        if (row == rows.end() || !json::same(parsed(*row).root(), *told)) {
            return false;
        }
        ++row;
    }
    return row == rows.end();
}

// What was told once, with the first event, stands as it was.
template <class Rows>
bool is_as_sent(const Rows& rows, const Contents& contents, const char* name)
{
    const auto* told = contents.empty() ? nullptr : json::member_of(contents.front().root(), name);
    return told != nullptr && json::same(parsed(rows).root(), *told);
}

// Each group of recipients as the event told it that brought them.
bool are_recipients_told(db::Tx& tx, const RequestId& id,
    const std::vector<record::PastEvent>& events, const Contents& contents)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < contents.size(); ++at) {
        const auto* told = json::member_of(contents[at].root(), "recipients");
        if (told == nullptr) {
            continue;
        }
        const auto added = recipients_added(tx, id, events[at].version);
        if (!json::same(parsed(added).root(), *told)) {
            return false;
        }
        count += added.size();
    }
    return count == recipients_of(tx, id).size();
}

bool are_words_told(const std::vector<KeptOpinionWords>& words, const Contents& contents)
{
    auto row = words.begin();
    for (const auto& content : contents) {
        if (json::member_of(content.root(), "recipient") == nullptr) {
            continue; // an answer
        }
        const auto* after = json::member_of(content.root(), "after");
        const auto* told = after == nullptr ? nullptr : json::member_of(*after, "words");
        if (row == words.end() || told == nullptr) {
            return false;
        }
        const OpinionWords kept{row->part, row->kind, row->text, row->proposed};
        if (!json::same(parsed(kept).root(), *told)) {
            return false;
        }
        ++row;
    }
    return row == words.end();
}

} // namespace

std::vector<std::string> requests_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "opinion_request", request_ids(tx));
}

Misfits audit_request(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "opinion_request", id);
    const auto contents = contents_of(events);
    auto misfits = compared(events, contents, "opinion_request", id, find_request(tx, {id}));
    if (!misfits.empty() || contents.size() < events.size()) {
        return misfits;
    }
    if (!are_told(steps_of(tx, {id}), contents, "step")) {
        misfits.push_back(differs("opinion_request_step", id, "steps"));
    }
    if (!is_as_sent(text_of(tx, {id}), contents, "text")) {
        misfits.push_back(differs("opinion_request_part", id, "text"));
    }
    if (!are_recipients_told(tx, {id}, events, contents)) {
        misfits.push_back(differs("opinion_recipient", id, "recipients"));
    }
    return misfits;
}

std::vector<std::string> opinions_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "draft_opinion", opinion_ids(tx));
}

Misfits audit_opinion(db::Tx& tx, const std::string& id)
{
    const auto events = record::events_about(tx, "draft_opinion", id);
    const auto contents = contents_of(events);
    auto misfits = compared(events, contents, "draft_opinion", id, find_opinion(tx, {id}));
    if (!misfits.empty() || contents.size() < events.size()) {
        return misfits;
    }
    if (!are_words_told(words_of(tx, {id}), contents)) {
        misfits.push_back(differs("draft_opinion_words", id, "words"));
    }
    if (!are_told(answers_to(tx, {id}), contents, "answer")) {
        misfits.push_back(differs("draft_opinion_answer", id, "answers"));
    }
    return misfits;
}

} // namespace xieshang::draft_opinions
