// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/amendment_shapes.h"

#include <algorithm>

namespace xieshang::amendments {
namespace {

std::string title_now(
    const std::vector<Topic>& topics, const std::optional<TopicId>& id, std::string otherwise)
{
    const auto at = std::find_if(
        topics.begin(), topics.end(), [&](const Topic& topic) { return id && topic.id == *id; });
    return at == topics.end() ? std::move(otherwise) : at->words.title;
}

} // namespace

AmendmentLine line_of(const Amendment& amendment, const std::vector<Topic>& topics)
{
    const bool waits = amendment.state == AmendmentState::waiting;
    return {amendment.id, amendment.reason, amendment.state, std::ssize(amendment.changes),
        amendment.decision, amendment.created_at, amendment.created_by_name,
        waits ? changes_of(amendment, topics) : std::vector<ChangeView>()};
}

std::vector<Replacement> replaced_by(const Amendment& amendment, const std::vector<Topic>& topics)
{
    std::vector<Replacement> replaced;
    for (const auto& one : amendment.applied) {
        if (one.kind == ChangeKind::replace && one.topic_id && one.new_topic_id) {
            replaced.push_back(
                {amendment.id, *one.topic_id, title_now(topics, one.topic_id, one.title_before),
                    *one.new_topic_id, title_now(topics, one.new_topic_id, one.title_after)});
        }
    }
    return replaced;
}

std::vector<ChangeView> changes_of(const Amendment& amendment, const std::vector<Topic>& topics)
{
    std::vector<ChangeView> views;
    for (std::size_t i = 0; i < amendment.changes.size(); ++i) {
        const auto& change = amendment.changes[i];
        ChangeView view{
            change.kind, change.topic_id, {}, {}, change.topic, {}, change.reason.value_or("")};
        if (i < amendment.applied.size()) {
            const auto& applied = amendment.applied[i];
            view.title_before = applied.title_before;
            view.title_after = applied.title_after;
            view.new_topic_id = applied.new_topic_id;
        } else {
            view.title_before = title_now(topics, change.topic_id, {});
            view.title_after =
                change.topic ? change.topic->title : change.title.value_or(view.title_before);
        }
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace xieshang::amendments
