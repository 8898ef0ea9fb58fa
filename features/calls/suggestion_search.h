// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which suggestions one looks for, and in which order. Pure.
#pragma once

#include "features/calls/suggestion.h"

#include <utility>

namespace xieshang::calls {

enum class SuggestionOrder : std::uint8_t {
    newest,
    oldest,
    touched, // what moved last first
};
BOOST_DESCRIBE_ENUM(SuggestionOrder, newest, oldest, touched)

struct OwnSuggestions { // those that are his, as is_own()
    std::string actor_id;
    Belongings belongs_to;
};

struct SuggestionSearch {
    std::optional<OwnSuggestions> own{}; // nothing: of everybody
    std::optional<CallId> call{};
    std::optional<TopicState> state{};
    std::optional<std::vector<TopicState>> states{}; // one of these
    std::optional<Constituency> constituency{};
    std::optional<TopicField> field{};
    std::string words{}; // of the title, problem, reason, what it serves or a name; empty: any
    SuggestionOrder order{};
    // Where the page before ended; its sort value and id.
    std::optional<std::pair<std::int64_t, std::string>> after{};
    std::int64_t limit = 50;
};

} // namespace xieshang::calls
