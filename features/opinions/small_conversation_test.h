// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A conversation with two groups that is small enough to know by heart: even participants agree to
// statements 0 to 4 and disagree with 5 to 9, odd ones do the reverse; all agree to 20, nobody to
// 21, and 22 was rejected. Participant 90 answered once.
#pragma once

#include "features/opinions/map_facts.h"

namespace xieshang::opinions {

inline constexpr std::uint32_t small_people = 12;

inline analytics::Answers small_answers()
{
    using analytics::Stance;
    analytics::Answers answers;
    for (std::uint32_t person = 0; person < small_people; ++person) {
        for (std::uint32_t statement = 0; statement < 10; ++statement) {
            const bool agrees = (statement < 5) == (person % 2 == 0);
            answers.given.emplace_back(
                person, statement, agrees ? Stance::agree : Stance::disagree);
        }
        answers.given.emplace_back(person, 20, Stance::agree);
        answers.given.emplace_back(person, 21, Stance::disagree);
        answers.given.emplace_back(person, 22, Stance::agree);
    }
    answers.given.emplace_back(90, 0, Stance::pass);
    return answers;
}

inline analytics::OpinionMap small_map(analytics::MapSettings settings = {})
{
    const std::vector<analytics::StatementNumber> rejected{22};
    return analytics::draw_map(small_answers(), rejected, settings);
}

inline MapFacts small_facts()
{
    MapFacts facts;
    facts.seed = 11;
    facts.skipped_votes = 2;
    facts.skipped_comments = 1;
    facts.knows_rejected = true;
    facts.timings = {{"read", 1.5}, {"table", 0.25}, {"total", 1.75}};
    facts.statements = {{0, "增加停车位", false},
        {20,
            "先调研，\n后协商；"
                + std::string("促进各种意见建议充分表达、深入交流，增进共识，凝聚力量，"
                              "一件一件地办好老百姓身边的事"),
            false},
        {22, "spam", true}};
    return facts;
}

} // namespace xieshang::opinions
