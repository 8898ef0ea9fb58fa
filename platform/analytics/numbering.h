// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The caller's numbers, ascending, and the place of each. Pure.
#pragma once

#include "platform/analytics/answers.h"
#include "platform/analytics/crew.h"

#include <span>

namespace xieshang::analytics {

class Numbering {
public:
    Numbering() = default;
    // `occurs[number]` is not 0 for the numbers that there are.
    explicit Numbering(const std::vector<std::uint32_t>& occurs);

    const std::vector<std::uint32_t>& numbers() const { return numbers_; }
    std::size_t size() const { return numbers_.size(); }
    bool has(std::uint32_t number) const
    {
        return number < places_.size() && places_[number] != nowhere;
    }
    // Of a number that there is.
    std::uint32_t place_of(std::uint32_t number) const { return places_[number]; }

private:
    static constexpr std::uint32_t nowhere = 0xffff'ffff;

    std::vector<std::uint32_t> numbers_;
    std::vector<std::uint32_t> places_; // by number
};

// Numbers so large beside their count that a table of them would waste memory become small first.
class SmallNumbers {
public:
    SmallNumbers(std::span<const Answer> answers, Crew& crew);

    // The answers with small numbers: those that were given, where these are small already.
    std::span<const Answer> answers() const { return answers_; }
    std::size_t participants() const { return participants_; } // largest number and one
    std::size_t statements() const { return statements_; }
    // The caller's, of small ones, which are ascending as these are.
    std::vector<std::uint32_t> given_participants(const std::vector<std::uint32_t>& small) const
    {
        return given(small, given_participants_);
    }
    std::vector<std::uint32_t> given_statements(const std::vector<std::uint32_t>& small) const
    {
        return given(small, given_statements_);
    }

private:
    static std::vector<std::uint32_t> given(
        const std::vector<std::uint32_t>& small, const std::vector<std::uint32_t>& numbers);
    void make_small();

    std::span<const Answer> answers_;
    std::vector<Answer> renumbered_;
    std::size_t participants_ = 0;
    std::size_t statements_ = 0;
    std::vector<std::uint32_t> given_participants_; // by small number; empty: the same
    std::vector<std::uint32_t> given_statements_;
};

} // namespace xieshang::analytics
