// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/oidc_audit_actions.h"

#include "features/members/oidc_store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/sameness.h"

#include <map>

namespace xieshang::members {
namespace {

using Told = std::map<std::string, std::string>; // digest of the subject, by issuer

std::string text_at(const json::Document& content, std::string_view name)
{
    const auto* node = json::member_of(content.root(), name);
    return node == nullptr ? "" : std::string(node->text);
}

Told told_by(const std::vector<record::PastEvent>& events)
{
    Told told;
    for (const auto& event : events) {
        if (event.action == "person.unlink_identity") {
            const auto content = json::Document::parse(event.content.value_or(""));
            const auto issuer = content ? text_at(*content, "issuer") : std::string();
            issuer.empty() ? told.clear() : void(told.erase(issuer)); // of all, or of one
        } else if (event.action == "person.link_identity") {
            if (const auto content = json::Document::parse(event.content.value_or(""))) {
                told[text_at(*content, "issuer")] = text_at(*content, "subject_sha256");
            }
        }
    }
    return told;
}

} // namespace

std::vector<record::Misfit> audit_identities(
    db::Tx& tx, const PersonId& id, const std::vector<record::PastEvent>& events)
{
    Told kept;
    for (const auto& identity : identities_of(tx, id)) {
        kept[identity.issuer] = crypto::sha256_hex(identity.subject);
    }
    if (kept == told_by(events)) {
        return {};
    }
    return {{"check.row_differs", "person", id.text, {{"field", "oidc_identity"}}}};
}

} // namespace xieshang::members
