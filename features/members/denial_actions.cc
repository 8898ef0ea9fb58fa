// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/members/denial_actions.h"

#include "features/members/account_store.h"
#include "features/members/attempts.h"
#include "platform/json/json.h"
#include "platform/record/acts.h"
#include "platform/record/record.h"

namespace xieshang::members {
namespace {

constexpr std::int64_t pause_ms = 60'000;

struct DenialContent { // what the record keeps
    std::string reason;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(DenialContent, (), (reason, address))

std::string action_of(DeniedWay way)
{
    switch (way) {
    case DeniedWay::second_step:
        return "denial.second_step";
    case DeniedWay::link:
        return "denial.link";
    case DeniedWay::oidc:
        return "denial.oidc";
    case DeniedWay::passkey:
        return "denial.passkey";
    case DeniedWay::held_back:
        break;
    }
    return "denial.held_back";
}

bool is_kept_already(db::Tx& tx, const record::Event& event, base::Instant now)
{
    return !record::find_acts(tx,
        {.action = event.action,
            .kind = event.subject_kind,
            .id = event.subject_id,
            .from = base::Instant{now.ms - pause_ms + 1},
            .limit = 1})
                .empty();
}

std::string reason_of(const std::optional<LinkState>& link, base::Instant now)
{
    if (!link) {
        return "link_wrong"; // or replaced by a newer one
    }
    if (link->used_at) {
        return "link_used";
    }
    return link->expires_at <= now ? "link_expired" : "link_void";
}

} // namespace

void keep_denial(
    services::Services& services, db::Tx& tx, const Denial& denial, const Caller& caller)
{
    const auto now = services.clock.now();
    const record::Event event{action_of(denial.way), denial.person ? "sign_in" : "address",
        denial.person ? denial.person->text : address_block(caller.address), 0,
        json::write(DenialContent{denial.reason, caller.address})};
    if (!is_kept_already(tx, event, now)) {
        record::append(tx, {}, now, services.random, event);
    }
}

void keep_denial(services::Services& services, const Denial& denial, const Caller& caller)
{
    services.db.write([&](db::Tx& tx) {
        keep_denial(services, tx, denial, caller);
        return true;
    });
}

void keep_link_denial(
    services::Services& services, const std::string& token_sha256, const Caller& caller)
{
    services.db.write([&](db::Tx& tx) {
        const auto link = find_link_state(tx, token_sha256);
        const auto person = link ? link->person_id : std::nullopt;
        keep_denial(
            services, tx, {DeniedWay::link, reason_of(link, services.clock.now()), person}, caller);
        return true;
    });
}

void keep_held_back(services::Services& services, const base::Error& why,
    const std::optional<PersonId>& person, const Caller& caller)
{
    if (why.trouble == base::Trouble::too_many_requests) {
        keep_denial(services, {DeniedWay::held_back, why.code, person}, caller);
    }
}

} // namespace xieshang::members
