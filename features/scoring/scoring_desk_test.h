// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of scoring in process, over the house of calls_world_test.h. Of the call two
// suggestions were screened, 电梯 by the member 王芳 and 停车 by a bureau; 王芳, an expert, a
// reader and the bureau's handler have accounts.
#pragma once

#include "features/calls/calls_world_test.h"
#include "features/members/member_store.h"
#include "features/scoring/result_actions.h"
#include "features/scoring/score_actions.h"
#include "features/scoring/scoring_audit_actions.h"
#include "features/scoring/scoring_policies.h"
#include "features/scoring/scoring_routes.h"

namespace xieshang::scoring {

class ScoringDesk : public calls::CallsWorld {
protected:
    void SetUp() override
    {
        CallsWorld::SetUp();
        if (IsSkipped()) {
            return;
        }
        api_ = std::make_unique<http::Api>(
            services(), texts::built_in(), [&](const http::Request&) { return asking_; });
        add_scoring_routes(*api_);
        wang.roles |= members::bit(members::Role::expert);
        expert = people::actor(members::Role::expert, "expert");
        reader = people::actor(members::Role::reader, "reader");
        general = people::actor(members::Role::secretary_general, "general");
        auditor = people::actor(members::Role::auditor, "auditor");
        account("wang", "王芳", members::bit(members::Role::expert));
        account("expert", "周教授", expert.roles);
        account("reader", "吴先生", reader.roles);
        account("bureau", "郑处长", bureau.roles);
        account("clerk", "张三", clerk.roles);
        lift = screened(wang, "电梯");
        parking = screened(bureau, "停车");
    }

    void account(const std::string& id, const std::string& name, base::Roles roles)
    {
        ASSERT_TRUE(db().transact([&](db::Tx& tx) -> base::Result<int> {
            members::insert_person(tx,
                {.id = {id},
                    .login = id,
                    .name = name,
                    .roles = roles,
                    .version = 1,
                    .created_at_ms = clock.now()});
            return 0;
        }));
    }
    SuggestionId screened(const base::Actor& by, const std::string& title)
    {
        clock.advance(1000);
        const auto made = calls::suggest(services(), by, call_.id, words(title)).value().suggestion;
        EXPECT_TRUE(step(clerk, made.id, calls::TopicAction::screen, "切口小"));
        return made.id;
    }
    // Of these reviewers, with two criteria, prepared.
    ScoringRound prepared(std::vector<std::string> reviewers = {"wang", "expert", "bureau"})
    {
        const auto made =
            make_round(services(), clerk, {call_.id, "第一轮评分", day_after(10)}).value();
        return edit_round(services(), clerk, made.id, 1,
            {"第一轮评分", {{"小切口", 3, 5}, {"可行", 1, 5}}, std::move(reviewers), day_after(10),
                30})
            .value();
    }
    ScoringRound opened(std::vector<std::string> reviewers = {"wang", "expert", "bureau"})
    {
        const auto round = prepared(std::move(reviewers));
        return take_round_step(services(), clerk, round.id, 2, {ScoringRoundAction::open, {}, {}})
            .value();
    }
    base::Result<ScoringRound> close(const ScoringRound& round)
    {
        return take_round_step(
            services(), clerk, round.id, round.version, {ScoringRoundAction::close, "评完了", {}});
    }
    base::Result<GivenSheet> give(const base::Actor& by, const ScoringRound& round,
        const SuggestionId& about, std::vector<std::int64_t> scores)
    {
        return give_scores(services(), {by, policies::score}, round.id, {about, std::move(scores)});
    }

    Answer ask(const std::optional<base::Actor>& as, http::Method method, const std::string& target,
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
            {"Idempotency-Key", "key-of-scoring-" + std::to_string(++keys_)}};
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
    Answer see(const std::optional<base::Actor>& as, const std::string& target)
    {
        return ask(as, http::Method::get, target);
    }
    Answer send(const std::optional<base::Actor>& as, const std::string& target,
        const std::string& content, std::int64_t version = 0)
    {
        return ask(as, http::Method::post, target, content, version);
    }
    static std::string place(const ScoringRound& round)
    {
        return "/api/scoring-rounds/" + round.id.text;
    }
    static std::string scores(const SuggestionId& about, const std::string& given)
    {
        return R"({"suggestion_id":")" + about.text + R"(","scores":[)" + given + "]}";
    }
    static std::string remark(const SuggestionId& about, const std::string& said)
    {
        return R"({"suggestion_id":")" + about.text + R"(","words":")" + said + R"("})";
    }

    base::Actor expert;
    base::Actor reader;
    base::Actor general;
    base::Actor auditor;
    SuggestionId lift;
    SuggestionId parking;

private:
    std::unique_ptr<http::Api> api_;
    std::optional<base::Actor> asking_;
    int keys_ = 0;
};

} // namespace xieshang::scoring
