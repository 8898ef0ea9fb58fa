// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of plans and topics in process, on either database; people are who a header
// says they are.
#pragma once

#include "features/members/role.h"
#include "features/plan/plan_routes.h"
#include "features/search/search_routes.h"
#include "features/topics/topic_routes.h"
#include "platform/base/embedded.h"
#include "platform/texts/texts.h"
#include "tests/support/databases.h"
#include "tests/support/fake_clock.h"

#include <boost/json.hpp>

#include <atomic>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace xieshang::plan {

class PlanDesk : public tests::OnEveryDatabase {
protected:
    void SetUp() override
    {
        OnEveryDatabase::SetUp();
        if (IsSkipped()) {
            return;
        }
        api_ = std::make_unique<http::Api>(services(), texts::built_in(),
            [this](const http::Request& request) { return who_says(request); });
        add_plan_routes(*api_);
        add_document_routes(*api_);
        add_import_routes(*api_);
        add_correction_routes(*api_);
        topics::add_topic_routes(*api_);
        search::add_search_routes(*api_);
        add_more_routes(*api_);
    }
    virtual void add_more_routes(http::Api& /*api*/) {} // of a slice above plans

    struct Answer {
        int status{};
        boost::json::value body;
        std::string etag;
        std::string text;

        std::string code() const { return std::string(body.at("code").as_string()); }
        std::string id() const { return std::string(body.at("id").as_string()); }
    };

    // `as`: "office", "colleague" (of the office, too), another role's name ("chairperson 2":
    // another person of it), "former " and such a name for the same person after that role ended,
    // or
    // "" for nobody. A version of 0 sends no If-Match.
    Answer send(http::Method method, const std::string& target, const std::string& as,
        const std::string& body = {}, std::int64_t version = 0)
    {
        http::Request request;
        request.method = method;
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        request.query = question == std::string::npos ? "" : target.substr(question + 1);
        request.body = body;
        request.headers = {{"Host", "localhost"}, {"X-Test-Role", as},
            {"Content-Type", content_type}, {"X-File-Name", "plan.txt"}, {"Accept-Language", "en"},
            {"Idempotency-Key", key.empty() ? next_key() : key}};
        if (version > 0) {
            request.headers.push_back({"If-Match", "\"v" + std::to_string(version) + "\""});
        }
        const auto response = api_->handle(request);
        Answer answer{
            response.status, nullptr, std::string(response.header("ETag")), sent_by(response)};
        if (response.header("Content-Type").find("json") != std::string_view::npos) {
            answer.body = boost::json::parse(response.body);
        }
        return answer;
    }

    // A file is sent from disk.
    static std::string sent_by(const http::Response& response)
    {
        if (!response.file_path) {
            return response.body;
        }
        std::ifstream file(*response.file_path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }

    // `again`: although the house has the same file.
    Answer upload(
        const std::string& bytes, const std::string& as = "office", const std::string& again = {})
    {
        content_type = "application/octet-stream";
        auto answer = send(http::Method::post,
            "/api/plan-documents" + (again.empty() ? again : "?again=" + again), as, bytes);
        content_type = "application/json";
        return answer;
    }

    // The demo plan, uploaded and saved as its reader read it.
    Answer saved_plan()
    {
        const auto document = upload(std::string(embedded::demo().front().bytes), "office", "true");
        return plan_of(document.id());
    }

    Answer plan_of(const std::string& document, std::int64_t version = 1)
    {
        return send(http::Method::post, "/api/plan-documents/" + document + "/plan?again=true",
            "office", "", version);
    }

    std::vector<std::string> recorded()
    {
        return db().read([](db::Tx& tx) {
            return tx.all<std::string>("SELECT action FROM event ORDER BY sequence");
        });
    }

    std::string content_of_newest(const std::string& action) // of the record, canonical JSON
    {
        return db().read([&](db::Tx& tx) {
            return tx
                .one<std::string>("SELECT content FROM event_content JOIN event USING (sequence) "
                                  "WHERE action = $1 ORDER BY sequence DESC LIMIT 1",
                    action)
                .value();
        });
    }

    services::Services services() { return {db(), clock, random_, files_}; }

    tests::FakeClock clock;
    std::string content_type = "application/json";
    std::string key;   // of the requests that follow; empty: a new one each
    std::string ended; // who has lost the role by which he is called

private:
    std::string next_key() { return "key-of-a-test-" + std::to_string(++keys_); }

    std::optional<base::Actor> who_says(const http::Request& request) const
    {
        constexpr std::string_view former = "former ";
        const std::string said(request.header("X-Test-Role"));
        const bool is_former = said.starts_with(former);
        const auto name = said.substr(is_former ? former.size() : 0);
        const auto role = name.substr(0, name.find(' '));
        if (said == "office") {
            return base::Actor{"p1", "王小协", members::bit(members::Role::office)};
        }
        if (said == "colleague") {
            return base::Actor{"p3", "赵小议", members::bit(members::Role::office)};
        }
        if (said == "reader") {
            return base::Actor{"p2", "李小商", members::bit(members::Role::reader)};
        }
        members::Role other{}; // whoever else holds a role
        if (boost::describe::enum_from_string(role.c_str(), other)) {
            const auto holds = is_former || name == ended ? members::Role::reader : other;
            base::Actor actor{"of " + name, name, members::bit(holds)};
            actor.membership = base::Membership::active;
            return actor;
        }
        return std::nullopt;
    }

    base::SystemRandom random_;
    tests::TemporaryFolder folder_;
    files::FileStore files_{folder_ / "files"};
    std::unique_ptr<http::Api> api_;
    std::atomic<int> keys_ = 0;
};

} // namespace xieshang::plan
