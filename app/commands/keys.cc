// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/keys.h"

#include "app/house.h"
#include "app/key_care.h"
#include "platform/json/json.h"

#include <algorithm>
#include <ctime>
#include <fmt/format.h>
#include <numeric>

namespace xieshang::app {

struct KeyAnswer {
    std::string id;
    std::string suite;
    std::int64_t made_at_ms{};
    std::string state; // sealing, kept, added, retired, missing
    std::int64_t values{};
};
BOOST_DESCRIBE_STRUCT(KeyAnswer, (), (id, suite, made_at_ms, state, values))

struct KeysAnswer {
    std::string file;
    std::vector<KeyAnswer> keys;
};
BOOST_DESCRIBE_STRUCT(KeysAnswer, (), (file, keys))

namespace {

std::string name_of(sealing::Suite suite) { return boost::describe::enum_to_string(suite, ""); }

std::string state_of_known(const KeyState& state, const sealing::KnownKey& key)
{
    if (key.retired_at_ms) {
        return "retired";
    }
    if (state.file.find(key.key_id) == nullptr) {
        return "missing";
    }
    return key.key_id == state.sealing() ? "sealing" : "kept";
}

KeysAnswer answer_of(const KeyState& state, const std::string& file)
{
    KeysAnswer answer{file, {}};
    for (const auto& key : state.known) {
        answer.keys.push_back({key.key_id, name_of(key.suite), key.made_at_ms.ms,
            state_of_known(state, key), state.values_under(key.key_id)});
    }
    for (const auto& key : state.file.all) {
        if (state.find(key->id()) == nullptr) {
            answer.keys.push_back(
                {key->id(), name_of(key->suite()), key->made_at().ms, "added", 0});
        }
    }
    return answer;
}

std::string day_of(std::int64_t at_ms)
{
    const std::time_t seconds = at_ms / 1000;
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    return fmt::format("{:04}-{:02}-{:02}", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

void list(const KeysAsked& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto state = state_of(*config);
    if (!state) {
        return fail_with_keys(state.error(), console);
    }
    const auto answer = answer_of(*state, key_file_of(*config));
    if (asked.json) {
        std::puts(json::write(answer).c_str());
        return;
    }
    std::puts(console.text("keys.file", {{"file", answer.file}}).c_str());
    for (const auto& key : answer.keys) {
        std::puts(console
                      .text("keys.line",
                          {{"key", key.id}, {"suite", key.suite}, {"day", day_of(key.made_at_ms)},
                              {"count", std::to_string(key.values)},
                              {"state", console.text("keys.state_" + key.state)}})
                      .c_str());
    }
    if (answer.keys.empty()) {
        std::puts(console.text("keys.none_yet").c_str());
    }
}

void add(const KeysAsked& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    const auto file = key_file_of(*config);
    // Before the first start, for a suite of choice, the data folder is not there yet.
    const bool is_inside = config->key_file.empty();
    const auto folder = is_inside ? usable_folder(*config) : base::Result<files::FoldersIfUsed>("");
    if (!folder) {
        return fail_with_keys(folder.error(), console);
    }
    std::string id;
    bool is_first = false;
    const auto added = with_key_file(file, [&] {
        return sealing::change_key_file(file, [&](sealing::Keys& keys) -> base::Result<void> {
            const auto key = new_key(asked, keys);
            id = key->id();
            keys.all.push_back(key);
            is_first = keys.current.empty();
            keys.current = is_first ? id : keys.current;
            return {};
        });
    });
    if (!added) {
        return fail_with_keys(added.error(), console);
    }
    std::puts(
        console.text(is_first ? "keys.added_first" : "keys.added", {{"key", id}, {"file", file}})
            .c_str());
}

base::Result<void> may_retire(const KeyState& state, const std::string& id)
{
    if (state.file.find(id) == nullptr) {
        return base::refuse("keys.unknown", {{"key", id}});
    }
    if (id == state.sealing() || id == state.file.current) {
        return base::refuse("keys.is_current", {{"key", id}});
    }
    if (const auto count = state.values_under(id); count > 0) {
        return base::refuse("keys.in_use", {{"key", id}, {"count", std::to_string(count)}});
    }
    return {};
}

base::Result<void> retired(const Config& config, const std::string& id)
{
    const auto file = key_file_of(config);
    CHECK(with_key_file(file, [&] {
        return sealing::change_key_file(file, [&](sealing::Keys& keys) -> base::Result<void> {
            auto state = TRY(state_of(config));
            CHECK(may_retire(state, id));
            std::erase_if(keys.all, [&](const auto& key) { return key->id() == id; });
            return {};
        });
    }));
    // The database learns of it now, or from the program that has it open.
    if (const auto house = open_house(config); !house && house.error().code != "house.in_use") {
        return tl::unexpected(house.error());
    }
    return {};
}

void retire(const KeysAsked& asked, Console& console)
{
    const auto config = asked.place.config();
    if (!config) {
        return console.fail(config.error(), ExitCode::refused);
    }
    if (const auto done = retired(*config, asked.key); !done) {
        return fail_with_keys(done.error(), console);
    }
    std::puts(console.text("keys.retire_done", {{"key", asked.key}}).c_str());
}

using Asked = std::shared_ptr<KeysAsked>;

Asked add_part(CLI::App& keys, Console& console, const std::string& name,
    void (*run)(const KeysAsked&, Console&))
{
    auto* command = keys.add_subcommand(name, console.text("cli.keys_" + name));
    const auto asked = std::make_shared<KeysAsked>();
    asked->place.add_to(*command, console);
    command->callback([asked, run, &console] { run(*asked, console); });
    return asked;
}

} // namespace

const sealing::KnownKey* KeyState::find(const std::string& id) const
{
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& key) { return key.key_id == id; });
    return found == known.end() ? nullptr : &*found;
}

std::string KeyState::sealing() const { return known.empty() ? "" : known.back().key_id; }

std::int64_t KeyState::values_under(const std::string& id) const
{
    const auto* found = find(id);
    return found == nullptr ? 0 : values[static_cast<std::size_t>(found - known.data())];
}

std::int64_t KeyState::to_reseal() const
{
    return std::accumulate(values.begin(), values.end(), std::int64_t{0}) - values_under(sealing());
}

base::Result<KeyState> state_of(const Config& config)
{
    const auto file = key_file_of(config);
    auto keys = TRY(with_key_file(file, [&] { return sealing::read_key_file(file); }));
    const auto database = TRY(look_at_house(config));
    KeyState state{keys.value_or(sealing::Keys{}), {}, {}};
    database->look([&](db::Tx& tx) {
        state.known = sealing::known_keys(tx);
        for (const auto& key : state.known) {
            state.values.push_back(sealing::values_under(tx, key.key_id));
        }
    });
    return state;
}

sealing::KeyPointer new_key(const KeysAsked& asked, const sealing::Keys& beside)
{
    auto suite = beside.all.empty() ? sealing::Suite::intl : beside.all.back()->suite();
    boost::describe::enum_from_string(asked.suite.c_str(), suite);
    return sealing::Key::make(suite, base::SystemClock().now());
}

void add_suite(CLI::App& command, KeysAsked& asked, const Console& console)
{
    command.add_option("--suite", asked.suite, console.text("cli.keys_suite"))
        ->type_name("intl|cn")
        ->check([&console](const std::string& suite) {
            return suite == "intl" || suite == "cn"
                ? std::string()
                : console.text("cli.bad_suite", {{"suite", suite}});
        });
}

void fail_with_keys(const base::Error& error, Console& console)
{
    const auto& code = error.code;
    console.fail(error,
        code == "keys.not_taken_up" || code == "keys.unreadable" ? ExitCode::failed
            : code == "keys.stuck"                               ? ExitCode::damaged
            : code.starts_with("keys.")                          ? ExitCode::refused
                                                                 : ExitCode::no_database);
}

void add_keys(CLI::App& app, Console& console)
{
    auto* keys = app.add_subcommand("keys", console.text("cli.keys"))->require_subcommand(1);
    const auto listing = add_part(*keys, console, "list", list);
    keys->get_subcommand("list")->add_flag("--json", listing->json, console.text("cli.json"));
    const auto adding = add_part(*keys, console, "add", add);
    add_suite(*keys->get_subcommand("add"), *adding, console);
    const auto rotating = add_part(*keys, console, "rotate", rotate_keys);
    add_suite(*keys->get_subcommand("rotate"), *rotating, console);
    const auto retiring = add_part(*keys, console, "retire", retire);
    keys->get_subcommand("retire")
        ->add_option("KEY", retiring->key, console.text("cli.keys_key"))
        ->required()
        ->type_name("");
}

} // namespace xieshang::app
