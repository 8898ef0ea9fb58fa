// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/wiring.h"

#include "app/policy_routes.h"
#include "app/policy_table.h"
#include "features/amendments/amendment_routes.h"
#include "features/amendments/amendment_workflow.h"
#include "features/amendments/demo_plans_actions.h"
#include "features/audit/audit_routes.h"
#include "features/balance/balance_routes.h"
#include "features/behalf/behalf_routes.h"
#include "features/behalf/behalf_workflow.h"
#include "features/behalf/demo_behalf_actions.h"
#include "features/calls/calls_routes.h"
#include "features/calls/demo_calls_actions.h"
#include "features/calls/topic_call_workflow.h"
#include "features/draft_opinions/demo_opinions_actions.h"
#include "features/draft_opinions/opinion_routes.h"
#include "features/draft_opinions/request_workflow.h"
#include "features/members/account_routes.h"
#include "features/members/demo_actions.h"
#include "features/members/member_routes.h"
#include "features/members/oidc_routes.h"
#include "features/members/passkey_routes.h"
#include "features/members/policies.h"
#include "features/members/setup_actions.h"
#include "features/people/demo_register_actions.h"
#include "features/people/membership_workflow.h"
#include "features/people/people_routes.h"
#include "features/people/roster_routes.h"
#include "features/people/roster_workflow.h"
#include "features/plan/correction_actions.h"
#include "features/plan/document_actions.h"
#include "features/plan/document_workflow.h"
#include "features/plan/plan_actions.h"
#include "features/plan/plan_routes.h"
#include "features/plan/plan_workflow.h"
#include "features/scoring/demo_scoring_actions.h"
#include "features/scoring/scoring_routes.h"
#include "features/scoring/scoring_workflow.h"
#include "features/search/search_actions.h"
#include "features/search/search_routes.h"
#include "features/settings/settings_routes.h"
#include "features/shortlists/demo_shortlist_actions.h"
#include "features/shortlists/selection_workflow.h"
#include "features/shortlists/shortlists_routes.h"
#include "features/topics/topic_routes.h"
#include "features/topics/topic_workflow.h"
#include "platform/base/embedded.h"
#include "platform/texts/texts.h"

#include <fmt/format.h>
#include <stdexcept>

namespace xieshang::app {
namespace {

// For the description of the API, which needs no data.
class NoDatabase final : public db::Database {
public:
    void write(const std::function<bool(db::Tx&)>&) override
    {
        throw db::Unavailable("no database");
    }
    void look(const std::function<void(db::Tx&)>&) override
    {
        throw db::Unavailable("no database");
    }
    std::string_view engine() const override { return "none"; }
};

// The API as it is with everything on, for what describes it.
template <class Describe>
std::string with_described_api(Describe describe)
{
    NoDatabase database;
    base::SystemClock clock;
    base::SystemRandom random;
    files::FileStore files(".");
    services::Services services{database, clock, random, files};
    return describe(*make_api(services, {.demo = true}));
}

void add_event_route(http::Api& api, http::EventHub* events)
{
    api.get("/api/events",
        [events](http::Call& call) -> base::Result<http::Response> {
            if (events == nullptr) {
                throw std::logic_error("no hub of events");
            }
            return events->subscribe(call.request(), call.actor());
        },
        {.name = "followChanges",
            .summary = "Server-sent events: what changed, as kind, id and version",
            .policy = members::readers});
}

// With an act of a body where no body has an account yet.
base::Result<void> seed_demo_plan(services::Services& services, const base::Actor& actor)
{
    const bool nobody_acts = members::demo_accounts(services).empty();
    for (const auto& file : embedded::demo()) {
        const auto kept = TRY(plan::keep_file(services, file.bytes, std::string(file.path)));
        const auto id = TRY(services.db.transact([&](db::Tx& tx) -> base::Result<plan::PlanId> {
            db::Joined joined(tx, services.db.engine());
            auto inside = services.within(joined);
            const auto document = TRY(plan::keep_row(inside, actor, kept, false));
            return plan::save_as_read(inside, actor, document, kept.reading);
        }));
        if (nobody_acts) {
            CHECK(behalf::seed_demo_act(services, actor, id,
                texts::built_in().text(texts::Language::zh_cn, "serve.demo_send_back")));
        }
    }
    return {};
}

} // namespace

std::unique_ptr<http::Api> make_api(services::Services& services, const WiringOptions& options)
{
    auto api = std::make_unique<http::Api>(
        services, texts::built_in(),
        [&services, rules = options.rules](const http::Request& request) {
            return members::actor_of_request(services, request, rules);
        },
        http::ApiOptions{.title = "Xieshang 协商",
            .version = XIESHANG_VERSION,
            .assets = options.assets,
            .who_now =
                [rules = options.rules](services::Services& joined, const http::Request& request) {
                    return members::actor_watching(joined, request, rules);
                },
            .failed = options.failed,
            .prove_again = "members.prove_again",
            .tell = [&services](const base::Actor& actor,
                        const http::Telling& of) { audit::tell_record(services, actor, of); }});
    members::add_member_routes(*api,
        {.version = XIESHANG_VERSION,
            .demo = options.demo,
            .oidc = options.oidc == nullptr ? "" : options.oidc->settings().name,
            .profile = options.rules.profile,
            .second_factor = options.rules.second_factor,
            .house_words = options.rules.house_words});
    members::add_account_routes(*api, options.rules);
    members::add_factor_routes(*api, options.rules);
    members::add_administration_routes(*api, options.rules);
    members::add_oidc_routes(*api, options.oidc, options.rules);
    members::add_passkey_routes(*api);
    if (options.demo) {
        members::add_demo_routes(*api);
    }
    people::add_people_routes(*api);
    people::add_roster_routes(*api);
    plan::add_plan_routes(*api);
    plan::add_document_routes(*api);
    plan::add_import_routes(*api);
    plan::add_correction_routes(*api);
    topics::add_topic_routes(*api);
    amendments::add_amendment_routes(*api);
    search::add_search_routes(*api);
    behalf::add_behalf_routes(*api);
    settings::add_setting_routes(*api);
    settings::add_calendar_routes(*api);
    calls::add_calls_routes(*api);
    balance::add_balance_routes(*api);
    shortlists::add_shortlists_routes(*api);
    draft_opinions::add_opinion_request_routes(*api);
    scoring::add_scoring_routes(*api);
    add_event_route(*api, options.events);
    add_policy_routes(*api);
    audit::add_audit_routes(*api);
    return api;
}

std::optional<base::Actor> actor_watching(
    services::Services& services, const http::Request& request, const members::SignInRules& rules)
{
    return members::actor_watching(services, request, rules);
}

base::Result<void> seed_demo(services::Services& services, const std::string& folder)
{
    if (!members::is_setup_needed(services)) {
        return base::refuse("serve.demo_on_other_data", {{"folder", folder}});
    }
    const base::Actor actor{"", texts::built_in().text(texts::Language::zh_cn, "serve.demo_actor"),
        members::bit(members::Role::office)};
    if (plan::list_plans(services, {.limit = 1}).empty()) {
        CHECK(seed_demo_plan(services, actor));
    }
    members::seed_demo_people(services);
    CHECK(people::seed_demo_register(services, actor));
    CHECK(calls::seed_demo_calls(services, actor));
    CHECK(amendments::seed_demo_plans(services, actor));
    CHECK(shortlists::seed_demo_shortlist(services, actor));
    CHECK(draft_opinions::seed_demo_opinions(services, actor));
    return scoring::seed_demo_scoring(services, actor);
}

std::string openapi_document()
{
    return with_described_api([](const http::Api& api) { return api.openapi(); });
}

std::string policy_document(texts::Language language)
{
    return with_described_api([&](const http::Api& api) {
        return policy_document(policy_lines(api, language), language);
    });
}

std::string workflow_tables()
{
    using Rows = std::vector<std::array<std::string, 5>>;
    std::string text = "# Workflows\n\nMade by `xieshang workflows`; do not edit.\n";
    for (const auto& [name, rows] :
        {std::pair<std::string_view, Rows>{"import 导入", plan::document_workflow_rows()},
            {"membership 委员资格", people::membership_workflow_rows()},
            {"plan 计划", plan::plan_workflow_rows()},
            {"call for topics 议题征集", calls::call_workflow_rows()},
            {"selection round 议题遴选", shortlists::selection_workflow_rows()},
            {"opinions asked for 征求意见", draft_opinions::request_workflow_rows()},
            {"scoring round 评分", scoring::scoring_workflow_rows()},
            {"topic 议题", topics::topic_workflow_rows()},
            {"amendment 议题调整", amendments::amendment_workflow_rows()},
            {"roster import 名册导入", people::roster_workflow_rows()},
            {"act on behalf 代办", behalf::behalf_workflow_rows()}}) {
        text += fmt::format("\n## {}\n\n| from | action | to | by | or else |\n"
                            "|---|---|---|---|---|\n",
            name);
        for (const auto& [from, action, to, by, or_else] : rows) {
            text += fmt::format("| {} | {} | {} | {} | {} |\n", from, action, to, by, or_else);
        }
    }
    return text;
}

} // namespace xieshang::app
