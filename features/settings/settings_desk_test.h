// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of settings and calendars in process, on either database, on 1 September 2026;
// people are who the test says they are.
#pragma once

#include "features/members/role.h"
#include "features/settings/calendar_actions.h"
#include "features/settings/setting_actions.h"
#include "features/settings/settings_audit_actions.h"
#include "features/settings/settings_routes.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

#include <memory>

namespace xieshang::settings {

class SettingsDesk : public tests::OnEveryDatabase {
protected:
    static constexpr auto get = http::Method::get;
    static constexpr auto put = http::Method::put;
    static constexpr auto post = http::Method::post;

    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        services_.emplace(services::Services{db(), clock_, random_, files_});
        api_ = std::make_unique<http::Api>(
            *services_, texts::built_in(), [&](const http::Request&) { return asking_; });
        add_setting_routes(*api_);
        add_calendar_routes(*api_);
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
    };
    struct Sent {
        std::string body{};
        std::optional<std::int64_t> version{};
        std::string key{}; // empty: a new one
        std::string type = "application/json";
        std::string language = "en";
    };

    static base::Actor actor(members::Role role)
    {
        return {"p-1", "张三", members::bit(role), base::Membership::active};
    }
    void nobody() { asking_.reset(); }
    void be(members::Role role) { asking_ = actor(role); }

    Answer ask(http::Method method, const std::string& target, const Sent& sent)
    {
        http::Request request;
        request.method = method;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? "" : target.substr(question + 1);
        request.body = sent.body;
        request.headers = {{"Host", "localhost"}, {"Content-Type", sent.type},
            {"Accept-Language", sent.language}, {"X-File-Name", "calendar.csv"},
            {"Idempotency-Key",
                sent.key.empty() ? "key-of-a-test-" + std::to_string(++keys_) : sent.key}};
        if (sent.version) {
            request.headers.push_back({"If-Match", "\"v" + std::to_string(*sent.version) + "\""});
        }
        const auto response = api_->handle(request);
        Answer answer{response.status, nullptr, response.body};
        if (response.header("Content-Type").find("json") != std::string_view::npos) {
            answer.body = boost::json::parse(response.body);
        }
        return answer;
    }
    Answer see(const std::string& target) { return ask(get, target, {}); }
    Answer set(const std::string& key, const std::string& text, std::int64_t version,
        const std::string& reason = "区委要求")
    {
        return ask(put, "/api/settings/" + key,
            {R"({"value":{"text":")" + text + R"(","items":[]},"reason":")" + reason + R"("})",
                version});
    }
    Answer reset(const std::string& key, std::int64_t version)
    {
        return ask(post, "/api/settings/" + key + "/reset", {R"({"reason":"恢复"})", version});
    }
    Answer preview(const std::string& file)
    {
        return ask(
            post, "/api/calendar/previews", {.body = file, .type = "application/octet-stream"});
    }
    std::int64_t recorded(const std::string& action)
    {
        return db().read([&](db::Tx& tx) {
            return tx.one<std::int64_t>("SELECT COUNT(*) FROM event WHERE action = $1", action)
                .value();
        });
    }
    std::string newest_content()
    {
        return db().read([](db::Tx& tx) {
            return tx
                .all<std::string>(
                    "SELECT content FROM event_content ORDER BY sequence DESC LIMIT 1")
                .at(0);
        });
    }

    services::Services& services() { return *services_; }

private:
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    tests::FakeClock clock_{1'788'220'800'000}; // 2026-09-01 08:00 +08:00
    base::SystemRandom random_;
    std::optional<services::Services> services_;
    std::unique_ptr<http::Api> api_;
    std::optional<base::Actor> asking_ = actor(members::Role::office);
    int keys_ = 0;
};

} // namespace xieshang::settings
