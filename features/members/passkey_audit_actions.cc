// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/passkey_audit_actions.h"

#include "features/members/passkey_store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/sameness.h"

#include <map>

namespace xieshang::members {
namespace {

std::string text_at(const json::Document& content, std::string_view name)
{
    const auto* node = json::member_of(content.root(), name);
    return node == nullptr ? "" : std::string(node->text);
}

} // namespace

std::string passkey_digest(const Passkey& passkey)
{
    return crypto::sha256_hex(passkey.site + "\n" + passkey.credential_id + "\n"
        + std::to_string(passkey.algorithm) + "\n" + passkey.public_key);
}

std::vector<record::Misfit> audit_passkeys(
    db::Tx& tx, const PersonId& id, const std::vector<record::PastEvent>& events)
{
    std::map<std::string, std::string> told; // digest by id
    for (const auto& event : events) {
        const bool added = event.action == "person.add_passkey";
        if (!added && event.action != "person.remove_passkey") {
            continue;
        }
        if (const auto content = json::Document::parse(event.content.value_or(""))) {
            const auto passkey = text_at(*content, "passkey_id");
            told.erase(passkey);
            if (added) {
                told[passkey] = text_at(*content, "passkey_sha256");
            }
        }
    }
    std::map<std::string, std::string> kept;
    for (const auto& passkey : passkeys_of(tx, id)) {
        kept[passkey.id.text] = passkey_digest(passkey);
    }
    if (kept == told) {
        return {};
    }
    return {{"check.row_differs", "person", id.text, {{"field", "passkey"}}}};
}

} // namespace xieshang::members
