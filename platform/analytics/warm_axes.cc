// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/warm_axes.h"

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <optional>

namespace xieshang::analytics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::Vector2d;
using Eigen::VectorXd;

constexpr double close_enough = 3e-5; // residual ÷ larger eigenvalue
constexpr int most_rounds = 4;

Eigen::Map<const VectorXd> as_vector(const std::vector<double>& values)
{
    return {values.data(), static_cast<Index>(values.size())};
}

void add_columns(MatrixXd& matrix, const std::array<std::vector<double>, 2>& columns)
{
    const auto before = matrix.cols();
    matrix.conservativeResize(static_cast<Index>(columns[0].size()), before + 2);
    matrix.col(before) = as_vector(columns[0]);
    matrix.col(before + 1) = as_vector(columns[1]);
}

class Bending {
public:
    Bending(const CentredAnswers& answers, const PrincipalAxes& before, Crew& crew)
        : answers_(answers), crew_(crew)
    {
        MatrixXd known(static_cast<Index>(answers.means().size()), 0);
        add_columns(known, before.axes);
        next_ = orthonormal(known);
    }

    // Whether it came close enough.
    bool run()
    {
        for (int round = 0; round < most_rounds; ++round) {
            take(next_);
            solve();
            off_ = images_ * turn_ - (basis_ * turn_) * values_.asDiagonal();
            if (off_.colwise().norm().maxCoeff() <= close_enough * values_[0]) {
                return true;
            }
            MatrixXd rest = off_;
            for (int twice = 0; twice < 2; ++twice) {
                rest -= basis_ * (basis_.transpose() * rest);
            }
            next_ = orthonormal(rest);
        }
        return false;
    }

    ReachedAxes found() const
    {
        ReachedAxes warm;
        const MatrixXd axes = basis_ * turn_;
        const MatrixXd heights = heights_ * turn_;
        for (Index which = 0; which < 2; ++which) {
            const auto at = static_cast<std::size_t>(which);
            warm.axes.axes[at].assign(axes.col(which).begin(), axes.col(which).end());
            warm.heights[at].assign(heights.col(which).begin(), heights.col(which).end());
            warm.axes.eigenvalues[at] = values_[which];
            const VectorXd nearer = axes.col(which) + off_.col(which) / (values_[which] - others());
            warm.nearer[at].assign(nearer.begin(), nearer.end());
        }
        warm.axes.products = static_cast<int>(basis_.cols());
        return warm;
    }

private:
    // About where the other eigenvalues lie: what is off along them is then 1 ÷ (value − others) of
    // the residual (Davidson's correction).
    double others() const
    {
        const auto sum = answers_.square_sum() - values_.sum();
        const auto mean = sum / static_cast<double>(std::max<Index>(basis_.rows() - 2, 1));
        return std::min(mean, values_[1] / 2);
    }

    static MatrixXd orthonormal(const MatrixXd& columns)
    {
        const Eigen::HouseholderQR<MatrixXd> decomposed(columns);
        return decomposed.householderQ() * MatrixXd::Identity(columns.rows(), columns.cols());
    }

    void take(const MatrixXd& two)
    {
        const auto size = static_cast<std::size_t>(two.rows());
        const auto pair =
            answers_.square_times_pair({two.col(0).data(), size}, {two.col(1).data(), size}, crew_);
        basis_.conservativeResize(two.rows(), basis_.cols() + 2);
        basis_.rightCols(2) = two;
        add_columns(images_, pair.products);
        add_columns(heights_, pair.heights);
    }

    void solve()
    {
        const MatrixXd small = basis_.transpose() * images_;
        const Eigen::SelfAdjointEigenSolver<MatrixXd> solver((small + small.transpose()) / 2);
        const auto last = small.cols() - 1;
        values_ = Vector2d(solver.eigenvalues()[last], solver.eigenvalues()[last - 1]);
        turn_.resize(small.cols(), 2);
        turn_.col(0) = solver.eigenvectors().col(last);
        turn_.col(1) = solver.eigenvectors().col(last - 1);
    }

    const CentredAnswers& answers_;
    Crew& crew_;
    MatrixXd next_;
    MatrixXd basis_;
    MatrixXd images_;  // XᵀX of each of the basis
    MatrixXd heights_; // X of each of the basis
    MatrixXd off_;     // what is left of the images beside the axes
    MatrixXd turn_;    // from the basis to the axes
    Vector2d values_;
};

void keep_sign(ReachedAxes& warm, const PrincipalAxes& before)
{
    for (std::size_t which = 0; which < 2; ++which) {
        auto& axis = warm.axes.axes[which];
        if (as_vector(axis).dot(as_vector(before.axes[which])) < 0) {
            for (auto* values : {&axis, &warm.heights[which], &warm.nearer[which]}) {
                for (auto& value : *values) {
                    value = -value;
                }
            }
        }
    }
}

bool has_two_axes(const PrincipalAxes& axes)
{
    return axes.eigenvalues[1] > 0 && axes.axes[0].size() > 2;
}

} // namespace

ReachedAxes warm_axes(const CentredAnswers& answers, const AxesStart& start, Crew& crew)
{
    std::optional<ReachedAxes> found;
    if (has_two_axes(*start.before)) {
        Bending bending(answers, *start.before, crew);
        if (bending.run()) {
            found = bending.found();
        }
    }
    if (!found) {
        return axes_anew(answers, start, crew);
    }
    keep_sign(*found, *start.before);
    return std::move(*found);
}

ReachedAxes axes_anew(const CentredAnswers& answers, const AxesStart& start, Crew& crew)
{
    auto found = reached_axes(answers, principal_axes(answers, {.seed = start.seed}, crew), crew);
    keep_sign(found, *start.before);
    return found;
}

} // namespace xieshang::analytics
