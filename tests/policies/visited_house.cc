// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "tests/policies/visited_house.h"

#include "features/behalf/behalf_store.h"
#include "features/members/account_actions.h"
#include "features/members/passkey_store.h"
#include "platform/base/embedded.h"

#include <fmt/format.h>
#include <stdexcept>

namespace xieshang::policies {
namespace {

std::unique_ptr<app::House> opened(const std::string& folder, const std::string& database)
{
    app::Config config;
    config.data = folder;
    config.database = database;
    auto house = app::open_house(config);
    if (!house) {
        throw std::runtime_error(house.error().code);
    }
    return std::move(*house);
}

} // namespace

std::string id_in(const boost::json::value& answer)
{
    return std::string(answer.at("id").as_string());
}

VisitedHouse::VisitedHouse(const std::string& database)
    : house_(opened(folder_.path().string(), database)),
      database_(*house_->database),
      services_(house_->services.within(database_)),
      events_([this](const http::Request& request) { // from a thread of its own
          return app::actor_watching(house_->services, request, members::SignInRules{});
      }),
      api_(app::make_api(services_, {.demo = true, .events = &events_})),
      visitors_(all_visitors(services_))
{
    make_things();
}

http::Request VisitedHouse::request_of(
    const Visitor& visitor, http::Method method, const Ask& asked)
{
    http::Request request;
    request.method = method;
    request.path = asked.path;
    request.query = asked.query;
    request.body = asked.body;
    request.remote_address = "192.0.2.1";
    request.request_id = "the-request-s-id";
    request.headers = {{"Host", "localhost"}, {"Accept-Language", "en"}};
    const auto session = visitor.token.empty() ? "" : "xieshang=" + visitor.token + "; ";
    if (const auto cookies = session + asked.cookie; !cookies.empty()) {
        request.headers.push_back({"Cookie", cookies});
    }
    if (!asked.bare) {
        request.headers.push_back({"Content-Type", asked.content_type});
        request.headers.push_back({"X-File-Name", "plan.txt"});
        request.headers.push_back(
            {"Idempotency-Key", fmt::format("key-of-the-matrix-{}", ++keys_)});
        if (asked.version != 0) {
            request.headers.push_back(
                {"If-Match", fmt::format("\"v{}\"", std::max<std::int64_t>(asked.version, 0))});
        }
    } else if (!asked.body.empty()) {
        request.headers.push_back({"Content-Type", "text/html"});
    }
    return request;
}

http::Response VisitedHouse::ask(const Visitor& visitor, http::Method method, const Ask& asked)
{
    const auto request = request_of(visitor, method, asked);
    return database_.undone([&] { return api_->handle(request); });
}

VisitedHouse::Heard VisitedHouse::ask_and_listen(
    const Visitor& visitor, http::Method method, const Ask& asked)
{
    const auto request = request_of(visitor, method, asked);
    return database_.undone([&] {
        const auto told = [&](const char* which) {
            return database_.read([&](db::Tx& tx) {
                return tx
                    .one<std::int64_t>(
                        "SELECT count(*) FROM event WHERE action " + std::string(which))
                    .value();
            });
        };
        constexpr auto changes = "NOT LIKE 'denial.%'";
        constexpr auto hidden = "= 'denial.object'";
        const auto changes_before = told(changes);
        const auto hidden_before = told(hidden);
        const auto status = api_->handle(request).status;
        return Heard{status, told(changes) - changes_before, told(hidden) - hidden_before};
    });
}

http::Response VisitedHouse::ask_for_good(
    const Visitor& visitor, http::Method method, const Ask& asked)
{
    return api_->handle(request_of(visitor, method, asked));
}

boost::json::value VisitedHouse::made(const Visitor& by, http::Method method, const Ask& asked)
{
    const auto response = ask_for_good(by, method, asked);
    if (response.status != 201) {
        throw std::runtime_error(asked.path + ": " + response.body);
    }
    return boost::json::parse(response.body);
}

void VisitedHouse::make_things()
{
    make_passkey();
    make_documents();
    make_amendments();
    make_register();
    make_acts();
    make_settings();
    make_calls();
    make_rounds();
    make_opinions();
    make_scoring();
    things_.ways = std::make_shared<WaysIn>(services_, visitors_);
    things_.session = visitor(visitors_, "office, none").other_session;
    things_.account = members::make_account(services_, {}, {"zhang-san", "张三"}).value().id.text;
}

void VisitedHouse::make_passkey()
{
    const members::PersonId owner{visitor(visitors_, "office, none").id};
    const auto id = base::new_id<members::PasskeyId>(services_.clock, services_.random);
    things_.passkey = id.text;
    services_.db.write([&](db::Tx& tx) {
        return members::insert_passkey(tx,
            {id, owner, "手机", "localhost", "a-credential", -7, "its key", 0,
                services_.clock.now(), {}});
    });
}

void VisitedHouse::make_documents()
{
    using http::Method;
    const auto& office = visitor(visitors_, "office, none");
    const Ask upload{.path = "/api/plan-documents",
        .query = "again=true",
        .body = std::string(embedded::demo().front().bytes),
        .content_type = "application/octet-stream"};
    things_.document = id_in(made(office, Method::post, upload));
    const auto plan = made(office, Method::post,
        {.path = "/api/plan-documents/" + things_.document + "/plan", .version = 1});
    things_.plan = id_in(plan);
    things_.topic = id_in(plan.at("topics").at(0));
    things_.import = id_in(made(office, Method::post, upload));
    things_.discarded_import = id_in(made(office, Method::post, upload));
    made(office, Method::post,
        {.path = "/api/plan-documents/" + things_.discarded_import + "/steps",
            .body = R"({"action":"discard","reason":"重复"})",
            .version = 1});
    const auto correction = ask_for_good(
        office, Method::get, {.path = "/api/plan-documents/" + things_.import + "/correction"});
    things_.correction =
        boost::json::serialize(boost::json::parse(correction.body).at("correction"));
    const auto roster_of = [&](const std::string& name) {
        return made(office, Method::post,
            {.path = "/api/roster-imports",
                .body = "姓名,党派\n" + name + ",民盟\n",
                .content_type = "application/octet-stream"});
    };
    const auto roster = roster_of("王芳");
    things_.roster = id_in(roster);
    things_.roster_options = boost::json::serialize(roster.at("options"));
    things_.chosen_roster = id_in(roster_of("钱多"));
    ask_for_good(office, Method::put,
        {.path = "/api/roster-imports/" + things_.chosen_roster + "/options",
            .body = things_.roster_options,
            .version = 1});
}

// The office kept everybody's contacts. A body's act is written as it is: here every role has an
// account, so that the office could record none.
void VisitedHouse::make_acts()
{
    const behalf::BehalfScan scan{{std::string(no_id)}, services_.files.keep("%PDF-1.7\n%%EOF\n"),
        "批复.pdf", 15, "application/pdf", services_.clock.now(), "p1", "王小协", 1};
    const auto scanned = [&](db::Tx& tx, const std::vector<behalf::PersonId>& told) {
        behalf::BehalfAct act{.id = base::new_id<behalf::ActId>(services_.clock, services_.random),
            .body = "party_committee",
            .for_name = "区委",
            .deed = behalf::BehalfDeed::approve_plan,
            .object_kind = "plan",
            .object_id = things_.plan,
            .scan_id = scan.id,
            .paper_day = "2026-01-05",
            .version = 1};
        behalf::insert_act(tx, act, told);
        return act.id.text;
    };
    const auto act_of = [&](db::Tx& tx, const std::string& person) {
        return behalf::search_acts(tx, {.told = person, .limit = 1}).at(0).id.text;
    };
    services_.db.write([&](db::Tx& tx) {
        behalf::insert_scan(tx, scan);
        things_.scanned_act = scanned(tx, {});
        things_.act = act_of(tx, things_.person);
        for (auto& visitor : visitors_) {
            if (!visitor.membership.empty()) {
                visitor.act = act_of(tx, visitor.id);
                visitor.scanned_act = scanned(tx, {behalf::PersonId{visitor.id}});
            }
        }
        return true;
    });
}

// One setting and one year that were changed, each of version 1 then.
void VisitedHouse::make_settings()
{
    const auto& office = visitor(visitors_, "office, none");
    for (const auto& [path, body] : {std::pair{"/api/settings/thematic_notice",
                                         R"({"value":{"text":"12wd","items":[]},"reason":"改"})"},
             std::pair{"/api/calendar/days/2099-01-01",
                 R"({"kind":"holiday","name":"元旦","reason":"补登"})"}}) {
        const auto response =
            ask_for_good(office, http::Method::put, {.path = path, .body = body, .version = -1});
        if (response.status != 200) {
            throw std::runtime_error(std::string(path) + ": " + response.body);
        }
    }
}

} // namespace xieshang::policies
