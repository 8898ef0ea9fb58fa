// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/principal_axes.h"

#include "platform/analytics/lots.h"

#include <Eigen/Eigenvalues>

namespace xieshang::analytics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double close_enough = 1e-11; // residual ÷ larger eigenvalue
constexpr double nothing_left = 1e-13; // of the largest norm: the chain has seen its whole space
constexpr Index first_look = 9;
constexpr Index between_looks = 3;
constexpr Index most_steps = 300;
// Their chains are walked to the end. Another that has met the larger eigenvalue and one below it
// cannot know of a second one as large as the first, which only data of perfect symmetry have.
constexpr Index few_statements = 32;

// A chain of products ends early where it has met one vector of each eigenvalue that it can meet;
// another, begun beside all that was met, then finds what is left.
class Lanczos {
public:
    Lanczos(const CentredAnswers& answers, const AxesStart& start, Crew& crew)
        : answers_(answers),
          crew_(crew),
          lots_(start.seed),
          size_(static_cast<Index>(answers.means().size())),
          most_(std::min(size_, most_steps)),
          basis_(size_, most_)
    {
        if (size_ > 0) {
            basis_.col(0) = first_direction(start.before).normalized();
        }
    }

    PrincipalAxes run()
    {
        while (steps_ < most_ && !is_close()) {
            step();
        }
        return axes();
    }

private:
    VectorXd drawn()
    {
        VectorXd direction(size_);
        for (auto& value : direction) {
            value = lots_.fraction();
        }
        return direction;
    }

    VectorXd first_direction(const PrincipalAxes* before)
    {
        VectorXd direction = drawn();
        if (before != nullptr) {
            direction *= 1e-9;
            for (const auto& axis : before->axes) {
                const auto known = std::min(size_, static_cast<Index>(axis.size()));
                direction.head(known) += Eigen::Map<const VectorXd>(axis.data(), known);
            }
        }
        return direction;
    }

    void leave_what_was_met(VectorXd& direction) const
    {
        for (int twice = 0; twice < 2; ++twice) {
            const auto met = basis_.leftCols(steps_);
            direction -= met * (met.transpose() * direction);
        }
    }

    void step()
    {
        const auto current = basis_.col(steps_);
        const auto product =
            answers_.square_times({current.data(), static_cast<std::size_t>(size_)}, crew_);
        VectorXd rest = Eigen::Map<const VectorXd>(product.data(), size_);
        largest_ = std::max(largest_, rest.norm());
        diagonal_.push_back(current.dot(rest));
        ++steps_;
        leave_what_was_met(rest);
        next_ = rest.norm();
        if (largest_ == 0) {
            most_ = steps_; // nobody differs from anybody
        } else if (next_ <= nothing_left * largest_) {
            begin_anew();
        } else if (steps_ < most_) {
            beside_.push_back(next_);
            basis_.col(steps_) = rest / next_;
        }
    }

    void begin_anew()
    {
        next_ = 0;
        next_look_ = steps_ + first_look;
        VectorXd direction = drawn();
        const auto length = direction.norm();
        leave_what_was_met(direction);
        if (steps_ == most_ || direction.norm() < 1e-8 * length) {
            most_ = steps_;
            return;
        }
        beside_.push_back(0);
        basis_.col(steps_) = direction.normalized();
    }

    bool is_close()
    {
        if (size_ <= few_statements || steps_ < next_look_) {
            return false;
        }
        next_look_ = steps_ + between_looks;
        solve();
        const auto last = steps_ - 1;
        const auto residual = next_
            * std::max(std::abs(solver_.eigenvectors()(last, last)),
                std::abs(solver_.eigenvectors()(last, last - 1)));
        return residual <= close_enough * scale_ * solver_.eigenvalues()[last];
    }

    void solve()
    {
        const Eigen::Map<const VectorXd> diagonal(diagonal_.data(), steps_);
        const Eigen::Map<const VectorXd> beside(beside_.data(), steps_ - 1);
        scale_ = largest_ == 0 ? 1 : largest_;
        solver_.computeFromTridiagonal(diagonal / scale_, beside / scale_);
    }

    PrincipalAxes axes()
    {
        PrincipalAxes found;
        found.products = static_cast<int>(steps_);
        if (steps_ > 0) {
            solve();
        }
        for (Index which = 0; which < 2; ++which) {
            auto& axis = found.axes[static_cast<std::size_t>(which)];
            axis.assign(static_cast<std::size_t>(size_), 0);
            const auto at = steps_ - 1 - which;
            if (at < 0 || solver_.eigenvalues()[at] * scale_ <= nothing_left * largest_) {
                continue;
            }
            found.eigenvalues[static_cast<std::size_t>(which)] = scale_ * solver_.eigenvalues()[at];
            Eigen::Map<VectorXd>(axis.data(), size_) =
                (basis_.leftCols(steps_) * solver_.eigenvectors().col(at)).normalized();
        }
        return found;
    }

    const CentredAnswers& answers_;
    Crew& crew_;
    Lots lots_;
    Index size_;
    Index most_;
    MatrixXd basis_;
    std::vector<double> diagonal_;
    std::vector<double> beside_;
    Eigen::SelfAdjointEigenSolver<MatrixXd> solver_;
    double largest_ = 0;
    double scale_ = 1; // of what Eigen sees: with numbers far above 1 it may not come to an end
    double next_ = 0;  // how far the next vector reaches beyond what was met
    Index steps_ = 0;
    Index next_look_ = first_look;
};

} // namespace

PrincipalAxes principal_axes(const CentredAnswers& answers, const AxesStart& start, Crew& crew)
{
    return Lanczos(answers, start, crew).run();
}

ReachedAxes reached_axes(const CentredAnswers& answers, PrincipalAxes axes, Crew& crew)
{
    ReachedAxes reached{std::move(axes), {}};
    for (std::size_t which = 0; which < 2; ++which) {
        reached.heights[which] = answers.times(reached.axes.axes[which], crew);
    }
    return reached;
}

} // namespace xieshang::analytics
