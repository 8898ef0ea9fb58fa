// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/draft_opinions/opinion_table.h"

#include "features/plan/plan_table.h"

#include <algorithm>

namespace xieshang::draft_opinions {
namespace {

using Text = std::function<std::string(std::string_view)>;

template <class Enum>
std::string word(const Text& text, const char* family, Enum enumerator)
{
    return text(family + std::string(boost::describe::enum_to_string(enumerator, "")));
}

std::string heading_of(const OpinionPartView& part, const Text& text)
{
    return part.form ? word(text, "topics.web.kind.", *part.form) + " " + part.heading
                     : part.heading;
}

std::string row_of(const OpinionRequestView& request, const DraftOpinionView& one, const Text& text)
{
    const auto part = std::find_if(request.text.begin(), request.text.end(),
        [&](const OpinionPartView& each) { return each.key == one.part; });
    const bool is_whole = part == request.text.end();
    const auto* answer = one.answers.empty() ? nullptr : &one.answers.back();
    return plan::csv_row({one.recipient,
        is_whole ? text("draft_opinion.whole") : word(text, "draft_opinion.part.", part->kind),
        is_whole ? std::string() : heading_of(*part, text), is_whole ? std::string() : part->text,
        word(text, "draft_opinion.kind.", one.kind), one.text, one.proposed, one.by_name,
        word(text, "draft_opinion.channel.", one.channel), one.paper_day.value_or(""),
        plan::csv_instant(one.updated_at),
        answer == nullptr ? std::string() : word(text, "draft_opinion.verdict.", answer->verdict),
        answer == nullptr ? std::string() : answer->reason,
        answer == nullptr ? std::string() : answer->wording});
}

} // namespace

std::string opinion_table(const OpinionRequestView& request, const Text& text)
{
    std::vector<std::string> head;
    for (const auto* column : {"recipient", "about", "heading", "original", "kind", "text",
             "proposed", "by", "channel", "paper_day", "at", "verdict", "reason", "wording"}) {
        head.push_back(text(std::string("draft_opinion.export.") + column));
    }
    auto table = std::string(plan::csv_mark) + plan::csv_row(head);
    for (const auto& one : request.opinions) {
        table += row_of(request, one, text);
    }
    return table;
}

} // namespace xieshang::draft_opinions
