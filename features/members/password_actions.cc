// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/password_actions.h"

#include "features/members/account_store.h"
#include "features/members/factor_actions.h"
#include "features/members/factor_store.h"
#include "features/members/oidc_store.h"
#include "features/members/passkey_store.h"
#include "features/members/session_store.h"
#include "platform/crypto/crypto.h"
#include "platform/record/record.h"

#include <algorithm>

namespace xieshang::members {
namespace {

tl::unexpected<base::Error> invalid(base::FieldTrouble field)
{
    return tl::unexpected(
        base::Error{base::Trouble::refused, "members.invalid", {}, {std::move(field)}});
}

// A wrong password must not look like an ended session.
base::Result<Person> proved(services::Services& services, const std::string& login,
    std::string_view password, const Caller& caller, const char* pointer)
{
    auto person = person_by_password(services, login, password, caller);
    if (!person && person.error().trouble == base::Trouble::unauthenticated) {
        return invalid({pointer, "members.wrong_password", {}});
    }
    return person;
}

void tell(services::Services& services, db::Tx& tx, const Visit& visit, std::int64_t version,
    const std::string& action)
{
    record::append(tx, {visit.id.text, visit.name, visit.roles}, services.clock.now(),
        services.random, {action, "person", visit.id.text, version, "{}"});
}

// Where codes are off, a factor that was added still shows who he is.
std::vector<ProofMeans> proofs_of(db::Tx& tx, const Visit& visit)
{
    std::vector<ProofMeans> means;
    if (visit.password_set_at_ms) {
        means.push_back(ProofMeans::password);
    }
    if (has_factor(tx, visit.id)) {
        means.push_back(ProofMeans::code);
    }
    if (!passkeys_of(tx, visit.id).empty()) {
        means.push_back(ProofMeans::passkey);
    }
    if (!identities_of(tx, visit.id).empty()) {
        means.push_back(ProofMeans::provider);
    }
    return means;
}

} // namespace

base::Result<void> new_password_fits(
    services::Services& services, const Person& person, const NewPassword& asked)
{
    if (auto trouble =
            trouble_with({asked.password, person.login, person.name, asked.rules}, asked.pointer)) {
        return invalid(std::move(*trouble));
    }
    const auto most = remembered_passwords(asked.rules.profile);
    const auto before =
        services.db.read([&](db::Tx& tx) { return passwords_of(tx, person, most); });
    if (std::any_of(before.begin(), before.end(), [&](const std::string& phc) {
            return crypto::password_matches(phc, asked.password);
        })) {
        return invalid({std::string(asked.pointer), "members.password_used_before",
            {{"count", std::to_string(most)}}});
    }
    return {};
}

base::Result<void> change_password(services::Services& services, std::string_view token,
    const PasswordChange& asked, const Caller& caller, const PasswordRules& rules)
{
    const auto visit = TRY(visit_here(services, token));
    auto person = TRY(proved(services, visit.login, asked.old_password, caller, "/old_password"));
    CHECK(new_password_fits(services, person, {asked.new_password, "/new_password", rules}));
    const auto version_before = person.version++;
    person.password_phc = crypto::hash_password(asked.new_password);
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto now_there = person_of(tx, person.id);
        if (!now_there || now_there->version != version_before) { // changed while it was hashed
            return invalid({"/old_password", "members.wrong_password", {}});
        }
        update_password(tx, person, version_before, services.clock.now());
        end_sessions(tx, person.id, crypto::sha256_hex(token));
        forget_known_devices(tx, person.id, crypto::sha256_hex(caller.device_token));
        delete_unused_links_of(tx, person.id);
        tell(services, tx, visit, person.version, "person.change_password");
        return {};
    });
}

base::Result<void> prove_again(services::Services& services, std::string_view token,
    std::string_view password, const Caller& caller)
{
    const auto visit = TRY(visit_here(services, token));
    const auto person = TRY(proved(services, visit.login, password, caller, "/password"));
    services.db.write([&](db::Tx& tx) {
        update_proved(tx, crypto::sha256_hex(token), services.clock.now());
        tell(services, tx, visit, person.version, "person.prove");
        return true;
    });
    return {};
}

base::Result<OwnAccount> own_account(
    services::Services& services, std::string_view token, const SignInRules& rules)
{
    const auto visit = TRY(visit_here(services, token));
    const auto mine = crypto::sha256_hex(token);
    const auto now = services.clock.now();
    OwnAccount own{.password = password_age(visit, rules.profile, now),
        .password_profile = rules.profile,
        .password_ends_at = std::nullopt,
        .sessions = {},
        .second_factor = own_factor(services, visit, rules),
        .proofs = services.db.read([&](db::Tx& tx) { return proofs_of(tx, visit); })};
    if (visit.password_set_at_ms) {
        own.password_ends_at = password_ends_at(rules.profile, *visit.password_set_at_ms);
        own.has_password = true;
    }
    for (const auto& session :
        services.db.read([&](db::Tx& tx) { return sessions_of(tx, visit.id); })) {
        auto as_visit = visit;
        as_visit.last_seen_at_ms = session.last_seen_at_ms;
        as_visit.ends_at_ms = session.ends_at_ms;
        if (session.token_sha256 == mine || is_live(as_visit, now)) {
            own.sessions.push_back(
                {session.token_sha256.substr(0, 16), session.address, session.user_agent,
                    session.created_at_ms, session.last_seen_at_ms, session.token_sha256 == mine});
        }
    }
    return own;
}

base::Result<void> end_own_session(
    services::Services& services, std::string_view token, std::string_view id)
{
    const auto visit = TRY(visit_here(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        if (!end_session(tx, visit.id, id)) {
            return base::trouble(base::Trouble::not_found, "members.no_such_session");
        }
        tell(services, tx, visit, visit.version, "person.end_session");
        return {};
    });
}

base::Result<void> end_all_own_sessions(services::Services& services, std::string_view token)
{
    const auto visit = TRY(visit_here(services, token));
    services.db.write([&](db::Tx& tx) {
        end_sessions(tx, visit.id, "");
        forget_known_devices(tx, visit.id, "");
        delete_second_steps_of(tx, visit.id); // nor does one go on that waits for its code
        tell(services, tx, visit, visit.version, "person.end_all_sessions");
        return true;
    });
    return {};
}

} // namespace xieshang::members
