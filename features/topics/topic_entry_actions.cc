// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_entry_actions.h"

#include "features/members/policies.h"
#include "features/search/kind.h"

namespace xieshang::topics {
namespace {

std::string line_of(const std::vector<std::string>& names)
{
    std::string line = "\n";
    for (const auto& name : names) {
        line += (line.size() == 1 ? "" : "、") + name;
    }
    return line;
}

} // namespace

search::Entry entry_of(const Topic& topic, const plan::Plan& plan)
{
    const auto& words = topic.words;
    return {.kind = search::name_of(search::Kind::topic),
        .subject_id = topic.id.text,
        .year = plan.year,
        .audience = members::readers.roles(), // as GET /api/topics/{id}, whatever its plan
        .state = boost::describe::enum_to_string(plan.state, ""),
        .context = plan.title,
        .title = words.title,
        .body = words.period + line_of(words.responsible) + line_of(words.participating),
        .at = topic.updated_at};
}

} // namespace xieshang::topics
