// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/refusal.h"

#include "platform/http/answer_head.h"

namespace xieshang::http {
namespace {

std::string wordless(int status, std::string_view code)
{
    std::string text = R"({"type":"about:blank","title":")";
    text.append(reason_of(status)).append(R"(","status":)").append(std::to_string(status));
    return text.append(R"(,"code":")").append(code).append(R"("})");
}

std::string text_of(const ServerOptions& options, int status, std::string_view code,
    std::string_view accept_language)
{
    if (options.refusal_text) {
        try {
            return options.refusal_text(status, code, accept_language);
        } catch (...) { // words must not keep the refusal from being said
            return wordless(status, code);
        }
    }
    return wordless(status, code);
}

} // namespace

Response refusal(const ServerOptions& options, int status, std::string_view code,
    std::string_view accept_language)
{
    Response response;
    response.status = status;
    response.body = text_of(options, status, code, accept_language);
    response.set("Content-Type", "application/problem+json");
    response.set("Cache-Control", "no-store");
    if (status == 503) {
        response.set("Retry-After", "1");
    }
    return response;
}

} // namespace xieshang::http
