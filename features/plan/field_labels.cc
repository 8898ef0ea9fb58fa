// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/field_labels.h"

#include "features/plan/headings.h"
#include "features/plan/nesting.h"
#include "features/plan/script.h"
#include "features/plan/time_words.h"
#include "features/plan/topic_text.h"

#include <algorithm>
#include <optional>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

std::optional<FieldLabel> label_here(const Run& run, std::size_t i, bool needs_no_colon)
{
    const auto text = run.text();
    const auto label = label_at(text, i);
    if (!label) {
        return std::nullopt;
    }
    const std::size_t after = i + label->length;
    const bool starts_line = i == 0 || text[i - 1] == U'\n';
    const bool ends_line = after == text.size() || text[after] == U'\n';
    if (after < text.size() && is_one_of(text[after], U":")) {
        return FieldLabel{label->field, i, after + 1};
    }
    if (starts_line && ends_line && label->field != Field::title && label->length > 2) {
        return FieldLabel{label->field, i, after};
    }
    if (needs_no_colon && i == 0 && label->field != Field::title
        && (ends_line || is_one_of(text[after], U"。,为是(") || run.gap(after) != Gap::none
            || label->length > 3)) {
        const bool delimited = !ends_line && is_one_of(text[after], U"。,为是");
        return FieldLabel{label->field, i, after + (delimited ? 1 : 0)};
    }
    return std::nullopt;
}

std::size_t without_tail(Text text, std::size_t begin, std::size_t end)
{
    while (end > begin && is_one_of(text[end - 1], U"。;,、\n")) {
        --end;
    }
    return end;
}

// A value ends with its sentence or line; it goes on over a line break behind a comma, or when
// nothing stood before it.
std::size_t end_of_value(Text text, const Nesting& nesting, std::size_t begin, std::size_t end)
{
    std::size_t start = begin;
    while (start < end && text[start] == U'\n') {
        ++start;
    }
    for (std::size_t i = start; i < end; ++i) {
        if (text[i] == U'。' && nesting.depth(i) == 0) {
            return i;
        }
        if (text[i] != U'\n' || i == start || is_one_of(text[i - 1], U"、,;")) {
            continue;
        }
        const auto next = text.substr(i + 1, std::min(text.find(U'\n', i + 1), end) - i - 1);
        if (next.size() > 40 || next.find(U"。") < next.size() - 1 || i - start < 12) {
            return i;
        }
    }
    return end;
}

std::vector<FieldLabel> found_labels(const Run& run, bool first_needs_no_colon, bool takes_title)
{
    std::vector<FieldLabel> labels;
    const auto text = run.text();
    const Nesting nesting(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool bounded =
            i == 0 || is_one_of(text[i - 1], U"\n。;,、:)") || run.gap(i) != Gap::none;
        if (!bounded || nesting.depth(i) != 0) {
            continue;
        }
        if (const auto label = label_here(run, i, first_needs_no_colon)) {
            if (label->field == Field::title && i == 0 && !takes_title) {
                continue; // the title's own label: the title's reader takes it
            }
            labels.push_back(*label);
            i = label->value - 1;
        }
    }
    return labels;
}

std::string as_written(const Run& run, std::size_t begin, std::size_t end)
{
    std::u32string words;
    for (std::size_t i = begin; i < end; ++i) {
        const auto [line, pos] = run.at(i);
        words += line == Run::no_line ? U' ' : run.lines()[line].text[run.lines()[line].at[pos]];
    }
    return to_utf8(words);
}

// Gives the topic the kind that the words name, or warns that they name none. False when they say
// more than a kind.
bool names_only_a_kind(
    Findings& findings, const Run& run, std::size_t begin, std::size_t end, int topic)
{
    constexpr std::size_t longest_name = 24;
    const auto text = run.text(begin, end);
    const auto words = understood(text);
    if (words.kind) {
        findings.topics()[static_cast<std::size_t>(topic)].kind = words.kind;
        return words.is_pure;
    }
    const bool says_something =
        std::any_of(text.begin(), text.end(), [](char32_t c) { return is_han(c) || is_word(c); });
    if (says_something && text != U"其他" && text != U"其它") {
        findings.warn(
            run.line_of(begin), "reading.kind_unknown", {{"kind", as_written(run, begin, end)}});
    }
    return text.size() <= longest_name;
}

} // namespace

std::vector<FieldLabel> field_labels(const Run& run, bool first_needs_no_colon)
{
    return found_labels(run, first_needs_no_colon, false);
}

std::vector<FieldLabel> all_labels(const Run& run) { return found_labels(run, false, true); }

std::size_t value_end(const Run& run, std::size_t begin, std::size_t end)
{
    return end_of_value(run.text(), Nesting(run.text()), begin, end);
}

void place_value(Findings& findings, const Run& run, std::size_t begin, std::size_t end,
    Field field, int topic, int section, int part)
{
    const auto text = run.text();
    const auto put = [&](Place place) { findings.put(run, begin, end, place, topic, part); };
    switch (field) {
    case Field::period:
        if (const auto time = time_phrase_at(text, begin);
            end - begin > 24 && time > 0 && begin + time < end) {
            findings.put(run, begin, begin + time, Place::topic_period, topic, part);
            findings.put(run, begin + time, end, Place::section_text, section);
        } else if (end - begin <= 40) {
            put(Place::topic_period);
        }
        break;
    case Field::responsible:
        put(Place::topic_responsible);
        break;
    case Field::participating:
        put(Place::topic_participating);
        break;
    case Field::kind:
        if (names_only_a_kind(findings, run, begin, end, topic)) {
            put(Place::topic_kind);
        }
        break;
    case Field::number:
        put(Place::topic_mark);
        break;
    case Field::title:
    case Field::frame:
        break;
    }
    findings.put(run, begin, end, Place::section_text, section); // what no field takes
}

void place_labelled(Findings& findings, const Run& run, const std::vector<FieldLabel>& labels,
    int topic, int section)
{
    const auto text = run.text();
    const Nesting nesting(text);
    for (std::size_t k = 0; k < labels.size(); ++k) {
        const auto& label = labels[k];
        const std::size_t end = k + 1 < labels.size() ? labels[k + 1].begin : run.size();
        const std::size_t stop = end_of_value(text, nesting, label.value, end);
        std::size_t first = label.value;
        while (first < stop && is_one_of(text[first], U"\n:,")) {
            ++first;
        }
        const std::size_t last = without_tail(text, first, stop);
        findings.put(run, label.begin, first, Place::topic_mark, topic);
        place_value(
            findings, run, first, last, label.field, topic, section, static_cast<int>(k) + 1);
        findings.put(run, last, std::min(stop + 1, end), Place::topic_mark, topic);
        const std::size_t rest = std::min(stop + 1, end);
        const bool is_glue = without_tail(text, rest, end) == rest;
        findings.put(run, rest, end, is_glue ? Place::topic_mark : Place::section_text,
            is_glue ? topic : section);
    }
}

void place_topic_fields(
    Findings& findings, const Run& run, int topic, int section, bool starts_with_label)
{
    const auto labels = field_labels(run, starts_with_label);
    findings.put(
        run, 0, labels.empty() ? run.size() : labels.front().begin, Place::section_text, section);
    place_labelled(findings, run, labels, topic, section);
}

int labels_in(const Run& run, bool starts_with_label)
{
    return static_cast<int>(field_labels(run, starts_with_label).size());
}

} // namespace xieshang::plan
