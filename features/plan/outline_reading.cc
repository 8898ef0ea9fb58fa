// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/outline_reading.h"

#include "features/plan/field_labels.h"
#include "features/plan/paragraph_reading.h"
#include "features/plan/prose.h"
#include "features/plan/row_reading.h"
#include "features/plan/script.h"
#include "features/plan/told_topics.h"
#include "features/plan/topic_lines.h"
#include "features/plan/topic_text.h"

#include <algorithm>
#include <string>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

class OutlinePlacer {
public:
    OutlinePlacer(Findings& findings, const std::vector<Node>& nodes,
        const std::vector<Role>& roles, ReadingOrder order)
        : findings_(findings),
          nodes_(nodes),
          roles_(roles),
          section_(nodes.size(), -1),
          topic_(nodes.size(), -1),
          paragraphs_(findings, nodes, roles, order),
          rows_(findings, nodes, roles)
    {
    }

    std::vector<int> place()
    {
        std::vector<int> topics_before{0};
        paragraphs_.place(0, {}, [this] { return section_of(0); });
        for (std::size_t id = 1; id < nodes_.size(); ++id) {
            topics_before.push_back(static_cast<int>(findings_.topics().size()));
            const auto parent = static_cast<std::size_t>(nodes_[id].parent);
            section_[id] = section_[parent];
            topic_[id] = topic_[parent];
            switch (roles_[id]) {
            case Role::section:
                place_section(id);
                break;
            case Role::topic:
                place_topic(id);
                break;
            case Role::field:
                place_field(id);
                break;
            case Role::detail:
            case Role::text:
                place_text(id);
                break;
            }
        }
        topics_before.push_back(static_cast<int>(findings_.topics().size()));
        return topics_before;
    }

private:
    const std::vector<Line>& lines() const { return findings_.lines(); }
    Run run_of(Range range) const { return Run(lines(), {range}); }

    // The section whose text this node's words belong to. Words outside all headings open one
    // without heading.
    int section_of(std::size_t id)
    {
        if (section_[id] < 0) {
            const bool is_open = outer_ >= 0 && outer_ == findings_.section_count() - 1;
            outer_ = is_open ? outer_ : findings_.add_section();
            return outer_;
        }
        return section_[id];
    }

    void place_section(std::size_t id)
    {
        const Node& node = nodes_[id];
        section_[id] = findings_.add_section();
        topic_[id] = -1;
        findings_.put(node.mark, Place::section_mark, section_[id]);
        const auto& line = lines()[node.text.line];
        const Text text = folded_in(lines(), node.text);
        auto length = static_cast<std::uint32_t>(heading_length(text));
        if (length == text.size()) {
            length = gapped_heading(line, node.text, text);
        }
        std::uint32_t end = node.text.begin + length;
        std::uint32_t shown = end;
        while (
            shown > node.text.begin && Text(U"。:;,.").find(line.folded[shown - 1]) != Text::npos) {
            --shown;
        }
        findings_.put(
            {node.text.line, node.text.begin, shown}, Place::section_heading, section_[id]);
        findings_.put({node.text.line, shown, end}, Place::section_mark, section_[id]);
        paragraphs_.place(
            id, {node.text.line, end, node.text.end}, [this, id] { return section_of(id); });
    }

    // 指导思想 以……为指导: a known heading before a blank.
    static std::uint32_t gapped_heading(const Line& line, Range range, Text text)
    {
        for (std::uint32_t i = 1; i < text.size() && i <= 20; ++i) {
            if (line.gap(range.begin + i) != Gap::none && text.size() > i + 12
                && understood(text.substr(0, i)).is_pure) {
                return i;
            }
        }
        return static_cast<std::uint32_t>(text.size());
    }

    void place_topic(std::size_t id)
    {
        const Node& node = nodes_[id];
        if (node.type == Numbering::row) {
            topic_[id] =
                rows_.place(id, paragraphs_.kind_above(id), [&] { return section_of(id); });
            return;
        }
        const auto parts = topic_lines(lines(), node);
        const bool is_numbered = node.value > 0;
        if (!has_title(parts.title)) {
            place_text(id);
            return;
        }
        if (const auto prose = meeting_told(parts.title); !prose.topics.empty()) {
            place_told(id, parts, prose);
            return;
        }
        const int topic =
            findings_.add_topic({is_numbered ? std::optional(node.value) : std::nullopt,
                paragraphs_.kind_above(id), node.line()});
        topic_[id] = topic;
        findings_.put(node.mark, Place::topic_mark, topic);
        place_topic_text(findings_, parts.title, topic, section_of(id));
        if (parts.fields.size() > 0) {
            place_topic_fields(findings_, parts.fields, topic, section_of(id));
        }
    }

    // 1. 召开常委会会议，围绕“A”协商议政: an item that tells of a meeting.
    Prose meeting_told(const Run& run) const
    {
        for (const Text verb : {U"召开", U"举行", U"举办", U"组织", U"开展"}) {
            if (run.text().starts_with(verb)) {
                return prose_in(run.text(), std::nullopt, false);
            }
        }
        return {};
    }

    void place_told(std::size_t id, const TopicLines& parts, const Prose& prose)
    {
        const Node& node = nodes_[id];
        const bool is_single = prose.topics.size() == 1;
        for (const auto& found : prose.topics) {
            const int topic = findings_.add_topic(
                {is_single && node.value > 0 ? std::optional(node.value) : std::nullopt,
                    found.kind ? found.kind : paragraphs_.kind_above(id),
                    parts.title.line_of(found.begin)});
            topic_[id] = topic;
            findings_.put(node.mark, Place::topic_mark, topic);
            place_told_topic(findings_, parts.title, found, topic);
        }
        check_told_counts(findings_, parts.title, prose);
        place_labelled(
            findings_, parts.title, field_labels(parts.title, false), topic_[id], section_of(id));
        findings_.put(parts.title, 0, parts.title.size(), Place::section_text, section_of(id));
        if (parts.fields.size() > 0) {
            place_topic_fields(findings_, parts.fields, topic_[id], section_of(id));
        }
    }

    void place_field(std::size_t id)
    {
        const Node& node = nodes_[id];
        if (topic_[id] < 0) {
            place_text(id);
            return;
        }
        findings_.put(node.mark, Place::topic_mark, topic_[id]);
        Run run = run_of(node.text);
        for (const auto& body : node.body) {
            run.append(body.range);
        }
        place_topic_fields(findings_, run, topic_[id], section_of(id), true);
    }

    void place_text(std::size_t id)
    {
        const Node& node = nodes_[id];
        if (node.type == Numbering::row) {
            rows_.place_head(id, [&] { return section_of(id); });
            return;
        }
        if (node.text.is_empty() && node.body.empty() && node.children.empty()) {
            return; // a number without anything: nobody knows where it belongs
        }
        const int section = section_of(id);
        findings_.put(node.mark, Place::section_text, section);
        findings_.put(node.text, Place::section_text, section);
        for (const auto& body : node.body) {
            findings_.put(body.range, Place::section_text, section);
        }
    }

    Findings& findings_;
    const std::vector<Node>& nodes_;
    const std::vector<Role>& roles_;
    std::vector<int> section_;
    std::vector<int> topic_;
    ParagraphReader paragraphs_;
    RowReader rows_;
    int outer_ = -1;
};

} // namespace

std::vector<int> place_outline(Findings& findings, const std::vector<Node>& nodes,
    const std::vector<Role>& roles, ReadingOrder order)
{
    return OutlinePlacer(findings, nodes, roles, order).place();
}

} // namespace xieshang::plan
