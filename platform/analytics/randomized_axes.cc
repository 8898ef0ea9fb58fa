// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/randomized_axes.h"

#include <Eigen/QR>
#include <Eigen/SVD>
#include <optional>
#include <random>
#include <utility>

namespace xieshang::analytics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::uint32_t seed = 42; // red-dwarf's
constexpr Index wanted = 2;
constexpr Index oversampled = wanted + 10;

// numpy's RandomState.normal: Marsaglia's polar method, two numbers at a time.
class NumpyNormal {
public:
    double next()
    {
        if (kept_) {
            return *std::exchange(kept_, std::nullopt);
        }
        for (;;) {
            const double x = 2 * fraction() - 1;
            const double y = 2 * fraction() - 1;
            const double square = x * x + y * y;
            if (square < 1 && square != 0) {
                const double factor = std::sqrt(-2 * std::log(square) / square);
                kept_ = factor * x;
                return factor * y;
            }
        }
    }

private:
    double fraction()
    {
        const auto high = static_cast<double>(engine_() >> 5U);
        const auto low = static_cast<double>(engine_() >> 6U);
        return (high * 67108864 + low) / 9007199254740992;
    }

    std::mt19937 engine_{seed};
    std::optional<double> kept_;
};

// The matrix or, where there are more statements than people, its transpose.
class TallMatrix {
public:
    TallMatrix(const CentredAnswers& answers, std::size_t people, Crew& crew)
        : answers_(answers), crew_(crew), is_turned_(people < answers.means().size())
    {
    }

    bool is_turned() const { return is_turned_; }
    MatrixXd times(const MatrixXd& factor) const { return product(factor, is_turned_); }
    MatrixXd transposed_times(const MatrixXd& factor) const { return product(factor, !is_turned_); }

private:
    MatrixXd product(const MatrixXd& factor, bool is_transposed) const
    {
        MatrixXd result;
        for (Index column = 0; column < factor.cols(); ++column) {
            const std::span given(
                factor.col(column).data(), static_cast<std::size_t>(factor.rows()));
            const auto found = is_transposed ? answers_.transposed_times(given, crew_)
                                             : answers_.times(given, crew_);
            result.conservativeResize(static_cast<Index>(found.size()), column + 1);
            result.col(column) =
                Eigen::Map<const VectorXd>(found.data(), static_cast<Index>(found.size()));
        }
        return result;
    }

    const CentredAnswers& answers_;
    Crew& crew_;
    bool is_turned_;
};

// scikit-learn normalises by LU in between; what columns span is the same.
MatrixXd orthonormal(const MatrixXd& columns)
{
    const Eigen::HouseholderQR<MatrixXd> decomposed(columns);
    return decomposed.householderQ() * MatrixXd::Identity(columns.rows(), columns.cols());
}

MatrixXd drawn(std::size_t rows)
{
    NumpyNormal normal;
    MatrixXd drawn(static_cast<Index>(rows), oversampled);
    for (Index row = 0; row < drawn.rows(); ++row) {
        for (Index column = 0; column < oversampled; ++column) {
            drawn(row, column) = normal.next();
        }
    }
    return drawn;
}

// y of least length with images · y = sought.
VectorXd images_solved(const MatrixXd& images, const VectorXd& sought)
{
    return images.completeOrthogonalDecomposition().solve(sought);
}

} // namespace

bool takes_randomized_axes(std::size_t people, std::size_t statements)
{
    return std::max(people, statements) > 500
        && static_cast<double>(wanted) < 0.8 * static_cast<double>(std::min(people, statements));
}

ReachedAxes randomized_axes(const CentredAnswers& answers, std::size_t people, Crew& crew)
{
    const auto statements = answers.means().size();
    const auto less = std::min(people, statements);
    const int iterations = static_cast<double>(wanted) < 0.1 * static_cast<double>(less) ? 7 : 4;
    const TallMatrix matrix(answers, people, crew);
    MatrixXd range = drawn(less);
    for (int i = 0; i < iterations; ++i) {
        range = orthonormal(matrix.times(range));
        range = orthonormal(matrix.transposed_times(range));
    }
    const MatrixXd images = matrix.times(range);
    const MatrixXd basis = orthonormal(images);
    const Eigen::JacobiSVD<MatrixXd> decomposed(
        matrix.transposed_times(basis), Eigen::ComputeThinU | Eigen::ComputeThinV);
    ReachedAxes found;
    found.axes.products = iterations * static_cast<int>(oversampled);
    for (Index which = 0; which < wanted; ++which) {
        const auto at = static_cast<std::size_t>(which);
        const double value = decomposed.singularValues()[which];
        const VectorXd inside = decomposed.matrixU().col(which);
        const VectorXd outside = basis * decomposed.matrixV().col(which);
        const auto& axis = matrix.is_turned() ? outside : inside;
        found.axes.axes[at].assign(axis.begin(), axis.end());
        found.axes.eigenvalues[at] = value * value;
        // U·s as X w, so that who answered alike stands on one spot to the last bit.
        const VectorXd reaching =
            matrix.is_turned() ? axis : VectorXd(range * images_solved(images, value * outside));
        found.heights[at] =
            answers.times({reaching.data(), static_cast<std::size_t>(reaching.size())}, crew);
    }
    return found;
}

} // namespace xieshang::analytics
