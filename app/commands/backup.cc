// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"
#include "app/commands/findings.h"
#include "app/commands/progress.h"
#include "app/house.h"
#include "app/inspection.h"
#include "app/key_care.h"
#include "app/restoring.h"
#include "app/system_words.h"
#include "platform/db/migrations.h"
#include "platform/json/json.h"
#include "platform/sealing/rotation.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <numeric>
#include <system_error>

namespace xieshang::app {

struct BackupAnswer {
    std::string folder;
    std::int64_t rows{};
    std::int64_t files{};
    std::int64_t bytes{};
    std::int64_t linked{};
    std::vector<std::string> lacking;
    std::vector<std::string> keys; // ids of those that its sealed values need; they are not in it
};
BOOST_DESCRIBE_STRUCT(BackupAnswer, (), (folder, rows, files, bytes, linked, lacking, keys))

namespace {

namespace fs = std::filesystem;

struct Asked {
    std::string folder;
    bool json = false;
    Place place;
};

struct MadeBackup {
    backup::Made made;
    std::vector<std::string> keys;
};

BackupAnswer answer_of(const MadeBackup& whole)
{
    const auto& made = whole.made;
    const auto& tables = made.manifest.tables;
    const auto rows = std::accumulate(tables.begin(), tables.end(), std::int64_t{0},
        [](std::int64_t sum, const backup::TableCount& table) { return sum + table.rows; });
    return {made.folder, rows, made.manifest.files, made.manifest.file_bytes, made.linked,
        made.manifest.lacking, whole.keys};
}

// Ids of the keys that sealed values need.
std::vector<std::string> keys_needed(db::Database& database)
{
    std::vector<std::string> ids;
    database.look([&](db::Tx& tx) {
        for (const auto& key : sealing::known_keys(tx)) {
            if (sealing::values_under(tx, key.key_id) > 0) {
                ids.push_back(key.key_id);
            }
        }
    });
    return ids;
}

void tell_keys(const std::vector<std::string>& keys, const std::string& code,
    const app::Place& place, const Console& console)
{
    const auto config = place.config();
    if (!keys.empty() && config) {
        std::puts(console
                      .text(code,
                          {{"keys", fmt::format("{}", fmt::join(keys, ", "))},
                              {"file", key_file_of(*config)}})
                      .c_str());
    }
}

void print(const BackupAnswer& answer, const Asked& asked, Console& console)
{
    if (asked.json) {
        std::puts(json::write(answer).c_str());
    } else {
        const auto* code = answer.lacking.empty() ? "backup.done" : "backup.done_in_part";
        std::puts(console
                      .text(code,
                          {{"folder", answer.folder}, {"rows", std::to_string(answer.rows)},
                              {"files", std::to_string(answer.files)},
                              {"linked", std::to_string(answer.linked)},
                              {"lacking", std::to_string(answer.lacking.size())}})
                      .c_str());
    }
    if (!asked.json) {
        tell_keys(answer.keys, "backup.keys", asked.place, console);
    }
    for (const auto& sha256 : answer.lacking) {
        console.fail({{}, "backup.lacking", {{"file", sha256}}, {}}, ExitCode::damaged);
    }
}

bool is_inside(const fs::path& path, const fs::path& folder)
{
    const auto inner = fs::weakly_canonical(path);
    const auto outer = fs::weakly_canonical(folder);
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first
        == outer.end();
}

// Else it would lie among what it copies, and go where that goes.
base::Result<void> outside_of_the_data(const Config& config, const std::string& into)
{
    const fs::path data = config.data;
    if (is_inside(into, data) || is_inside(into, data / "files")) { // which may be a link elsewhere
        return base::refuse("backup.inside_data", {{"folder", into}, {"data", config.data}});
    }
    return {};
}

base::Result<MadeBackup> make(const Config& config, const std::string& into, Console& console)
{
    const auto database = TRY(look_at_house(config));
    ProgressLine line(console);
    try {
        CHECK(outside_of_the_data(config, into));
        auto made = backup::make_backup({*database, (fs::path(config.data) / "files").string(),
                                            digests_named, db::built_in_migrations().back().number,
                                            XIESHANG_VERSION, base::SystemClock().now()},
            into, [&](auto step, auto done, auto total) { line.say(step, done, total); });
        return MadeBackup{std::move(made), keys_needed(*database)};
    } catch (const db::DiskFull&) {
        return base::refuse("backup.disk_full", {{"folder", into}});
    } catch (const db::Failure& failure) {
        return base::refuse("house.no_database", {{"reason", failure.what()}});
    } catch (const std::system_error& failure) {
        return base::refuse("backup.failed", {{"folder", into}, {"reason", reason_of(failure)}});
    }
}

void back_up(const Asked& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto made = make(*config, asked.folder, console);
    if (!made) {
        const auto& code = made.error().code;
        return console.fail(made.error(),
            code == "backup.inside_data"      ? ExitCode::wrong_use
                : code.starts_with("backup.") ? ExitCode::failed
                                              : ExitCode::no_database);
    }
    print(answer_of(*made), asked, console);
}

ExitCode exit_code_of(const base::Error& error)
{
    if (error.code == "restore.not_empty" || error.code == "restore.database_not_empty"
        || error.code == "restore.no_backup") {
        return ExitCode::refused;
    }
    if (error.code == "restore.unreadable") {
        return ExitCode::failed;
    }
    const bool damaged = error.code.starts_with("restore.") && error.code != "restore.newer";
    return damaged ? ExitCode::damaged : ExitCode::no_database;
}

void restore(const Asked& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    {
        ProgressLine line(console);
        const auto restored = restore_house(*config, asked.folder,
            [&](auto step, auto done, auto total) { line.say(step, done, total); });
        if (!restored) {
            return console.fail(restored.error(), exit_code_of(restored.error()));
        }
    }
    if (const auto database = look_at_house(*config); database && !asked.json) {
        tell_keys(keys_needed(**database), "restore.keys", asked.place, console);
    }
    check(*config, asked.json, console);
}

CLI::App* add_command(CLI::App& app, Console& console, const std::string& name,
    const std::string& argument, const std::shared_ptr<Asked>& asked)
{
    auto* command = app.add_subcommand(name, console.text("cli." + name));
    command->add_option(argument, asked->folder, console.text("cli." + name + "_folder"))
        ->required()
        ->type_name("");
    command->add_flag("--json", asked->json, console.text("cli.json"));
    asked->place.add_to(*command, console);
    return command;
}

} // namespace

void add_backup(CLI::App& app, Console& console)
{
    const auto backup = std::make_shared<Asked>();
    add_command(app, console, "backup", "DIR", backup)->callback([backup, &console] {
        back_up(*backup, console);
    });
    const auto restoring = std::make_shared<Asked>();
    add_command(app, console, "restore", "BACKUP", restoring)->callback([restoring, &console] {
        restore(*restoring, console);
    });
}

} // namespace xieshang::app
