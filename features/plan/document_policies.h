// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who sees a plan document: an import, of which no plan was made yet, is the office's alone. Pure.
#pragma once

#include "features/members/policies.h"

namespace xieshang::plan {

inline constexpr base::Policy document_readers({
    {.who = members::those({members::Role::office})},
    {.who = members::everybody, .states = {"planned"}}, // states: state_name() of document.h
});

} // namespace xieshang::plan
