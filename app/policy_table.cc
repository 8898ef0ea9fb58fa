// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/policy_table.h"

#include "features/plan/plan_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace xieshang::app {
namespace {

constexpr std::string_view opening = R"(# Policies

Made by `xieshang policies`; do not edit. Reviewed as text: `tests/policies` sends every operation
as everybody and compares the answers with this file, not with the program.

A row admits whoever holds one of its roles. The roles of members (member, convenor, chairperson,
special_committee) count only while the person's membership is one that the row names; the others
hold by themselves. Relation and state are those of the object; the first row that fits says which
fields are seen. What no row admits is refused: 401 without a session, 403 where no row admits the
person at all, else 404 in the same bytes as for an object that is not there.

| operation | route | roles | membership | relation | state | view |
|---|---|---|---|---|---|---|
)";

std::string listed(const std::vector<std::string>& names, std::string_view none)
{
    return names.empty() ? std::string(none) : fmt::format("{}", fmt::join(names, ", "));
}

template <class Enum, std::size_t size>
std::vector<std::string> names_in(
    base::Few<Enum> values, const std::array<std::string_view, size>& names)
{
    std::vector<std::string> found;
    for (std::size_t i = 0; i < size; ++i) {
        if (values.has(static_cast<Enum>(i))) {
            found.emplace_back(names[i]);
        }
    }
    return found;
}

void add_row(PolicyLine& line, const base::PolicyRow& row)
{
    for (std::size_t i = 0; i < row.who.count; ++i) {
        line.roles.emplace_back(row.who.names[i]);
    }
    if (row.who.of_members != 0) {
        line.memberships = names_in(row.memberships, base::membership_names);
    }
    if (row.relations != base::any_relation) {
        line.relations = names_in(row.relations, base::relation_names);
    }
    for (const auto state : row.states) {
        if (!state.empty()) {
            line.states.emplace_back(state);
        }
    }
    line.view = row.view;
}

bool says(const PolicyLine& line, const std::string& part)
{
    return line.operation.find(part) != std::string::npos
        || line.path.find(part) != std::string::npos
        || line.summary.find(part) != std::string::npos;
}

bool admits(const PolicyLine& line, const std::string& role)
{
    return std::any_of(line.roles.begin(), line.roles.end(), [&](const std::string& one) {
        return one == role || one == "anyone" || one == "any account";
    });
}

} // namespace

std::vector<PolicyLine> policy_lines(const http::Api& api)
{
    std::vector<PolicyLine> lines;
    for (const auto& endpoint : api.endpoints()) {
        PolicyLine line{endpoint.name, std::string(http::name_of(endpoint.method)), endpoint.path,
            endpoint.summary, {}, {}, {}, {}, "all"};
        if (endpoint.policy.admits_any_account()) {
            line.roles = {endpoint.policy.anonymous() ? "anyone" : "any account"};
            lines.push_back(std::move(line));
            continue;
        }
        for (const auto& row : endpoint.policy.rows()) {
            lines.push_back(line);
            add_row(lines.back(), row);
        }
    }
    return lines;
}

std::vector<PolicyLine> narrowed(std::vector<PolicyLine> lines, const PolicyFilter& filter)
{
    std::erase_if(lines, [&](const PolicyLine& line) {
        return (filter.q && !says(line, *filter.q)) || (filter.role && !admits(line, *filter.role));
    });
    const auto by = [&](const auto& of) {
        std::stable_sort(lines.begin(), lines.end(),
            [&](const PolicyLine& one, const PolicyLine& other) { return of(one) < of(other); });
    };
    switch (filter.sort.value_or(PolicyOrder::declared)) {
    case PolicyOrder::declared:
        break;
    case PolicyOrder::operation:
        by([](const PolicyLine& line) { return line.operation; });
        break;
    case PolicyOrder::path:
        by([](const PolicyLine& line) { return line.path; });
        break;
    case PolicyOrder::view:
        by([](const PolicyLine& line) { return line.view; });
        break;
    }
    return lines;
}

std::string policy_csv(
    const std::vector<PolicyLine>& lines, const std::function<std::string(std::string_view)>& text)
{
    std::vector<std::string> heads;
    for (const auto* head :
        {"operation", "route", "summary", "roles", "membership", "relation", "state", "view"}) {
        heads.push_back(text(std::string("policies.head.") + head));
    }
    auto table = std::string(plan::csv_mark) + plan::csv_row(heads);
    for (const auto& line : lines) {
        table += plan::csv_row({line.operation, line.method + " " + line.path, line.summary,
            listed(line.roles, ""), listed(line.memberships, ""), listed(line.relations, ""),
            listed(line.states, ""), line.view});
    }
    return table;
}

std::string policy_document(const std::vector<PolicyLine>& lines)
{
    std::string text(opening);
    for (const auto& line : lines) {
        text += fmt::format("| {} | {} {} | {} | {} | {} | {} | {} |\n", line.operation,
            line.method, line.path, listed(line.roles, ""), listed(line.memberships, "–"),
            listed(line.relations, "any"), listed(line.states, "any"), line.view);
    }
    return text;
}

} // namespace xieshang::app
