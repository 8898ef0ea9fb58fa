// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on imports of rosters. The file is kept sealed with its row, and read again whenever
// somebody looks: what is shown is always what file and register say now. Nothing is written into
// the register before confirm_roster(), which writes everything in one transaction or nothing.
// They are the office's: whoever else calls one that writes is refused with request.forbidden.
#pragma once

#include "features/people/roster_memory_actions.h"
#include "features/people/roster_store.h"
#include "platform/services/services.h"

#include <functional>

namespace xieshang::people {

constexpr std::size_t most_roster_bytes = 10U << 20U;

// Refuses what documents::read_table() refuses.
base::Result<RosterTable> roster_table(
    std::string_view bytes, std::optional<std::size_t> sheet = {});

// A file that can be read. Refuses what documents::read_table() refuses. Slow: before a
// transaction.
struct RosterFile {
    std::string bytes;
    std::string file_name;
    RosterOptions options;           // proposed
    std::vector<RosterHead> heads{}; // none: the options stand, whatever was matched before
};
base::Result<RosterFile> read_roster(std::string_view bytes, std::string file_name);
// `again`: although the same bytes are there. Else the refusals of is_new_file().
base::Result<RosterImport> keep_roster(services::Services& services, const base::Actor& actor,
    const RosterFile& file, bool again = false);

// What file and choices say. Slow, too. Refuses with roster.not_found.
struct RosterDraft {
    RosterImport import;
    RosterOptions options;
    RosterTable table;                            // empty where the file was erased
    std::optional<RosterImportId> columns_from{}; // as the last time
    bool is_file_kept = true;
};
base::Result<RosterDraft> roster_draft(services::Services& services, const RosterImportId& id);

struct RosterPreview {
    std::vector<Organisation> organisations;
    std::vector<Term> terms;
    std::vector<RosterOutcome> outcomes;
    std::vector<bool> moved; // since the office looked; none when it did not choose yet
    RosterCounts counts;
    bool is_chosen = false; // the office confirmed the columns and was shown the rows
};
RosterPreview roster_preview(services::Services& services, const RosterDraft& draft);
// What a preview of this import depends on: as long as it is the same, so is the preview. Each
// change of register and import tells the record. Refuses with roster.not_found.
base::Result<std::string> roster_preview_state(
    services::Services& services, const RosterImportId& id);

// The draft as other choices make it, not kept yet. Another sheet comes with a head and columns of
// its own. Refuses what documents::read_table() refuses.
base::Result<RosterDraft> with_options(
    services::Services& services, RosterDraft draft, RosterOptions options);

// Keeps the choices of the draft; the rows have been seen as they are now. Refusals: of
// acceptable(RosterOptions), may_go_on(), roster.stale.
struct RosterChosen {
    RosterImport import;
    RosterPreview preview;
};
base::Result<RosterChosen> choose_roster_options(services::Services& services,
    const base::Actor& actor, const RosterDraft& draft, std::int64_t version_seen);

struct RosterConfirmation {
    std::int64_t version_seen{};
    bool leave_out = false; // the rows that are ambiguous or wrong
    std::string reason;     // kept with each step and event of the rows
};
using RosterProgress = std::function<void(std::int64_t done, std::int64_t total)>;

// Once: whoever confirms again is told the same result. Refusals: roster.not_chosen,
// roster.rows_open {count}, roster.register_changed {count} (412: look at the rows again),
// roster.discarded, roster.stale, and those of RosterPen.
base::Result<RosterCounts> confirm_roster(services::Services& services, const base::Actor& actor,
    const RosterDraft& draft, const RosterConfirmation& asked, const RosterProgress& progress);

// Sets it aside, takes it up again, or erases its file for good. Refusals: of take() in
// roster_workflow.h, roster.imported, roster.discarded, roster.stale.
struct RosterStepAsked {
    RosterImportId id;
    std::int64_t version_seen{};
    RosterImportAction action{}; // not import: that is confirm_roster()
    std::string reason;
};
base::Result<RosterImport> shelve_roster(
    services::Services& services, const base::Actor& actor, const RosterStepAsked& asked);

std::optional<RosterImport> roster_row(services::Services& services, const RosterImportId& id);

// What tells somebody from others of that name: month of birth, party, unit, job.
std::string candidate_words(services::Services& services, const PersonId& id);

std::vector<RosterImport> list_rosters(services::Services& services, const RosterSearch& search);

// The bytes as they were handed in: a look, kept with its reason (sealing.no_reason). Refuses with
// roster.file_erased.
struct RosterOriginal {
    std::string file_name;
    std::string bytes;
};
base::Result<RosterOriginal> roster_original(services::Services& services, const base::Actor& actor,
    const RosterImportId& id, const std::string& reason);

} // namespace xieshang::people
