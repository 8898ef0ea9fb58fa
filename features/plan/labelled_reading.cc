// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/labelled_reading.h"

#include "features/plan/field_labels.h"
#include "features/plan/topic_text.h"

#include <algorithm>
#include <vector>

namespace xieshang::plan {
namespace {

using Labels = std::vector<FieldLabel>;

bool has_title_of_its_own(const Labels& labels)
{
    return std::any_of(labels.begin(), labels.end(),
        [](const FieldLabel& label) { return label.field == Field::title; });
}

// The labels of each topic: a topic begins where the first label's word comes again.
std::vector<Labels> topics_of(const Run& run, const Labels& labels)
{
    std::vector<Labels> topics;
    const auto word = [&](const FieldLabel& label) { return run.text(label.begin, label.value); };
    for (const auto& label : labels) {
        const bool begins = topics.empty()
            || (word(label) == word(labels.front()) && has_title_of_its_own(topics.back()));
        if (begins) {
            topics.emplace_back();
        }
        topics.back().push_back(label);
    }
    return topics;
}

} // namespace

bool place_labelled_topics(Findings& findings, const Run& run, std::optional<TopicKind> kind_above,
    bool in_topics, const std::function<int()>& section)
{
    const auto labels = all_labels(run);
    const auto first = std::find_if(labels.begin(), labels.end(),
        [](const FieldLabel& label) { return label.field == Field::title; });
    if (first == labels.end() || (labels.size() < 2 && !in_topics)
        || !has_title(run.slice(first->value, run.size()))) {
        return false;
    }
    findings.put(run, 0, labels.front().begin, Place::section_text, section());
    const auto blocks = topics_of(run, labels);
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        const auto& block = blocks[k];
        const std::size_t end = k + 1 < blocks.size() ? blocks[k + 1].front().begin : run.size();
        const auto title = std::find_if(block.begin(), block.end(),
            [](const FieldLabel& label) { return label.field == Field::title; });
        if (title == block.end()) {
            findings.put(run, block.front().begin, end, Place::section_text, section());
            continue;
        }
        const std::size_t next = title + 1 != block.end() ? (title + 1)->begin : end;
        const std::size_t stop = value_end(run, title->value, next);
        const Run words = run.slice(title->value, stop);
        if (!has_title(words)) {
            findings.put(run, block.front().begin, end, Place::section_text, section());
            continue;
        }
        const int topic = findings.add_topic({std::nullopt, kind_above, run.line_of(title->value)});
        place_topic_text(findings, words, topic, section());
        place_labelled(findings, run.slice(0, end), block, topic, section());
    }
    return true;
}

} // namespace xieshang::plan
