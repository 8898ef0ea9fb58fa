// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The one place where trouble becomes a status, and errors become application/problem+json (RFC
// 9457) in the person's language. `code` is what programs look at; `type` is about:blank, so the
// title says what the status means.
#pragma once

#include "platform/base/result.h"
#include "platform/http/message.h"
#include "platform/texts/texts.h"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::http {

struct ProblemField {
    std::string pointer; // RFC 6901, into the body; /name for a query parameter
    std::string code;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(ProblemField, (), (pointer, code, detail))

struct Problem {
    std::string type = "about:blank";
    std::string title;
    int status{};
    std::string detail;
    std::string code;
    std::string instance; // the request's id, which is in the log too
    std::vector<ProblemField> errors;
    std::optional<std::string> about; // the address of what stands in the way: /api/plans/…
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, code, instance, errors, about))

int status_of(base::Trouble trouble);

// An error whose params hold retry_after_s says so in Retry-After; 503 always does. One whose
// params hold about tells that address, too.
class ProblemWriter {
public:
    explicit ProblemWriter(const texts::Catalog& catalog) : catalog_(catalog) {}

    Response write(
        const base::Error& error, texts::Language language, std::string_view request_id) const;
    // For what is no Trouble of a person: 405, 500.
    Response write(int status, const base::Error& error, texts::Language language,
        std::string_view request_id) const;

private:
    const texts::Catalog& catalog_;
};

} // namespace xieshang::http
