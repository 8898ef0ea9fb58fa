// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/warm_axes.h"

#include "platform/analytics/running_map.h"
#include "platform/analytics/synthetic.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace xieshang::analytics {
namespace {

double dot(const std::vector<double>& one, const std::vector<double>& other)
{
    return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

double cosine(const std::vector<double>& one, const std::vector<double>& other)
{
    return dot(one, other) / std::sqrt(dot(one, one) * dot(other, other));
}

// ‖XᵀX v − value · v‖
double residual(const std::vector<double>& product, const std::vector<double>& v, double value)
{
    double sum = 0;
    for (std::size_t i = 0; i < v.size(); ++i) {
        sum += std::pow(product[i] - value * v[i], 2);
    }
    return std::sqrt(sum);
}

TEST(WarmAxes, FitLaterAnswersAsCloselyAsTheySay)
{
    Crew crew(2);
    AnswerTable table(
        synthesize({.participants = 500, .statements = 40, .votes = 9'000, .groups = 3, .seed = 4}),
        crew);
    const std::vector<std::uint8_t> left_out(table.columns(), 0);
    const auto before = principal_axes(CentredAnswers(table, left_out), {}, crew);
    const std::array later{
        Answer(3, 1, Stance::agree), Answer(7, 30, Stance::disagree), Answer(11, 12, Stance::pass)};
    table.add(later);
    const CentredAnswers centred(table, left_out);
    EXPECT_NEAR(
        centred.square_sum(),
        [&] { // the sum of the diagonal
            double sum = 0;
            for (std::size_t j = 0; j < table.columns(); ++j) {
                std::vector<double> unit(table.columns(), 0);
                unit[j] = 1;
                sum += centred.square_times(unit, crew)[j];
            }
            return sum;
        }(),
        1e-6);
    const auto truth = principal_axes(centred, {}, crew);
    const auto warm = warm_axes(centred, {.before = &before}, crew);
    EXPECT_LT(warm.axes.products, truth.products);
    for (const std::size_t which : {0, 1}) {
        const auto& axis = warm.axes.axes[which];
        const auto product = centred.square_times(axis, crew);
        EXPECT_LE(residual(product, axis, warm.axes.eigenvalues[which]),
            3.0001e-5 * warm.axes.eigenvalues[0]);
        EXPECT_NEAR(warm.axes.eigenvalues[which] / truth.eigenvalues[which], 1, 1e-6);
        EXPECT_GT(dot(axis, before.axes[which]), 0); // keeps its sign
        const auto reached = centred.times(axis, crew);
        for (std::size_t i = 0; i < reached.size(); ++i) {
            ASSERT_NEAR(warm.heights[which][i], reached[i], 1e-9);
        }
        EXPECT_LE(1 - std::abs(cosine(warm.nearer[which], truth.axes[which])),
            1 - std::abs(cosine(axis, truth.axes[which])) + 1e-15);
    }
}

// With so many answers axes are bent from update to update.
TEST(RunningMap, StandsWhereAMapDrawnAnewStandsWhenItIsLarge)
{
    auto answers = synthesize(
        {.participants = 7'000, .statements = 100, .votes = 310'000, .groups = 2, .seed = 5});
    const MapSettings settings{.threads = 2};
    RunningMap running(answers, {}, settings);
    for (std::uint32_t update = 0; update < 3; ++update) {
        answers.given.emplace_back(update, update, Stance::disagree);
        running.update(std::span(answers.given).last(1), {});
    }
    const auto expect_as_anew = [&] {
        const auto anew = draw_map(answers, {}, settings);
        for (const std::size_t which : {0, 1}) {
            EXPECT_NEAR(running.map().variances[which] / anew.variances[which], 1, 1e-6);
        }
    };
    expect_as_anew();
    const auto before = answers.given.size();
    for (const auto& answer : synthesize(
             {.participants = 900, .statements = 120, .votes = 90'000, .groups = 2, .seed = 6})
                                  .given) {
        answers.given.emplace_back(
            answer.participant() + 10'000, answer.statement() + 1'000, answer.stance());
    }
    running.update(std::span(answers.given).subspan(before), {});
    expect_as_anew();
}

} // namespace
} // namespace xieshang::analytics
