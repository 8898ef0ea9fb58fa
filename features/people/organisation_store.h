// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ organisations, nothing else.
#pragma once

#include "features/people/organisation.h"
#include "platform/db/db.h"

namespace xieshang::people {

base::Result<Organisation> find_organisation(
    db::Tx& tx, const OrganisationId& id);               // or organisation.not_found
std::vector<Organisation> all_organisations(db::Tx& tx); // by code

std::vector<std::string> organisation_ids(db::Tx& tx);
// By a part of the name; small and capital letters are alike.
std::vector<std::string> organisations_called(db::Tx& tx, std::string_view words);
std::optional<std::string> name_of_organisation(db::Tx& tx, const OrganisationId& id);

// Refuse with organisation.code_taken (422, /code); nothing was written then. An update also with
// organisation.stale where the row has not `version_before`.
base::Result<void> insert_organisation(db::Tx& tx, const Organisation& organisation);
base::Result<void> update_organisation(
    db::Tx& tx, const Organisation& organisation, std::int64_t version_before);

} // namespace xieshang::people
