// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What somebody must have before he can sign in, or show again who he is: passwords, codes, a
// passkey, ceremonies that were begun. They last as long as the tests take.
#pragma once

#include "features/members/passkey_shapes.h"
#include "platform/services/services.h"
#include "tests/policies/visitors.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::passkeys {
struct MadeUpAuthenticator;
}

namespace xieshang::policies {

inline constexpr std::string_view known_password = "wide river at dawn";

// Accounts that ways in lead to; none of the visitors.
struct Insiders {
    std::string id;        // of one with a second factor and a passkey
    std::string login;     // of one with a password alone
    std::string step;      // secret of the cookie of a sign-in that awaits a code
    std::string code;      // which it awaits, a recovery code
    std::string browser;   // secret of the cookie of a sign-in by passkey
    std::string challenge; // of it
    std::string link_code; // of a one-time link
    std::string demo;      // login of an invented person
};

class WaysIn {
public:
    WaysIn(services::Services& services, std::vector<Visitor>& visitors);
    ~WaysIn();
    WaysIn(const WaysIn&) = delete;
    WaysIn& operator=(const WaysIn&) = delete;

    const Insiders& insiders() const { return insiders_; }
    std::string code_now() const; // of each second factor, in force or begun
    // JSON of a device's answer: of a passkey that is being added, and of the insider's.
    std::string made_passkey(const std::string& challenge) const;
    std::string answer_of_passkey(const std::string& challenge) const;

private:
    void begin_ceremony(
        const std::string& challenge, const std::string& holder, members::PasskeyPurpose purpose);
    void add_factor(const std::string& id, const std::string& recovery_code);
    void make_insiders();

    services::Services& services_;
    std::unique_ptr<passkeys::MadeUpAuthenticator> device_; // the insider's
    std::unique_ptr<passkeys::MadeUpAuthenticator> other_;  // nobody's yet
    Insiders insiders_;
};

} // namespace xieshang::policies
