// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/numbering.h"

#include <algorithm>

namespace xieshang::analytics {
namespace {

// A table may be this large: four entries an answer, and some for the few.
std::size_t most_entries(std::size_t answers) { return 4 * answers + (std::size_t{1} << 16U); }

std::uint32_t place_among(const std::vector<std::uint32_t>& numbers, std::uint32_t number)
{
    return static_cast<std::uint32_t>(
        std::lower_bound(numbers.begin(), numbers.end(), number) - numbers.begin());
}

std::vector<std::uint32_t> distinct(std::vector<std::uint32_t> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

} // namespace

Numbering::Numbering(const std::vector<std::uint32_t>& occurs) : places_(occurs.size(), nowhere)
{
    for (std::size_t number = 0; number < occurs.size(); ++number) {
        if (occurs[number] != 0) {
            places_[number] = static_cast<std::uint32_t>(numbers_.size());
            numbers_.push_back(static_cast<std::uint32_t>(number));
        }
    }
}

SmallNumbers::SmallNumbers(std::span<const Answer> answers, Crew& crew) : answers_(answers)
{
    if (answers.empty()) {
        return;
    }
    const std::size_t parts = crew.size();
    std::vector<std::uint32_t> participants(parts, 0);
    std::vector<std::uint32_t> statements(parts, 0);
    crew.share(parts, [&](std::size_t part) {
        const auto range = range_of(part, parts, answers.size());
        std::uint32_t participant = 0;
        std::uint32_t statement = 0;
        for (auto i = range.begin; i < range.end; ++i) {
            participant = std::max(participant, answers[i].participant());
            statement = std::max(statement, answers[i].statement());
        }
        participants[part] = participant;
        statements[part] = statement;
    });
    participants_ = std::size_t{*std::max_element(participants.begin(), participants.end())} + 1;
    statements_ = std::size_t{*std::max_element(statements.begin(), statements.end())} + 1;
    if (std::max(participants_, statements_) > most_entries(answers.size())) {
        make_small();
    }
}

void SmallNumbers::make_small()
{
    std::vector<std::uint32_t> participants(answers_.size());
    std::vector<std::uint32_t> statements(answers_.size());
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        participants[i] = answers_[i].participant();
        statements[i] = answers_[i].statement();
    }
    given_participants_ = distinct(std::move(participants));
    given_statements_ = distinct(std::move(statements));
    renumbered_.reserve(answers_.size());
    for (const auto& answer : answers_) {
        renumbered_.emplace_back(place_among(given_participants_, answer.participant()),
            place_among(given_statements_, answer.statement()), answer.stance());
    }
    answers_ = renumbered_;
    participants_ = given_participants_.size();
    statements_ = given_statements_.size();
}

std::vector<std::uint32_t> SmallNumbers::given(
    const std::vector<std::uint32_t>& small, const std::vector<std::uint32_t>& numbers)
{
    if (numbers.empty()) {
        return small;
    }
    std::vector<std::uint32_t> given;
    for (const auto number : small) {
        given.push_back(numbers[number]);
    }
    return given;
}

} // namespace xieshang::analytics
