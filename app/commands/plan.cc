// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/house.h"
#include "features/members/role.h"
#include "features/plan/correction_actions.h"
#include "features/plan/document_actions.h"
#include "features/plan/plan_actions.h"
#include "features/plan/reading_actions.h"
#include "features/plan/reading_answer.h"
#include "features/plan/reading_table.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace xieshang::app {
namespace {

constexpr std::uintmax_t most_bytes = 20U << 20U;

struct PlanFile {
    std::string path;
    bool json = false;
    std::string reason; // to ignore what found no place
    Place place;
};

base::Result<std::string> bytes_of(const std::string& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (!error && size > most_bytes) {
        return base::refuse("cli.file_too_large", {{"file", path}, {"most", "20 MB"}});
    }
    std::ifstream file(path, std::ios::binary);
    if (error || !file) {
        return base::refuse("cli.no_file", {{"file", path}, {"reason", error.message()}});
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

ExitCode exit_code_of(const base::Error& error)
{
    const std::string_view code = error.code; // each also ends in _untitled
    const bool other_document = code.starts_with("reading.is_a_call")
        || code.starts_with("reading.is_news") || code.starts_with("reading.not_a_plan");
    return other_document ? ExitCode::no_plan : ExitCode::refused;
}

void read(const PlanFile& file, Console& console)
{
    const auto bytes = bytes_of(file.path);
    if (!bytes) {
        return console.fail(bytes.error(), ExitCode::refused);
    }
    const auto reading =
        plan::read_file(*bytes, std::filesystem::path(file.path).filename().string());
    if (!reading) {
        return console.fail(reading.error(), exit_code_of(reading.error()));
    }
    const plan::Wording wording = [&console](std::string_view code, const base::Params& params) {
        return console.text(code, params);
    };
    const auto text =
        file.json ? plan::reading_json(*reading, wording) : plan::reading_table(*reading, wording);
    std::fwrite(text.data(), 1, text.size(), stdout);
    if (!text.ends_with('\n')) {
        std::putchar('\n');
    }
}

base::Result<plan::PlanId> keep(House& house, std::string_view bytes, const std::string& name,
    const std::string& reason, Console& console)
{
    const base::Actor actor{"", console.text("cli.actor"), members::bit(members::Role::office)};
    const auto file = TRY(plan::keep_file(house.services, bytes, name));
    return house.database->transact([&](db::Tx& tx) -> base::Result<plan::PlanId> {
        db::Joined joined(tx, house.database->engine());
        services::Services services{joined, house.clock, house.random, house.files};
        const auto document = TRY(plan::keep_row(services, actor, file));
        return plan::save_as_read(services, actor, document, file.reading, reason);
    });
}

void import(const PlanFile& file, Console& console)
{
    const auto bytes = bytes_of(file.path);
    const auto config = file.place.config();
    if (!bytes || !config) {
        return console.fail(bytes ? config.error() : bytes.error(), ExitCode::refused);
    }
    const auto house = open_house(*config);
    if (!house) {
        return console.fail(house.error(), ExitCode::no_database);
    }
    const auto name = std::filesystem::path(file.path).filename().string();
    const auto id = keep(**house, *bytes, name, file.reason, console);
    if (!id) {
        return console.fail(id.error(), exit_code_of(id.error()));
    }
    std::puts(console.text("cli.imported", {{"id", id->text}}).c_str());
}

CLI::App* add_file_command(CLI::App& plan, Console& console, const std::string& name,
    const std::shared_ptr<PlanFile>& file)
{
    auto* command = plan.add_subcommand(name, console.text("cli.plan_" + name));
    command->add_option("FILE", file->path, console.text("cli.plan_file"))
        ->required()
        ->type_name("");
    return command;
}

} // namespace

void add_plan(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("plan", console.text("cli.plan"))->require_subcommand(1);
    const auto file = std::make_shared<PlanFile>();
    auto* reading = add_file_command(*command, console, "read", file);
    reading->add_flag("--json", file->json, console.text("cli.json"));
    reading->callback([file, &console] { read(*file, console); });
    auto* importing = add_file_command(*command, console, "import", file);
    file->place.add_to(*importing, console);
    importing->add_option("--ignore-unplaced", file->reason, console.text("cli.ignore_unplaced"))
        ->type_name("REASON");
    importing->callback([file, &console] { import(*file, console); });
}

} // namespace xieshang::app
