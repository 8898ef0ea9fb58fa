// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Answers as sparse rows: one row a participant, ascending by number, in it one cell an answered
// statement, ascending, without the answers that a later one replaced. Two bytes a cell. Pure; the
// crew's threads only.
#pragma once

#include "platform/analytics/answers.h"
#include "platform/analytics/numbering.h"

#include <array>
#include <span>

namespace xieshang::analytics {

// Three times the statement's place, plus 0 disagree, 1 pass, 2 agree.
using Cell = std::uint16_t;

// More statements than a Cell can hold (the references end at 10,000).
inline constexpr std::size_t most_statements = 21'845;

constexpr std::uint32_t statement_of(Cell cell) { return cell / 3U; }
constexpr int stance_of(Cell cell) { return static_cast<int>(cell % 3U) - 1; }

// How a set of people answered one statement.
struct Tally {
    std::array<std::uint32_t, 3> by_stance{}; // disagree, pass, agree

    std::uint32_t disagree() const { return by_stance[0]; }
    std::uint32_t agree() const { return by_stance[2]; }
    std::uint32_t seen() const { return by_stance[0] + by_stance[1] + by_stance[2]; }
    bool operator==(const Tally&) const = default;
};

inline void add(Tally& sum, const Tally& tally)
{
    for (std::size_t stance = 0; stance < 3; ++stance) {
        sum.by_stance[stance] += tally.by_stance[stance];
    }
}

class AnswerTable {
public:
    AnswerTable() = default;
    // Throws std::length_error with more than most_statements or 2^32 answers.
    AnswerTable(const Answers& answers, Crew& crew);

    // Takes in later answers, in the order in which they were given: what they replace is gone.
    // Costs at most a move of the table. Throws as the constructor.
    void add(std::span<const Answer> later);

    const std::vector<ParticipantNumber>& participants() const { return participants_; }
    const std::vector<StatementNumber>& statements() const { return statements_; }
    std::size_t rows() const { return participants_.size(); }
    std::size_t columns() const { return statements_.size(); }
    std::size_t answers() const { return cells_.size(); }
    std::span<const Cell> row(std::size_t participant) const
    {
        return std::span(cells_).subspan(starts_[participant], length_of(participant));
    }
    std::size_t length_of(std::size_t participant) const
    {
        return starts_[participant + 1] - starts_[participant];
    }
    const std::vector<Tally>& tallies() const { return tallies_; } // by statement, over all people

    // The rows of part `part` of `parts`, each with about as many cells as the others.
    Range rows_of(std::size_t part, std::size_t parts) const;
    // How many parts are worth their while: a function of the table alone.
    std::size_t parts() const;

private:
    class Spreading;
    struct ChangedRow;
    void order_rows(const Answers& answers, const Spreading& spreading, Crew& crew);
    void count(Crew& crew);
    void settle_by_time(const Answers& answers, const Spreading& spreading,
        const std::vector<std::uint8_t>& has_changed);
    void make_room(std::span<const Answer> later);
    void put_in(std::span<const Answer> later);
    std::vector<ChangedRow> changed_rows(std::span<const Answer> later) const;
    void spread_rows(const std::vector<ChangedRow>& changed, std::uint32_t growth);
    void close_gaps(const std::vector<std::uint32_t>& lengths);

    std::vector<ParticipantNumber> participants_;
    std::vector<StatementNumber> statements_;
    std::vector<std::uint32_t> starts_{0};
    std::vector<Cell> cells_;
    std::vector<Tally> tallies_;
};

} // namespace xieshang::analytics
