// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the house of calls_world_test.h with four screened suggestions of 2022, and its API of
// selection rounds in process.
#pragma once

#include "features/calls/calls_world_test.h"
#include "features/shortlists/marking_actions.h"
#include "features/shortlists/selection_actions.h"
#include "features/shortlists/shortlist_actions.h"
#include "features/shortlists/shortlists_routes.h"

namespace xieshang::shortlists {

class ShortlistsWorld : public calls::CallsWorld {
protected:
    void SetUp() override
    {
        CallsWorld::SetUp();
        if (IsSkipped()) {
            return;
        }
        api_ = std::make_unique<http::Api>(
            services(), texts::built_in(), [&](const http::Request&) { return asking_; });
        add_shortlists_routes(*api_);
        reader = people::actor(members::Role::reader, "reader");
        for (const auto* title : {"电梯", "停车", "菜场", "绿道"}) {
            ids.push_back(screened(ids.size() % 2 == 0 ? wang : li, title));
        }
    }

    SuggestionId screened(const base::Actor& by, const std::string& title,
        std::optional<TopicKind> kind = TopicKind::thematic,
        std::optional<TopicField> field = TopicField::society)
    {
        clock.advance(1000);
        auto text = words(title);
        text.kind = kind;
        text.field = field;
        const auto id = calls::suggest(services(), by, call_.id, text).value().suggestion.id;
        EXPECT_TRUE(step(clerk, id, topics::TopicAction::screen, "切口小"));
        return id;
    }
    RoundWords round_words()
    {
        return {2022, "遴选", day_after(5), {{TopicKind::thematic, 2}}, {{TopicField::society, 1}}};
    }
    SelectionRound begun() { return make_round(services(), clerk, round_words()).value(); }
    SelectionRound at(const RoundId& id)
    {
        return db().read([&](db::Tx& tx) { return find_round(tx, id).value(); });
    }
    base::Result<SelectionRound> stepped(
        const RoundId& id, SelectionRoundAction action, const std::string& reason = "够了")
    {
        return take_round_step(services(), clerk, id, at(id).version, {action, reason});
    }
    // Marked by two, and proposed.
    SelectionRound proposed()
    {
        const auto round = begun();
        EXPECT_TRUE(mark(services(), wang, round.id, {ids[0], true}));
        EXPECT_TRUE(mark(services(), wang, round.id, {ids[1], true}));
        EXPECT_TRUE(mark(services(), li, round.id, {ids[0], true}));
        EXPECT_TRUE(stepped(round.id, SelectionRoundAction::close));
        return stepped(round.id, SelectionRoundAction::propose).value();
    }
    ShortlistDecision decision()
    {
        return {"主席会议", day_after(0), "主席会议组成人员", "列入计划草案", OthersAnswer::reserve,
            "名额有限"};
    }
    topics::TopicState state_of(const SuggestionId& id)
    {
        return db().read([&](db::Tx& tx) { return calls::find_suggestion(tx, id)->state; });
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
            {"Idempotency-Key", "key-of-shortlists-" + std::to_string(++keys_)}};
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

    base::Actor reader;
    std::vector<SuggestionId> ids;

private:
    std::unique_ptr<http::Api> api_;
    std::optional<base::Actor> asking_;
    int keys_ = 0;
};

} // namespace xieshang::shortlists
