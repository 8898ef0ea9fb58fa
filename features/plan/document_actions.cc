// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/document_actions.h"

#include "features/plan/document_store.h"
#include "features/plan/plan_entry_actions.h"
#include "features/plan/reading_actions.h"
#include "features/plan/same_file_actions.h"
#include "platform/json/json.h"
#include "platform/record/record.h"

namespace xieshang::plan {

base::Result<FileToKeep> keep_file(
    services::Services& services, std::string_view bytes, std::string file_name)
{
    auto reading = TRY(read_file(bytes, file_name));
    auto sha256 = services.files.keep(bytes);
    return FileToKeep{std::move(file_name), static_cast<std::int64_t>(bytes.size()),
        std::move(sha256), std::move(reading)};
}

base::Result<Document> keep_row(
    services::Services& services, const base::Actor& actor, const FileToKeep& file, bool again)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Document> {
        if (!again) {
            CHECK(new_to_the_house(tx, file.sha256));
        }
        const auto now = services.clock.now();
        Document document{base::new_id<DocumentId>(services.clock, services.random), file.sha256,
            file.file_name, file.size, file.reading.encoding, now, actor.id, actor.name, 1,
            DocumentState::kept};
        insert_document(tx, document);
        put_entry(services, tx, document.sha256, file.reading);
        record::append(tx, actor, now, services.random,
            {"document.keep", "plan_document", document.id.text, document.version,
                json::write(document)});
        return document;
    });
}

base::Result<Reading> read_again(services::Services& services, const Document& document)
{
    return read_file(services.files.read(document.sha256), document.file_name);
}

Reading reading_or_nothing(services::Services& services, const Document& document)
{
    if (!services.files.has(document.sha256)) {
        return {};
    }
    return read_again(services, document).value_or(Reading{});
}

base::Result<Document> document_row(
    services::Services& services, const base::Asker& asker, const DocumentId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<Document> {
        auto document = TRY(find_document(tx, id));
        if (!asker.view(base::Relation::other_body, state_name(document, has_plan(tx, id)))) {
            asker.hide(id.text);
            return base::trouble(base::Trouble::not_found, "document.not_found");
        }
        return document;
    });
}

base::Result<KeptDocument> document_page(
    services::Services& services, const base::Asker& asker, const DocumentId& id)
{
    auto document = TRY(document_row(services, asker, id));
    auto reading = TRY(read_again(services, document));
    return KeptDocument{std::move(document), std::move(reading)};
}

} // namespace xieshang::plan
