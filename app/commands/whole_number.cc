// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "app/commands/whole_number.h"

#include <charconv>
#include <optional>

namespace xieshang::app {
namespace {

std::optional<std::uint64_t> value_of(const std::string& text, const WholeNumber& bounds)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size();
    return is_whole && value >= bounds.least && value <= bounds.most ? std::optional(value)
                                                                     : std::nullopt;
}

} // namespace

CLI::Option* add_number(CLI::App& command, const std::string& name, WholeNumber& number,
    const std::string& description, const Console& console)
{
    const auto take = [&number](const std::string& text) {
        number.value = value_of(text, number).value_or(number.value);
    };
    return command.add_option_function<std::string>(name, take, description)
        ->type_name("N")
        ->check([&number, &console](const std::string& text) {
            return value_of(text, number) ? std::string()
                                          : console.text("cli.whole_number",
                                              {{"least", std::to_string(number.least)},
                                                  {"most", std::to_string(number.most)}});
        });
}

} // namespace xieshang::app
