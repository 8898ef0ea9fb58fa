// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_table.h"

#include "features/plan/plan_table.h"

namespace xieshang::calls {
namespace {

using Text = std::function<std::string(std::string_view)>;

template <class Enum>
std::string word(const Text& text, const char* family, Enum enumerator)
{
    return text(family + std::string(boost::describe::enum_to_string(enumerator, "")));
}

std::string in_one(const std::vector<std::string>& names)
{
    std::string all;
    for (const auto& name : names) {
        all += (all.empty() ? "" : "、") + name;
    }
    return all;
}

std::string answer_in_words(const Suggestion& one)
{
    return one.passed_to.empty() ? one.answer : one.passed_to + ": " + one.answer;
}

std::string row_of(const TableLine& line, const Text& text)
{
    const auto& one = line.suggestion;
    const auto& words = one.words;
    return plan::csv_row({plan::csv_instant(one.suggested_at), line.call_title, words.title,
        words.problem, words.reason, words.kind ? word(text, "topics.web.kind.", *words.kind) : "",
        in_one(words.departments), words.field ? word(text, "suggestion.field.", *words.field) : "",
        words.serves, word(text, "suggestion.constituency.", one.constituency),
        word(text, "suggestion.channel.", one.channel), proposer_of(one),
        one.paper_day.value_or(""), word(text, "suggestion.state.", one.state),
        answer_in_words(one), plan::csv_instant(one.updated_at)});
}

} // namespace

std::string pool_table(const std::vector<TableLine>& lines, const Text& text)
{
    std::vector<std::string> head;
    for (const auto* column :
        {"at", "call", "title", "problem", "reason", "kind", "departments", "field", "serves",
            "constituency", "channel", "proposer", "paper_day", "state", "answer", "updated"}) {
        head.push_back(text(std::string("suggestion.export.") + column));
    }
    auto table = std::string(plan::csv_mark) + plan::csv_row(head);
    for (const auto& line : lines) {
        table += row_of(line, text);
    }
    return table;
}

} // namespace xieshang::calls
