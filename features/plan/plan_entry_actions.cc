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

// All that is kept is open to readers, discarded plans too: see plan_routes.cc.
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

Reading reading_or_nothing(services::Services& services, const Document& document)
{
    if (!services.files.has(document.sha256)) {
        return {};
    }
    return read_again(services, document).value_or(Reading{});
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

search::Entry entry_of(const Document& document, const Reading& reading)
{
    return {.kind = search::name_of(search::Kind::document),
        .subject_id = document.id.text,
        .year = reading.year,
        .audience = audience,
        .context = reading.title,
        .title = document.file_name,
        .body = body_of(reading),
        .at = document.uploaded_at_ms};
}

void put_entries(services::Services& services, db::Tx& tx, const Plan& plan)
{
    for (auto& entry : entries_of(tx, plan)) {
        search::index_of(services.db.engine()).put(tx, std::move(entry));
    }
}

void put_entry(
    services::Services& services, db::Tx& tx, const Document& document, const Reading& reading)
{
    search::index_of(services.db.engine()).put(tx, entry_of(document, reading));
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
    const auto documents =
        services.db.read([&](db::Tx& tx) { return documents_after(tx, DocumentId{id}, most); });
    std::vector<search::Entry> entries; // files are read outside of the transaction
    for (const auto& document : documents) {
        entries.push_back(entry_of(document, reading_or_nothing(services, document)));
        id = document.id.text;
    }
    const auto put = services.db.transact([&](db::Tx& tx) -> base::Result<std::int64_t> {
        search::index_of(services.db.engine()).put_all(tx, entries);
        return static_cast<std::int64_t>(documents.size());
    });
    return *put;
}

std::int64_t count_entries_to_put(services::Services& services)
{
    return services.db.read([](db::Tx& tx) { return count_plans(tx) + count_documents(tx); });
}

} // namespace xieshang::plan
