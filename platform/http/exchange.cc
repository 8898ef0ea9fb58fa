// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/exchange.h"

#include "platform/http/ascii.h"
#include "platform/http/refusal.h"

#include <exception>

namespace xieshang::http {
namespace {

constexpr std::size_t short_body = 8U << 10U; // cheaper to copy than to send in two pieces

Response refused(const Shared& shared, const Request& request, int status, std::string_view code)
{
    return refusal(shared.options, status, code, request.header("Accept-Language"));
}

void tell_failure(const Shared& shared, const Request& request, std::string_view what)
{
    if (shared.options.failed) {
        try {
            shared.options.failed(request, what);
        } catch (...) { // a log that fails must not take the answer with it
            return;
        }
    }
}

// Replaces the response when its file has gone or the range lies outside.
std::optional<FilePart> file_of(const Shared& shared, const Request& request, Response& response)
{
    if (!response.file_path) {
        return std::nullopt;
    }
    auto part = open_part(request, response);
    if (!part) {
        response = refused(shared, request, 404, "http.file_gone");
    } else if (response.status == 416) {
        auto refusal = refused(shared, request, 416, "http.bad_range");
        refusal.set("Content-Range", std::string{response.header("Content-Range")});
        response = std::move(refusal);
    }
    return part;
}

} // namespace

Response handle(const Shared& shared, const Request& request)
{
    try {
        return shared.handler(request);
    } catch (const std::exception& error) {
        tell_failure(shared, request, error.what());
    } catch (...) {
        tell_failure(shared, request, "unknown exception");
    }
    return refused(shared, request, 500, "http.internal");
}

Answer answer_of(
    const Shared& shared, const Request& request, Response response, bool wants_keep_alive)
{
    Answer answer;
    answer.file = file_of(shared, request, response);
    answer.response = std::move(response);
    auto& sent = answer.response;
    Framing framing;
    if (sent.stream) {
        framing.keeps_alive = false;
    } else {
        const std::size_t own = sent.fixed_body.empty() ? sent.body.size() : sent.fixed_body.size();
        framing.content_length = sent.file_path ? answer.file->size : own;
        framing.keeps_alive = wants_keep_alive && !shared.is_stopping;
        framing.says_keep_alive = same_word(request.header("Connection"), "keep-alive");
    }
    answer.keeps_alive = framing.keeps_alive;
    answer.head = head_of(sent, request.request_id, framing);
    if (request.method == Method::head || is_bodiless(sent.status)) {
        sent.body.clear();
        sent.fixed_body = {};
        sent.file_path.reset();
        framing.content_length = 0;
    }
    answer.body_bytes = framing.content_length.value_or(0);
    if (!sent.file_path && sent.fixed_body.empty() && sent.body.size() <= short_body) {
        answer.head += sent.body;
        sent.body.clear();
    }
    return answer;
}

} // namespace xieshang::http
