// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Asks an operation as a visitor and says what is not as docs/policies.md and seen_fields.txt
// promise.
#pragma once

#include "tests/policies/makers.h"
#include "tests/policies/seen_fields.h"

namespace xieshang::policies {

struct Operation {
    std::string name;
    http::Method method{};
    std::string path;
    std::vector<PromisedRow> promised;
    Cases cases;
};

class Judge {
public:
    explicit Judge(VisitedHouse& house) : house_(house), fields_(SeenFields::kept()) {}

    // Empty: as promised.
    std::string wrong(const Operation& operation, const Case& asked, const Visitor& visitor);

    int asked() const { return asked_; }
    const SeenFields& found() const { return found_; } // in all answers
    bool learning = false; // take the fields as they come; they are compared otherwise

private:
    std::string wrong_refusal(const Operation& operation, const Case& asked, const Visitor& visitor,
        int status, std::string_view code);
    std::string wrong_secret(
        const Operation& operation, const Visitor& visitor, const http::Response& response);
    std::string wrong_fields(const Operation& operation, const Case& asked, const std::string& view,
        const http::Response& response);
    http::Response ask(const Operation& operation, const Visitor& visitor, const Ask& asked);

    VisitedHouse& house_;
    SeenFields fields_;
    SeenFields found_;
    int asked_ = 0;
};

} // namespace xieshang::policies
