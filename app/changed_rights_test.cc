// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A role taken away in the middle of a request: between the moment in which a person is let in and
// the transaction that writes. Nothing of it is written then, whichever way the endpoint settles.
#include "app/wiring.h"
#include "features/members/account_actions.h"
#include "features/members/people_and_sessions_test.h"

#include <gmock/gmock.h>

namespace xieshang::app {
namespace {

using members::Role;
using testing::HasSubstr;

// Whoever asks is let in by the session as it is at the first look at the clock.
class Interrupting final : public base::Clock {
public:
    explicit Interrupting(base::Clock& clock) : clock_(clock) {}
    void once(std::function<void()> what) { what_ = std::move(what); }
    base::Instant now() override
    {
        if (const auto what = std::exchange(what_, {})) {
            what();
        }
        return clock_.now();
    }

private:
    base::Clock& clock_;
    std::function<void()> what_;
};

class ChangedRights : public members::PeopleAndSessions {
protected:
    void SetUp() override
    {
        PeopleAndSessions::SetUp();
        if (IsSkipped()) {
            return;
        }
        auto& plain = services();
        interrupted_.emplace(
            services::Services{plain.db, interrupting_, plain.random, plain.files, plain.vault});
        api_ = make_api(*interrupted_, {});
        office_ = add("office", Role::office).id;
        system_ = add("system", Role::system_administrator).id;
        other_ = add("other").id;
    }

    http::Response send(const std::string& login, const std::string& path, std::string body)
    {
        const auto signed_in =
            members::sign_in(services(), login, "right password", members::at_home);
        http::Request request;
        request.method = http::Method::post;
        request.path = path;
        request.body = std::move(body);
        request.headers = {{"Host", "localhost"}, {"Accept-Language", "en"},
            {"Content-Type",
                path.ends_with("imports") ? "application/octet-stream" : "application/json"},
            {"X-File-Name", "roster.csv"}, {"Idempotency-Key", "key-" + std::to_string(++keys_)},
            {"Cookie", "xieshang=" + signed_in->token}};
        interrupting_.once(std::exchange(meanwhile_, {}));
        return api_->handle(request);
    }
    // Another administrator does this while the request is under way.
    void meanwhile(std::function<void()> what) { meanwhile_ = std::move(what); }
    void take_roles_of(const members::PersonId& id)
    {
        meanwhile([this, id] {
            services().db.write([&](db::Tx& tx) {
                tx.execute("UPDATE person SET roles = 0, version = version + 1 WHERE id = $1", id);
                return true;
            });
        });
    }
    http::Response register_somebody()
    {
        return send("office", "/api/people", R"({"name":"王芳","former_names":[],"sex":"female"})");
    }

    members::PersonId office_, system_, other_;

private:
    Interrupting interrupting_{clock};
    std::optional<services::Services> interrupted_;
    std::unique_ptr<http::Api> api_;
    std::function<void()> meanwhile_;
    int keys_ = 10'000;
};
ON_EVERY_DATABASE(ChangedRights);

TEST_P(ChangedRights, LeaveARequestAloneThatKeepsThem)
{
    meanwhile([] {});
    EXPECT_EQ(register_somebody().status, 201);
    EXPECT_EQ(rows("registered_person"), 1);
}

TEST_P(ChangedRights, StopWhatSettlesWithItsKey)
{
    take_roles_of(office_);
    const auto answer = register_somebody();
    EXPECT_EQ(answer.status, 403) << answer.body;
    EXPECT_EQ(rows("registered_person"), 0);
    EXPECT_EQ(rows("kept_answer"), 0);
}

TEST_P(ChangedRights, StopWhatSettlesInItsHandler)
{
    take_roles_of(office_);
    const auto answer = send("office", "/api/roster-imports", "姓名,性别\n王芳,女\n");
    EXPECT_EQ(answer.status, 403) << answer.body;
    EXPECT_EQ(rows("roster_import"), 0);
}

TEST_P(ChangedRights, StopWhatSettlesByItself)
{
    take_roles_of(system_);
    const auto answer = send("system", "/api/accounts/" + other_.text + "/link", "");
    EXPECT_EQ(answer.status, 403) << answer.body;
    EXPECT_EQ(rows("one_time_link"), 0);
}

TEST_P(ChangedRights, StopSomebodyWhoWasSuspended)
{
    meanwhile([this] {
        EXPECT_TRUE(members::change_state(
            services(), {"", "安全", 0}, office_, members::PersonState::suspended));
    });
    EXPECT_EQ(register_somebody().status, 401);
    EXPECT_EQ(rows("registered_person"), 0);
}

TEST_P(ChangedRights, AreLookedAtAnewWhereOthersRemain)
{
    meanwhile([this] {
        services().db.write([&](db::Tx& tx) {
            tx.execute("UPDATE person SET roles = roles | $2 WHERE id = $1", office_,
                members::bit(Role::publicity_editor));
            return true;
        });
    });
    const auto answer = register_somebody();
    EXPECT_EQ(answer.status, 409);
    EXPECT_THAT(answer.body, HasSubstr("request.rights_changed"));
    EXPECT_EQ(rows("registered_person"), 0);
    EXPECT_EQ(register_somebody().status, 201);
}

} // namespace
} // namespace xieshang::app
