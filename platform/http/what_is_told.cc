// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/http/what_is_told.h"

namespace xieshang::http {

using base::Trouble;

std::optional<Told> told_of(const Endpoint& endpoint, const base::Result<Response>& answer,
    bool is_hidden, std::string_view prove_again)
{
    if (answer) {
        return endpoint.exports ? std::optional(Told::exported) : std::nullopt;
    }
    const auto& error = answer.error();
    const bool by_rule = error.trouble == Trouble::conflict || error.trouble == Trouble::refused;
    if (by_rule && error.fields.empty() && endpoint.policy.proof() == base::Proof::fresh) {
        return Told::barred; // a sensitive act (SES-03)
    }
    if (error.trouble == Trouble::forbidden && error.code != prove_again) {
        return Told::refused;
    }
    return error.trouble == Trouble::not_found && is_hidden ? std::optional(Told::hidden)
                                                            : std::nullopt;
}

} // namespace xieshang::http
