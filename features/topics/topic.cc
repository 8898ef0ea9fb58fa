// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic.h"

#include <algorithm>
#include <map>
#include <set>

namespace xieshang::topics {
namespace {

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : "、") + name;
    }
    return text;
}

template <class T, class Text>
void name_difference(base::Error& stale, std::string pointer, const std::optional<T>& asked,
    const T& kept, Text text_of)
{
    if (asked && *asked != kept) {
        stale.fields.push_back(
            {std::move(pointer), "topic.changed_meanwhile", {{"now", text_of(kept)}}});
    }
}

} // namespace

std::int64_t next_number(const std::vector<Topic>& standing, TopicKind kind)
{
    std::int64_t highest = 0;
    std::int64_t highest_of_kind = 0;
    std::set<std::int64_t> numbers;
    bool begins_anew = false;
    for (const auto& topic : standing) {
        highest = std::max(highest, topic.words.number);
        if (topic.words.kind == kind) {
            highest_of_kind = std::max(highest_of_kind, topic.words.number);
        }
        begins_anew = begins_anew || !numbers.insert(topic.words.number).second;
    }
    return (begins_anew ? highest_of_kind : highest) + 1;
}

TopicWords entered_words(const DraftTopic& topic, const std::vector<Topic>& standing)
{
    return {.number = next_number(standing, topic.kind),
        .kind = topic.kind,
        .title = topic.title,
        .period = topic.period,
        .month = topic.month,
        .responsible = topic.responsible,
        .participating = topic.participating,
        .field = topic.field};
}

bool is_to_be_reviewed(const Topic& topic) { return topic.carried_from && topic.version == 1; }

TopicWords edited(TopicWords words, const TopicEdit& edit)
{
    words.kind = edit.kind.value_or(words.kind);
    words.title = edit.title.value_or(words.title);
    words.period = edit.period.value_or(words.period);
    if (edit.month) {
        words.month = *edit.month == 0 ? std::nullopt : edit.month;
    }
    words.responsible = edit.responsible.value_or(words.responsible);
    words.participating = edit.participating.value_or(words.participating);
    words.field = edit.field ? edit.field : words.field;
    return words;
}

base::Result<void> same_version(
    const Topic& kept, std::int64_t version_seen, const TopicEdit& asked)
{
    if (kept.version == version_seen) {
        return {};
    }
    const auto as_is = [](const std::string& text) { return text; };
    base::Error stale{base::Trouble::stale, "topic.stale",
        {{"seen", std::to_string(version_seen)}, {"now", std::to_string(kept.version)}}, {}};
    name_difference(stale, "/kind", asked.kind, kept.words.kind,
        [](TopicKind kind) { return std::string(boost::describe::enum_to_string(kind, "")); });
    name_difference(stale, "/title", asked.title, kept.words.title, as_is);
    name_difference(stale, "/period", asked.period, kept.words.period, as_is);
    name_difference(stale, "/month", asked.month, kept.words.month.value_or(0),
        [](std::int64_t month) { return std::to_string(month); });
    name_difference(stale, "/responsible", asked.responsible, kept.words.responsible, joined);
    name_difference(stale, "/participating", asked.participating, kept.words.participating, joined);
    if (asked.field && asked.field != kept.words.field) {
        stale.fields.push_back({"/field", "topic.changed_meanwhile",
            {{"now",
                kept.words.field ? boost::describe::enum_to_string(*kept.words.field, "") : ""}}});
    }
    return tl::unexpected(std::move(stale));
}

base::Result<void> stands(const Topic& topic)
{
    if (!stands_in_plan(topic.state)) {
        return base::trouble(base::Trouble::conflict, "topic.dropped");
    }
    return {};
}

base::Result<void> of_its_year(const YearsOfSuggestion& years)
{
    const auto of_plan = years.of_plan.value_or(years.asked_for);
    const bool is_left_over = years.state != TopicState::shortlisted;
    if (of_plan < years.asked_for || (of_plan > years.asked_for && !is_left_over)) {
        return base::trouble(base::Trouble::conflict, "topic.suggestion_of_other_year",
            {{"year", std::to_string(years.asked_for)}});
    }
    return {};
}

base::Result<void> distinct_titles(const std::vector<TopicWords>& topics)
{
    base::Error twice{base::Trouble::refused, "topic.duplicate_titles", {}, {}};
    std::map<std::string, std::size_t, std::less<>> first;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const auto [at, is_new] = first.emplace(topics[i].title, i);
        if (!is_new) {
            twice.fields.push_back({"/topics/" + std::to_string(i) + "/title",
                "topic.title_stands_before", {{"first", std::to_string(at->second + 1)}}});
        }
    }
    if (!twice.fields.empty()) {
        return tl::unexpected(std::move(twice));
    }
    return {};
}

} // namespace xieshang::topics
