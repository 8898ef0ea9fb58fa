// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who may do what, as a table for assessors: a line is a row of an operation's policy. Pure.
#pragma once

#include "platform/http/api.h"
#include "platform/texts/texts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::app {

struct PolicyLine {
    std::string operation;
    std::string method;
    std::string path;
    std::string summary;                  // what it does
    std::vector<std::string> roles;       // "anyone" and "any account" stand alone
    std::vector<std::string> memberships; // that the roles of members ask for; none: no such role
    std::vector<std::string> relations;   // to the object; none: any
    std::vector<std::string> states;      // of the object; none: any
    std::string view;                     // which fields are seen
    std::string proof;                    // "any" or "fresh": a few minutes ago, who he is
};
BOOST_DESCRIBE_STRUCT(PolicyLine, (),
    (operation, method, path, summary, roles, memberships, relations, states, view, proof))

// In the order in which the operations were registered, then of the policy's rows. The summary
// (operation.NAME) is in the language; the rest are names.
std::vector<PolicyLine> policy_lines(const http::Api& api, texts::Language language);

// The names in words, for people who read a table and no document of the API.
PolicyLine in_words(PolicyLine line, texts::Language language);

enum class PolicyOrder : std::uint8_t { declared, operation, path, view };
BOOST_DESCRIBE_ENUM(PolicyOrder, declared, operation, path, view)

struct PolicyFilter {
    std::optional<std::string> q;    // part of the operation's name, path or summary
    std::optional<std::string> role; // lines that admit it
    std::optional<PolicyOrder> sort;
};
BOOST_DESCRIBE_STRUCT(PolicyFilter, (), (q, role, sort))

std::vector<PolicyLine> narrowed(std::vector<PolicyLine> lines, const PolicyFilter& filter);

// CSV, all in words.
std::string policy_csv(const std::vector<PolicyLine>& lines, texts::Language language);

// Markdown of docs/policies.md, which has the names that the tests read, and of
// docs/policies.zh-CN.md, which has words.
std::string policy_document(const std::vector<PolicyLine>& lines, texts::Language language);

} // namespace xieshang::app
