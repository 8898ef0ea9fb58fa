// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/wiring.h"

#include "features/members/account_routes.h"
#include "features/members/demo_actions.h"
#include "features/members/member_actions.h"
#include "features/members/member_routes.h"
#include "features/members/oidc_routes.h"
#include "features/members/passkey_routes.h"
#include "features/people/membership_workflow.h"
#include "features/plan/correction_actions.h"
#include "features/plan/document_actions.h"
#include "features/plan/document_workflow.h"
#include "features/plan/plan_actions.h"
#include "features/plan/plan_routes.h"
#include "features/plan/plan_workflow.h"
#include "features/search/search_actions.h"
#include "features/search/search_routes.h"
#include "features/topics/topic_routes.h"
#include "platform/base/embedded.h"
#include "platform/texts/texts.h"

#include <fmt/format.h>

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

base::Result<void> seed_demo_plan(services::Services& services, const base::Actor& actor)
{
    for (const auto& file : embedded::demo()) {
        const auto kept = TRY(plan::keep_file(services, file.bytes, std::string(file.path)));
        CHECK(services.db.transact([&](db::Tx& tx) -> base::Result<plan::PlanId> {
            db::Joined joined(tx, services.db.engine());
            auto inside = services.within(joined);
            const auto document = TRY(plan::keep_row(inside, actor, kept, false));
            return plan::save_as_read(inside, actor, document, kept.reading);
        }));
    }
    return {};
}

} // namespace

std::unique_ptr<http::Api> make_api(services::Services& services, const WiringOptions& options)
{
    auto api = std::make_unique<http::Api>(
        services, texts::built_in(),
        [&services, profile = options.profile](const http::Request& request) {
            return members::actor_of_request(services, request, profile);
        },
        http::ApiOptions{.title = "Xieshang 协商",
            .version = XIESHANG_VERSION,
            .assets = options.assets,
            .failed = options.failed});
    members::add_member_routes(*api,
        {.version = XIESHANG_VERSION,
            .demo = options.demo,
            .oidc = options.oidc == nullptr ? "" : options.oidc->settings().name,
            .profile = options.profile});
    members::add_account_routes(*api, options.profile);
    members::add_administration_routes(*api, options.profile);
    members::add_oidc_routes(*api, options.oidc);
    members::add_passkey_routes(*api);
    if (options.demo) {
        members::add_demo_routes(*api);
    }
    plan::add_plan_routes(*api);
    plan::add_document_routes(*api);
    plan::add_import_routes(*api);
    plan::add_correction_routes(*api);
    topics::add_topic_routes(*api);
    search::add_search_routes(*api);
    return api;
}

std::optional<base::Actor> actor_watching(
    services::Services& services, const http::Request& request, members::PasswordProfile profile)
{
    return members::actor_watching(services, request, profile);
}

base::Result<void> seed_demo(services::Services& services, const std::string& folder)
{
    if (!members::is_setup_needed(services)) {
        return base::refuse("serve.demo_on_other_data", {{"folder", folder}});
    }
    members::seed_demo_people(services);
    if (!plan::list_plans(services, {.limit = 1}).empty()) {
        return {};
    }
    return seed_demo_plan(services,
        {"", texts::built_in().text(texts::Language::zh_cn, "serve.demo_actor"),
            members::bit(members::Role::office)});
}

std::string openapi_document()
{
    NoDatabase database;
    base::SystemClock clock;
    base::SystemRandom random;
    files::FileStore files(".");
    services::Services services{database, clock, random, files};
    return make_api(services, {.demo = true})->openapi();
}

std::string workflow_tables()
{
    using Rows = std::vector<std::array<std::string, 5>>;
    std::string text = "# Workflows\n\nMade by `xieshang workflows`; do not edit.\n";
    for (const auto& [name, rows] :
        {std::pair<std::string_view, Rows>{"import 导入", plan::document_workflow_rows()},
            {"membership 委员资格", people::membership_workflow_rows()},
            {"plan 计划", plan::plan_workflow_rows()}}) {
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
