// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_change.h"

namespace xieshang::topics {
namespace {

std::string said(const std::string& text) { return text; }
std::string said(TopicKind kind) { return boost::describe::enum_to_string(kind, ""); }
std::string said(const std::optional<TopicField>& field)
{
    return field ? boost::describe::enum_to_string(*field, "") : "";
}
std::string said(const std::optional<std::int64_t>& month)
{
    return month ? std::to_string(*month) : "";
}
std::string said(const std::vector<std::string>& names)
{
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : "、") + name;
    }
    return text;
}

} // namespace

std::vector<ChangedWords> changed_words(const TopicWords& before, const TopicWords& after)
{
    std::vector<ChangedWords> changed;
    const auto compare = [&](const char* field, const auto& was, const auto& is) {
        if (was != is) {
            changed.push_back({field, said(was), said(is)});
        }
    };
    compare("title", before.title, after.title);
    compare("kind", before.kind, after.kind);
    compare("field", before.field, after.field);
    compare("period", before.period, after.period);
    compare("month", before.month, after.month);
    compare("responsible", before.responsible, after.responsible);
    compare("participating", before.participating, after.participating);
    return changed;
}

} // namespace xieshang::topics
