// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An option that takes a whole number within bounds, refused in the caller's language.
#pragma once

#include "app/commands/command.h"

#include <cstdint>
#include <string>

namespace xieshang::app {

struct WholeNumber {
    std::uint64_t least = 0;
    std::uint64_t most = 0;
    std::uint64_t value = 0; // the default until the command is parsed
};

// `number` and `console` must outlive the parser.
CLI::Option* add_number(CLI::App& command, const std::string& name, WholeNumber& number,
    const std::string& description, const Console& console);

} // namespace xieshang::app
