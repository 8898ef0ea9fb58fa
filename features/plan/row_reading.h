// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Rows of a table → topics. One reader reads all the tables of a document, in order. Pure.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/outline.h"
#include "features/plan/paragraph_reading.h"
#include "features/plan/roles.h"

#include <optional>
#include <vector>

namespace xieshang::plan {

class RowReader {
public:
    RowReader(Findings& findings, const std::vector<Node>& nodes, const std::vector<Role>& roles)
        : findings_(findings), nodes_(nodes), roles_(roles)
    {
    }

    // Places a row; the topic that it is, or that it goes on with (a row without title and without
    // a number of its own), -1 when it is neither. An empty cell for the form repeats the one
    // above. Cells of columns that hold nothing of a topic stay unplaced.
    int place(std::size_t id, std::optional<TopicKind> kind_above, const SectionOf& section);

    // A row of column heads belongs to the topic below it, else to the section.
    void place_head(std::size_t id, const SectionOf& section);

private:
    std::optional<int> number_of(const Node& node);
    void check_is_topic(const Node& node);
    bool is_another_row(const Node& node);
    void share_covered(const Node& node, int topic);
    void place_cells(const Node& node, int topic, const SectionOf& section);

    Findings& findings_;
    const std::vector<Node>& nodes_;
    const std::vector<Role>& roles_;
    std::optional<TopicKind> last_kind_;
    int last_topic_ = -1;
    int last_number_ = 0;
    int unnumbered_ = 0; // topics since then
    int table_ = 0;
};

} // namespace xieshang::plan
