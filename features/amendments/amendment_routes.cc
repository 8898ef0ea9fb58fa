// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_routes.h"

#include "features/amendments/amendment_actions.h"
#include "features/amendments/plan_version_actions.h"
#include "features/members/policies.h"
#include "platform/texts/texts.h"

namespace xieshang::amendments {
namespace {

std::optional<std::string> told(const http::Call& call, const std::string& code)
{
    return code.empty() ? std::nullopt
                        : std::optional(texts::built_in().text(call.language(), code));
}

base::Result<AmendmentView> show(http::Call& call, const AmendmentId& id)
{
    auto page = TRY(amendment_page(call.services(), call.actor(), id));
    auto& amendment = page.amendment;
    auto changes = changes_of(amendment, page.topics);
    AmendmentView view{amendment.id, {page.plan.id, page.plan.title, page.plan.year},
        std::move(amendment.reason), std::move(changes), std::move(amendment.decision),
        amendment.state, amendment.version, amendment.created_at,
        std::move(amendment.created_by_name), page.can_edit, {}, {}};
    view.hindrance = told(call, page.is_hindered ? "amendment.hindered" : "");
    for (const auto& offer : page.offers) {
        view.actions.push_back({offer.action, told(call, offer.refusal), offer.behalf});
    }
    for (const auto& step : page.steps) {
        view.steps.push_back(
            {step.at_ms, step.by_name, step.action, step.from_state, step.to_state, step.reason});
    }
    return view;
}

base::Result<Amendments> list(http::Call& call, const plan::PlanId& id)
{
    const auto kept = TRY(amendments_of_plan(call.services(), id));
    Amendments shown;
    for (const auto& amendment : kept.all) {
        shown.items.push_back(line_of(amendment, kept.topics));
        for (auto& one : replaced_by(amendment, kept.topics)) {
            shown.replaced.push_back(std::move(one));
        }
    }
    const auto open = amendable(kept.plan);
    const bool may = members::is_office(call.actor().roles);
    shown.refusal = told(call, !may ? "workflow.wrong_role" : open ? "" : open.error().code);
    return shown;
}

base::Result<AmendmentView> make(
    http::Call& call, const plan::PlanId& id, const AmendmentWords& body)
{
    return show(call, TRY(propose(call.services(), call.actor(), id, body)).id);
}

base::Result<AmendmentView> edit(
    http::Call& call, const AmendmentId& id, const AmendmentWords& body)
{
    CHECK(rewrite(call.services(), call.actor(), id, call.version_seen(), body));
    return show(call, id);
}

base::Result<AmendmentView> step(
    http::Call& call, const AmendmentId& id, const AmendmentStepRequest& body)
{
    CHECK(take_step(call.services(), call.actor(), id, call.version_seen(), body));
    return show(call, id);
}

base::Result<StoodPlan> stood(
    http::Call& call, const plan::PlanId& id, const http::Options<DayAsked>& asked)
{
    return plan_as_it_stood(call.services(), id, asked->day);
}

} // namespace

void add_amendment_routes(http::Api& api)
{
    using members::office;
    using members::readers;
    api.get("/api/plans/{id}/amendments", list,
        {.name = "listAmendments",
            .summary = "The amendments of a plan",
            .policy = readers,
            .remembered = true});
    api.get("/api/plans/{id}/as-it-stood", stood,
        {.name = "planAsItStood",
            .summary = "The topics of a plan as they stood on a day",
            .policy = readers});
    api.post("/api/plans/{id}/amendments", make,
        {.name = "proposeAmendment",
            .summary = "Propose an amendment of an issued plan",
            .policy = office,
            .status = 201});
    api.get("/api/amendments/{id}", show,
        {.name = "findAmendment",
            .summary = "An amendment with what each change does",
            .policy = readers});
    api.put("/api/amendments/{id}", edit,
        {.name = "rewriteAmendment",
            .summary = "Rewrite an amendment that is not decided",
            .policy = office,
            .versioned = true});
    api.post("/api/amendments/{id}/steps", step,
        {.name = "takeAmendmentStep",
            .summary = "Decide on an amendment, withdraw it before its day, or discard it",
            .policy = readers,
            .status = 201,
            .versioned = true});
    add_plan_version_routes(api);
}

} // namespace xieshang::amendments
