// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/import_actions.h"

#include "features/people/short_text.h"
#include "features/plan/document_store.h"
#include "features/plan/plan_entry_actions.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::plan {
namespace {

// The one place that writes a step; the same call tells the record.
void write_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const Document& document, const DocumentWorkflowStep& step, const DocumentStepRequest& asked)
{
    const auto now = services.clock.now();
    insert_step(tx, document.id,
        {document.version, now, actor.id, actor.name, step.action, step.from, step.to,
            asked.reason});
    record::append(tx, actor, now, services.random,
        {"document." + std::string(boost::describe::enum_to_string(step.action, "")),
            "plan_document", document.id.text, document.version, json::write(asked)});
}

} // namespace

std::vector<ImportLine> list_imports(services::Services& services, const ImportSearch& search)
{
    return services.db.read([&](db::Tx& tx) { return search_imports(tx, search); });
}

std::vector<workflow::Offer<DocumentAction>> document_offers(
    services::Services& services, const base::Actor& actor, const Document& document)
{
    return services.db.read(
        [&](db::Tx& tx) { return offers(document, actor.roles, has_plan(tx, document.id)); });
}

base::Result<std::vector<DocumentStep>> document_history(
    services::Services& services, const DocumentId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<std::vector<DocumentStep>> {
        CHECK(find_document(tx, id));
        return steps_of(tx, id);
    });
}

base::Result<Document> take_step(services::Services& services, const base::Actor& actor,
    const KeptDocument& seen, std::int64_t version_seen, const DocumentStepRequest& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Document> {
        auto document = TRY(find_document(tx, seen.document.id));
        if (document.version != version_seen) {
            return base::trouble(base::Trouble::stale, "document.stale");
        }
        const DocumentFacts facts{
            .has_plan = has_plan(tx, document.id), .has_reason = people::is_said(asked.reason)};
        const auto step = TRY(take(document, asked.action, actor.roles, facts));
        document.state = step.to;
        ++document.version;
        CHECK(update_document(tx, document, version_seen));
        put_entry(services, tx, document.sha256, seen.reading);
        write_step(services, tx, actor, document, step, asked);
        return document;
    });
}

} // namespace xieshang::plan
