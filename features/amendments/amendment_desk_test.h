// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// For tests: the API of plans and their amendments in process, with a plan of two topics that is
// issued on 2022-03-14 unless another day is said.
#pragma once

#include "features/amendments/amendment_audit_actions.h"
#include "features/amendments/amendment_routes.h"
#include "features/plan/plan_audit_actions.h"
#include "features/plan/plan_desk_test.h"

namespace xieshang::amendments {

class AmendmentDesk : public plan::PlanDesk {
protected:
    void SetUp() override
    {
        PlanDesk::SetUp();
        if (IsSkipped()) {
            return;
        }
        const auto made = send(http::Method::post, "/api/plans", "office",
            R"({"title":"协商计划","committee":"政协","year":2022,"topics":[)" + topic("养老服务")
                + "," + topic("垃圾分类") + "]}");
        ASSERT_EQ(made.status, 201) << made.text;
        plan_ = made.id();
        for (int i = 0; i < 2; ++i) {
            topics_.push_back(std::string(made.body.at("topics").at(i).at("id").as_string()));
        }
    }
    void add_more_routes(http::Api& api) override { add_amendment_routes(api); }

    static std::string topic(const std::string& title)
    {
        return R"({"number":1,"kind":"thematic","title":")" + title
            + R"(","period":"","responsible":[],"participating":[],"line":0})";
    }
    void plan_step(const std::string& as, const std::string& action, const std::string& more = {},
        const std::string& reason = {})
    {
        const auto version =
            send(http::Method::get, "/api/plans/" + plan_, "office").body.at("version").as_int64();
        const auto taken = send(http::Method::post, "/api/plans/" + plan_ + "/steps", as,
            R"({"action":")" + action + R"(","reason":")" + reason + "\"" + more + "}", version);
        ASSERT_EQ(taken.status, 201) << taken.text;
    }
    void approve()
    {
        const std::string met = R"(,"review":{"meeting":"会议","meeting_day":"2022-03-14",)"
                                R"("decided_on":"","papers":""})";
        plan_step("office", "submit");
        for (const auto* as : {"office", "party_office", "government_office"}) {
            plan_step(as, "pass");
        }
        plan_step("chairperson", "pass", met);
        plan_step("party_committee", "approve", met);
    }
    void issue(const std::string& on = "2022-03-14")
    {
        approve();
        plan_step("office", "issue", R"(,"issued_on":")" + on + "\"");
    }

    std::string drop(int index)
    {
        return R"({"kind":"drop","topic_id":")" + topics_[index] + R"("})";
    }
    std::string replace(int index, const std::string& title)
    {
        return R"({"kind":"replace","topic_id":")" + topics_[index]
            + R"(","topic":{"kind":"thematic","title":")" + title
            + R"(","period":"9月","month":9,"responsible":["区民政局"],"participating":[]}})";
    }
    std::string retitle(int index, const std::string& title)
    {
        return R"({"kind":"retitle","topic_id":")" + topics_[index] + R"(","title":")" + title
            + R"("})";
    }
    Answer propose(const std::string& changes, const std::string& as = "office")
    {
        return send(http::Method::post, "/api/plans/" + plan_ + "/amendments", as,
            R"({"reason":"形势变化","changes":[)" + changes + "]}");
    }
    Answer take(const std::string& id, const std::string& as, const std::string& action,
        std::int64_t version, const std::string& more = {})
    {
        return send(http::Method::post, "/api/amendments/" + id + "/steps", as,
            R"({"action":")" + action + R"(","reason":"")" + more + "}", version);
    }
    static std::string on(const std::string& day) { return on(day, day, day); }
    static std::string on(const std::string& met, const std::string& decided,
        const std::string& from, const std::string& meeting = "主席会议")
    {
        return R"(,"decision":{"meeting":")" + meeting + R"(","meeting_day":")" + met
            + R"(","decided_on":")" + decided + R"(","effective_on":")" + from + R"("})";
    }
    std::string stood(const std::string& day)
    {
        const auto answer =
            send(http::Method::get, "/api/plans/" + plan_ + "/as-it-stood?day=" + day, "reader");
        std::string text;
        for (const auto& one : answer.body.at("topics").as_array()) {
            text += std::string(one.at("title").as_string()) + ":"
                + std::string(one.at("state").as_string()) + " ";
        }
        return text;
    }
    static std::string field(const Answer& answer)
    {
        const auto& first = answer.body.at("errors").at(0);
        return std::string(first.at("pointer").as_string()) + " "
            + std::string(first.at("code").as_string());
    }
    std::size_t misfits(const std::string& amendment)
    {
        return db().read([&](db::Tx& tx) {
            return plan::audit_plan(tx, plan_).size() + audit_amendment(tx, amendment).size();
        });
    }

    static constexpr std::int64_t ten_days = 864'000'000;
    std::string plan_;
    std::vector<std::string> topics_;
};

} // namespace xieshang::amendments
