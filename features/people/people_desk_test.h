// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of the register in process, on either database, with a vault; people are who
// the test says they are.
#pragma once

#include "features/people/membership_actions.h"
#include "features/people/people_routes.h"
#include "features/people/post_actions.h"
#include "features/people/register_actions.h"
#include "platform/sealing/rotation.h"
#include "platform/sealing/sealing_fixture_test.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <memory>

namespace xieshang::people {

inline base::Actor actor(members::Role role, std::string id = "p-other")
{
    base::Actor made{std::move(id), "张三", members::bit(role)};
    made.membership =
        members::is_of_members(role) ? base::Membership::active : base::Membership::none;
    made.proved_lately = true;
    return made;
}

inline const base::Actor office = actor(members::Role::office, "office");

class PeopleDesk : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        sealing::rotate_file(folder_ / "keys.json");
        ASSERT_TRUE(ring_.load());
        ASSERT_TRUE(db().transact([&](db::Tx& tx) {
            return sealing::take_up(
                tx, *ring_.keys(), folder_ / "keys.json", {5000}, random_, office);
        }));
        services_.emplace(services::Services{db(), clock, random_, files_, vault_});
        api_ = std::make_unique<http::Api>(
            services(), texts::built_in(),
            [&](const http::Request&) { return std::optional(asking_); },
            http::ApiOptions{.prove_again = "members.prove_again"});
        add_people_routes(*api_);
        term_ = people::add_term(services(), office, {1, {"1949-01-01", {}}}).value();
        sector_ = body(OrganisationKind::sector, "s-1");
        other_sector_ = body(OrganisationKind::sector, "s-2");
        committee_ = body(OrganisationKind::committee, "c-1");
        PersonWords words{.name = "王芳"};
        words.birth_month = "1971-04";
        words.party = "民建";
        words.ethnic_group = "满族";
        wang_ = register_person(services(), office, {words}).value();
    }

    struct Answer {
        int status{};
        boost::json::value body;
        std::string text;

        std::string code() const { return std::string(body.at("code").as_string()); }
        std::string field() const // the first: its pointer and code
        {
            const auto& error = body.at("errors").at(0);
            return std::string(error.at("pointer").as_string()) + " "
                + std::string(error.at("code").as_string());
        }
        std::string at(const char* name) const { return std::string(body.at(name).as_string()); }
        bool has(const char* name) const { return body.as_object().contains(name); }
    };

    // A version of 0 sends no If-Match, nothing_there that of what is not there yet.
    static constexpr std::int64_t nothing_there = -1;
    Answer send(const base::Actor& as, http::Method method, const std::string& target,
        const std::string& content = {}, std::int64_t version = 0)
    {
        asking_ = as;
        http::Request request;
        request.method = method;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? "" : target.substr(question + 1);
        request.body = content;
        request.headers = {{"Host", "localhost"}, {"Content-Type", "application/json"},
            {"Accept-Language", "en"},
            {"Idempotency-Key", "key-of-a-test-" + std::to_string(++keys_)}};
        if (version != 0) {
            const auto seen = std::max<std::int64_t>(version, 0);
            request.headers.push_back({"If-Match", "\"v" + std::to_string(seen) + "\""});
        }
        const auto response = api_->handle(request);
        Answer answer{response.status, nullptr, response.body};
        if (response.header("Content-Type").find("json") != std::string_view::npos) {
            answer.body = boost::json::parse(response.body);
        }
        return answer;
    }
    Answer get(const base::Actor& as, const std::string& target)
    {
        return send(as, http::Method::get, target);
    }
    Answer post(const std::string& target, const std::string& content, std::int64_t version = 0)
    {
        return send(office, http::Method::post, target, content, version);
    }

    Organisation body(OrganisationKind kind, const std::string& code)
    {
        return add_organisation(
            services(), office, {kind, "名称" + code, code, code, {}, {"1949-01-01", {}}})
            .value();
    }
    Membership member(const RegisteredPerson& person)
    {
        const auto invited =
            invite_member(services(), office, {term_.id, {person.id, sector_.id, {}, false}})
                .value();
        return take_membership_step(services(), office, {invited.id, 1, MembershipAction::confirm})
            .value();
    }
    std::string person(const std::string& rest = {})
    {
        return "/api/people/" + wang_.id.text + rest;
    }

    std::string everything_recorded()
    {
        return db().read([](db::Tx& tx) {
            std::string all;
            for (const auto& content : tx.all<std::string>("SELECT content FROM event_content")) {
                all += content + "\n";
            }
            return all;
        });
    }
    std::int64_t recorded(const std::string& action)
    {
        return db().read([&](db::Tx& tx) {
            return *tx.one<std::int64_t>("SELECT COUNT(*) FROM event WHERE action = $1", action);
        });
    }

    services::Services& services() { return *services_; }

    tests::FakeClock clock;
    Term term_;
    Organisation sector_;
    Organisation other_sector_;
    Organisation committee_;
    RegisteredPerson wang_;

private:
    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    sealing::KeyRing ring_{folder_ / "keys.json"};
    sealing::Vault vault_{ring_, clock, random_};
    std::optional<services::Services> services_;
    std::unique_ptr<http::Api> api_;
    base::Actor asking_;
    int keys_ = 0;
};

} // namespace xieshang::people
