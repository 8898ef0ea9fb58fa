// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/makers.h"

#include "platform/base/embedded.h"

namespace xieshang::policies {
namespace {

Ask at(const std::string& folder, const std::string& id, const std::string& rest = {},
    const std::string& body = {}, std::int64_t version = 0)
{
    return {.path = "/api/" + folder + "/" + id + rest, .body = body, .version = version};
}

// The document in each of its states, and none.
std::function<Cases(const Things&)> each_document(
    std::string rest, std::string body = {}, std::int64_t version = 0)
{
    return [=](const Things& things) {
        const auto ask = [&](const std::string& id) {
            return at("plan-documents", id, rest, body, version);
        };
        return Cases{one("of a plan", ask(things.document), 200, "planned"),
            one("an import", ask(things.import), 200, "kept"),
            one("a discarded import", ask(things.discarded_import), 200, "discarded"),
            nothing(ask(std::string(no_id)))};
    };
}

// A thing of that folder, and none.
std::function<Cases(const Things&)> one_of(std::string folder, std::string Things::*id,
    std::string rest = {}, std::string body = {}, std::int64_t version = 0, int status = 200)
{
    return [=](const Things& things) {
        return Cases{one("one", at(folder, things.*id, rest, body, version), status),
            nothing(at(folder, std::string(no_id), rest, body, version))};
    };
}

void add_lists(Makers& makers)
{
    for (const auto& [name, path] :
        {std::pair{"listPlans", "/api/plans"}, {"listPlanYears", "/api/plans/years"},
            {"exportPlans", "/api/plans/export"}, {"listImports", "/api/plan-documents"},
            {"exportImports", "/api/plan-documents/export"}, {"searchYears", "/api/search/years"},
            {"balanceOfPlans", "/api/plans/balance"},
            {"exportBalance", "/api/plans/balance/export"}}) {
        makers[name] = [path = std::string(path)](
                           const Things&) { return Cases{one("all", {path})}; };
    }
    for (const auto& [name, path] :
        {std::pair{"search", "/api/search"}, {"exportSearch", "/api/search/export"}}) {
        makers[name] = [path = std::string(path)](const Things&) {
            return Cases{one("words", {.path = path, .query = "q=%E5%8D%8F%E5%95%86"})};
        };
    }
}

void add_documents(Makers& makers)
{
    makers["uploadPlanDocument"] = [](const Things&) {
        return Cases{one("a plan",
            {.path = "/api/plan-documents",
                .query = "again=true",
                .body = std::string(embedded::demo().front().bytes),
                .content_type = "application/octet-stream"},
            201)};
    };
    makers["findPlanDocument"] = each_document("");
    makers["downloadPlanDocument"] = each_document("/file");
    makers["findCorrection"] = each_document("/correction");
    makers["importHistory"] = each_document("/steps");
    makers["takeImportStep"] = one_of("plan-documents", &Things::import, "/steps",
        R"({"action":"discard","reason":"重复"})", 1, 201);
    makers["keepCorrection"] = [](const Things& things) {
        const auto ask = [&](const std::string& id) {
            return at("plan-documents", id, "/correction", things.correction, 1);
        };
        return Cases{one("an import", ask(things.import)), nothing(ask(std::string(no_id)))};
    };
    makers["savePlanOfDocument"] = [](const Things& things) {
        auto made = at("plan-documents", things.import, "/plan", "", 1);
        made.query = "again=true";
        return Cases{one("an import", made, 201),
            nothing(at("plan-documents", std::string(no_id), "/plan", "", 1))};
    };
    makers["visitCorrection"] = one_of("plan-documents", &Things::import, "/visits",
        R"({"window_id":"0f8fad5b-d9cb-469f-a165-70867728950e","leaves":false})");
}

} // namespace

void add_makers_of_plans(Makers& makers)
{
    add_lists(makers);
    add_documents(makers);
    makers["findPlan"] = one_of("plans", &Things::plan);
    makers["planHistory"] = one_of("plans", &Things::plan, "/steps");
    makers["savePlanDraft"] = [](const Things&) {
        return Cases{one("new",
            {.path = "/api/plans",
                .body = R"({"title":"协商计划","committee":"政协","year":2026,"topics":[]})"},
            201)};
    };
    makers["editPlan"] = one_of("plans", &Things::plan, "",
        R"({"title":"又一个标题","sections":[{"heading":"一、要求","text":"先调研、后协商。"}]})",
        1);
    makers["takePlanStep"] = [](const Things& things) {
        const std::string body = R"({"action":"discard","reason":"重复"})";
        auto step = one("a draft", at("plans", things.plan, "/steps", body, 1), 201);
        step.status_of = [](const Visitor& visitor) { // docs/workflows.md
            return visitor.asking.role == "office" ? 201 : 403;
        };
        return Cases{step, nothing(at("plans", std::string(no_id), "/steps", body, 1))};
    };
    makers["findTopic"] = one_of("topics", &Things::topic);
    makers["topicHistory"] = one_of("topics", &Things::topic, "/steps");
    makers["addTopic"] = one_of("plans", &Things::plan, "/topics",
        R"({"kind":"thematic","title":"另一个题目","period":"","responsible":[],"participating":[]})",
        0, 201);
    makers["takeTopicStep"] = one_of(
        "topics", &Things::topic, "/steps", R"({"action":"unlist","reason":"重复"})", 1, 201);
    makers["previewNextYear"] = one_of("plans", &Things::plan, "/next-year");
    makers["beginNextYear"] = one_of(
        "plans", &Things::plan, "/next-year", R"({"with_topics":true,"collecting":true})", 0, 201);
    makers["editTopic"] = one_of("topics", &Things::topic, "", R"({"title":"又一个题目"})", 1);
}

} // namespace xieshang::policies
