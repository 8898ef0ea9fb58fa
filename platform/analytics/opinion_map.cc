// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/opinion_map.h"

#include "platform/analytics/group_figures.h"
#include "platform/analytics/grouping.h"
#include "platform/analytics/map_parts.h"
#include "platform/analytics/placement.h"
#include "platform/analytics/randomized_axes.h"

#include <algorithm>

namespace xieshang::analytics {
namespace {

ReachedAxes found_axes(const CentredAnswers& centred, const AnswerTable& table,
    const MapSettings& settings, Crew& crew)
{
    if (settings.reference == Reference::reddwarf && settings.axes_as_reference
        && takes_randomized_axes(table.rows(), table.columns())) {
        return randomized_axes(centred, table.rows(), crew);
    }
    return reached_axes(centred, principal_axes(centred, {.seed = settings.seed}, crew), crew);
}

} // namespace

OpinionMap draw_map(
    const Answers& answers, std::span<const StatementNumber> left_out, const MapSettings& settings)
{
    Crew crew(threads_for(answers.given.size(), settings));
    OpinionMap map;
    begins(settings, Stage::table);
    const AnswerTable table(answers, crew);
    map.participants = table.participants();
    map.statements = table.statements();
    map.left_out = flags_of(left_out, table);

    begins(settings, Stage::axes);
    const CentredAnswers centred(table, map.left_out);
    auto axes = found_axes(centred, table, settings, crew);
    const auto freedom = static_cast<double>(std::max<std::size_t>(table.rows(), 2) - 1);
    map.variances = {axes.axes.eigenvalues[0] / freedom, axes.axes.eigenvalues[1] / freedom};

    begins(settings, Stage::projection);
    SignedAxes turned{std::move(axes.axes.axes), std::move(axes.heights)};
    turn_as_reference(turned, settings.reference);
    auto placed = place(table, centred, map.left_out, turned);
    map.points = std::move(placed.points);
    map.figures.means = centred.means();
    map.figures.axes = std::move(turned.axes);
    map.figures.extremity = std::move(placed.extremity);

    begins(settings, Stage::groups);
    const auto people = who_shape(table, settings);
    take_groups(map, find_groups(points_of(map.points, people), settings, crew), people);

    begins(settings, Stage::statistics);
    map.group_tallies = count_groups(map, table, crew);
    add_figures(map, table, settings);
    begins(settings, Stage::done);
    return map;
}

} // namespace xieshang::analytics
