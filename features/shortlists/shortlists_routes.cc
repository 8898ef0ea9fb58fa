// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/shortlists_routes.h"

#include "features/plan/plan_table.h"
#include "features/settings/given_names_actions.h"
#include "features/shortlists/list_counts.h"
#include "features/shortlists/marking_actions.h"
#include "features/shortlists/selection_actions.h"
#include "features/shortlists/selection_page_actions.h"
#include "features/shortlists/shortlist_actions.h"
#include "features/shortlists/shortlists_policies.h"
#include "platform/documents/workbook_writer.h"
#include "platform/texts/texts.h"

namespace xieshang::shortlists {
namespace {

base::Result<RoundView> seen(http::Call& call, const base::Asker& asker, const RoundId& id)
{
    auto view = TRY(round_page(call.services(), asker, id));
    const auto said = [&](std::optional<std::string>& code) {
        if (code) {
            code = texts::built_in().text(call.language(), *code);
        }
    };
    said(view.cannot_mark_because);
    for (auto& action : view.actions) {
        said(action.refusal);
    }
    return view;
}

// After a change the office sees it as its page does.
base::Result<RoundView> shown(http::Call& call, const RoundId& id)
{
    return seen(call, {call.actor(), policies::see_rounds}, id);
}

base::Result<RoundList> list(http::Call& call) { return list_rounds(call.services()); }

base::Result<RoundView> show(http::Call& call, const RoundId& id)
{
    return seen(call, call.asker(), id);
}

base::Result<RoundView> make(http::Call& call, const RoundWords& body)
{
    return shown(call, TRY(make_round(call.services(), call.actor(), body)).id);
}

base::Result<RoundView> edit(http::Call& call, const RoundId& id, const RoundEdit& body)
{
    CHECK(edit_round(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<RoundView> place(http::Call& call, const RoundId& id, const PlacementRequest& body)
{
    CHECK(
        place_candidates(call.services(), call.actor(), id, call.version_seen(), body.placements));
    return shown(call, id);
}

base::Result<RoundView> step(http::Call& call, const RoundId& id, const RoundStepRequest& body)
{
    CHECK(take_round_step(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<MarkView> mark_one(http::Call& call, const RoundId& id, const MarkRequest& body)
{
    return MarkView{TRY(mark(call.services(), call.actor(), id, body))};
}

base::Result<RoundView> change(
    http::Call& call, const RoundId& id, const ShortlistChangeRequest& body)
{
    CHECK(change_shortlist(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<RoundView> decide(http::Call& call, const RoundId& id, const ShortlistDecision& body)
{
    CHECK(decide_shortlist(call.services(), call.actor(), id, call.version_seen(), body));
    return shown(call, id);
}

base::Result<http::Download> export_list(
    http::Call& call, const RoundId& id, const http::Options<ShortlistExport>& asked)
{
    const auto text = settings::texts_with_given_names(call.services(), call.language());
    const auto round = TRY(shown(call, id));
    const auto rows = shortlist_rows(round, text);
    if (asked.given.format == ShortlistFormat::csv) {
        std::string table(plan::csv_mark);
        for (const auto& row : rows) {
            table += plan::csv_row(row);
        }
        return http::Download{.text = std::move(table),
            .file_name = text("shortlist.export.file_name") + ".csv",
            .content_type = "text/csv; charset=utf-8"};
    }
    return http::Download{.text = documents::workbook_of(text("shortlist.export.sheet"), rows),
        .file_name = text("shortlist.export.file_name") + ".xlsx",
        .content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
}

void add_marking_routes(http::Api& api)
{
    api.get("/api/rounds", list,
        {.name = "listRounds",
            .summary = "Selection rounds, the newest first",
            .policy = policies::list_rounds});
    api.get("/api/rounds/{id}", show,
        {.name = "findRound",
            .summary = "A selection round: what is to be chosen among, the caller's own marks, and "
                       "for the office the proposal explained",
            .policy = policies::see_rounds});
    api.post("/api/rounds/{id}/marks", mark_one,
        {.name = "markSuggestion",
            .summary = "Mark a suggestion that the caller would see in the plan, or take it back",
            .policy = policies::mark});
}

void add_office_routes(http::Api& api)
{
    api.post("/api/rounds", make,
        {.name = "makeRound",
            .summary = "Begin a selection round with its slots; marks are taken from now on",
            .policy = policies::keep_rounds,
            .status = 201});
    api.patch("/api/rounds/{id}", edit,
        {.name = "editRound",
            .summary = "Change slots, wanted places or the last day of marking, with the reason",
            .policy = policies::keep_rounds,
            .versioned = true});
    api.post("/api/rounds/{id}/placements", place,
        {.name = "placeSuggestions",
            .summary = "Say in which form and field suggestions compete",
            .policy = policies::keep_rounds,
            .versioned = true});
    api.post("/api/rounds/{id}/steps", step,
        {.name = "takeRoundStep",
            .summary = "End the marking, or propose a shortlist from the marks",
            .policy = policies::keep_rounds,
            .status = 201,
            .versioned = true});
    api.post("/api/rounds/{id}/changes", change,
        {.name = "changeShortlist",
            .summary = "Take a suggestion in or out of the shortlist, or both, with the reason",
            .policy = policies::keep_rounds,
            .status = 201,
            .versioned = true});
    api.post("/api/rounds/{id}/decision", decide,
        {.name = "decideShortlist",
            .summary = "Record which meeting decided on the shortlist; each proposer is answered",
            .policy = policies::keep_rounds,
            .status = 201,
            .versioned = true});
    api.get("/api/rounds/{id}/export", export_list,
        {.name = "exportShortlist",
            .summary = "The shortlist with its counts and changes, as .xlsx or .csv",
            .policy = policies::export_shortlist,
            .exports = true});
}

} // namespace

void add_shortlists_routes(http::Api& api)
{
    add_marking_routes(api);
    add_office_routes(api);
}

} // namespace xieshang::shortlists
