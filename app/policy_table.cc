// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/policy_table.h"

#include "features/plan/plan_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace xieshang::app {
namespace {

constexpr std::array heads{
    "operation", "route", "summary", "roles", "membership", "relation", "state", "view", "proof"};

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

std::string name_of(base::Proof proof)
{
    return std::string(base::proof_names.at(static_cast<std::size_t>(proof)));
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
    line.proof = name_of(row.proof);
}

// The text, or the name itself where there is no word for it.
std::string word(texts::Language language, std::string_view kind, const std::string& name)
{
    const auto code = std::string(kind) + name;
    return texts::built_in().has(language, code) ? texts::built_in().text(language, code) : name;
}

std::string word_of_role(texts::Language language, const std::string& role)
{
    if (role == "anyone") {
        return texts::built_in().text(language, "members.web.policies.anyone");
    }
    if (role == "any account") {
        return texts::built_in().text(language, "members.web.policies.any_account");
    }
    return word(language, "members.web.role.", role);
}

std::string row_of_names(const PolicyLine& line)
{
    return fmt::format("| {} | {} {} | {} | {} | {} | {} | {} | {} |\n", line.operation,
        line.method, line.path, listed(line.roles, ""), listed(line.memberships, "–"),
        listed(line.relations, "any"), listed(line.states, "any"), line.view, line.proof);
}

// The cells of a line that is in words already.
std::vector<std::string> cells_of(const PolicyLine& line, texts::Language language)
{
    const auto text = [&](std::string_view code) { return texts::built_in().text(language, code); };
    const auto between = text("members.web.policies.between");
    const auto words = [&](const std::vector<std::string>& all, std::string_view none) {
        return all.empty() ? text(none) : fmt::format("{}", fmt::join(all, between));
    };
    return {line.operation, line.method + " " + line.path, line.summary,
        words(line.roles, "members.web.policies.nobody"),
        words(line.memberships, "members.web.policies.no_member"),
        words(line.relations, "members.web.policies.any"),
        words(line.states, "members.web.policies.any"), line.view, line.proof};
}

std::vector<std::string> words_of_heads(texts::Language language)
{
    std::vector<std::string> words;
    for (const auto* head : heads) {
        words.push_back(texts::built_in().text(language, std::string("policies.head.") + head));
    }
    return words;
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

std::vector<PolicyLine> policy_lines(const http::Api& api, texts::Language language)
{
    std::vector<PolicyLine> lines;
    for (const auto& endpoint : api.endpoints()) {
        PolicyLine line{endpoint.name, std::string(http::name_of(endpoint.method)), endpoint.path,
            texts::built_in().text(language, "operation." + endpoint.name), {}, {}, {}, {}, "all",
            name_of(endpoint.policy.proof())};
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

PolicyLine in_words(PolicyLine line, texts::Language language)
{
    for (auto& role : line.roles) {
        role = word_of_role(language, role);
    }
    for (auto& membership : line.memberships) {
        membership = word(language, "members.web.policies.membership.", membership);
    }
    for (auto& relation : line.relations) {
        relation = word(language, "members.web.policies.relation.", relation);
    }
    for (auto& state : line.states) {
        state = word(language, "members.web.policies.state.", state);
    }
    line.view = word(language, "members.web.policies.view.", line.view);
    line.proof = word(language, "members.web.policies.proof.", line.proof);
    return line;
}

std::string policy_csv(const std::vector<PolicyLine>& lines, texts::Language language)
{
    auto table = std::string(plan::csv_mark) + plan::csv_row(words_of_heads(language));
    for (const auto& line : lines) {
        table += plan::csv_row(cells_of(in_words(line, language), language));
    }
    return table;
}

std::string policy_document(const std::vector<PolicyLine>& lines, texts::Language language)
{
    auto text = texts::built_in().text(language, "policies.document") + "\n";
    if (language == texts::Language::en) {
        text += "| operation | route | roles | membership | relation | state | view | proof |\n"
                "|---|---|---|---|---|---|---|---|\n";
        for (const auto& line : lines) {
            text += row_of_names(line);
        }
        return text;
    }
    text += fmt::format("| {} |\n|{}\n", fmt::join(words_of_heads(language), " | "),
        fmt::join(std::vector<std::string_view>(heads.size(), "---|"), ""));
    for (const auto& line : lines) {
        text +=
            fmt::format("| {} |\n", fmt::join(cells_of(in_words(line, language), language), " | "));
    }
    return text;
}

} // namespace xieshang::app
