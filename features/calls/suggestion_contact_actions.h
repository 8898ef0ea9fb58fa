// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where the contact that somebody of the public left lies, sealed.
#pragma once

#include "features/calls/suggestion.h"
#include "platform/sealing/vault.h"

namespace xieshang::calls {

inline sealing::Place contact_of(const SuggestionId& id)
{
    return {"suggestion", id.text, "contact"};
}

} // namespace xieshang::calls
