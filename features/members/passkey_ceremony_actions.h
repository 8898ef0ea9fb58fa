// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What adding a passkey, signing in by one and proving by one have in common; each runs in the
// transaction that it is handed. For passkey_actions.cc and passkey_use_actions.cc.
#pragma once

#include "features/members/passkey_shapes.h"
#include "features/members/session_actions.h"
#include "platform/passkeys/passkey.h"
#include "platform/services/services.h"

#include <optional>
#include <string>
#include <string_view>

namespace xieshang::members {

tl::unexpected<base::Error> not_begun();                      // passkeys.not_begun
tl::unexpected<base::Error> not_believed(passkeys::Flaw why); // passkeys.not_believed

std::string bytes_of(const std::string& base64url); // empty when it is none: good for nothing

// A challenge for one ceremony of that purpose; `holder` is the secret of the session or browser.
std::string begin_ceremony(services::Services& services, db::Tx& tx, std::string_view holder,
    PasskeyPurpose purpose, const Caller& caller);

// What the client data says that was asked for, if it was asked for here, once: the caller then
// holds everything against it.
std::optional<std::string> taken_challenge(services::Services& services, db::Tx& tx,
    std::string_view holder, PasskeyPurpose purpose, const std::string& client_data);

void tell_of_passkey(services::Services& services, db::Tx& tx, const Person& person,
    const Passkey& passkey, const std::string& action);

} // namespace xieshang::members
