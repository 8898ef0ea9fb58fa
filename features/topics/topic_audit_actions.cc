// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_audit_actions.h"

#include "features/topics/topic_store.h"
#include "platform/json/json.h"
#include "platform/json/sameness.h"

#include <algorithm>

namespace xieshang::topics {
namespace {

void add(std::vector<record::Misfit>& misfits, const Topic& topic, std::string field)
{
    misfits.push_back({"check.row_differs", "topic", topic.id.text, {{"field", std::move(field)}}});
}

// `told`: the words that the record has for it, or null when it has none.
void compare(const Topic& topic, const json::Node* told, std::int64_t edits,
    std::vector<record::Misfit>& misfits)
{
    const auto words = json::Document::parse(json::write(topic.words)).value();
    if (told == nullptr) {
        return add(misfits, topic, "position");
    }
    for (auto& field : json::differing_members(*told, words.root())) {
        add(misfits, topic, std::move(field));
    }
    if (topic.version != edits + 1) {
        add(misfits, topic, "version");
    }
}

} // namespace

TopicEdits audit_topics_of_plan(db::Tx& tx, const std::string& plan_id, const json::Node& saved,
    std::vector<record::Misfit>& misfits)
{
    TopicEdits edits;
    const auto topics = topics_of_plan(tx, plan_id);
    auto first = saved.begin();
    for (const auto& topic : topics) {
        const bool is_told = first != saved.end();
        const json::Node* told = is_told ? &*first : nullptr;
        if (is_told) {
            ++first;
        }
        const auto events = record::events_about(tx, "topic", topic.id.text);
        const auto count = static_cast<std::int64_t>(events.size());
        edits.count += count;
        if (events.empty()) {
            compare(topic, told, 0, misfits);
            continue;
        }
        edits.newest_at = std::max(edits.newest_at, events.back().at);
        const auto content = json::Document::parse(events.back().content.value_or(""));
        if (content) { // else told already, where the record is inspected
            compare(topic, json::member_of(content->root(), "after"), count, misfits);
        }
    }
    if (topics.size() < saved.size) {
        misfits.push_back({"check.row_differs", "topic", plan_id, {{"field", "position"}}});
    }
    return edits;
}

} // namespace xieshang::topics
