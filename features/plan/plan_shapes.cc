// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/plan/plan_shapes.h"

#include <algorithm>

namespace xieshang::plan {
namespace {

LinePlace place_of(Place place)
{
    switch (place) {
    case Place::title:
        return LinePlace::title;
    case Place::section_mark:
    case Place::section_heading:
    case Place::section_text:
        return LinePlace::section;
    case Place::topic_mark:
    case Place::topic_title:
        return LinePlace::topic;
    case Place::topic_kind:
    case Place::topic_period:
    case Place::topic_responsible:
    case Place::topic_participating:
        return LinePlace::topic_field;
    case Place::unplaced:
        break;
    }
    return LinePlace::unplaced;
}

// A line is what its longest piece is, but a topic's title and what found no place are never hidden
// by a longer neighbour.
std::size_t weight(const ReadPiece& piece)
{
    constexpr std::size_t always_wins = 1U << 30U;
    const auto place = place_of(piece.place);
    const bool wins = piece.place == Place::topic_title || place == LinePlace::unplaced;
    return piece.text.size() + (wins ? always_wins : 0);
}

LineView line_view(ReadLine line)
{
    LineView view{line.line, {}, LinePlace::blank, -1, {}};
    for (const auto& piece : line.pieces) {
        view.text += piece.text;
    }
    const auto main = std::max_element(line.pieces.begin(), line.pieces.end(),
        [](const auto& a, const auto& b) { return weight(a) < weight(b); });
    if (main != line.pieces.end()) {
        view.place = place_of(main->place);
        view.target = main->target;
    }
    view.pieces = std::move(line.pieces);
    view.sheet = std::move(line.sheet);
    return view;
}

template <class List>
std::vector<std::int64_t> lines_of(const List& list)
{
    std::vector<std::int64_t> lines;
    for (const auto& one : list) {
        lines.push_back(one.at);
    }
    return lines;
}

std::vector<std::int64_t> unplaced_lines_of(const Reading& reading)
{
    std::vector<std::int64_t> lines;
    for (std::size_t i = 0; i < reading.lines.size(); ++i) {
        for (const auto& piece : reading.lines[i].pieces) {
            if (piece.place == Place::unplaced) {
                lines.push_back(static_cast<std::int64_t>(i));
            }
        }
    }
    return lines;
}

} // namespace

DocumentView view_of(const Document& document, Reading reading, const Wording& wording)
{
    DocumentView view{document.id, document.file_name, document.size, document.sha256,
        document.encoding, document.uploaded_at_ms, document.uploaded_by_name, document.version, {},
        answer_of(reading, wording), lines_of(reading.topics), lines_of(reading.warnings),
        unplaced_lines_of(reading), document.state, {}};
    for (auto& line : reading.lines) {
        view.lines.push_back(line_view(std::move(line)));
    }
    return view;
}

PlanView view_of(Plan plan, std::optional<Document> document, std::vector<Section> sections,
    std::vector<topics::Topic> topics, std::vector<OfferView> actions)
{
    PlanView view{plan.id, std::move(plan.title), std::move(plan.committee), plan.year, plan.state,
        plan.draft, plan.version, plan.created_at_ms, std::move(plan.created_by_name),
        plan.updated_at_ms, false, {}, std::move(sections), {}, std::move(actions), {}, {}};
    if (document) {
        view.document =
            DocumentLine{document->id, document->file_name, document->size, document->sha256};
    }
    for (auto& topic : topics) {
        view.topics.push_back(topics::line_of(std::move(topic)));
    }
    return view;
}

StepView view_of(const PlanStep& step)
{
    return {step.at_ms, step.by_name, step.action, step.from_state, step.to_state, step.reason,
        step.version, {}, {}};
}

ReviewView view_of(const Review& review)
{
    return {review.stage, review.role, review.verdict, review.round, review.words.meeting,
        review.words.meeting_day, review.words.decided_on, review.words.papers, review.for_name};
}

ReviewTold review_told(const Review& review) { return {view_of(review), review.for_id}; }

} // namespace xieshang::plan
