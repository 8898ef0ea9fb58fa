// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of rosters in process, over the register of roster_desk_test.h.
#pragma once

#include "features/people/roster_desk_test.h"
#include "features/people/roster_routes.h"
#include "platform/texts/texts.h"

#include <boost/json.hpp>

namespace xieshang::people {

inline std::optional<base::Actor> who_says(const http::Request& request)
{
    const auto role = request.header("X-Test-Role");
    if (role.empty()) {
        return std::nullopt;
    }
    base::Actor who{std::string(role), "张办",
        members::bit(role == "reader" ? members::Role::reader : members::Role::office)};
    who.proved_lately = role != "office, long ago";
    return who;
}

struct Answer {
    int status{};
    boost::json::value body;
    std::string text;

    std::string code() const { return std::string(body.at("code").as_string()); }
};

class RosterRoutes : public RosterDesk {
protected:
    void SetUp() override
    {
        RosterDesk::SetUp();
        if (!IsSkipped()) {
            api_ = std::make_unique<http::Api>(services_ref(), texts::built_in(), who_says);
            add_roster_routes(*api_);
        }
    }

    Answer send(http::Method method, const std::string& target, const std::string& body = {},
        std::int64_t version = 0, const std::string& as = "office", const std::string& key = {})
    {
        http::Request request;
        request.method = method;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? "" : target.substr(question + 1);
        request.body = body;
        const bool is_file = request.path == "/api/roster-imports" && method == http::Method::post;
        request.headers = {{"Host", "localhost"}, {"X-Test-Role", as}, {"Accept-Language", "en"},
            {"Content-Type", is_file ? "application/octet-stream" : "application/json"},
            {"X-File-Name", "roster.csv"},
            {"Idempotency-Key", key.empty() ? "key-of-a-test-" + std::to_string(++keys_) : key}};
        if (version > 0) {
            request.headers.push_back({"If-Match", "\"v" + std::to_string(version) + "\""});
        }
        const auto response = api_->handle(request);
        Answer answer{response.status, nullptr, response.body};
        if (response.header("Content-Type").find("json") != std::string_view::npos) {
            answer.body = boost::json::parse(response.body);
        }
        return answer;
    }

    // Its address, with the columns confirmed: version 2.
    std::string matched(const std::string& text)
    {
        const auto view = send(http::Method::post, "/api/roster-imports", text);
        EXPECT_EQ(view.status, 201) << view.text;
        const auto address = "/api/roster-imports/" + std::string(view.body.at("id").as_string());
        const auto chosen = send(http::Method::put, address + "/options",
            boost::json::serialize(view.body.at("options")), 1);
        EXPECT_EQ(chosen.status, 200) << chosen.text;
        return address;
    }

private:
    std::unique_ptr<http::Api> api_;
    int keys_ = 0;
};

inline const std::string leave_out = R"({"leave_out":true})";

} // namespace xieshang::people
