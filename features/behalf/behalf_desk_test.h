// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the register's desk with acts on behalf and plans beside it. The office has a clerk
// and a colleague; 王芳 of the register has an account.
#pragma once

#include "features/behalf/behalf_routes.h"
#include "features/members/account_actions.h"
#include "features/people/people_desk_test.h"
#include "features/plan/plan_routes.h"

#include <fstream>
#include <iterator>

namespace xieshang::behalf {

using members::Role;

inline constexpr const char* pdf = "%PDF-1.7\n1 0 obj\n%%EOF\n";

class BehalfDesk : public people::PeopleDesk {
protected:
    void SetUp() override
    {
        PeopleDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        api_ = std::make_unique<http::Api>(services(), texts::built_in(),
            [&](const http::Request&) { return std::optional(asking_); });
        people::add_people_routes(*api_);
        plan::add_plan_routes(*api_);
        add_behalf_routes(*api_);
        clerk = account("zhang", "张三", Role::office);
        colleague = account("zhao", "赵四", Role::office);
        own = account("wang", "王芳", Role::member);
        own.membership = base::Membership::active;
        wang = people::register_person(
            services(), clerk, {.words = {.name = "王芳"}, .account = PersonId{own.id}})
                   .value()
                   .id.text;
    }

    // Somebody who can sign in.
    base::Actor account(const std::string& login, const std::string& name, Role role)
    {
        const auto made = members::make_account(services(), {}, {login, name}).value();
        members::change_role(services(), {}, made.id, {role, true}).value();
        return {made.id.text, name, members::bit(role)};
    }

    Answer ask(const base::Actor& as, http::Method method, const std::string& target,
        const std::string& content = {}, std::int64_t version = 0,
        const std::string& type = "application/json")
    {
        asking_ = as;
        http::Request request;
        request.method = method;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? "" : target.substr(question + 1);
        request.body = content;
        request.headers = {{"Host", "localhost"}, {"Content-Type", type}, {"Accept-Language", "en"},
            {"X-File-Name", "paper.pdf"},
            {"Idempotency-Key", "key-of-the-desk-" + std::to_string(++keys_)}};
        if (version != 0) {
            const auto seen = std::max<std::int64_t>(version, 0);
            request.headers.push_back({"If-Match", "\"v" + std::to_string(seen) + "\""});
        }
        const auto response = api_->handle(request);
        Answer answer{response.status, nullptr, response.body};
        if (response.file_path) {
            std::ifstream file(*response.file_path, std::ios::binary);
            answer.text = std::string(std::istreambuf_iterator<char>(file), {});
        } else if (response.header("Content-Type").find("json") != std::string_view::npos) {
            answer.body = boost::json::parse(response.body);
        }
        return answer;
    }
    Answer see(const base::Actor& as, const std::string& target)
    {
        return ask(as, http::Method::get, target);
    }
    Answer step(const base::Actor& as, const std::string& act, const std::string& action,
        std::int64_t version, const std::string& words = {})
    {
        return ask(as, http::Method::post, "/api/behalf/acts/" + act + "/steps",
            R"({"action":")" + action + R"(","words":")" + words + R"("})", version);
    }
    static constexpr std::int64_t nothing_there = -1; // its If-Match
    Answer set_telephone(const base::Actor& as, const std::string& person)
    {
        return ask(as, http::Method::put, "/api/people/" + person + "/contacts/telephone",
            R"({"value":"13800138000"})", nothing_there);
    }
    // The newest act that somebody is told of; empty: none.
    std::string newest_of(const base::Actor& as)
    {
        const auto items = see(as, "/api/behalf/own").body.at("items").as_array();
        return items.empty() ? "" : std::string(items.at(0).at("id").as_string());
    }

    base::Actor clerk;
    base::Actor colleague;
    base::Actor own;
    std::string wang; // of the register, with the account of `own`

private:
    std::unique_ptr<http::Api> api_;
    base::Actor asking_;
    int keys_ = 0;
};

} // namespace xieshang::behalf
