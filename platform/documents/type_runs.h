// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Text → runs of one script each: what takes the Chinese font and what the Latin one. Chinese
// quotes, dashes and punctuation are Han. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xieshang::documents {

enum class Script : std::uint8_t { han, latin };

struct TypeRun {
    Script script = Script::han;
    std::string text;

    bool operator==(const TypeRun&) const = default;
};

std::vector<TypeRun> type_runs(std::string_view text);

} // namespace xieshang::documents
