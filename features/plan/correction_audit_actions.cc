// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/correction_audit_actions.h"

#include "features/members/member_audit_actions.h"
#include "features/plan/correction_store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/sameness.h"

namespace xieshang::plan {

std::vector<std::string> corrections_to_audit(db::Tx& tx)
{
    return record::subjects(tx, "plan_correction", corrected_documents(tx));
}

std::vector<record::Misfit> audit_correction(db::Tx& tx, const std::string& id)
{
    const auto kept = find_correction(tx, DocumentId{id});
    const auto events = record::events_about(tx, "plan_correction", id);
    if (!kept) {
        return {{"check.no_row", "plan_correction", id}};
    }
    if (events.empty()) {
        return {{"check.no_event", "plan_correction", id}};
    }
    const auto& newest = events.back();
    const auto told = json::Document::parse(newest.content.value_or(""));
    if (!told) { // told already, where the record is inspected
        return {};
    }
    const auto* sha256 = json::member_of(told->root(), "sha256");
    std::vector<record::Misfit> misfits;
    const auto check = [&](bool fits, const char* field) {
        if (!fits) {
            misfits.push_back({"check.row_differs", "plan_correction", id, {{"field", field}}});
        }
    };
    check(sha256 != nullptr && sha256->text == crypto::sha256_hex(kept->content), "content");
    const auto* authorship = json::member_of(told->root(), "authorship_sha256");
    check(authorship == nullptr
            ? !kept->authorship
            : kept->authorship && authorship->text == crypto::sha256_hex(*kept->authorship),
        "authorship");
    check(kept->version == newest.version, "version");
    check(kept->updated_at_ms == newest.at, "updated_at_ms");
    check(kept->updated_by == newest.actor_id, "updated_by");
    check(members::is_named(tx, kept->updated_by, kept->updated_by_name), "updated_by_name");
    return misfits;
}

} // namespace xieshang::plan
