// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/commands/input_file.h"
#include "app/commands/open_rows.h"
#include "app/house.h"
#include "features/members/role.h"
#include "features/people/roster_actions.h"
#include "features/people/roster_export_actions.h"
#include "features/people/roster_views.h"
#include "platform/crypto/crypto.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

namespace xieshang::app {
namespace {

using people::RosterDraft;

struct RosterFileAsked {
    std::string path;
    std::vector<std::string> matches; // HEAD=FIELD
    std::int64_t sheet = 0;           // from 1; 0: the first that is shown
    std::int64_t term = 0;            // 0: the running one
    bool dry_run = false;
    bool leave_out = false;
    bool again = false;
    bool contacts = false;
    std::string reason;
    Place place;
};

base::Actor actor_of(const Console& console)
{
    return console.actor(members::bit(members::Role::office));
}

// "界别=sector", "F=sector", or "F=" for a column that is not taken.
base::Result<void> match(
    people::RosterOptions& options, const people::RosterTable& table, const std::string& asked)
{
    const auto sign = asked.rfind('=');
    const auto head = asked.substr(0, sign);
    const auto columns = people::columns_shown(table, options);
    const auto column = std::find_if(columns.begin(), columns.end(),
        [&](const auto& one) { return one.head == head || one.letter == head; });
    auto field = people::RosterField::name;
    const auto name = sign == asked.npos ? std::string("?") : asked.substr(sign + 1);
    const bool is_known = name.empty() || boost::describe::enum_from_string(name.c_str(), field);
    if (column == columns.end() || !is_known) {
        return base::refuse("cli.no_match", {{"match", asked}});
    }
    std::erase_if(options.columns,
        [&](const auto& one) { return one.column == column->column || one.field == field; });
    if (!name.empty()) {
        options.columns.push_back({column->column, field});
    }
    return {};
}

base::Result<RosterDraft> draft_of(const RosterFileAsked& asked, std::string_view bytes)
{
    const auto sheet =
        asked.sheet > 0 ? std::optional(static_cast<std::size_t>(asked.sheet - 1)) : std::nullopt;
    RosterDraft draft{{}, {}, TRY(people::roster_table(bytes, sheet))};
    draft.options = people::options_proposed(draft.table);
    if (asked.term > 0) {
        draft.options.term_number = asked.term;
    }
    for (const auto& one : asked.matches) {
        CHECK(match(draft.options, draft.table, one));
    }
    CHECK(acceptable(draft.options, draft.table));
    return draft;
}

void print_counts(const people::RosterCounts& counts, const char* code, const Console& console)
{
    std::puts(
        console
            .text(code,
                {{"added", std::to_string(counts.added)},
                    {"changed", std::to_string(counts.changed)},
                    {"same", std::to_string(counts.same)}, {"open", std::to_string(counts.open())}})
            .c_str());
}

// All in one transaction: a refused roster leaves no trace.
base::Result<people::RosterCounts> write(House& house, const RosterFileAsked& asked,
    RosterDraft draft, std::string_view bytes, const Console& console)
{
    const auto name = std::filesystem::path(asked.path).filename().string();
    const auto actor = actor_of(console);
    const auto progress = console.progress("cli.roster_progress");
    return house.database->transact([&](db::Tx& tx) -> base::Result<people::RosterCounts> {
        db::Joined joined(tx, house.database->engine());
        auto services = house.services.within(joined);
        draft.import = TRY(people::keep_roster(
            services, actor, {std::string(bytes), name, draft.options}, asked.again));
        draft.import = TRY(people::choose_roster_options(services, actor, draft, 1)).import;
        return people::confirm_roster(services, actor, draft,
            {draft.import.version, asked.leave_out,
                console.text("roster.reason", {{"file", name}})},
            progress);
    });
}

void tell_of_again(const base::Error& error, const Console& console)
{
    if (error.code.starts_with("roster.same_file_")) {
        std::fprintf(stderr, "%s\n", console.text("cli.roster_go_on").c_str());
    }
}

// What would be refused is said beforehand.
void tell_of_same_file(House& house, std::string_view bytes, const Console& console)
{
    const auto is_new = house.database->read(
        [&](db::Tx& tx) { return people::is_new_file(tx, crypto::sha256_hex(bytes)); });
    if (!is_new) {
        console.say(is_new.error());
        tell_of_again(is_new.error(), console);
    }
}

void import(const RosterFileAsked& asked, Console& console)
{
    const auto file = InputFile::open(asked.path);
    const auto config = asked.place.config();
    if (!file || !config) {
        return console.fail(file ? config.error() : file.error(), ExitCode::refused);
    }
    if (file->bytes().size() > people::most_roster_bytes) {
        return console.fail({base::Trouble::too_large, "cli.file_too_large",
                                {{"file", asked.path}, {"most", "10 MB"}}, {}},
            ExitCode::refused);
    }
    auto draft = draft_of(asked, file->bytes());
    if (!draft) {
        return console.fail(draft.error(), ExitCode::refused);
    }
    const auto house = open_house_there(*config);
    if (!house) {
        return console.fail(house.error(), ExitCode::no_database);
    }
    const auto preview = people::roster_preview((*house)->services, *draft);
    print_open_rows((*house)->services, preview, console);
    if (asked.dry_run) {
        tell_of_same_file(**house, file->bytes(), console);
        return print_counts(preview.counts, "cli.roster_would", console);
    }
    const auto counts = write(**house, asked, *std::move(draft), file->bytes(), console);
    if (!counts) {
        console.fail(counts.error(), ExitCode::refused);
        return tell_of_again(counts.error(), console);
    }
    print_counts(*counts, "cli.roster_imported", console);
}

// What holds contacts is for who exported it alone. A file that was not written whole does not
// stay.
bool written(const std::string& path, const std::string& bytes, bool holds_contacts)
{
    std::error_code ignored;
    std::ofstream file(path, std::ios::binary);
    if (holds_contacts && file) {
        std::filesystem::permissions(path,
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    }
    const bool is_whole =
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush().good();
    if (!is_whole && std::filesystem::is_regular_file(path, ignored)) {
        std::filesystem::remove(path, ignored);
    }
    return is_whole;
}

void export_roster(const RosterFileAsked& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto house = open_house_there(*config);
    if (!house) {
        return console.fail(house.error(), ExitCode::no_database);
    }
    const people::RosterWords words = [&](std::string_view code) { return console.text(code); };
    people::RosterExport wanted{.contacts = asked.contacts, .reason = asked.reason};
    wanted.format =
        asked.path.ends_with(".xlsx") ? people::RosterFormat::xlsx : people::RosterFormat::csv;
    if (asked.term > 0) {
        wanted.term_number = asked.term;
    }
    const auto rows = people::exported_roster((*house)->services, actor_of(console), wanted, words);
    if (!rows) {
        return console.fail(rows.error(), ExitCode::refused);
    }
    const auto bytes = people::roster_bytes(*rows, wanted.format, words);
    if (!written(asked.path, bytes, asked.contacts)) {
        return console.fail({base::Trouble::refused, "cli.not_written", {{"file", asked.path}}, {}},
            ExitCode::failed);
    }
    std::puts(console
                  .text("cli.roster_exported",
                      {{"count", std::to_string(rows->size() - 1)}, {"file", asked.path}})
                  .c_str());
}

CLI::App* add_roster_command(CLI::App& people, Console& console, const std::string& name,
    const std::shared_ptr<RosterFileAsked>& asked)
{
    auto* command = people.add_subcommand(name, console.text("cli.people_" + name));
    command->add_option("FILE", asked->path, console.text("cli.roster_file"))
        ->required()
        ->type_name("");
    command->add_option("--term", asked->term, console.text("cli.roster_term"))->type_name("N");
    asked->place.add_to(*command, console);
    return command;
}

} // namespace

void add_people(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("people", console.text("cli.people"))->require_subcommand(1);
    const auto asked = std::make_shared<RosterFileAsked>();
    auto* importing = add_roster_command(*command, console, "import", asked);
    importing->add_option("--sheet", asked->sheet, console.text("cli.roster_sheet"))
        ->type_name("N");
    importing->add_option("--match", asked->matches, console.text("cli.roster_match"))
        ->type_name("HEAD=FIELD");
    importing->add_flag("--dry-run", asked->dry_run, console.text("cli.roster_dry_run"));
    importing->add_flag("--leave-out", asked->leave_out, console.text("cli.roster_leave_out"));
    importing->add_flag("--again", asked->again, console.text("cli.roster_again"));
    importing->callback([asked, &console] { import(*asked, console); });
    auto* exporting = add_roster_command(*command, console, "export", asked);
    exporting->add_flag("--contacts", asked->contacts, console.text("cli.roster_contacts"));
    exporting->add_option("--reason", asked->reason, console.text("cli.roster_reason"))
        ->type_name("REASON");
    exporting->callback([asked, &console] { export_roster(*asked, console); });
}

} // namespace xieshang::app
