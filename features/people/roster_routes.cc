// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_routes.h"

#include "features/members/policies.h"
#include "features/people/people_policies.h"
#include "features/people/roster_actions.h"
#include "features/people/roster_choice_actions.h"
#include "features/people/roster_export_actions.h"
#include "features/people/roster_kept_actions.h"
#include "features/people/roster_step_actions.h"
#include "features/people/roster_views.h"
#include "platform/http/progress_board.h"
#include "platform/texts/texts.h"

#include <map>
#include <memory>

namespace xieshang::people {
namespace {

using members::office;
using Board = std::shared_ptr<http::ProgressBoard>;

RosterText text_for(http::Call& call)
{
    return [&call](std::string_view code, const base::Params& params) {
        return texts::built_in().text(call.language(), code, params);
    };
}

RosterWords words_for(http::Call& call)
{
    return [&call](
               std::string_view code) { return texts::built_in().text(call.language(), code, {}); };
}

std::vector<ColumnChoice> columns_of_head(const RosterTable& table, std::int64_t head_row)
{
    for (const auto& row : table.rows) {
        if (row.number == head_row) {
            return columns_proposed(row);
        }
    }
    return {};
}

void add_last_time(services::Services& services, const RosterDraft& draft, RosterView& view)
{
    if (const auto last =
            draft.columns_from ? roster_row(services, *draft.columns_from) : std::nullopt) {
        view.last_time = {last->file_name, last->uploaded_at, last->uploaded_by_name};
        mark_last_time(view.columns, options_of(*last).columns,
            columns_of_head(draft.table, draft.options.head_row));
    }
}

RosterView view_of(http::Call& call, services::Services& services, const RosterDraft& draft,
    const RosterPreview& shown)
{
    const auto& import = draft.import;
    RosterView view{import.id, import.file_name, import.size, import.state, import.version,
        import.uploaded_at, import.uploaded_by_name, shown.is_chosen, draft.is_file_kept,
        are_rows_kept(services, import.id), draft.options};
    for (const auto& sheet : draft.table.sheets) {
        view.sheets.push_back({sheet.name, sheet.is_hidden});
    }
    view.heads = heads_shown(draft.table);
    view.columns = columns_shown(draft.table, draft.options);
    for (const auto& term : shown.terms) {
        view.terms.push_back(term.number);
    }
    view.sectors = places_shown(shown.organisations, OrganisationKind::sector);
    view.groups = places_shown(shown.organisations, OrganisationKind::sub_district);
    view.counts = shown.counts;
    if (import.state == RosterState::open) {
        view.gaps = gaps_of(shown.outcomes, shown.organisations);
    }
    view.result = result_of(import);
    add_last_time(services, draft, view);
    for (const auto& offer : roster_offers(services, call.actor(), import)) {
        view.actions.push_back({offer.action,
            offer.refusal.empty() ? std::nullopt
                                  : std::optional(text_for(call)(offer.refusal, {}))});
    }
    return view;
}

base::Result<RosterView> upload(
    http::Call& call, const http::Options<RosterAgain>& options, const http::Upload& file)
{
    const auto read = TRY(read_roster(file.bytes, file.file_name));
    return call.settle([&](services::Services& joined) -> base::Result<RosterView> {
        const auto import =
            TRY(keep_roster(joined, call.actor(), read, options->again.value_or(false)));
        const auto draft = TRY(roster_draft(joined, import.id));
        return view_of(call, joined, draft, roster_preview(joined, draft));
    });
}

base::Result<RosterView> show(
    http::Call& call, const RosterImportId& id, const RecentRosters& recent)
{
    auto state = TRY(roster_preview_state(call.services(), id));
    const auto draft = TRY(roster_draft(call.services(), id));
    const auto preview = roster_preview(call.services(), draft);
    recent->keep(id.text, std::move(state), rows_of(preview)); // its rows are asked for next
    return view_of(call, call.services(), draft, preview);
}

base::Result<RosterView> choose(
    http::Call& call, const RosterImportId& id, const RosterOptions& options)
{
    const auto draft =
        TRY(with_options(call.services(), TRY(roster_draft(call.services(), id)), options));
    return call.settle([&](services::Services& joined) -> base::Result<RosterView> {
        auto chosen = TRY(choose_roster_options(joined, call.actor(), draft, call.version_seen()));
        auto now = draft;
        now.import = std::move(chosen.import);
        return view_of(call, joined, now, chosen.preview);
    });
}

base::Result<RosterView> add_places(
    http::Call& call, const RosterImportId& id, const RosterPlacesRequest& body)
{
    const auto draft = TRY(roster_draft(call.services(), id));
    const RosterPlacesAsked asked{call.version_seen(), body.places,
        text_for(call)("roster.reason", {{"file", draft.import.file_name}})};
    return call.settle([&](services::Services& joined) -> base::Result<RosterView> {
        auto chosen = TRY(add_roster_places(joined, call.actor(), draft, asked));
        auto now = draft;
        now.options = options_of(chosen.import);
        now.import = std::move(chosen.import);
        return view_of(call, joined, now, chosen.preview);
    });
}

base::Result<RosterCounts> confirm(http::Call& call, const RosterImportId& id,
    const RosterConfirmationRequest& body, http::ProgressBoard& board)
{
    const auto draft = TRY(roster_draft(call.services(), id));
    const RosterConfirmation asked{call.version_seen(), body.leave_out,
        text_for(call)("roster.reason", {{"file", draft.import.file_name}})};
    http::ProgressOnBoard line(board, id.text);
    return call.settle([&](services::Services& joined) {
        return confirm_roster(joined, call.actor(), draft, asked,
            [&](std::int64_t done, std::int64_t total) { line.say(done, total); });
    });
}

RosterStepView shown(KeptRosterStep step)
{
    return {step.at_ms, std::move(step.by_name), step.action, step.from_state, step.to_state,
        std::move(step.reason), step.version};
}

base::Result<RosterHistory> history(http::Call& call, const RosterImportId& id)
{
    RosterHistory history;
    for (auto& step : TRY(roster_history(call.services(), id))) {
        history.items.push_back(shown(std::move(step)));
    }
    return history;
}

// The step that was taken.
base::Result<RosterStepView> step(
    http::Call& call, const RosterImportId& id, const RosterStepRequest& body)
{
    const auto action = body.action == RosterShelving::discard ? RosterImportAction::discard
        : body.action == RosterShelving::restore               ? RosterImportAction::restore
                                                               : RosterImportAction::erase;
    CHECK(shelve_roster(
        call.services(), call.actor(), {id, call.version_seen(), action, body.reason}));
    return shown(TRY(roster_history(call.services(), id)).back());
}

base::Result<RosterProgressView> progress(
    http::Call& call, const RosterImportId& id, const http::ProgressBoard& board)
{
    if (!roster_row(call.services(), id)) {
        return base::trouble(base::Trouble::not_found, "roster.not_found");
    }
    const auto [done, total] = board.read(id.text);
    return RosterProgressView{done, total};
}

base::Result<http::Download> original(
    http::Call& call, const RosterImportId& id, const RosterReason& body)
{
    auto file = TRY(roster_original(call.services(), call.actor(), id, body.reason));
    return http::Download{.text = std::move(file.bytes), .file_name = std::move(file.file_name)};
}

base::Result<http::Download> exported(http::Call& call, const RosterExportRequest& body)
{
    const auto words = words_for(call);
    const auto* what = body.contacts ? "with_contacts" : "without_contacts";
    if (!call.asker().view(base::Relation::other_body, what)) {
        return base::trouble(base::Trouble::forbidden, "request.forbidden");
    }
    const auto rows = TRY(exported_roster(call.services(), call.actor(),
        {body.term_number, body.format, body.contacts, body.reason}, words));
    const bool is_csv = body.format == RosterFormat::csv;
    return http::Download{.text = roster_bytes(rows, body.format, words),
        .file_name = words("roster.export.file_name") + (is_csv ? ".csv" : ".xlsx"),
        .content_type = std::string(roster_content_type(body.format))};
}

void add_writing_routes(http::Api& api, const Board& board, const RecentRosters& recent)
{
    api.put("/api/roster-imports/{id}/options", choose,
        {.name = "chooseRosterOptions",
            .summary = "Say what the columns are and whom its rows mean; the rows count as seen",
            .policy = office,
            .versioned = true,
            .settles = http::Settles::in_handler,
            .body_limit = 4U << 20U});
    api.post("/api/roster-imports/{id}/places", add_places,
        {.name = "addRosterPlaces",
            .summary = "Add sectors and groups that the register lacks for this roster",
            .policy = office,
            .status = 201,
            .versioned = true,
            .settles = http::Settles::in_handler});
    api.post("/api/roster-imports/{id}/confirmation",
        [board, recent](
            http::Call& call, const RosterImportId& id, const RosterConfirmationRequest& body) {
            recent->forget(id.text); // nobody pages through what is imported
            return confirm(call, id, body, *board);
        },
        {.name = "confirmRoster",
            .summary = "Write the roster into the register, all of it or nothing; once",
            .policy = office,
            .versioned = true,
            .settles = http::Settles::in_handler});
    api.get("/api/roster-imports/{id}/progress",
        [board](http::Call& call, const RosterImportId& id) { return progress(call, id, *board); },
        {.name = "rosterProgress",
            .summary = "How far the writing is; zeros while nothing is written",
            .policy = office});
    api.get("/api/roster-imports/{id}/steps", history,
        {.name = "rosterHistory",
            .summary = "The steps that an import of a roster has taken",
            .policy = office});
    api.post("/api/roster-imports/{id}/steps", step,
        {.name = "takeRosterStep",
            .summary = "Set an import aside, take it up again, or erase its file for good",
            .policy = office,
            .status = 201,
            .versioned = true});
    api.post("/api/roster-imports/{id}/original", original,
        {.name = "rosterOriginal",
            .summary = "The file as it was handed in, with a reason: a look that is kept",
            .policy = office.with_fresh_proof(),
            .settles = http::Settles::by_itself});
}

} // namespace

void add_roster_routes(http::Api& api)
{
    const auto board = std::make_shared<http::ProgressBoard>();
    const auto recent = std::make_shared<http::Recent<RosterRows>>(2);
    api.post("/api/roster-imports", upload,
        {.name = "uploadRoster",
            .summary = "Keep a roster, sealed, and say what was read; nothing of it is written yet",
            .policy = office,
            .status = 201,
            .settles = http::Settles::in_handler,
            .body_limit = most_roster_bytes,
            .description = "Refused with roster.same_file_open, roster.same_file_imported or "
                           "roster.same_file_discarded, which name it in about, when the same "
                           "bytes are there already; unless again is true"});
    add_roster_list_routes(api);
    api.get("/api/roster-imports/{id}",
        [recent](http::Call& call, const RosterImportId& id) { return show(call, id, recent); },
        {.name = "findRoster",
            .summary = "An import: its columns, its choices, and how many rows change what",
            .policy = office});
    add_roster_row_routes(api, recent);
    add_writing_routes(api, board, recent);
    api.post("/api/roster-exports", exported,
        {.name = "exportRoster",
            .summary = "The roster of a term as a table; contacts only with a reason",
            .policy = policies::export_roster,
            .settles = http::Settles::by_itself});
}

} // namespace xieshang::people
