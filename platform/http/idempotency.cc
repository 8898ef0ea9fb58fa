// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/idempotency.h"

#include "platform/crypto/crypto.h"
#include "platform/http/ascii.h"
#include "platform/json/read.h"
#include "platform/json/write.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace xieshang::http {
namespace {

constexpr std::size_t key_least = 8;
constexpr std::size_t key_most = 128;

struct KeptAnswer {
    std::string request_sha256;
    std::int64_t status{};
    std::string headers; // {"name":"value",…}
    std::string body;
};
BOOST_DESCRIBE_STRUCT(KeptAnswer, (), (request_sha256, status, headers, body))

Response response_of(KeptAnswer kept)
{
    Response response;
    response.status = static_cast<int>(kept.status);
    const auto headers = json::read_own<std::map<std::string, std::string>>(kept.headers);
    for (const auto& [name, value] : headers.value()) {
        response.headers.push_back({name, value});
    }
    response.headers.push_back({"Idempotent-Replay", "true"});
    response.body = std::move(kept.body);
    return response;
}

} // namespace

base::Result<std::string> key_of(const Request& request)
{
    const std::string_view key = request.header("Idempotency-Key");
    if (key.empty()) {
        return base::trouble(base::Trouble::malformed, "request.key_missing");
    }
    const bool visible =
        std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (!visible || key.size() < key_least || key.size() > key_most) {
        return base::trouble(base::Trouble::malformed, "request.key_bad",
            {{"least", std::to_string(key_least)}, {"most", std::to_string(key_most)}});
    }
    return std::string(key);
}

std::string digest_of(const Request& request)
{
    std::string head;
    for (const std::string_view part :
        {name_of(request.method), std::string_view(request.path), std::string_view(request.query),
            request.header("If-Match"), request.header("X-File-Name")}) {
        head.append(std::to_string(part.size())).append(":").append(part);
    }
    return crypto::sha256_hex(head + crypto::sha256(request.body));
}

base::Result<std::optional<Response>> claim(
    db::Tx& tx, const KeyedRequest& request, std::int64_t now_ms)
{
    const std::int64_t claimed = tx.execute(
        "INSERT INTO kept_answer (actor_id, request_key, request_sha256, status, headers, body, "
        "created_at_ms) "
        "VALUES ($1, $2, $3, 0, '', '', $4) ON CONFLICT (actor_id, request_key) DO NOTHING",
        request.actor_id, request.key, request.sha256, now_ms);
    if (claimed == 1) {
        return std::optional<Response>();
    }
    auto kept = tx.one<KeptAnswer>("SELECT request_sha256, status, headers, body FROM kept_answer "
                                   "WHERE actor_id = $1 AND request_key = $2",
        request.actor_id, request.key);
    if (!kept || kept->status == 0) {
        throw std::logic_error("a key is claimed and its answer is not there");
    }
    if (kept->request_sha256 != request.sha256) {
        return base::refuse("request.key_reused");
    }
    return std::optional(response_of(std::move(*kept)));
}

void keep_answer(db::Tx& tx, const KeyedRequest& request, const Response& response)
{
    if (response.stream || response.file_path || !response.fixed_body.empty()) {
        throw std::logic_error("an answer that is kept under a key must hold its body");
    }
    std::map<std::string, std::string> headers;
    for (const auto& header : response.headers) {
        if (!same_word(header.name, "Set-Cookie")) {
            headers[header.name] = header.value;
        }
    }
    tx.execute("UPDATE kept_answer SET status = $1, headers = $2, body = $3 WHERE actor_id = $4 "
               "AND request_key = $5",
        static_cast<std::int64_t>(response.status), json::write(headers), response.body,
        request.actor_id, request.key);
}

std::int64_t forget_answers(db::Database& database, std::int64_t before_ms)
{
    return database
        .transact([&](db::Tx& tx) -> base::Result<std::int64_t> {
            return tx.execute("DELETE FROM kept_answer WHERE created_at_ms < $1", before_ms);
        })
        .value();
}

} // namespace xieshang::http
