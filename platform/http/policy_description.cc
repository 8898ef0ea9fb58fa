// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/http/policy_description.h"

#include "platform/http/json_list.h"

namespace xieshang::http {
namespace {

template <class Enum, std::size_t size>
std::string names_in(base::Few<Enum> values, const std::array<std::string_view, size>& names)
{
    List found;
    for (std::size_t i = 0; i < size; ++i) {
        if (values.has(static_cast<Enum>(i))) {
            found.add(quoted(names[i]));
        }
    }
    return found.array();
}

void add_proof(List& out, base::Proof proof)
{
    if (proof != base::Proof::any) {
        out.add("proof", quoted(base::proof_names.at(static_cast<std::size_t>(proof))));
    }
}

std::string authorization(const base::PolicyRow& row)
{
    List roles;
    for (std::size_t i = 0; i < row.who.count; ++i) {
        roles.add(quoted(row.who.names[i]));
    }
    List states;
    for (const auto state : row.states) {
        if (!state.empty()) {
            states.add(quoted(state));
        }
    }
    List out;
    out.add("roles", roles.array());
    if (row.who.of_members != 0) {
        out.add("memberships", names_in(row.memberships, base::membership_names));
    }
    if (row.relations != base::any_relation) {
        out.add("relations", names_in(row.relations, base::relation_names));
    }
    if (!row.states[0].empty()) {
        out.add("states", states.array());
    }
    if (row.view != "all") {
        out.add("view", quoted(row.view));
    }
    add_proof(out, row.proof);
    return out.object();
}

} // namespace

std::string authorization_of(const base::Policy& policy)
{
    List rows;
    if (policy.admits_any_account()) {
        List out;
        out.add("roles", policy.anonymous() ? R"(["anyone"])" : R"(["any account"])");
        add_proof(out, policy.proof());
        rows.add(out.object());
        return rows.array();
    }
    for (const auto& row : policy.rows()) {
        rows.add(authorization(row));
    }
    return rows.array();
}

} // namespace xieshang::http
