// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A request may take a while: a file is read, a password hashed. What it then writes is written
// only if whoever asked still holds what he held when it came in, looked up within the transaction
// that writes. For api.cc; threads as db::Database.
#pragma once

#include "platform/base/actor.h"
#include "platform/db/db.h"
#include "platform/services/services.h"

#include <exception>
#include <functional>
#include <optional>

namespace xieshang::http {

// Nothing was written.
struct RightsChanged : std::exception {
    explicit RightsChanged(std::optional<base::Actor> who) : now(std::move(who)) {}
    const char* what() const noexcept override { return "rights changed within a request"; }
    std::optional<base::Actor> now; // nothing: no longer signed in
};

class GuardedDatabase final : public db::Database {
public:
    // Who asks as the open transaction sees him.
    using WhoNow = std::function<std::optional<base::Actor>(services::Services& joined)>;

    // References must outlive this.
    GuardedDatabase(services::Services& services, const base::Actor& actor, WhoNow who_now);

    // Throws RightsChanged before `work` runs.
    void write(const std::function<bool(db::Tx&)>& work) override;
    void look(const std::function<void(db::Tx&)>& work) override { services_.db.look(work); }
    std::string_view engine() const override { return services_.db.engine(); }
    db::WriteStatistics write_statistics() const override
    {
        return services_.db.write_statistics();
    }
    std::optional<std::int64_t> generation() const override { return services_.db.generation(); }

private:
    services::Services& services_;
    const base::Actor& actor_;
    WhoNow who_now_;
};

} // namespace xieshang::http
