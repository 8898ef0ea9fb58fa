// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/paragraph_reading.h"

#include "features/plan/bare_topics.h"
#include "features/plan/labelled_reading.h"
#include "features/plan/prose.h"
#include "features/plan/script.h"
#include "features/plan/timed_reading.h"
#include "features/plan/told_topics.h"
#include "features/plan/topic_text.h"
#include "features/plan/words.h"

#include <algorithm>

namespace xieshang::plan {

namespace {

using Text = std::u32string_view;

// A sentence that begins so tells how consultations go: 采取座谈会等形式进行.
const auto ways = words(U"采取 采用 通过");

// The titles in the rest of a heading's line, each with the sign that ends it: A；B。 Nothing when
// one of them can be no title.
std::vector<Range> titles_in(const std::vector<Line>& lines, Range rest)
{
    std::vector<Range> titles;
    const Text text = Text(lines[rest.line].folded).substr(0, rest.end);
    for (auto begin = rest.begin; begin < rest.end;) {
        const auto end =
            static_cast<std::uint32_t>(std::min(text.find_first_of(U";。", begin), text.size()));
        const Text title = text.substr(begin, end - begin);
        const bool goes_on = end + 1 < rest.end && text[end] == U'。';
        if (goes_on || !is_bare_title(title) || understood(title).is_kind
            || !has_title(Run(lines, {{rest.line, begin, end}}))) {
            return {};
        }
        titles.push_back({rest.line, begin, std::min(end + 1, rest.end)});
        begin = titles.back().end;
    }
    return titles;
}

// 开展5场对口协商，围绕“A”“B”…: sentences behind a heading, no titles.
bool is_told(const std::vector<Line>& lines, const std::vector<Range>& titles)
{
    const Text first = folded_in(lines, titles.front());
    return starts_with_one(first, ways) || !told_in(first).counts.empty()
        || std::all_of(titles.begin(), titles.end(),
            [&](Range range) { return tells(told_in(folded_in(lines, range))); });
}

// 开展3场专题协商会，围绕“校园食 and no more: the next line goes on with it, and is no topic.
bool breaks_off(const Run& run)
{
    constexpr std::size_t longest = 1000;
    const Text text = run.text();
    if (text.empty() || text.size() > longest || is_one_of(text.back(), U"。;:!?")) {
        return false;
    }
    const Text sentence = text.substr(text.find_last_of(U"。;") + 1);
    return sentence.find(U"围绕") != Text::npos
        && (text.find(U'“') != Text::npos || !told_in(text).counts.empty());
}

} // namespace

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
    if (place_timed(id, rest, section)) {
        return;
    }
    const Node& node = nodes_[id];
    const bool has_bare = has_bare_topics(lines(), nodes_, roles_, id);
    Run prose(lines());
    if (!place_titles_behind(id, rest, section)) {
        prose.append_wrapped(rest);
    }
    for (const auto& body : node.body) {
        if (has_bare && is_bare_topic(lines(), body) && has_title(run_of(body.range))
            && !breaks_off(prose)) {
            flush(id, prose, section);
            const int topic = findings_.add_topic({std::nullopt, kind_above(id), body.range.line});
            place_topic_text(findings_, run_of(body.range), topic, section());
        } else {
            prose.append_wrapped(body.range);
        }
    }
    flush(id, prose, section);
}

// Below a time, when one of the lines is a form with its title.
bool ParagraphReader::place_timed(std::size_t id, Range rest, const SectionOf& section)
{
    const Node& node = nodes_[id];
    auto body = node.body;
    if (!rest.is_empty()) {
        body.insert(body.begin(), Body{rest, false});
    }
    const auto is_timed = [&](const Body& line) { return is_timed_topic(lines(), node, line); };
    if (std::none_of(body.begin(), body.end(), is_timed)) {
        return false;
    }
    const bool has_bare = has_bare_topics(lines(), nodes_, roles_, id);
    const auto begins = [&](const Body& line) {
        return is_timed(line)
            || (has_bare && is_bare_topic(lines(), line) && has_title(run_of(line.range)));
    };
    auto line = std::find_if(body.begin(), body.end(), begins);
    Run before(lines());
    std::for_each(body.begin(), line, [&](const Body& each) { before.append_wrapped(each.range); });
    findings_.put(before, 0, before.size(), Place::section_text, section());
    while (line != body.end()) {
        const auto next = std::find_if(line + 1, body.end(), begins);
        place_timed_topic(findings_, node, {line, next}, kind_above(id), section());
        line = next;
    }
    return true;
}

// （一）常委会会议协商议题：A；B。 Topics on the heading's own line.
bool ParagraphReader::place_titles_behind(std::size_t id, Range rest, const SectionOf& section)
{
    const Node& node = nodes_[id];
    if (rest.is_empty() || node.zone != Zone::topics || !node.heading.is_pure
        || has_topics_below(id)) {
        return false;
    }
    const auto titles = titles_in(lines(), rest);
    if (titles.empty() || is_told(lines(), titles)) {
        return false;
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
        place_told_topic(findings_, run, found, topic);
    }
    if (!prose.topics.empty()) {
        check_told_counts(findings_, run, prose);
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
