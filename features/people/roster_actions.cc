// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/roster_actions.h"

#include "features/people/people_policies.h"
#include "features/people/register_event_actions.h"
#include "features/people/registered_person_store.h"
#include "features/people/roster_choice_actions.h"
#include "features/people/roster_kept_actions.h"
#include "features/people/roster_pen_actions.h"
#include "features/people/roster_register_actions.h"
#include "features/people/roster_step_actions.h"
#include "platform/crypto/crypto.h"
#include "platform/documents/table_file.h"
#include "platform/record/record.h"

namespace xieshang::people {
namespace {

std::optional<std::size_t> sheet_of(const RosterOptions& options)
{
    return options.sheet ? std::optional(static_cast<std::size_t>(*options.sheet)) : std::nullopt;
}

} // namespace

base::Result<RosterTable> roster_table(std::string_view bytes, std::optional<std::size_t> sheet)
{
    auto file = TRY(documents::read_table(bytes, sheet));
    RosterTable table{{}, file.sheet, {}, file.columns};
    for (auto& one : file.sheets) {
        table.sheets.push_back({std::move(one.name), one.is_hidden});
    }
    table.rows.reserve(file.rows.size());
    for (auto& row : file.rows) {
        auto& last = table.rows.emplace_back(TableRow{row.number, {}});
        last.cells.reserve(row.cells.size());
        for (auto& cell : row.cells) {
            last.cells.push_back({std::move(cell.text), cell.date, cell.is_formula});
        }
    }
    return table;
}

base::Result<RosterFile> read_roster(std::string_view bytes, std::string file_name)
{
    const auto table = TRY(roster_table(bytes));
    auto options = options_proposed(table);
    auto heads = heads_of(table, options.head_row);
    return RosterFile{
        std::string(bytes), std::move(file_name), std::move(options), std::move(heads)};
}

base::Result<RosterImport> keep_roster(
    services::Services& services, const base::Actor& actor, const RosterFile& file, bool again)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RosterImport> {
        CHECK(policies::may_keep_register(actor));
        const auto sha256 = crypto::sha256_hex(file.bytes);
        if (!again) {
            CHECK(is_new_file(tx, sha256));
        }
        auto options = file.options;
        const auto from = take_remembered_columns(tx, file.heads, options);
        const auto now = services.clock.now();
        RosterImport import{base::new_id<RosterImportId>(services.clock, services.random), sha256,
            file.file_name, static_cast<std::int64_t>(file.bytes.size()), RosterState::open,
            json::write(options), {}, now, actor.id, actor.name, 1, now};
        insert_roster_import(tx, import);
        set_columns_from(tx, import.id, from);
        services.vault.put(tx, place_of_file(import.id), file.bytes, sealing::Findable::no);
        tell(services, tx, actor, "roster_import", "keep", import);
        return import;
    });
}

base::Result<RosterDraft> roster_draft(services::Services& services, const RosterImportId& id)
{
    std::string bytes;
    RosterDraft draft;
    CHECK(services.db.read([&](db::Tx& tx) -> base::Result<void> {
        draft.import = TRY(find_roster_import(tx, id));
        draft.columns_from = columns_from(tx, id);
        draft.is_file_kept = is_file_kept(tx, id);
        bytes = roster_bytes_kept(services, tx, id);
        return {};
    }));
    draft.options = options_of(draft.import);
    if (draft.is_file_kept) {
        draft.table = TRY(roster_table(bytes, sheet_of(draft.options)));
    }
    return draft;
}

base::Result<RosterDraft> with_options(
    services::Services& services, RosterDraft draft, RosterOptions options)
{
    if (!draft.is_file_kept) {
        return base::trouble(base::Trouble::conflict, "roster.file_erased");
    }
    if (options.sheet != draft.options.sheet) {
        const auto bytes = services.db.read(
            [&](db::Tx& tx) { return roster_bytes_kept(services, tx, draft.import.id); });
        draft.table = TRY(roster_table(bytes, sheet_of(options)));
        auto proposed = options_proposed(draft.table); // another sheet has another head
        options.head_row = proposed.head_row;
        options.columns = std::move(proposed.columns);
        options.people.clear();
        const auto heads = heads_of(draft.table, options.head_row);
        draft.columns_from = services.db.read(
            [&](db::Tx& tx) { return take_remembered_columns(tx, heads, options); });
    }
    draft.options = std::move(options);
    return draft;
}

RosterPreview roster_preview(services::Services& services, const RosterDraft& draft)
{
    return services.db.read([&](db::Tx& tx) {
        auto preview = compared_now(services, tx, draft);
        const auto seen = rows_seen(tx, draft.import.id);
        preview.is_chosen = seen.has_value();
        if (seen) {
            preview.moved = rows_moved(preview.outcomes, seen);
            preview.counts = counts_of(preview.outcomes, preview.moved);
        }
        return preview;
    });
}

base::Result<std::string> roster_preview_state(
    services::Services& services, const RosterImportId& id)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<std::string> {
        CHECK(find_roster_import(tx, id));
        return std::to_string(record::newest_sequence(tx)) + " " + day_of(services.clock.now());
    });
}

base::Result<RosterCounts> confirm_roster(services::Services& services, const base::Actor& actor,
    const RosterDraft& draft, const RosterConfirmation& asked, const RosterProgress& progress)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RosterCounts> {
        CHECK(policies::may_keep_register(actor));
        auto import = TRY(find_roster_import(tx, draft.import.id));
        if (const auto result = result_of(import)) {
            return *result; // confirmed before: once is enough
        }
        CHECK(may_go_on(import));
        CHECK(is_current(import, asked.version_seen));
        const auto seen = rows_seen(tx, import.id);
        CHECK(take(import.state, RosterImportAction::import, actor.roles,
            {.has_reason = true, .is_looked_at = seen.has_value()}));
        const auto outcomes = compared_now(services, tx, draft).outcomes;
        const auto counts = counts_of(outcomes, rows_moved(outcomes, seen));
        if (counts.moved > 0) {
            return base::trouble(base::Trouble::stale, "roster.register_changed",
                {{"count", std::to_string(counts.moved)}});
        }
        if (counts.open() > 0 && !asked.leave_out) {
            return base::trouble(base::Trouble::conflict, "roster.rows_open",
                {{"count", std::to_string(counts.open())}});
        }
        auto rows = rows_to_keep(outcomes);
        RosterPen pen(services, tx, actor, asked.reason);
        std::int64_t done = 0;
        for (const bool is_new : {true, false}) { // the new ones first
            for (std::size_t i = 0; i < outcomes.size(); ++i) {
                const auto kind = outcomes[i].kind;
                if ((kind == RowKind::added) != is_new) {
                    continue;
                }
                if (is_new || kind == RowKind::changed) {
                    rows[i].person_id = TRY(pen.write(outcomes[i]));
                }
                progress(++done, static_cast<std::int64_t>(outcomes.size()));
            }
        }
        CHECK(pen.finish());
        keep_roster_rows(services, tx, import.id, rows);
        import.result = json::write(counts);
        CHECK(take_roster_step(
            services, tx, actor, std::move(import), RosterImportAction::import, asked.reason));
        return counts;
    });
}

base::Result<RosterImport> shelve_roster(
    services::Services& services, const base::Actor& actor, const RosterStepAsked& asked)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RosterImport> {
        CHECK(policies::may_keep_register(actor));
        auto import = TRY(find_roster_import(tx, asked.id));
        if (asked.action == RosterImportAction::discard) {
            CHECK(may_go_on(import)); // in better words than the table has
        }
        CHECK(is_current(import, asked.version_seen));
        auto taken = TRY(
            take_roster_step(services, tx, actor, std::move(import), asked.action, asked.reason));
        if (asked.action == RosterImportAction::erase) {
            sealing::Vault::erase(tx, place_of_file(taken.id));
            sealing::Vault::erase(tx, place_of_rows(taken.id));
        }
        return taken;
    });
}

std::optional<RosterImport> roster_row(services::Services& services, const RosterImportId& id)
{
    const auto found = services.db.read([&](db::Tx& tx) { return find_roster_import(tx, id); });
    return found ? std::optional(*found) : std::nullopt;
}

std::string candidate_words(services::Services& services, const PersonId& id)
{
    const auto person =
        services.db.read([&](db::Tx& tx) { return find_registered_person(tx, id); });
    if (!person) {
        return {};
    }
    auto words = person->words.name;
    for (const auto& more :
        {person->words.birth_month, person->words.party, person->words.unit, person->words.job}) {
        words += more ? " · " + *more : std::string();
    }
    return words;
}

std::vector<RosterImport> list_rosters(services::Services& services, const RosterSearch& search)
{
    return services.db.read([&](db::Tx& tx) { return search_roster_imports(tx, search); });
}

base::Result<RosterOriginal> roster_original(services::Services& services, const base::Actor& actor,
    const RosterImportId& id, const std::string& reason)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<RosterOriginal> {
        const auto import = TRY(find_roster_import(tx, id));
        if (!is_file_kept(tx, id)) {
            return base::trouble(base::Trouble::conflict, "roster.file_erased");
        }
        auto bytes = TRY(services.vault.look(tx, place_of_file(id), {actor, reason}));
        return RosterOriginal{import.file_name, std::move(bytes)};
    });
}

} // namespace xieshang::people
