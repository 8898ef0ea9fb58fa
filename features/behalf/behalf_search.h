// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which acts on behalf one looks for, and in which order. Pure.
#pragma once

#include "features/behalf/behalf_act.h"

#include <utility>

namespace xieshang::behalf {

enum class BehalfOrder : std::uint8_t {
    newest,
    oldest,
    touched, // what moved last first
};
BOOST_DESCRIBE_ENUM(BehalfOrder, newest, oldest, touched)

struct BehalfSearch {
    std::string told{}; // a person: only of what he is told; empty: all
    std::optional<BehalfState> state{};
    std::optional<BehalfDeed> deed{};
    std::string words{}; // of a name, or of what it is about; empty: any
    BehalfOrder order{};
    // Where the page before ended; its sort value and id.
    std::optional<std::pair<std::int64_t, std::string>> after{};
    std::int64_t limit = 50;
};

} // namespace xieshang::behalf
