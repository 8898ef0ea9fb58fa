// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on plan documents: a file is read, kept with its row, and read again when it is looked
// at.
#pragma once

#include "features/plan/document.h"
#include "features/plan/reading.h"
#include "platform/base/policy.h"
#include "platform/services/services.h"

#include <string>
#include <string_view>

namespace xieshang::plan {

struct KeptDocument {
    Document document;
    Reading reading;
};

// Reads first, keeps only what is a plan. Refusals are those of read_file() (reading.empty,
// reading.is_news …). Slow (a file is synced): call keep_file() before a transaction, keep_row()
// inside. Refusals of keep_row(), without `again`: those of new_to_the_house().
struct FileToKeep {
    std::string file_name;
    std::int64_t size{};
    std::string sha256;
    Reading reading;
};
base::Result<FileToKeep> keep_file(
    services::Services& services, std::string_view bytes, std::string file_name);
base::Result<Document> keep_row(
    services::Services& services, const base::Actor& actor, const FileToKeep& file, bool again);

// What the document says, as this program reads it now. Throws when the kept bytes have gone.
base::Result<Reading> read_again(services::Services& services, const Document& document);

// The same, or nothing of it where the bytes have gone or are no plan to this program any more.
Reading reading_or_nothing(services::Services& services, const Document& document);

// Refusal: document.not_found, also for what this person may not see.
base::Result<Document> document_row(
    services::Services& services, const base::Asker& asker, const DocumentId& id);
base::Result<KeptDocument> document_page(
    services::Services& services, const base::Asker& asker, const DocumentId& id);

} // namespace xieshang::plan
