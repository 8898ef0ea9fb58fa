// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_entry_actions.h"

#include "features/members/policies.h"
#include "features/plan/document_actions.h"
#include "features/plan/document_store.h"
#include "features/plan/plan_store.h"
#include "features/search/kind.h"
#include "features/topics/topic_entry_actions.h"
#include "features/topics/topic_store.h"

#include <iterator>

namespace xieshang::plan {
namespace {

// Every plan is open to readers, discarded ones too: see plan_routes.cc.
constexpr auto audience = members::readers.roles();

std::string body_of(const Plan& plan, const std::vector<Section>& sections)
{
    std::string body = plan.committee;
    for (const auto& section : sections) {
        body += "\n" + section.heading + "\n" + section.text;
    }
    return body;
}

std::string body_of(const Reading& reading)
{
    std::string body; // one line a line: where a snippet stands is its place among them
    for (std::size_t at = 0; at < reading.lines.size(); ++at) {
        const auto& line = reading.lines[at];
        body += at == 0 ? "" : "\n";
        for (const auto& piece : line.pieces) {
            body += piece.text;
        }
    }
    return body;
}

// The plan that tells of its document: the one that stands, else the last that was made.
std::optional<Plan> telling_plan_of(db::Tx& tx, const DocumentId& id)
{
    if (auto standing = standing_plan_of(tx, id)) {
        return standing;
    }
    const auto newest = newest_plan_of(tx, id);
    return newest ? std::optional(find_plan(tx, *newest).value()) : std::nullopt;
}

search::Entry entry_of(
    const Document& document, const Reading& reading, const std::optional<Plan>& plan)
{
    return {.kind = search::name_of(search::Kind::document),
        .subject_id = document.id.text,
        .year = plan ? plan->year : std::optional<std::int64_t>(reading.year),
        .audience = plan ? audience : members::office.roles(),
        .state = plan ? "" : std::string(search::no_plan_yet),
        .context = plan ? plan->title : reading.title,
        .title = document.file_name,
        .body = body_of(reading),
        .at = document.uploaded_at_ms};
}

} // namespace

std::vector<search::Entry> entries_of(db::Tx& tx, const Plan& plan)
{
    std::vector<search::Entry> entries{{.kind = search::name_of(search::Kind::plan),
        .subject_id = plan.id.text,
        .year = plan.year,
        .audience = audience,
        .state = boost::describe::enum_to_string(plan.state, ""),
        .title = plan.title,
        .body = body_of(plan, sections_of(tx, plan.id)),
        .at = plan.updated_at_ms}};
    for (const auto& topic : topics::topics_of_plan(tx, plan.id.text)) {
        entries.push_back(topics::entry_of(topic, plan));
    }
    return entries;
}

std::optional<search::Entry> entry_of_file(
    db::Tx& tx, std::string_view sha256, const Reading& reading)
{
    const auto found = document_to_find(tx, sha256);
    return found ? std::optional(entry_of(*found, reading, telling_plan_of(tx, found->id)))
                 : std::nullopt;
}

void put_entries(services::Services& services, db::Tx& tx, const Plan& plan)
{
    for (auto& entry : entries_of(tx, plan)) {
        search::index_of(services.db.engine()).put(tx, std::move(entry));
    }
}

void put_entry(
    services::Services& services, db::Tx& tx, const std::string& sha256, const Reading& reading)
{
    const auto& index = search::index_of(services.db.engine());
    auto found = entry_of_file(tx, sha256, reading);
    for (const auto& id : documents_of_file(tx, sha256)) {
        if (!found || id.text != found->subject_id) {
            index.remove(tx, search::name_of(search::Kind::document), id.text);
        }
    }
    if (found) {
        index.put(tx, std::move(*found));
    }
}

std::optional<ReadDocument> document_read_for(services::Services& services, const PlanId& id)
{
    const auto document = services.db.read([&](db::Tx& tx) -> std::optional<Document> {
        const auto plan = find_plan(tx, id);
        if (!plan || !plan->document_id) {
            return std::nullopt;
        }
        return find_document(tx, *plan->document_id).value();
    });
    return document
        ? std::optional(ReadDocument{document->sha256, reading_or_nothing(services, *document)})
        : std::nullopt;
}

void put_entries(services::Services& services, db::Tx& tx, const Plan& plan,
    const std::optional<ReadDocument>& document)
{
    put_entries(services, tx, plan);
    if (document) {
        put_entry(services, tx, document->sha256, document->reading);
    }
}

std::int64_t put_more_plans(services::Services& services, std::string& id, std::int64_t most)
{
    std::string last = id;
    const auto count = services.db.transact([&](db::Tx& tx) -> base::Result<std::int64_t> {
        const auto plans = plans_after(tx, PlanId{id}, most);
        std::vector<search::Entry> entries;
        for (const auto& plan : plans) {
            auto more = entries_of(tx, plan);
            std::move(more.begin(), more.end(), std::back_inserter(entries));
            last = plan.id.text;
        }
        search::index_of(services.db.engine()).put_all(tx, std::move(entries));
        return static_cast<std::int64_t>(plans.size());
    });
    id = last;
    return *count;
}

std::int64_t put_more_documents(services::Services& services, std::string& id, std::int64_t most)
{
    std::vector<Document> documents;
    std::int64_t count = 0;
    services.db.read([&](db::Tx& tx) {
        for (auto& document : documents_after(tx, DocumentId{id}, most)) {
            ++count;
            id = document.id.text;
            const auto found = document_to_find(tx, document.sha256);
            if (found && found->id == document.id) {
                documents.push_back(std::move(document));
            }
        }
        return true;
    });
    std::vector<Reading> readings; // files are read outside of the transaction
    for (const auto& document : documents) {
        readings.push_back(reading_or_nothing(services, document));
    }
    services.db.transact([&](db::Tx& tx) -> base::Result<bool> {
        std::vector<search::Entry> entries;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            if (auto entry = entry_of_file(tx, documents[i].sha256, readings[i])) {
                entries.push_back(std::move(*entry));
            }
        }
        search::index_of(services.db.engine()).put_all(tx, std::move(entries));
        return true;
    });
    return count;
}

std::int64_t count_entries_to_put(services::Services& services)
{
    return services.db.read([](db::Tx& tx) { return count_plans(tx) + count_documents(tx); });
}

} // namespace xieshang::plan
