// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What people answered to statements: the input of an opinion map. Numbers in, numbers out: who a
// participant is and what a statement says is known to the caller alone. Pure, any thread.
#pragma once

#include <cstdint>
#include <vector>

namespace xieshang::analytics {

using ParticipantNumber = std::uint32_t; // the caller's; gaps do not matter
using StatementNumber = std::uint32_t;   // the caller's; up to most_statement_number

inline constexpr StatementNumber most_statement_number = (1U << 30U) - 1;

enum class Stance : std::int8_t {
    disagree = -1,
    pass = 0,
    agree = 1,
};

// Eight bytes, so that 100 million answers take 800 MB.
class Answer {
public:
    constexpr Answer() = default;
    constexpr Answer(ParticipantNumber participant, StatementNumber statement, Stance stance)
        : participant_(participant),
          statement_and_stance_(statement * 4 + static_cast<std::uint32_t>(ordinal(stance)))
    {
    }

    constexpr ParticipantNumber participant() const { return participant_; }
    constexpr StatementNumber statement() const { return statement_and_stance_ / 4; }
    constexpr Stance stance() const
    {
        return static_cast<Stance>(static_cast<int>(stance_ordinal()) - 1);
    }
    // 0 disagree, 1 pass, 2 agree.
    constexpr std::uint32_t stance_ordinal() const { return statement_and_stance_ % 4; }

    bool operator==(const Answer&) const = default;

private:
    static constexpr int ordinal(Stance stance) { return static_cast<int>(stance) + 1; }

    ParticipantNumber participant_ = 0;
    std::uint32_t statement_and_stance_ = 1;
};

struct Answers {
    // In the order in which they were given, or in any order where `times` tells it. Of two
    // answers of one participant to one statement the later one holds.
    std::vector<Answer> given;
    // When each was given, epoch milliseconds, or empty. Of two at one time the one that stands
    // later holds.
    std::vector<std::int64_t> times;
};

} // namespace xieshang::analytics
