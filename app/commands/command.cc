// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/command.h"

#include "app/system_words.h"

#include <algorithm>
#include <cstdlib>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace xieshang::app {
namespace {

// Of the system, as the record takes it: what the environment says may be anything.
bool is_login(std::string_view name)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '.' || c == '_' || c == '-';
    };
    return !name.empty() && name.size() <= 24 && std::all_of(name.begin(), name.end(), fits);
}

std::string system_login()
{
    std::vector<char> room(16'384);
    passwd entry{};
    passwd* found = nullptr;
    const auto uid = ::getuid();
    ::getpwuid_r(uid, &entry, room.data(), room.size(), &found);
    return found != nullptr && is_login(entry.pw_name) ? entry.pw_name : std::to_string(uid);
}

} // namespace

void Console::say(const base::Error& error) const
{
    std::fprintf(
        stderr, "xieshang: %s\n", text(error.code, in_words(language, error.params)).c_str());
    for (const auto& field : error.fields) {
        const auto name = name_of(field.pointer);
        std::fprintf(stderr, "  %s%s%s\n", name.c_str(), name.empty() ? "" : ": ",
            text(field.code, field.params).c_str());
    }
}

base::Actor Console::actor(base::Roles roles) const
{
    auto id = std::string(base::command_line);
    if (const char* before = std::getenv("SUDO_USER"); before != nullptr && is_login(before)) {
        id += std::string(before) + "/";
    }
    return {id + system_login(), text("cli.actor"), roles};
}

std::string Console::name_of(std::string_view pointer) const
{
    if (!pointer.starts_with('/')) { // in words already
        return std::string(pointer);
    }
    const auto code = "cli.part." + std::string(pointer.substr(pointer.rfind('/') + 1));
    return texts::built_in().has(language, code) ? text(code) : std::string();
}

std::function<void(std::int64_t, std::int64_t)> Console::progress(std::string code) const
{
    if (::isatty(STDERR_FILENO) != 1) {
        return [](std::int64_t, std::int64_t) {};
    }
    return [said = *this, code = std::move(code)](std::int64_t done, std::int64_t total) {
        std::fprintf(stderr, "\r%s%s",
            said.text(code, {{"done", std::to_string(done)}, {"total", std::to_string(total)}})
                .c_str(),
            done == total ? "\n" : "");
    };
}

void Place::add_to(CLI::App& command, const Console& console)
{
    command.add_option("--data", data, console.text("cli.data"))->type_name("DIR");
    command.add_option("--database", database, console.text("cli.database"))->type_name("URL");
    command.add_option("--key-file", key_file, console.text("cli.key_file"))->type_name("FILE");
}

base::Result<Config> Place::config() const
{
    Config defaults;
    defaults.data = data;
    auto config = TRY(read_config(defaults));
    if (!database.empty()) {
        CHECK(is_database(database));
        config.database = database;
    }
    config.key_file = key_file.empty() ? config.key_file : key_file;
    return config;
}

} // namespace xieshang::app
