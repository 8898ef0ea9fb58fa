// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/balance/balance_routes.h"

#include "features/balance/balance_actions.h"
#include "features/balance/balance_table.h"
#include "features/members/policies.h"
#include "platform/texts/texts.h"

namespace xieshang::balance {
namespace {

base::Result<Balance> show(http::Call& call, const http::Query<BalanceFilter>& asked)
{
    return balance_of(call.services(), asked.filter, call.language());
}

base::Result<http::Download> download(http::Call& call, const http::Query<BalanceFilter>& asked)
{
    const auto balance = TRY(balance_of(call.services(), asked.filter, call.language()));
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{.text = balance_table(balance, text),
        .file_name = text("balance.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

} // namespace

void add_balance_routes(http::Api& api)
{
    api.get("/api/plans/balance", show,
        {.name = "balanceOfPlans",
            .summary = "Plans by fields and kinds, several years side by side",
            .policy = members::readers,
            .remembered = true});
    api.get("/api/plans/balance/export", download,
        {.name = "exportBalance",
            .summary = "The balance of plans as CSV",
            .policy = members::readers,
            .exports = true});
}

} // namespace xieshang::balance
