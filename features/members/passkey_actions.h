// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// One's own passkeys, signing in by one, and proving by one. A passkey verifies the person by
// itself (fingerprint, face, PIN), so it stands for both factors. A challenge serves one ceremony,
// within five minutes, in the session or the browser in which it was begun. `token` is that of the
// session; without a live one, request.signed_out (401). One transaction each.
#pragma once

#include "features/members/passkey_shapes.h"
#include "features/members/session_actions.h"
#include "platform/services/services.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::members {

base::Result<std::vector<OwnPasskey>> own_passkeys(
    services::Services& services, std::string_view token);

// Refusals: passkeys.too_many, passkeys.demo (409): who is invented has none, since one would open
// the account without the demo, too.
base::Result<PasskeyBegun> begin_passkey(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const Caller& caller);

// Refusals: members.invalid (422, /name), passkeys.not_begun, passkeys.not_believed (422; `why` is
// the flaw), passkeys.known, passkeys.too_many (409).
base::Result<OwnPasskey> add_passkey(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const PasskeyMade& made);

// Refusals: passkeys.not_found (404); of the first members.invalid.
base::Result<void> name_passkey(services::Services& services, std::string_view token,
    const PasskeyId& id, const std::string& name);
base::Result<void> remove_passkey(
    services::Services& services, std::string_view token, const PasskeyId& id);

struct PasskeyWayIn {
    PasskeyAsked asked;
    std::string browser; // secret for its cookie; kept nowhere else
};
// Refusal: passkeys.too_many_begun (429).
base::Result<PasskeyWayIn> begin_passkey_sign_in(
    services::Services& services, const PasskeyPlace& place, const Caller& caller);

// Refusals: passkeys.not_begun, passkeys.unknown, passkeys.not_believed, passkeys.copied,
// passkeys.suspended (422). A copy that shows itself by its counter is told to the record.
base::Result<SignedIn> sign_in_by_passkey(services::Services& services, const PasskeyPlace& place,
    std::string_view browser, const PasskeyAnswer& answer, const Caller& caller);

// The same for whoever is signed in and shows again who he is: by a passkey of his own, in this
// very session.
base::Result<PasskeyAsked> begin_passkey_proof(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const Caller& caller);
// Makes the session fresh (SES-03). Refusals as sign_in_by_passkey.
base::Result<void> prove_by_passkey(services::Services& services, std::string_view token,
    const PasskeyPlace& place, const PasskeyAnswer& answer, const Caller& caller);

} // namespace xieshang::members
