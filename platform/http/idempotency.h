// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Answers kept under (who, Idempotency-Key), in the transaction of what they answer (ADR 0006). For
// call.cc and for the program's housekeeping.
#pragma once

#include "platform/base/result.h"
#include "platform/db/db.h"
#include "platform/http/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xieshang::http {

struct KeyedRequest {
    std::string actor_id; // empty for people who are not signed in
    std::string key;      // 8 to 128 visible ASCII characters
    std::string sha256;   // of all that makes the request what it is
};

// Refuses request.key_missing and request.key_bad (400).
base::Result<std::string> key_of(const Request& request);
std::string digest_of(const Request& request); // method, path, query, If-Match, X-File-Name, body

// Claims the key for this request, or gives what was answered under it. A second transaction with
// the same key waits for the first one (PostgreSQL: at the unique index, SQLite: at the one
// writer). Refuses request.key_reused (422) when the key came with another request.
base::Result<std::optional<Response>> claim(
    db::Tx& tx, const KeyedRequest& request, std::int64_t now_ms);

// Keeps status, headers (but Set-Cookie) and body under the claimed key. Only for answers that hold
// their body.
void keep_answer(db::Tx& tx, const KeyedRequest& request, const Response& response);

// Forgets what was answered before that moment; gives how many. A retry after that would be done
// anew.
std::int64_t forget_answers(db::Database& database, std::int64_t before_ms);

} // namespace xieshang::http
