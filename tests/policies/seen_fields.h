// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which fields each view shows, as tests/policies/seen_fields.txt keeps them for review:
//   findPlan | one | all | id title topics[].title actions[].refusal?
// A question mark: not every answer has it. A CSV's fields are its heads. Of a history each action
// that it tells of stands there as well: items[].action=contact.keep.
#pragma once

#include "platform/http/message.h"
#include "tests/policies/oracle.h"

namespace xieshang::policies {

Names fields_of(const http::Response& response);
// The actions that a history tells of, which one view may leave out of the same fields.
Names deeds_of(const http::Response& history);

class SeenFields {
public:
    static SeenFields kept(); // of seen_fields.txt

    void learn(const std::string& key, const Names& fields);
    // Why these fields are not those of the key; empty: they are.
    std::string wrong(const std::string& key, const Names& fields) const;
    std::string text() const;
    static constexpr const char* file = XIESHANG_SOURCE_DIR "/tests/policies/seen_fields.txt";

private:
    struct Line {
        Names always;
        Names ever;
    };
    std::map<std::string, Line, std::less<>> lines_;
};

std::string code_of(const http::Response& response); // of a problem; else empty

} // namespace xieshang::policies
