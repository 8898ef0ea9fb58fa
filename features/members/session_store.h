// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// SQL ⇄ sessions, nothing else. Each function runs in the transaction that it is handed.
#pragma once

#include "features/members/session.h"
#include "platform/db/db.h"

#include <optional>
#include <string_view>

namespace xieshang::members {

// One primary-key query joined with the person: the hot path of every request.
std::optional<Visit> find_visit(db::Tx& tx, std::string_view token_sha256);

void insert_session(db::Tx& tx, const Session& session);
void update_passkey_shown(db::Tx& tx, std::string_view token_sha256, base::Instant now);
void forget_passkeys_shown(db::Tx& tx, const PersonId& person); // in all his sessions
void update_last_seen(db::Tx& tx, std::string_view token_sha256, base::Instant now);
bool delete_session(db::Tx& tx, std::string_view token_sha256); // false when there is none
void delete_ended_sessions(db::Tx& tx, base::Instant now);
void delete_demo_sessions(db::Tx& tx);

} // namespace xieshang::members
