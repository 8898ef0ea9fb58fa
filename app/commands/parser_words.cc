// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/parser_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string_view>

namespace xieshang::app {
namespace {

// "--role: king …", "FILE is required": the parser keeps the argument's name in its sentence only.
std::string argument_in(std::string_view sentence)
{
    if (const auto flag = sentence.find("--"); flag != std::string_view::npos) {
        const auto end = sentence.find_first_not_of("-abcdefghijklmnopqrstuvwxyz", flag);
        return std::string(sentence.substr(flag, end - flag));
    }
    const auto word = sentence.substr(0, sentence.find(' '));
    const bool is_name = word.size() > 1
        && word.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
    return is_name ? std::string(word) : std::string();
}

std::string value_trouble(const CLI::ParseError& error, const Console& console)
{
    const std::string sentence = error.what(); // our own words behind "--role: "
    const auto colon = sentence.find(": ");
    return console.text("cli.error.value",
        {{"argument", argument_in(sentence)},
            {"reason", colon == std::string::npos ? sentence : sentence.substr(colon + 2)}});
}

// The word that stands where a command should, in a line that asks for help as well.
std::string unknown_command(const CLI::App& app)
{
    const auto parsed = app.get_subcommands();
    if (!parsed.empty()) {
        return unknown_command(*parsed.front());
    }
    const auto unknown = app.remaining();
    const bool takes_command = !app.get_subcommands([](const CLI::App*) { return true; }).empty();
    const auto word = std::find_if(unknown.begin(), unknown.end(),
        [](const std::string& each) { return !each.starts_with('-'); });
    return takes_command && word != unknown.end() ? *word : std::string();
}

std::string text_of(const CLI::ParseError& error, const CLI::App& app, const Console& console)
{
    if (error.get_exit_code() == 0) {
        return console.text("cli.error.unknown", {{"argument", unknown_command(app)}});
    }
    const auto unknown = app.remaining(true);
    const bool is_extra = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
    const bool is_required = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
    if ((is_extra || is_required) && !unknown.empty()) {
        return console.text("cli.error.unknown", {{"argument", unknown.front()}});
    }
    if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) {
        return value_trouble(error, console);
    }
    const auto argument = argument_in(error.what());
    if (is_required && argument.empty()) {
        return console.text("cli.error.no_command");
    }
    // Only flags have another type than text.
    const bool is_flag = dynamic_cast<const CLI::ConversionError*>(&error) != nullptr;
    return console.text(is_required ? "cli.error.missing"
            : is_flag               ? "cli.error.no_value"
                                    : "cli.error.not_one_value",
        {{"argument", argument}});
}

} // namespace

void translate_help(CLI::App& app, const Console& console)
{
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const char* label : {"Usage", "OPTIONS", "OPTION", "SUBCOMMAND", "SUBCOMMANDS", "Options",
             "Option", "Subcommands", "Positionals", "REQUIRED"}) {
        formatter->label(label, console.text(std::string("cli.label.") + label));
    }
    formatter->column_width(34);
    app.formatter(formatter);
    app.option_defaults()->group(console.text("cli.label.Options"));
    app.group(console.text("cli.label.Subcommands"));
    app.set_help_flag("-h,--help", console.text("cli.help"));
}

void gather_options(CLI::App& app, const Console& console)
{
    app.get_option("--help")->group(console.text("cli.label.Options"));
    for (auto* command : app.get_subcommands([](CLI::App*) { return true; })) {
        gather_options(*command, console);
    }
}

namespace {

// "xieshang opinions map": as far as it was understood.
std::string command_of(const CLI::App& app)
{
    std::string words = "xieshang";
    for (const auto* command = &app; !command->get_subcommands().empty();) {
        command = command->get_subcommands().front();
        words += " " + command->get_name();
    }
    return words;
}

} // namespace

int explain(const CLI::ParseError& error, const CLI::App& app, const Console& console)
{
    if (error.get_exit_code() == 0 && unknown_command(app).empty()) {
        return app.exit(error);
    }
    std::fputs(fmt::format("xieshang: {}\n{}\n", text_of(error, app, console),
                   console.text("cli.see_help", {{"command", command_of(app)}}))
                   .c_str(),
        stderr);
    return static_cast<int>(ExitCode::wrong_use);
}

} // namespace xieshang::app
