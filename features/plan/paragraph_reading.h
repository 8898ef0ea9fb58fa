// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The paragraphs of a section, or of the document itself: topics that nobody numbered, topics told
// in sentences or by labels, and text. Pure, linear.
#pragma once

#include "features/plan/findings.h"
#include "features/plan/outline.h"
#include "features/plan/roles.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace xieshang::plan {

struct ReadingOrder {
    bool reads_prose = true;       // look for topics in sentences
    bool trusts_sentences = false; // also where no heading promises topics
};

using SectionOf =
    std::function<int()>; // the section that text goes to; asked only when there is text

class ParagraphReader {
public:
    ParagraphReader(Findings& findings, const std::vector<Node>& nodes,
        const std::vector<Role>& roles, ReadingOrder order)
        : findings_(findings), nodes_(nodes), roles_(roles), order_(order)
    {
    }

    // Places the rest of the heading's line, and the lines below.
    void place(std::size_t id, Range rest, const SectionOf& section);

    // What the headings above this node, and its own, say.
    std::optional<TopicKind> kind_above(std::size_t id) const;

private:
    const std::vector<Line>& lines() const { return findings_.lines(); }
    Run run_of(Range range) const { return Run(lines(), {range}); }
    bool has_topics_below(std::size_t id) const;
    bool place_timed(std::size_t id, Range rest, const SectionOf& section);
    bool place_titles_behind(std::size_t id, Range rest, const SectionOf& section);
    bool place_labelled_run(std::size_t id, const SectionOf& section);
    void place_prose(std::size_t id, const Run& run);
    void flush(std::size_t id, Run& run, const SectionOf& section);

    Findings& findings_;
    const std::vector<Node>& nodes_;
    const std::vector<Role>& roles_;
    ReadingOrder order_;
};

} // namespace xieshang::plan
