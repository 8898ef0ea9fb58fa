// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/house.h"
#include "app/system_words.h"
#include "features/members/role.h"
#include "features/plan/correction_actions.h"
#include "features/plan/document_actions.h"
#include "features/plan/plan_actions.h"
#include "features/plan/reading_actions.h"
#include "features/plan/reading_answer.h"
#include "features/plan/reading_table.h"
#include "features/plan/same_file_actions.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace xieshang::app {
namespace {

constexpr std::uintmax_t most_bytes = 20U << 20U;

struct PlanFile {
    std::string path;
    bool json = false;
    bool again = false; // although a plan was made of the same bytes
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
    if (!error && !file) {
        error = std::error_code(errno, std::generic_category());
    }
    if (error) {
        return base::refuse("cli.no_file", {{"file", path}, {"reason", reason_of(error)}});
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

std::string sheet_of(const plan::Reading& reading, const plan::ReadTopic& topic)
{
    return topic.at < 0 ? std::string()
                        : reading.lines[static_cast<std::size_t>(topic.at)].sheet.text();
}

// The trouble of a topic by its line in the document, as `plan read` tells it.
base::FieldTrouble at_line(
    base::FieldTrouble field, const plan::Reading& reading, const Console& console)
{
    constexpr std::string_view of_topics = "/topics/";
    const std::string_view pointer = field.pointer;
    const auto end = pointer.rfind('/');
    if (!pointer.starts_with(of_topics) || end < of_topics.size()) {
        return field;
    }
    const auto& topic = reading.topics.at(std::stoul(field.pointer.substr(of_topics.size())));
    const auto name = console.name_of(pointer.substr(end));
    const auto part = name.empty() || pointer.ends_with("/title") ? "" : " " + name;
    const auto sheet = sheet_of(reading, topic);
    const auto where = console.text(sheet.empty() ? "cli.at_line" : "cli.at_row",
        {{"line", std::to_string(topic.line)}, {"sheet", sheet}});
    if (field.code == "topic.title_stands_before") {
        const auto& first = reading.topics.at(std::stoul(field.params.at("first")) - 1);
        const auto its_sheet = sheet_of(reading, first);
        field.code =
            its_sheet.empty() ? "reading.title_repeated" : "reading.title_repeated_in_sheet";
        field.params = {
            {"title", topic.title}, {"first", std::to_string(first.line)}, {"sheet", its_sheet}};
    }
    field.pointer = where + part;
    return field;
}

// Here nothing can be corrected and sent again: the screen is the place for that.
base::Error told(base::Error error, const plan::Reading& reading, const Console& console)
{
    for (auto& field : error.fields) {
        field = at_line(std::move(field), reading, console);
    }
    if (error.code == "request.invalid") {
        error.code = "cli.import_invalid";
    }
    return error;
}

base::Result<plan::PlanId> keep(
    House& house, std::string_view bytes, const PlanFile& asked, Console& console)
{
    const auto name = std::filesystem::path(asked.path).filename().string();
    const auto actor = console.actor(members::bit(members::Role::office));
    const auto file = TRY(plan::keep_file(house.services, bytes, name));
    return house.database->transact([&](db::Tx& tx) -> base::Result<plan::PlanId> {
        db::Joined joined(tx, house.database->engine());
        auto services = house.services.within(joined);
        if (auto known = plan::no_plan_of(tx, file.sha256); !known && !asked.again) {
            known.error().code = "cli.file_has_plan"; // says which option goes on
            return tl::unexpected(std::move(known).error());
        }
        const auto document = TRY(plan::keep_row(services, actor, file, true));
        auto saved = plan::save_as_read(services, actor, document, file.reading, asked.reason);
        if (!saved) {
            return tl::unexpected(told(std::move(saved.error()), file.reading, console));
        }
        return saved;
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
    const auto id = keep(**house, *bytes, file, console);
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
    importing->add_flag("--again", file->again, console.text("cli.again"));
    importing->callback([file, &console] { import(*file, console); });
}

} // namespace xieshang::app
