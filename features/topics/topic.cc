// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic.h"

#include <map>

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
    return tl::unexpected(std::move(stale));
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
