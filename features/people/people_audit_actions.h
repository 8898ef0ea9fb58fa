// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The rows of the register held against what the record tells: each row is what its newest event
// says, at the version of that many events; each membership has the steps of its events.
#pragma once

#include "platform/db/db.h"
#include "platform/record/audit.h"

#include <string>
#include <vector>

namespace xieshang::people {

std::vector<std::string> registered_people_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_registered_person(db::Tx& tx, const std::string& id);

std::vector<std::string> organisations_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_organisation(db::Tx& tx, const std::string& id);

std::vector<std::string> terms_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_term(db::Tx& tx, const std::string& id);

std::vector<std::string> posts_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_post(db::Tx& tx, const std::string& id);

std::vector<std::string> tenures_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_tenure(db::Tx& tx, const std::string& id);

std::vector<std::string> memberships_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_membership(db::Tx& tx, const std::string& id);

std::vector<std::string> roster_imports_to_audit(db::Tx& tx);
std::vector<record::Misfit> audit_roster_import(db::Tx& tx, const std::string& id);

} // namespace xieshang::people
