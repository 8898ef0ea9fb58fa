// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: an empty house on either database, in which people are added and sign in.
#pragma once

#include "features/members/member_actions.h"
#include "features/members/session_actions.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <optional>
#include <string>
#include <vector>

namespace xieshang::members {

constexpr std::int64_t minute_ms = 60'000;
inline const Caller at_home{"192.0.2.1", "Firefox", ""};
inline const base::Actor program{"", "command line", 0};
using Codes = std::vector<std::string>;

class PeopleAndSessions : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (!IsSkipped()) {
            services_.emplace(services::Services{db(), clock, random_, files_, vault_});
        }
    }
    services::Services& services() { return *services_; }

    Person add(const std::string& login, Role role = Role::reader)
    {
        const bool is_one_of_three = (bit(role) & administrators) != 0; // no two have one name
        return add_person(services(), program,
            {login, is_one_of_three ? "王" + login : "王小协", "right password", bit(role)})
            .value();
    }
    std::string code_of_sign_in(
        const std::string& login, const std::string& password, const Caller& caller = at_home)
    {
        const auto result = sign_in(services(), login, password, caller);
        return !result ? result.error().code : result->awaits_code ? "code" : "in";
    }
    std::vector<std::string> recorded()
    {
        return db().read([](db::Tx& tx) {
            return tx.all<std::string>("SELECT action FROM event ORDER BY sequence");
        });
    }
    std::string everything_recorded()
    {
        std::string all;
        db().look([&](db::Tx& tx) {
            for (const auto& content :
                tx.all<std::string>("SELECT content FROM event_content ORDER BY sequence")) {
                all += content + "\n";
            }
        });
        return all;
    }
    std::int64_t rows(const std::string& table)
    {
        return db().read(
            [&](db::Tx& tx) { return *tx.one<std::int64_t>("SELECT count(*) FROM " + table); });
    }

    tests::FakeClock clock;

private:
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    sealing::KeyRing ring_{folder_ / "keys.json"};
    sealing::Vault vault_{ring_, clock, random_};
    std::optional<services::Services> services_;
};

} // namespace xieshang::members
