// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/findings.h"
#include "app/commands/progress.h"
#include "app/house.h"
#include "app/inspection.h"
#include "app/key_care.h"
#include "app/system_words.h"
#include "platform/json/json.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <system_error>

namespace xieshang::app {

struct FindingAnswer {
    std::string code;
    std::string table;
    std::string row;
    std::string file;
    bool harmless{};
    std::string text; // in the caller's language
};
BOOST_DESCRIBE_STRUCT(FindingAnswer, (), (code, table, row, file, harmless, text))

struct CheckAnswer {
    std::int64_t tables{};
    std::int64_t rows{};
    std::int64_t events{};
    std::int64_t files{};
    std::int64_t bytes{};
    std::vector<FindingAnswer> findings;
};
BOOST_DESCRIBE_STRUCT(CheckAnswer, (), (tables, rows, events, files, bytes, findings))

namespace {

struct Asked {
    bool json = false;
    Place place;
};

CheckAnswer answer_of(const Inspection& inspection, const Console& console)
{
    CheckAnswer answer{inspection.tables, inspection.rows, inspection.events, inspection.files,
        inspection.bytes, {}};
    for (const auto& finding : inspection.findings) {
        answer.findings.push_back({finding.code, finding.table, finding.row, finding.file,
            finding.harmless, console.text(finding.code, finding.params)});
    }
    return answer;
}

void print(const CheckAnswer& answer, const Console& console)
{
    for (const auto& finding : answer.findings) {
        const auto place = finding.file.empty() ? finding.table + " " + finding.row : finding.file;
        std::puts(fmt::format("{}: {}", place == " " ? "-" : place, finding.text).c_str());
    }
    std::puts(console
                  .text(answer.findings.empty() ? "check.sound" : "check.unsound",
                      {{"findings", std::to_string(answer.findings.size())},
                          {"rows", std::to_string(answer.rows)},
                          {"events", std::to_string(answer.events)},
                          {"files", std::to_string(answer.files)}})
                  .c_str());
}

base::Result<sealing::Keys> keys_in(const std::string& file)
{
    auto keys = TRY(with_key_file(file, [&] { return sealing::read_key_file(file); }));
    return keys.value_or(sealing::Keys{});
}

base::Result<Inspection> inspected(const Config& config, const Console& console)
{
    const auto database = TRY(look_at_house(config));
    const auto keys = TRY(keys_in(key_file_of(config)));
    ProgressLine line(console);
    try {
        return inspect({*database, (std::filesystem::path(config.data) / "files").string(), keys,
                           base::SystemClock().now()},
            [&](auto step, auto done, auto total) { line.say(step, done, total); });
    } catch (const db::Failure& failure) {
        return base::refuse("house.no_database", {{"reason", failure.what()}});
    } catch (const std::system_error& failure) {
        return base::refuse(
            "house.no_folder", {{"folder", config.data}, {"reason", reason_of(failure)}});
    }
}

} // namespace

void check(const Config& config, bool json, Console& console)
{
    const auto inspection = inspected(config, console);
    if (!inspection) {
        return console.fail(inspection.error(),
            inspection.error().code.starts_with("keys.") ? ExitCode::refused
                                                         : ExitCode::no_database);
    }
    const auto answer = answer_of(*inspection, console);
    if (json) {
        std::puts(json::write(answer).c_str());
    } else {
        print(answer, console);
    }
    const auto& findings = inspection->findings;
    if (std::any_of(findings.begin(), findings.end(),
            [](const Finding& finding) { return !finding.harmless; })) {
        console.exit_code = ExitCode::damaged;
    }
}

void add_check(CLI::App& app, Console& console)
{
    auto* command = app.add_subcommand("check", console.text("cli.check"));
    const auto asked = std::make_shared<Asked>();
    command->add_flag("--json", asked->json, console.text("cli.json"));
    asked->place.add_to(*command, console);
    command->callback([asked, &console] {
        const auto config = asked->place.config();
        if (!config) {
            return console.fail(config.error(), ExitCode::refused);
        }
        check(*config, asked->json, console);
    });
}

} // namespace xieshang::app
