// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/principal_axes.h"

#include "platform/analytics/made_up_maps_test.h"
#include "platform/analytics/randomized_axes.h"
#include "platform/analytics/synthetic.h"
#include "tests/support/sanitized.h"

#include <Eigen/Eigenvalues>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>

namespace xieshang::analytics {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

// Answers, once as they are kept and once written out in full.
struct Conversation {
    Crew crew{2};
    AnswerTable table;
    std::vector<std::uint8_t> left_out;
    CentredAnswers centred;
    MatrixXd matrix;

    explicit Conversation(const Answers& answers, std::size_t rejected = SIZE_MAX)
        : table(answers, crew),
          left_out(flags(table.columns(), rejected)),
          centred(table, left_out),
          matrix(written_out())
    {
    }

    PrincipalAxes axes(const AxesStart& start = {}) { return principal_axes(centred, start, crew); }

private:
    static std::vector<std::uint8_t> flags(std::size_t columns, std::size_t rejected)
    {
        std::vector<std::uint8_t> flags(columns, 0);
        if (rejected < columns) {
            flags[rejected] = 1;
        }
        return flags;
    }
    MatrixXd written_out() const
    {
        MatrixXd full =
            MatrixXd::Zero(static_cast<Index>(table.rows()), static_cast<Index>(table.columns()));
        for (Index column = 0; column < full.cols(); ++column) {
            double sum = 0;
            double seen = 0;
            each_answer(column, [&](Index, int stance) {
                sum += stance;
                ++seen;
            });
            each_answer(
                column, [&](Index row, int stance) { full(row, column) = stance - sum / seen; });
        }
        return full;
    }
    template <class Take>
    void each_answer(Index column, const Take& take) const
    {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            for (const auto cell : table.row(row)) {
                if (statement_of(cell) == column && left_out[statement_of(cell)] == 0) {
                    take(static_cast<Index>(row), stance_of(cell));
                }
            }
        }
    }
};

struct Truth {
    Eigen::SelfAdjointEigenSolver<MatrixXd> solver;

    explicit Truth(const Conversation& conversation)
        : solver(conversation.matrix.transpose() * conversation.matrix)
    {
    }
    double value(Index which) const
    {
        const auto size = solver.eigenvalues().size();
        return which < size ? std::max(0.0, solver.eigenvalues()[size - 1 - which]) : 0;
    }
    VectorXd vector(Index which) const
    {
        return solver.eigenvectors().col(solver.eigenvalues().size() - 1 - which);
    }
};

VectorXd as_vector(const std::vector<double>& values)
{
    return Eigen::Map<const VectorXd>(values.data(), static_cast<Index>(values.size()));
}

double cosine(const std::vector<double>& axis, const VectorXd& other)
{
    return std::abs(as_vector(axis).dot(other));
}

// Eigenvalues always; axes where their eigenvalues stand apart from the others.
void check_axes(const PrincipalAxes& found, const Truth& truth, double apart)
{
    for (Index which = 0; which < 2; ++which) {
        const auto& axis = found.axes[static_cast<std::size_t>(which)];
        const double value = truth.value(which);
        RC_ASSERT(std::abs(found.eigenvalues[static_cast<std::size_t>(which)] - value)
            <= 1e-9 * std::max(truth.value(0), 1.0));
        if (value <= 1e-9 * truth.value(0) || truth.value(0) == 0) {
            RC_ASSERT(as_vector(axis).norm() == 0);
            continue;
        }
        RC_ASSERT(std::abs(as_vector(axis).norm() - 1) <= 1e-12);
        const double below = truth.value(which) - truth.value(which + 1);
        const double above = which == 0 ? below : truth.value(0) - truth.value(1);
        if (std::min(below, above) > apart * truth.value(0)) {
            RC_ASSERT(cosine(axis, truth.vector(which)) >= 1 - 1e-10);
        }
    }
}

TEST(PrincipalAxes, AreThoseOfTheMatrixThatIsNeverWrittenOut)
{
    EXPECT_TRUE(rc::check("principal axes", [] {
        Lots lots(*rc::gen::arbitrary<std::uint64_t>());
        const auto people = *rc::gen::inRange<std::uint32_t>(1, 60);
        const auto statements = *rc::gen::inRange<std::uint32_t>(1, 45);
        Conversation conversation(
            chance_answers(people, statements, lots.fraction(), lots), lots.below(60));
        RC_PRE(conversation.table.columns() > 0U);
        check_axes(conversation.axes({.seed = lots.bits()}), Truth(conversation), 1e-4);
    }));
}

TEST(PrincipalAxes, DoNotDependOnWhereTheyAreSought)
{
    const auto answers = synthesize(
        {.participants = 900, .statements = 80, .votes = 20'000, .groups = 3, .seed = 3});
    Conversation conversation(answers, 5);
    const Truth truth(conversation);
    const auto cold = conversation.axes();
    for (const std::uint64_t seed : {1, 2, 3}) {
        check_axes(conversation.axes({.seed = seed}), truth, 1e-4);
    }
    const auto warm = conversation.axes({.seed = 9, .before = &cold});
    check_axes(warm, truth, 1e-4);
    EXPECT_LE(warm.products, cold.products);
    for (const std::size_t which : {0, 1}) {
        EXPECT_NEAR(warm.axes[which][5], 0, 1e-12); // left out
        EXPECT_GE(cosine(warm.axes[which], as_vector(cold.axes[which])), 1 - 1e-12);
    }
}

TEST(PrincipalAxes, BeginWarmWithAxesOfFewerStatements)
{
    const auto answers =
        synthesize({.participants = 300, .statements = 40, .votes = 6'000, .groups = 2, .seed = 4});
    Answers before = answers;
    std::erase_if(before.given, [](const Answer& answer) { return answer.statement() >= 35; });
    const auto known = Conversation(before).axes();
    Conversation conversation(answers);
    check_axes(conversation.axes({.before = &known}), Truth(conversation), 1e-4);
}

// Each of so many people agrees to one statement of their own and disagrees with another one: all
// eigenvalues are the same.
Answers orthogonal(std::uint32_t size, std::uint32_t copies)
{
    Answers answers;
    for (std::uint32_t person = 0; person < 2 * size * copies; ++person) {
        answers.given.emplace_back(
            person, person / 2 % size, person % 2 == 0 ? Stance::agree : Stance::disagree);
    }
    return answers;
}

void check_equal(const PrincipalAxes& found, const Conversation& conversation, double value)
{
    const MatrixXd square = conversation.matrix.transpose() * conversation.matrix;
    for (const std::size_t which : {0, 1}) {
        EXPECT_NEAR(found.eigenvalues[which], value, 1e-9 * value);
        const auto axis = as_vector(found.axes[which]);
        EXPECT_NEAR(axis.norm(), 1, 1e-12);
        EXPECT_LE((square * axis - value * axis).norm(), 1e-9 * value);
    }
    EXPECT_LE(cosine(found.axes[0], as_vector(found.axes[1])), 1e-9);
}

TEST(PrincipalAxes, AreTwoEvenWhereEigenvaluesAreEqual)
{
    for (const std::uint32_t size : {2, 3, 8, 9, 10, 40, tests::sanitized ? 80 : 400}) {
        for (const std::uint32_t copies : {1, 7}) {
            Conversation conversation(orthogonal(size, copies));
            check_equal(conversation.axes(), conversation, 2.0 * copies);
        }
    }
}

// The largest eigenvalue twice, and below it many others, which a chain meets before the second.
TEST(PrincipalAxes, FindTheSecondOfTwoEqualOnesAmongMany)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        Lots lots(seed);
        const auto half = synthesize(
            {.participants = 60, .statements = 15, .votes = 600, .groups = 2, .seed = seed});
        Answers both = half; // the same again by other people about other statements
        for (const auto& answer : half.given) {
            both.given.emplace_back(
                answer.participant() + 60, answer.statement() + 15, answer.stance());
        }
        Conversation conversation(both);
        const Truth truth(conversation);
        check_equal(conversation.axes({.seed = seed}), conversation, truth.value(0));
    }
}

TEST(PrincipalAxes, AreOneWherePeopleDifferInOneWay)
{
    for (const std::uint32_t statements : {1, 2, 30}) {
        Answers answers;
        for (std::uint32_t person = 0; person < 20; ++person) {
            for (std::uint32_t statement = 0; statement < statements; ++statement) {
                answers.given.emplace_back(
                    person, statement, person < 7 ? Stance::agree : Stance::disagree);
            }
        }
        Conversation conversation(answers);
        const auto found = conversation.axes();
        EXPECT_NEAR(found.eigenvalues[0], Truth(conversation).value(0), 1e-9);
        EXPECT_EQ(found.eigenvalues[1], 0);
        EXPECT_EQ(found.axes[1], std::vector<double>(statements, 0));
        for (const auto value : found.axes[0]) {
            EXPECT_NEAR(std::abs(value), 1 / std::sqrt(statements), 1e-12);
        }
    }
}

TEST(PrincipalAxes, AreNoneWhereNobodyDiffers)
{
    Answers answers;
    for (std::uint32_t person = 0; person < 9; ++person) {
        answers.given.emplace_back(person, person % 3, Stance::agree);
    }
    EXPECT_EQ(Conversation(answers).axes().axes[0], std::vector<double>(3, 0));
    EXPECT_TRUE(Conversation(Answers{}).axes().axes[0].empty());
    EXPECT_EQ(Conversation({{{7, 7, Stance::agree}, {8, 7, Stance::pass}}, {}}, 0).axes().axes[0],
        std::vector<double>(1, 0));
}

TEST(RandomizedAxes, ComeCloseToTheTrueOnes)
{
    for (const auto& [people, statements] : {std::pair(600U, 60U), {60U, 600U}}) {
        const auto answers = synthesize({.participants = people,
            .statements = statements,
            .votes = 12'000,
            .groups = 3,
            .seed = 6});
        Conversation conversation(answers, 4);
        ASSERT_TRUE(takes_randomized_axes(conversation.table.rows(), conversation.table.columns()));
        const auto found =
            randomized_axes(conversation.centred, conversation.table.rows(), conversation.crew);
        const auto truth = conversation.axes();
        for (const std::size_t which : {0, 1}) {
            const auto& axis = found.axes.axes[which];
            EXPECT_GE(cosine(axis, as_vector(truth.axes[which])), 1 - 1e-4);
            EXPECT_NEAR(found.axes.eigenvalues[which] / truth.eigenvalues[which], 1, 1e-3);
            // U·s is as long as the eigenvalue says, and close to X v.
            const auto heights = as_vector(found.heights[which]);
            EXPECT_NEAR(heights.squaredNorm() / found.axes.eigenvalues[which], 1, 1e-9);
            const auto reached = conversation.centred.times(axis, conversation.crew);
            EXPECT_LE((heights - as_vector(reached)).norm(), 1e-2 * heights.norm());
        }
    }
    EXPECT_FALSE(takes_randomized_axes(500, 500));
    EXPECT_FALSE(takes_randomized_axes(9000, 2));
}

} // namespace
} // namespace xieshang::analytics
