// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_policies.h"
#include "features/calls/calls_routes.h"
#include "features/calls/calls_views.h"
#include "features/calls/form_picture_actions.h"
#include "features/calls/topic_call_actions.h"
#include "platform/texts/texts.h"

namespace xieshang::calls {
namespace {

CallView view_of(const http::Call& call, CallPage&& page)
{
    const auto text = [&](const std::string& code, const base::Params& params) {
        return texts::built_in().text(call.language(), code, params);
    };
    auto& kept = page.call;
    CallView view;
    static_cast<CallWords&>(view) = std::move(kept.words);
    view.id = std::move(kept.id);
    view.state = kept.state;
    view.phase = page.phase;
    for (auto& one : page.asked_as) {
        view.asked_as.push_back(
            {one.constituency, std::move(one.body_id), std::move(one.body_name)});
    }
    if (!page.refusal.empty()) {
        view.cannot_suggest_because = text(page.refusal, page.params);
    }
    view.handed_in = page.handed_in;
    if (!kept.code.empty()) {
        view.code = std::move(kept.code);
    }
    for (auto& step : page.steps) {
        view.steps.push_back({step.at_ms, std::move(step.by_name), step.action,
            std::move(step.reason), std::move(step.closes_on), step.version});
    }
    for (const auto& offer : page.offers) {
        view.actions.push_back({offer.action,
            offer.refusal.empty() ? std::nullopt : std::optional(text(offer.refusal, {}))});
    }
    view.version = kept.version;
    view.updated_at = kept.updated_at;
    return view;
}

// After a change the office sees it as its page does.
base::Result<CallView> shown(http::Call& call, const CallId& id)
{
    return view_of(call, TRY(call_page(call.services(), {call.actor(), policies::see_calls}, id)));
}

base::Result<CallList> list(http::Call& call)
{
    CallList found;
    for (auto& page : list_calls(call.services(), {call.actor(), policies::see_calls})) {
        found.items.push_back(view_of(call, std::move(page)));
    }
    return found;
}

std::string origin_of(const http::Request& request)
{
    return (request.secure ? "https://" : "http://") + std::string(request.header("Host"));
}

base::Result<CallView> show(http::Call& call, const CallId& id)
{
    auto view = view_of(call, TRY(call_page(call.services(), call.asker(), id)));
    view.form_picture = form_picture(origin_of(call.request()), view.code.value_or(""));
    return view;
}

base::Result<CallView> make(http::Call& call, const CallWords& body)
{
    return shown(call, TRY(make_call(call.services(), call.actor(), body)).id);
}

base::Result<CallView> edit(http::Call& call, const CallId& id, const CallWords& body)
{
    CHECK(edit_call(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<CallView> step(http::Call& call, const CallId& id, const CallStepRequest& body)
{
    CHECK(take_call_step(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

} // namespace

void add_topic_call_routes(http::Api& api)
{
    api.get("/api/calls", list,
        {.name = "listCalls",
            .summary = "Calls for topics, the newest window first, and whether the caller is asked",
            .policy = policies::list_calls});
    api.get("/api/calls/{id}", show,
        {.name = "findCall",
            .summary = "A call for topics, with what the caller may do under it today",
            .policy = policies::see_calls});
    api.post("/api/calls", make,
        {.name = "makeCall",
            .summary = "Prepare a call for topics; nobody is asked before it is published",
            .policy = policies::keep_calls,
            .status = 201});
    api.patch("/api/calls/{id}", edit,
        {.name = "editCall",
            .summary = "Change a call that is not published yet",
            .policy = policies::keep_calls,
            .versioned = true});
    api.post("/api/calls/{id}/steps", step,
        {.name = "takeCallStep",
            .summary = "Publish a call, extend it or close it early, with the reason",
            .policy = policies::keep_calls,
            .status = 201,
            .versioned = true});
}

} // namespace xieshang::calls
