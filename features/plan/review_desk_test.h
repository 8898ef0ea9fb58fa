// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: a plan with one topic over the API, and who takes its steps.
#pragma once

#include "features/plan/plan_audit_actions.h"
#include "features/plan/plan_desk_test.h"
#include "features/settings/setting_actions.h"

namespace xieshang::plan {

// A plan from its draft to the end of its year.
class ReviewHouse : public PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto made = send(http::Method::post, "/api/plans", "office", new_plan());
        ASSERT_EQ(made.status, 201) << made.text;
        id_ = made.id();
        topic_ = std::string(made.body.at("topics").at(0).at("id").as_string());
    }

    static std::string new_plan(const std::string& more = {})
    {
        return R"({"title":"协商计划","committee":"政协","year":2026,"topics":[{"number":1,)"
               R"("kind":"thematic","title":"养老服务","period":"","responsible":[],)"
               R"("participating":[],"line":0}])"
            + more + "}";
    }

    static std::string met(const std::string& day = "2022-03-14", const std::string& on = {})
    {
        return R"(,"review":{"meeting":"主席会议","meeting_day":")" + day + R"(","decided_on":")"
            + on + R"(","papers":"计划（送审稿）"})";
    }

    Answer take(const std::string& as, const std::string& action, const std::string& more = {})
    {
        const auto version = send(http::Method::get, path(), "office").body.at("version");
        return send(http::Method::post, path() + "/steps", as,
            R"({"action":")" + action + R"(","reason":"说明")" + more + "}", version.as_int64());
    }
    std::string path() const { return "/api/plans/" + id_; }
    std::string state()
    {
        return std::string(send(http::Method::get, path(), "office").body.at("state").as_string());
    }
    std::string topic_state()
    {
        return std::string(send(http::Method::get, "/api/topics/" + topic_, "office")
                               .body.at("state")
                               .as_string());
    }
    std::string actions(const std::string& as)
    {
        return boost::json::serialize(send(http::Method::get, path(), as).body.at("actions"));
    }
    static std::string field(const Answer& answer)
    {
        const auto& first = answer.body.at("errors").at(0);
        return std::string(first.at("pointer").as_string()) + " "
            + std::string(first.at("code").as_string());
    }
    void agree_in_the_offices()
    {
        ASSERT_EQ(take("office", "submit").status, 201);
        for (const auto* as : {"party_office", "office", "government_office"}) {
            const auto agreed = take(as, "pass");
            ASSERT_EQ(agreed.status, 201) << agreed.text;
        }
    }
    void approve()
    {
        agree_in_the_offices();
        ASSERT_EQ(take("chairperson", "pass", met()).status, 201);
        ASSERT_EQ(take("party_committee", "approve", met()).status, 201);
    }

    // As the settings screen would.
    void set_reviewers(const std::string& key, std::vector<settings::SettingItem> items)
    {
        auto services = this->services();
        const auto version = settings::standing_setting(services, key)->kept;
        const auto set =
            settings::set_setting(services, {"p1", "王小协", members::bit(members::Role::office)},
                {key, version ? version->version : 0, {{}, std::move(items)}, "试行"});
        ASSERT_TRUE(set) << set.error().fields.at(0).code;
    }
    std::vector<record::Misfit> audit()
    {
        return db().read([&](db::Tx& tx) { return audit_plan(tx, id_); });
    }

    std::string id_;
    std::string topic_;
};

} // namespace xieshang::plan
