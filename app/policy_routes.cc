// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/policy_routes.h"

#include "app/policy_table.h"
#include "features/members/policies.h"
#include "platform/json/rules.h"
#include "platform/texts/texts.h"

namespace xieshang::app {
namespace {

using members::Role;

constexpr base::Policy assessors =
    members::those({Role::office, Role::auditor, Role::security_administrator});

struct Policies {
    std::vector<PolicyLine> items;
};
BOOST_DESCRIBE_STRUCT(Policies, (), (items))

} // namespace

void add_policy_routes(http::Api& api)
{
    api.get("/api/policies",
        [&api](
            http::Call& call, const http::Options<PolicyFilter>& asked) -> base::Result<Policies> {
            return Policies{narrowed(policy_lines(api, call.language()), asked.given)};
        },
        {.name = "listPolicies",
            .summary = "Who may do what: a line for each row of each operation's policy",
            .policy = assessors});
    api.get("/api/policies/export",
        [&api](http::Call& call,
            const http::Options<PolicyFilter>& asked) -> base::Result<http::Download> {
            const auto text = [&](std::string_view code) {
                return texts::built_in().text(call.language(), code);
            };
            return http::Download{
                .text = policy_csv(
                    narrowed(policy_lines(api, call.language()), asked.given), call.language()),
                .file_name = text("policies.file_name"),
                .content_type = "text/csv; charset=utf-8"};
        },
        {.name = "exportPolicies",
            .summary = "The filtered lines as CSV",
            .policy = assessors,
            .exports = true});
}

} // namespace xieshang::app
