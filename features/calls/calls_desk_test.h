// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of calls and suggestions in process, over the house of calls_world_test.h.
#pragma once

#include "features/calls/calls_routes.h"
#include "features/calls/calls_world_test.h"
#include "platform/analytics/shared_likeness.h"

namespace xieshang::calls {

class CallsDesk : public CallsWorld {
protected:
    void SetUp() override
    {
        CallsWorld::SetUp();
        if (IsSkipped()) {
            return;
        }
        services().alike = &alike_;
        api_ = std::make_unique<http::Api>(
            services(), texts::built_in(), [&](const http::Request&) { return asking_; });
        add_calls_routes(*api_);
        committee = people::actor(members::Role::special_committee, "committee");
        reader = people::actor(members::Role::reader, "reader");
    }

    Answer ask(const std::optional<base::Actor>& as, http::Method method, const std::string& target,
        const std::string& content = {}, std::int64_t version = 0)
    {
        asking_ = as;
        return answer_to(
            method, target, content, version, "key-of-calls-desk-" + std::to_string(++keys_));
    }
    // For threads: as who was named before, with a key of the test's.
    void act_as(const std::optional<base::Actor>& as) { asking_ = as; }
    Answer send_with_key(
        const std::string& target, const std::string& content, const std::string& key)
    {
        return answer_to(http::Method::post, target, content, 0, key);
    }
    Answer see(const std::optional<base::Actor>& as, const std::string& target)
    {
        return ask(as, http::Method::get, target);
    }
    Answer send(const std::optional<base::Actor>& as, const std::string& target,
        const std::string& content, std::int64_t version = 0)
    {
        return ask(as, http::Method::post, target, content, version);
    }
    static std::string text_of(const std::string& title, const std::string& rest = {})
    {
        return R"({"title":")" + title
            + R"(","problem":"问题","reason":"理由","kind":null,)"
              R"("departments":[],"field":"society","serves":"")"
            + (rest.empty() ? R"(,"constituency":null)" : rest) + "}";
    }
    std::string handed_in(const base::Actor& by, const std::string& title)
    {
        clock.advance(1000);
        const auto answer = send(by, here() + "/suggestions", text_of(title));
        EXPECT_EQ(answer.status, 201) << answer.text;
        return std::string(answer.body.at("id").as_string());
    }
    std::string here() const { return "/api/calls/" + call_.id.text; }
    static std::string step_of(const std::string& action, const std::string& reason)
    {
        return R"({"action":")" + action + R"(","reason":")" + reason + R"(","passed_to":null})";
    }
    static std::vector<std::string> titles(const Answer& answer)
    {
        std::vector<std::string> found;
        for (const auto& item : answer.body.at("items").as_array()) {
            found.emplace_back(item.at("title").as_string());
        }
        return found;
    }

    base::Actor committee;
    base::Actor reader;
    std::string address = "192.0.2.1";

private:
    Answer answer_to(http::Method method, const std::string& target, const std::string& content,
        std::int64_t version, const std::string& key)
    {
        http::Request request;
        request.method = method;
        request.remote_address = address;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? "" : target.substr(question + 1);
        request.body = content;
        request.headers = {{"Host", "localhost"}, {"Content-Type", "application/json"},
            {"Accept-Language", "en"}, {"Idempotency-Key", key}};
        if (version != 0) {
            request.headers.push_back({"If-Match", "\"v" + std::to_string(version) + "\""});
        }
        const auto response = api_->handle(request);
        Answer answer{response.status, nullptr, response.body};
        if (response.header("Content-Type").find("json") != std::string_view::npos) {
            answer.body = boost::json::parse(response.body);
        }
        return answer;
    }

    std::unique_ptr<http::Api> api_;
    std::optional<base::Actor> asking_;
    int keys_ = 0;
    analytics::SharedLikeness alike_; // as the house has one
};

} // namespace xieshang::calls
