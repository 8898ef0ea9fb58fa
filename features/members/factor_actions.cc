// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/factor_actions.h"

#include "features/members/apart_actions.h"
#include "features/members/factor_store.h"
#include "features/members/link_code.h"
#include "features/members/member_store.h"
#include "features/members/second_step_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/crypto/totp.h"
#include "platform/oidc/address.h"
#include "platform/qr/qr.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

constexpr std::string_view issuer = "Xieshang";

sealing::Place begun_place(const PersonId& id) { return {"person", id.text, "totp_begun"}; }

FactorBegun shown(const std::string& login, std::string_view secret)
{
    const auto text = crypto::base32(secret);
    auto address = "otpauth://totp/" + std::string(issuer) + ":" + oidc::escaped(login)
        + "?secret=" + text + "&issuer=" + std::string(issuer);
    auto picture = qr::picture_of(address);
    return {text, std::move(address), {picture.modules, std::move(picture.path)}};
}

auto conflict(std::string code) { return base::trouble(base::Trouble::conflict, std::move(code)); }

bool is_demo(db::Tx& tx, const PersonId& id)
{
    const auto person = person_of(tx, id);
    return person && person->demo;
}

void tell(services::Services& services, db::Tx& tx, const Visit& visit, const std::string& action)
{
    record::append(tx, {visit.id.text, visit.name, visit.roles}, services.clock.now(),
        services.random, {action, "person", visit.id.text, visit.version, "{}"});
}

RecoveryCodes make_recovery_codes(services::Services& services, db::Tx& tx, const PersonId& id)
{
    RecoveryCodes made;
    std::vector<std::string> digests;
    for (std::int64_t i = 0; i < recovery_codes_made; ++i) {
        made.codes.push_back(new_recovery_code(services.random));
        digests.push_back(recovery_code_sha256(id, made.codes.back()));
    }
    put_recovery_codes(tx, id, digests);
    return made;
}

void forget_secrets(db::Tx& tx, const PersonId& id)
{
    sealing::Vault::erase(tx, secret_place(id));
    sealing::Vault::erase(tx, begun_place(id));
    put_recovery_codes(tx, id, {});
    delete_second_steps_of(tx, id);
}

} // namespace

OwnFactor own_factor(services::Services& services, const Visit& visit, const SignInRules& rules)
{
    return services.db.read([&](db::Tx& tx) {
        OwnFactor own;
        own.offered = rules.second_factor != SecondFactorUse::off && !is_demo(tx, visit.id);
        own.required = must_have_factor(rules, visit.roles) && !visit.passkey_shown_at_ms;
        if (auto factor = find_factor(tx, visit.id)) {
            own.removed_at = factor->removed_at_ms;
            own.removed_by = std::move(factor->removed_by_name);
            if (!own.removed_at) {
                own.added_at = factor->added_at_ms;
                own.recovery_codes = unused_recovery_codes(tx, visit.id);
            }
        }
        return own;
    });
}

base::Result<FactorBegun> begin_factor(
    services::Services& services, std::string_view token, const SignInRules& rules)
{
    const auto visit = TRY(visit_here(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<FactorBegun> {
        if (rules.second_factor == SecondFactorUse::off || is_demo(tx, visit.id)) {
            return conflict("members.second_factor_off");
        }
        if (has_factor(tx, visit.id)) {
            return conflict("members.has_second_factor");
        }
        const auto bytes = services.random.bytes<crypto::totp_secret_size>();
        const std::string_view secret(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        services.vault.put(tx, begun_place(visit.id), secret, sealing::Findable::no);
        tell(services, tx, visit, "person.begin_second_factor");
        return shown(visit.login, secret);
    });
}

base::Result<RecoveryCodes> confirm_factor(
    services::Services& services, std::string_view token, std::string_view code)
{
    const auto visit = TRY(visit_here(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<RecoveryCodes> {
        std::string secret;
        const auto any = [&](std::string_view value) {
            secret = value;
            return true;
        };
        if (has_factor(tx, visit.id) || !services.vault.holds(tx, begun_place(visit.id), any)) {
            return conflict("members.no_factor_begun");
        }
        const auto now = services.clock.now();
        const auto step =
            crypto::step_of_totp(secret, {.code = plain_code(code), .now = now, .last = 0});
        if (!step) {
            return wrong_code();
        }
        services.vault.put(tx, secret_place(visit.id), secret, sealing::Findable::no);
        sealing::Vault::erase(tx, begun_place(visit.id));
        put_factor(tx, {visit.id, now, *step, std::nullopt, std::nullopt});
        tell(services, tx, visit, "person.add_second_factor");
        return make_recovery_codes(services, tx, visit.id);
    });
}

base::Result<RecoveryCodes> renew_recovery_codes(
    services::Services& services, std::string_view token)
{
    const auto visit = TRY(visit_here(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<RecoveryCodes> {
        if (!has_factor(tx, visit.id)) {
            return conflict("members.no_second_factor");
        }
        tell(services, tx, visit, "person.renew_recovery_codes");
        return make_recovery_codes(services, tx, visit.id);
    });
}

base::Result<void> remove_own_factor(
    services::Services& services, std::string_view token, const SignInRules& rules)
{
    const auto visit = TRY(visit_here(services, token));
    if (must_have_factor(rules, visit.roles) && !visit.passkey_shown_at_ms) {
        return conflict("members.second_factor_required");
    }
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        if (!has_factor(tx, visit.id)) {
            return conflict("members.no_second_factor");
        }
        delete_factor(tx, visit.id);
        forget_secrets(tx, visit.id);
        tell(services, tx, visit, "person.remove_second_factor");
        return {};
    });
}

base::Result<Account> remove_lost_factor(
    services::Services& services, const base::Actor& actor, const PersonId& id)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<Account> {
        const auto person = person_of(tx, id);
        if (!person || person->demo) {
            return base::trouble(base::Trouble::not_found, "members.not_found");
        }
        if (actor.id == id.text) {
            return base::trouble(base::Trouble::forbidden, "members.own_factor");
        }
        CHECK(may_be_opened_by(actor, *person));
        if (!has_factor(tx, id)) {
            return conflict("members.no_second_factor");
        }
        const auto now = services.clock.now();
        mark_factor_removed(tx, id, now, actor.name);
        forget_secrets(tx, id);
        record::append(tx, actor, now, services.random,
            {"person.remove_lost_factor", "person", id.text, person->version, "{}"});
        return account_of(*person, false);
    });
}

base::Result<void> acknowledge_removal(services::Services& services, std::string_view token)
{
    const auto visit = TRY(visit_here(services, token));
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto factor = find_factor(tx, visit.id);
        if (factor && factor->removed_at_ms) {
            delete_factor(tx, visit.id);
            tell(services, tx, visit, "person.acknowledge_factor_removal");
        }
        return {};
    });
}

} // namespace xieshang::members
