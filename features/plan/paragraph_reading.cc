// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/paragraph_reading.h"

#include "features/plan/bare_topics.h"
#include "features/plan/labelled_reading.h"
#include "features/plan/prose.h"
#include "features/plan/topic_text.h"

#include <algorithm>
#include <string>

namespace xieshang::plan {

using Text = std::u32string_view;

std::optional<TopicKind> ParagraphReader::kind_above(std::size_t id) const
{
    while (id != 0) {
        if (roles_[id] == Role::section && nodes_[id].heading.kind) {
            return nodes_[id].heading.kind;
        }
        id = static_cast<std::size_t>(nodes_[id].parent);
    }
    return std::nullopt;
}

void ParagraphReader::place(std::size_t id, Range rest, const SectionOf& section)
{
    const Node& node = nodes_[id];
    const bool has_bare = has_bare_topics(lines(), nodes_, roles_, id);
    Run prose(lines());
    if (!place_titles_behind(id, rest, section)) {
        prose.append_wrapped(rest);
    }
    for (const auto& body : node.body) {
        if (has_bare && is_bare_topic(lines(), body) && has_title(run_of(body.range))) {
            flush(id, prose, section);
            const int topic = findings_.add_topic({std::nullopt, kind_above(id), body.range.line});
            place_topic_text(findings_, run_of(body.range), topic, section());
        } else {
            prose.append_wrapped(body.range);
        }
    }
    flush(id, prose, section);
}

// （一）常委会会议协商议题：A；B。 Topics on the heading's own line.
bool ParagraphReader::place_titles_behind(std::size_t id, Range rest, const SectionOf& section)
{
    const Node& node = nodes_[id];
    if (rest.is_empty() || node.zone != Zone::topics || !node.heading.is_pure
        || has_topics_below(id)) {
        return false;
    }
    std::vector<Range> titles;
    const auto& text = lines()[rest.line].folded;
    for (auto begin = rest.begin; begin < rest.end;) {
        auto end = begin;
        while (end < rest.end && text[end] != U';' && text[end] != U'。') {
            ++end;
        }
        if (!is_bare_title(Text(text).substr(begin, end - begin))
            || !has_title(run_of({rest.line, begin, end}))
            || (end < rest.end && text[end] == U'。' && end + 1 < rest.end)) {
            return false;
        }
        end += end < rest.end ? 1 : 0;
        titles.push_back({rest.line, begin, end});
        begin = end;
    }
    for (const auto title : titles) {
        const int topic = findings_.add_topic({std::nullopt, kind_above(id), title.line});
        place_topic_text(findings_, run_of(title), topic, section());
    }
    return true;
}

void ParagraphReader::flush(std::size_t id, Run& run, const SectionOf& section)
{
    if (run.size() > 0) {
        if (!place_labelled_run(id, section)) {
            place_prose(id, run);
        }
        findings_.put(run, 0, run.size(), Place::section_text, section());
    }
    run = Run(lines());
}

// The paragraphs of a section or of the document itself, when labels tell of topics in them.
bool ParagraphReader::place_labelled_run(std::size_t id, const SectionOf& section)
{
    const Node& node = nodes_[id];
    if (node.zone == Zone::none || (node.zone == Zone::topics && has_topics_below(id))
        || has_bare_topics(lines(), nodes_, roles_, id)) {
        return false;
    }
    Run run(lines());
    for (const auto& body : node.body) {
        run.append(body.range);
    }
    const bool in_topics = node.zone == Zone::topics;
    return (in_topics || order_.trusts_sentences)
        && place_labelled_topics(findings_, run, kind_above(id), in_topics, section);
}

void ParagraphReader::place_prose(std::size_t id, const Run& run)
{
    const Zone zone = nodes_[id].zone;
    const bool in_topics = zone == Zone::topics || zone == Zone::perhaps;
    if (!order_.reads_prose || zone == Zone::none || !(in_topics || order_.trusts_sentences)) {
        return;
    }
    const auto prose =
        prose_in(run.text(), kind_above(id), zone == Zone::topics && !has_topics_below(id));
    for (const auto& found : prose.topics) {
        const int topic = findings_.add_topic({std::nullopt, found.kind, run.line_of(found.begin)});
        findings_.put(run, found.begin, found.end, Place::topic_title, topic);
        findings_.put(run, found.mark_begin, found.mark_end, Place::topic_mark, topic);
    }
    if (prose.topics.empty()) {
        return;
    }
    for (const auto& count : prose.counts) {
        const bool is_told = count.listed > 0 || count.kind != TopicKind::plenary;
        if (count.stated != count.listed && is_told) {
            findings_.warn(run.line_of(count.at), "reading.count_differs",
                {{"stated", std::to_string(count.stated)},
                    {"found", std::to_string(count.listed)}});
        }
    }
}

bool ParagraphReader::has_topics_below(std::size_t id) const
{
    const auto& children = nodes_[id].children;
    return std::any_of(children.begin(), children.end(), [&](int child) {
        const auto role = roles_[static_cast<std::size_t>(child)];
        return role == Role::topic || role == Role::section;
    });
}

} // namespace xieshang::plan
