// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is told beside an opinion map: how it came about. Pure.
#pragma once

#include "features/opinions/polis_files.h"
#include "platform/analytics/opinion_map.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xieshang::opinions {

struct Timing {
    std::string name; // read, a stage, total
    double ms = 0;
};

struct MapFacts {
    std::optional<analytics::Reference> reference; // whose answers were asked for; else our own
    std::uint64_t seed = 0;
    std::size_t groups_asked = 0; // 0: as many as hold together best
    std::size_t minimum_answers = analytics::MapSettings{}.minimum_answers;
    std::size_t skipped_votes = 0;     // bad lines
    std::size_t skipped_comments = 0;  // bad lines
    std::vector<Statement> statements; // ascending by number; empty when no file told them
    bool knows_rejected = false;       // a file told which statements were rejected
    std::vector<Timing> timings;       // in their order
};

// table, axes, projection, groups, silhouette, statistics; done is no stage.
std::string_view name_of(analytics::Stage stage);

} // namespace xieshang::opinions
