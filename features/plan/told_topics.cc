// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/told_topics.h"

#include "features/plan/words.h"

#include <string>

namespace xieshang::plan {
namespace {

const auto leads = words(U"围绕 针对 聚焦 就");

} // namespace

Prose told_in(std::u32string_view text)
{
    auto prose = prose_in(text, std::nullopt, false);
    if (!tells(prose) && starts_with_one(text, leads)) {
        // 围绕“A”“B”2个课题进行: the heading above names the meeting.
        auto list = prose_in(text, std::nullopt, true);
        return list.topics.size() > 1 ? list : prose;
    }
    return prose;
}

void place_told_topic(Findings& findings, const Run& run, const ProseTopic& told, int topic)
{
    findings.put(run, told.begin, told.end, Place::topic_title, topic);
    findings.put(run, told.mark_begin, told.mark_end, Place::topic_mark, topic);
}

void check_told_counts(Findings& findings, const Run& run, const Prose& prose)
{
    for (const auto& count : prose.counts) {
        const bool is_told = count.listed > 0 || count.kind != TopicKind::plenary;
        if (count.stated != count.listed && is_told) {
            findings.warn(run.line_of(count.at), "reading.count_differs",
                {{"stated", std::to_string(count.stated)},
                    {"found", std::to_string(count.listed)}});
        }
    }
}

} // namespace xieshang::plan
