// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The matrix that the axes are found in, without ever being written out: an answer less the mean
// of its statement, nothing (0) where there is no answer. Missing answers that are replaced by the
// mean are 0 once it is taken away, so every product costs as much as there are answers. A
// statement that is left out is 0 for everybody. Pure; the crew's threads only.
#pragma once

#include "platform/analytics/answer_table.h"

namespace xieshang::analytics {

// XᵀX v and, on the way, X v, of two directions at once.
struct PairProduct {
    std::array<std::vector<double>, 2> products; // by statement
    std::array<std::vector<double>, 2> heights;  // by participant
};

class CentredAnswers {
public:
    // `left_out`: by statement; the table must outlive this.
    CentredAnswers(const AnswerTable& table, const std::vector<std::uint8_t>& left_out);

    const std::vector<double>& means() const { return means_; } // by statement; left out: 0
    double square_sum() const; // of all entries: the sum of the eigenvalues of XᵀX
    // XᵀX v; v and the result by statement.
    std::vector<double> square_times(std::span<const double> v, Crew& crew) const;
    PairProduct square_times_pair(
        std::span<const double> one, std::span<const double> other, Crew& crew) const;
    // Xᵀu; u by participant, the result by statement.
    std::vector<double> transposed_times(std::span<const double> u, Crew& crew) const;
    // X v, by participant.
    std::vector<double> times(std::span<const double> v, Crew& crew) const;

private:
    // `sums` holds, one after another for each part, what went to each possible cell.
    std::vector<double> gathered(const std::vector<std::vector<double>>& sums) const;
    // What a cell is worth when its statement is worth v: one number a possible cell.
    std::vector<double> worth_of_cells(std::span<const double> v) const;

    const AnswerTable& table_;
    const std::vector<std::uint8_t>& left_out_;
    std::vector<double> means_;
};

} // namespace xieshang::analytics
