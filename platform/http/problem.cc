// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "platform/http/problem.h"

#include "platform/json/write.h"

namespace xieshang::http {

int status_of(base::Trouble trouble)
{
    using base::Trouble;
    switch (trouble) {
    case Trouble::malformed:
        return 400;
    case Trouble::unauthenticated:
        return 401;
    case Trouble::forbidden:
        return 403;
    case Trouble::not_found:
        return 404;
    case Trouble::conflict:
        return 409;
    case Trouble::stale:
        return 412;
    case Trouble::too_large:
        return 413;
    case Trouble::unsupported_type:
        return 415;
    case Trouble::refused:
        return 422;
    case Trouble::precondition_required:
        return 428;
    case Trouble::too_many_requests:
        return 429;
    case Trouble::unavailable:
        return 503;
    case Trouble::no_space:
        return 507;
    }
    return 500;
}

Response ProblemWriter::write(
    const base::Error& error, texts::Language language, std::string_view request_id) const
{
    return write(status_of(error.trouble), error, language, request_id);
}

Response ProblemWriter::write(int status, const base::Error& error, texts::Language language,
    std::string_view request_id) const
{
    Problem problem;
    problem.title = catalog_.text(language, "problem.status_" + std::to_string(status));
    problem.status = status;
    problem.detail = catalog_.text(language, error.code, error.params);
    problem.code = error.code;
    problem.instance = request_id;
    for (const auto& field : error.fields) {
        problem.errors.push_back(
            {field.pointer, field.code, catalog_.text(language, field.code, field.params)});
    }
    if (const auto about = error.params.find("about"); about != error.params.end()) {
        problem.about = about->second;
    }
    Response response;
    response.status = status;
    response.body = json::write(problem);
    response.headers = {{"Content-Type", "application/problem+json"},
        {"Content-Language", std::string(texts::tag_of(language))}};
    const auto wait = error.params.find("retry_after_s");
    if (wait != error.params.end()) {
        response.set("Retry-After", wait->second);
    } else if (status == 503) {
        response.set("Retry-After", "5");
    } else if (status == 507) { // somebody has to make room first
        response.set("Retry-After", "30");
    }
    return response;
}

} // namespace xieshang::http
