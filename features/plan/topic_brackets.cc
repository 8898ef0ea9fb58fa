// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/topic_brackets.h"

#include "features/plan/headings.h"
#include "features/plan/time_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace xieshang::plan {
namespace {

using Text = std::u32string_view;

bool are_names(Text list, bool (*is_name)(Text))
{
    std::size_t begin = 0;
    while (begin <= list.size()) {
        const auto stop = std::min(list.find(U'、', begin), list.size());
        if (!is_name(list.substr(begin, stop - begin))) {
            return false;
        }
        begin = stop + 1;
    }
    return true;
}

// Offices of an assembly or a government; 试点社区 is none.
bool is_office(Text name)
{
    return is_name_of_body(name) && std::any_of(name.end() - 1, name.end(), [](char32_t c) {
        return Text(U"局委办部会室联").find(c) != Text::npos;
    });
}

// Reads the segments one after another.
class BracketReader {
public:
    explicit BracketReader(Text inside) : text_(inside) {}

    std::vector<BracketPart> parts()
    {
        for (std::size_t begin = 0; begin < text_.size();) {
            const auto stop = segment_end(begin);
            if (stop > begin && !read(begin, stop)) {
                return {};
            }
            begin = stop + 1;
        }
        return std::move(parts_);
    }

private:
    // 经济委承办、城建委协办 are two segments, 经济委、城建委承办 is one.
    std::size_t segment_end(std::size_t begin) const
    {
        for (std::size_t i = begin; i < text_.size(); ++i) {
            const bool ends_part =
                text_[i] == U'、' && part_named_in(text_.substr(begin, i - begin)).has_value();
            if (ends_part || Text(U";,\n").find(text_[i]) != Text::npos) {
                return i;
            }
        }
        return text_.size();
    }

    bool add(Field field, std::size_t begin, std::size_t end)
    {
        parts_.push_back({field, begin, end});
        last_ = field;
        return true;
    }

    bool read(std::size_t begin, std::size_t end)
    {
        const Text segment = text_.substr(begin, end - begin);
        if (const auto label = label_at(segment, 0);
            label && label->length < segment.size() && segment[label->length] == U':') {
            return label->field != Field::title
                && add(label->field, begin + label->length + 1, end);
        }
        if (const auto time = time_phrase_at(segment, 0); time == segment.size()) {
            return add(Field::period, begin, end);
        } else if (time > 0) {
            add(Field::period, begin, begin + time);
            return read(begin + time, end);
        }
        if (const auto part = part_named_in(segment)) {
            return add(part->field, begin + part->begin, begin + part->end);
        }
        if (const auto heading = understood(segment); heading.is_pure && heading.kind) {
            return add(Field::kind, begin, end);
        }
        const bool follows = last_ == Field::responsible || last_ == Field::participating;
        if (are_names(segment, follows ? is_name_of_body : is_office)) {
            return add(follows ? *last_ : Field::responsible, begin, end);
        }
        return false;
    }

    Text text_;
    std::vector<BracketPart> parts_;
    std::optional<Field> last_;
};

Place place_of(Field field)
{
    switch (field) {
    case Field::period:
        return Place::topic_period;
    case Field::responsible:
        return Place::topic_responsible;
    case Field::participating:
        return Place::topic_participating;
    case Field::kind:
        return Place::topic_kind;
    default:
        return Place::topic_mark;
    }
}

} // namespace

std::vector<BracketPart> bracket_parts(Text inside)
{
    return inside.empty() || inside.size() > 200 ? std::vector<BracketPart>{}
                                                 : BracketReader(inside).parts();
}

void place_bracket(Findings& findings, const Run& run, std::size_t open, std::size_t end,
    const std::vector<BracketPart>& parts, int topic)
{
    int part = 0;
    for (const auto& found : parts) {
        const auto begin = open + 1 + found.begin;
        findings.put(run, begin, open + 1 + found.end, place_of(found.field), topic, ++part);
        if (found.field == Field::kind) {
            findings.topics()[static_cast<std::size_t>(topic)].kind =
                kind_named_in(run.text(begin, open + 1 + found.end));
        }
    }
    findings.put(run, open, end, Place::topic_mark, topic);
}

} // namespace xieshang::plan
