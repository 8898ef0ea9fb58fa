// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_routes.h"

#include "features/members/policies.h"
#include "features/plan/plan_actions.h"
#include "features/plan/plan_table.h"
#include "platform/texts/texts.h"

#include <algorithm>
#include <iterator>

namespace xieshang::plan {
namespace {

struct PlanFilter {
    std::optional<std::int64_t> year;
    std::optional<PlanState> state;
    std::optional<std::string> q; // words of the title or the committee
    std::optional<PlanOrder> sort;
};
BOOST_DESCRIBE_STRUCT(PlanFilter, (), (year, state, q, sort))

constexpr std::int64_t most_exported = 10'000;

PlanSearch search_of(const PlanFilter& asked, std::int64_t limit)
{
    return {asked.year, asked.state, asked.q.value_or(""), asked.sort.value_or(PlanOrder::newest),
        {}, limit};
}

base::Result<PlanView> show(http::Call& call, const PlanId& id) { return plan_view(call, id); }

base::Result<http::Page<PlanLine>> list(http::Call& call, const http::Query<PlanFilter>& asked)
{
    auto search = search_of(asked.filter, asked.page.size + 1);
    if (const auto after = TRY((asked.page.after_values<std::int64_t, std::string>()))) {
        search.after = {std::get<0>(*after), std::get<1>(*after)};
    }
    return http::page_of(
        list_plans(call.services(), search), asked.page, [&](const PlanLine& line) {
            return std::tuple(sort_value(line, search.order), line.id.text);
        });
}

base::Result<PlanYears> list_years(http::Call& call)
{
    return PlanYears{years_of_plans(call.services())};
}

base::Result<http::Download> export_list(http::Call& call, const http::Query<PlanFilter>& asked)
{
    const auto plans = list_plans(call.services(), search_of(asked.filter, most_exported));
    const auto text = [&](std::string_view code) {
        return texts::built_in().text(call.language(), code);
    };
    return http::Download{.text = plan_table(plans, text),
        .file_name = texts::built_in().text(call.language(), "plan.export.file_name"),
        .content_type = "text/csv; charset=utf-8"};
}

base::Result<PlanView> save(http::Call& call, const NewPlan& body)
{
    return plan_view(call, TRY(save_draft(call.services(), call.actor(), {body})));
}

base::Result<PlanView> edit(http::Call& call, const PlanId& id, const PlanEdit& body)
{
    CHECK(edit_plan(call.services(), call.actor(), id, call.version_seen(), body));
    return plan_view(call, id);
}

base::Result<PlanView> step(http::Call& call, const PlanId& id, const StepRequest& body)
{
    CHECK(take_step(call.services(), call.actor(), id, call.version_seen(), body));
    return plan_view(call, id);
}

BehalfView behalf_view(const behalf::BehalfAct& act, const base::Actor& actor)
{
    BehalfView view{.name = act.for_name, .paper_day = act.paper_day};
    boost::describe::enum_from_string(act.body.c_str(), view.body);
    if (members::is_office(actor.roles)) {
        view.act_id = act.id;
    }
    return view;
}

base::Result<History> history(http::Call& call, const PlanId& id)
{
    History history;
    const auto acts = plan_steps_on_behalf(call.services(), id);
    const auto kept = TRY(plan_history(call.services(), id));
    auto review = kept.reviews.begin();
    for (const auto& step : kept.steps) {
        history.items.push_back(view_of(step));
        if (review != kept.reviews.end() && review->version == step.version) {
            history.items.back().review = view_of(*review++);
        }
        if (const auto act = acts.find(step.version); act != acts.end()) {
            history.items.back().behalf = behalf_view(act->second, call.actor());
        }
    }
    return history;
}

// Whoever agreed already may not again, and a body acts by the office as long as nobody holds its
// role: offers of those states are of one person and one moment.
bool is_reviewed(PlanState state)
{
    return state == PlanState::three_office_review || state == PlanState::chairpersons_review
        || state == PlanState::party_committee_review || state == PlanState::approved;
}

} // namespace

base::Result<PlanView> plan_view(http::Call& call, const PlanId& id)
{
    auto page = TRY(plan_page(call.services(), call.actor(), id));
    if (is_reviewed(page.plan.state)) {
        call.not_remembered();
    }
    std::vector<OfferView> actions;
    for (const auto& offer : page.offers) {
        actions.push_back({offer.action,
            offer.refusal.empty() ? std::nullopt
                                  : std::optional(texts::built_in().text(
                                      call.language(), offer.refusal, offer.params)),
            offer.behalf, offer.reviewer, offer.names_person});
    }
    const bool can_edit = editable(page.plan).has_value() && members::is_office(call.actor().roles);
    const bool in_force = page.plan.state == PlanState::in_force;
    auto view = view_of(std::move(page.plan), std::move(page.document), std::move(page.sections),
        std::move(page.topics), std::move(actions));
    view.ignored = std::move(page.ignored);
    view.own_words = std::move(page.own_words);
    view.issued_on = std::move(page.issued_on);
    view.due = std::move(page.due);
    view.can_edit = can_edit;
    for (auto& topic : page.dropped) {
        view.dropped.push_back(topics::line_of(std::move(topic)));
    }
    for (auto& one : page.unanswered) {
        view.unanswered.push_back({one.id.text, std::move(one.words.title), one.state});
    }
    std::copy_if(view.topics.begin(), view.topics.end(), std::back_inserter(view.open_topics),
        [&](const auto& topic) { return in_force && !topics::is_over(topic.state); });
    return view;
}

void add_plan_routes(http::Api& api)
{
    using members::office;
    using members::readers;
    api.get("/api/plans", list,
        {.name = "listPlans",
            .summary = "Plans, filtered and sorted, a page at a time",
            .policy = readers,
            .remembered = true});
    api.get("/api/plans/years", list_years,
        {.name = "listPlanYears",
            .summary = "The years that the list can be narrowed to",
            .policy = readers,
            .remembered = true});
    api.get("/api/plans/export", export_list,
        {.name = "exportPlans",
            .summary = "The filtered list as CSV",
            .policy = readers,
            .exports = true});
    api.get("/api/plans/{id}", show,
        {.name = "findPlan",
            .summary = "A plan with its sections, topics and open actions",
            .policy = readers,
            .remembered = true});
    api.post("/api/plans", save,
        {.name = "savePlanDraft",
            .summary = "Save a plan as draft",
            .policy = office,
            .status = 201});
    api.patch("/api/plans/{id}", edit,
        {.name = "editPlan", .summary = "Edit a draft", .policy = office, .versioned = true});
    api.get("/api/plans/{id}/steps", history,
        {.name = "planHistory",
            .summary = "The steps that a plan has taken",
            .policy = readers,
            .remembered = true});
    api.post("/api/plans/{id}/steps", step,
        {.name = "takePlanStep",
            .summary = "Take a step of the plan's workflow",
            .policy = readers,
            .status = 201,
            .versioned = true});
    add_next_year_routes(api);
}

} // namespace xieshang::plan
