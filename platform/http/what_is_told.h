// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which answers to somebody who is signed in the record hears of beside changes (AUD-01: denied
// attempts, too). For api.cc. Pure.
#pragma once

#include "platform/http/api.h"

#include <optional>

namespace xieshang::http {

// A rule's refusal (Told::barred) is told of sensitive acts, and of a step or a change of something
// that is there (409): who tried it, when, with what result. Who is asked for a fresh proof
// (`prove_again`) is not refused: he gives it and goes on. What was typed wrong bars nobody.
std::optional<Told> told_of(const Endpoint& endpoint, const base::Result<Response>& answer,
    bool is_hidden, std::string_view prove_again);

} // namespace xieshang::http
