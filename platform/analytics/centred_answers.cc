// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/centred_answers.h"

namespace xieshang::analytics {
namespace {

using Two [[gnu::vector_size(16)]] = double;

// Four sums at a time hide the time that an addition takes; their order is fixed.
template <class Worth>
Worth sum_of(std::span<const Cell> row, const Worth* worth)
{
    Worth sums[4] = {};
    std::size_t i = 0;
    for (; i + 4 <= row.size(); i += 4) {
        sums[0] += worth[row[i]];
        sums[1] += worth[row[i + 1]];
        sums[2] += worth[row[i + 2]];
        sums[3] += worth[row[i + 3]];
    }
    for (; i < row.size(); ++i) {
        sums[0] += worth[row[i]];
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

} // namespace

CentredAnswers::CentredAnswers(const AnswerTable& table, const std::vector<std::uint8_t>& left_out)
    : table_(table), left_out_(left_out), means_(table.columns(), 0)
{
    for (std::size_t column = 0; column < means_.size(); ++column) {
        const auto& tally = table.tallies()[column];
        if (left_out[column] == 0) {
            means_[column] = (static_cast<double>(tally.agree()) - tally.disagree()) / tally.seen();
        }
    }
}

double CentredAnswers::square_sum() const
{
    double sum = 0;
    for (std::size_t column = 0; column < means_.size(); ++column) {
        const auto& tally = table_.tallies()[column];
        if (left_out_[column] == 0) {
            sum += static_cast<double>(tally.agree()) + tally.disagree()
                - tally.seen() * means_[column] * means_[column];
        }
    }
    return sum;
}

std::vector<double> CentredAnswers::worth_of_cells(std::span<const double> v) const
{
    std::vector<double> worth(3 * means_.size(), 0);
    for (std::size_t column = 0; column < means_.size(); ++column) {
        for (int stance = -1; left_out_[column] == 0 && stance <= 1; ++stance) {
            worth[3 * column + static_cast<std::size_t>(stance + 1)] =
                (stance - means_[column]) * v[column];
        }
    }
    return worth;
}

std::vector<double> CentredAnswers::square_times(std::span<const double> v, Crew& crew) const
{
    const auto worth = worth_of_cells(v);
    const auto parts = table_.parts();
    std::vector<std::vector<double>> sums(parts);
    crew.share(parts, [&](std::size_t part) {
        auto& own = sums[part];
        own.assign(worth.size(), 0);
        const auto range = table_.rows_of(part, parts);
        for (auto i = range.begin; i < range.end; ++i) {
            const auto row = table_.row(i);
            const auto height = sum_of(row, worth.data());
            for (const auto cell : row) {
                own[cell] += height;
            }
        }
    });
    return gathered(sums);
}

PairProduct CentredAnswers::square_times_pair(
    std::span<const double> one, std::span<const double> other, Crew& crew) const
{
    const auto of_one = worth_of_cells(one);
    const auto of_other = worth_of_cells(other);
    std::vector<Two> worth(of_one.size());
    for (std::size_t cell = 0; cell < worth.size(); ++cell) {
        worth[cell] = Two{of_one[cell], of_other[cell]};
    }
    PairProduct result;
    for (auto& heights : result.heights) {
        heights.resize(table_.rows());
    }
    const auto parts = table_.parts();
    std::vector<std::vector<Two>> gone(parts);
    crew.share(parts, [&](std::size_t part) {
        auto& own = gone[part];
        own.assign(worth.size(), Two{});
        const auto range = table_.rows_of(part, parts);
        for (auto i = range.begin; i < range.end; ++i) {
            const auto row = table_.row(i);
            const auto height = sum_of(row, worth.data());
            for (const auto cell : row) {
                own[cell] += height;
            }
            result.heights[0][i] = height[0];
            result.heights[1][i] = height[1];
        }
    });
    std::vector<std::vector<double>> sums(parts, std::vector<double>(worth.size()));
    for (std::size_t which = 0; which < 2; ++which) {
        for (std::size_t part = 0; part < parts; ++part) {
            for (std::size_t cell = 0; cell < worth.size(); ++cell) {
                sums[part][cell] = gone[part][cell][which];
            }
        }
        result.products[which] = gathered(sums);
    }
    return result;
}

std::vector<double> CentredAnswers::transposed_times(std::span<const double> u, Crew& crew) const
{
    const auto parts = table_.parts();
    std::vector<std::vector<double>> sums(parts);
    crew.share(parts, [&](std::size_t part) {
        auto& own = sums[part];
        own.assign(3 * means_.size(), 0);
        const auto range = table_.rows_of(part, parts);
        for (auto i = range.begin; i < range.end; ++i) {
            for (const auto cell : table_.row(i)) {
                own[cell] += u[i];
            }
        }
    });
    return gathered(sums);
}

std::vector<double> CentredAnswers::gathered(const std::vector<std::vector<double>>& sums) const
{
    std::vector<double> result(means_.size(), 0);
    for (const auto& part : sums) {
        for (std::size_t column = 0; column < result.size(); ++column) {
            const double* own = part.data() + 3 * column;
            result[column] += (own[2] - own[0]) - means_[column] * (own[0] + own[1] + own[2]);
        }
    }
    for (std::size_t column = 0; column < result.size(); ++column) {
        if (left_out_[column] != 0) {
            result[column] = 0;
        }
    }
    return result;
}

std::vector<double> CentredAnswers::times(std::span<const double> v, Crew& crew) const
{
    const auto worth = worth_of_cells(v);
    std::vector<double> result(table_.rows());
    const auto parts = table_.parts();
    crew.share(parts, [&](std::size_t part) {
        const auto range = table_.rows_of(part, parts);
        for (auto i = range.begin; i < range.end; ++i) {
            result[i] = sum_of(table_.row(i), worth.data());
        }
    });
    return result;
}

} // namespace xieshang::analytics
