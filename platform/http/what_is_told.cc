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
    const bool is_sensitive = endpoint.policy.proof() == base::Proof::fresh; // SES-03
    const bool is_step = endpoint.versioned && error.trouble == Trouble::conflict;
    if (by_rule && error.fields.empty() && (is_sensitive || is_step)) {
        return Told::barred;
    }
    if (error.trouble == Trouble::forbidden && error.code != prove_again) {
        return Told::refused;
    }
    return error.trouble == Trouble::not_found && is_hidden ? std::optional(Told::hidden)
                                                            : std::nullopt;
}

} // namespace xieshang::http
