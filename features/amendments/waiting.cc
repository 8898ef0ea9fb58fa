// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/amendments/waiting.h"

#include <map>

namespace xieshang::amendments {
namespace {

// The title that a change brings; nullptr: it brings none.
const std::string* title_brought(const TopicChange& change)
{
    if (change.kind == ChangeKind::retitle) {
        return change.title ? &*change.title : nullptr;
    }
    const bool brings = change.kind == ChangeKind::add || change.kind == ChangeKind::replace;
    return brings && change.topic ? &change.topic->title : nullptr;
}

} // namespace

bool is_to_come(const Decision& decision, std::string_view today)
{
    return decision.effective_on > today;
}

bool is_due(const Amendment& amendment, std::string_view today)
{
    return amendment.state == AmendmentState::waiting && amendment.decision
        && !is_to_come(*amendment.decision, today);
}

base::Result<void> leaves_alone(
    const std::vector<TopicChange>& changes, const std::vector<Amendment>& waiting)
{
    std::map<std::string, std::string> topics; // and titles, each with the day
    std::map<std::string, std::string> titles;
    for (const auto& one : waiting) {
        for (const auto& change : one.changes) {
            if (change.topic_id) {
                topics.emplace(change.topic_id->text, one.decision->effective_on);
            }
            if (const auto* title = title_brought(change)) {
                titles.emplace(*title, one.decision->effective_on);
            }
        }
    }
    base::Error unsound{base::Trouble::refused, "amendment.unsound", {}, {}};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto at = "/changes/" + std::to_string(i);
        if (const auto& id = changes[i].topic_id; id && topics.contains(id->text)) {
            unsound.fields.push_back(
                {at + "/topic_id", "amendment.topic_waits", {{"day", topics.at(id->text)}}});
        }
        const auto* title = title_brought(changes[i]);
        if (title != nullptr && titles.contains(*title)) {
            const bool renames = changes[i].kind == ChangeKind::retitle;
            unsound.fields.push_back({at + (renames ? "/title" : "/topic/title"),
                "amendment.title_waits", {{"day", titles.at(*title)}}});
        }
    }
    if (!unsound.fields.empty()) {
        return tl::unexpected(std::move(unsound));
    }
    return {};
}

} // namespace xieshang::amendments
