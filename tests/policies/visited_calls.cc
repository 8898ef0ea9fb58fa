// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/merge_store.h"
#include "features/calls/public_form_actions.h"
#include "features/calls/suggestion_store.h"
#include "tests/policies/visited_house.h"

#include <fmt/format.h>

namespace xieshang::policies {
namespace {

constexpr auto asked = R"(["departments","parties_and_groups","sectors","members","sub_districts",)"
                       R"("public_"])";

std::string call_body(const std::string& title)
{
    return fmt::format(R"({{"year":2027,"title":"{}","guidance":"小切口","constituencies":{},)"
                       R"("opens_on":"2022-01-01","closes_on":"2999-12-31","most_suggestions":900,)"
                       R"("most_characters":900}})",
        title, asked);
}

std::string paper_body(const std::string& title)
{
    return fmt::format(
        R"({{"title":"{}","problem":"问题","reason":"理由","kind":null,"departments":[],)"
        R"("field":null,"serves":"","constituency":"members","for_name":"赵敏","for_body":"",)"
        R"("paper_day":"2022-01-05"}})",
        title);
}

} // namespace

void VisitedHouse::make_calls()
{
    const auto& office = visitor(visitors_, "office, none");
    const auto make = [&](const std::string& path, const std::string& body,
                          std::int64_t version = 0) {
        return made(office, http::Method::post, {.path = path, .body = body, .version = version});
    };
    things_.draft_call = id_in(make("/api/calls", call_body("草稿")));
    things_.call = id_in(make("/api/calls", call_body("征集")));
    const auto place = "/api/calls/" + things_.call;
    const auto open =
        make(place + "/steps", R"({"action":"open","reason":"","closes_on":null})", 1);
    things_.form = std::string(open.at("code").as_string());
    things_.closed_call = id_in(make("/api/calls", call_body("已结束")));
    const auto closing = "/api/calls/" + things_.closed_call + "/steps";
    make(closing, R"({"action":"open","reason":"","closes_on":null})", 1);
    make(closing, R"({"action":"close","reason":"已足够","closes_on":null})", 2);
    things_.suggestion = id_in(make(place + "/papers", paper_body("电梯")));
    things_.other_suggestion = id_in(make(place + "/papers", paper_body("加装电梯")));
    things_.screened = id_in(make(place + "/papers", paper_body("停车")));
    make("/api/suggestions/" + things_.screened + "/steps",
        R"({"action":"screen","reason":"切口小","passed_to":null})", 1);
    const auto receipt = calls::suggest_publicly(
        services_, things_.form, {"路灯", "不亮", "", {}, "居民甲", "13800000001"}, "192.0.2.9");
    things_.answer_code = receipt.value().answer_code;
    const auto asked_to_merge = make("/api/suggestions/" + things_.suggestion + "/merges",
        R"({"target_id":")" + things_.other_suggestion + R"(","reason":"相近"})");
    const auto& merge = asked_to_merge.at("details").at("merges").at(0);
    things_.merge = std::string(merge.at("id").as_string());
    make_answered_suggestions();
    make_own_suggestions();
}

// One in each state of which others read, and one that is its proposer's and the reviewers' alone.
void VisitedHouse::make_answered_suggestions()
{
    using topics::TopicState;
    const auto now = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        for (const auto state : {TopicState::shortlisted, TopicState::merged, TopicState::reserved,
                 TopicState::passed_on, TopicState::rejected}) {
            calls::Suggestion one{
                .id = base::new_id<calls::SuggestionId>(services_.clock, services_.random),
                .call_id = {things_.call},
                .words = {"公园", "太小", "不便"},
                .constituency = calls::Constituency::members,
                .channel = calls::SuggestionChannel::paper,
                .by_id = "p1",
                .by_name = "王小协",
                .for_name = "赵敏",
                .paper_day = "2022-01-05",
                .state = state,
                .answer = "已研究",
                .version = 1,
                .suggested_at = now,
                .updated_at = now};
            if (state == TopicState::merged) {
                one.merged_into = calls::SuggestionId{things_.screened};
            }
            one.passed_to = state == TopicState::passed_on ? "提案" : "";
            calls::insert_suggestion(tx, one);
            calls::insert_words(tx, one.id, {1, now, "p1", "王小协", one.words});
            const auto answer = calls::answer_of(state);
            things_.answered[boost::describe::enum_to_string(answer, "")] = one.id.text;
        }
        return true;
    });
}

// Written as they are: not everybody may suggest, but who once did goes on seeing what is his.
void VisitedHouse::make_own_suggestions()
{
    const auto now = services_.clock.now();
    services_.db.write([&](db::Tx& tx) {
        things_.public_suggestion =
            calls::search_suggestions(tx, {.constituency = calls::Constituency::public_})
                .at(0)
                .id.text;
        for (auto& visitor : visitors_) {
            if (visitor.id.empty()) {
                continue;
            }
            calls::Suggestion own{
                .id = base::new_id<calls::SuggestionId>(services_.clock, services_.random),
                .call_id = {things_.call},
                .words = {"菜场", "太远", "不便"},
                .constituency = calls::Constituency::members,
                .channel = calls::SuggestionChannel::own,
                .by_id = visitor.id,
                .by_name = visitor.name,
                .version = 1,
                .suggested_at = now,
                .updated_at = now};
            calls::insert_suggestion(tx, own);
            calls::insert_words(tx, own.id, {1, now, visitor.id, visitor.name, own.words});
            const calls::SuggestionMerge merge{
                base::new_id<calls::MergeId>(services_.clock, services_.random), own.id,
                {things_.suggestion}, "相近", now, "p1", "王小协", false, {}};
            calls::insert_merge(tx, merge);
            visitor.suggestion = own.id.text;
            visitor.merge = merge.id.text;
        }
        return true;
    });
}

} // namespace xieshang::policies
