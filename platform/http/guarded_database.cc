// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/http/guarded_database.h"

namespace xieshang::http {
namespace {

bool holds_the_same(const base::Actor& before, const base::Actor& now)
{
    return before.id == now.id && before.roles == now.roles && before.dormant == now.dormant
        && before.membership == now.membership && before.bodies == now.bodies;
}

} // namespace

GuardedDatabase::GuardedDatabase(
    services::Services& services, const base::Actor& actor, WhoNow who_now)
    : services_(services), actor_(actor), who_now_(std::move(who_now))
{
}

void GuardedDatabase::write(const std::function<bool(db::Tx&)>& work)
{
    services_.db.write([&](db::Tx& tx) {
        db::Joined joined(tx, services_.db.engine());
        auto within = services_.within(joined);
        auto now = who_now_(within);
        if (!now || !holds_the_same(actor_, *now)) {
            throw RightsChanged(std::move(now));
        }
        return work(tx);
    });
}

} // namespace xieshang::http
