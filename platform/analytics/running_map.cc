// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/running_map.h"

#include "platform/analytics/group_figures.h"
#include "platform/analytics/map_parts.h"
#include "platform/analytics/warm_axes.h"

#include <algorithm>

namespace xieshang::analytics {
namespace {

constexpr std::size_t answers_worth_bending = 300'000;
constexpr int most_bent = 32; // updates in a row

std::size_t place_of(StatementNumber number, const std::vector<StatementNumber>& numbers)
{
    return static_cast<std::size_t>(
        std::lower_bound(numbers.begin(), numbers.end(), number) - numbers.begin());
}

} // namespace

RunningMap::RunningMap(
    const Answers& answers, std::span<const StatementNumber> left_out, const MapSettings& settings)
    : settings_(settings),
      crew_(threads_for(answers.given.size(), settings)),
      table_(answers, crew_),
      groups_(RunningGroups::with(settings))
{
    map_.left_out = flags_of(left_out, table_);
    draw({});
}

const OpinionMap& RunningMap::update(
    std::span<const Answer> later, std::span<const StatementNumber> left_out)
{
    begins(settings_, Stage::table);
    const auto old = old_rows(later);
    const auto before = grouped_tallies();
    table_.add(later); // may throw: until here the map is as before
    tallies_before_.assign(table_.columns(), {});
    for (std::size_t i = 0; i < before.size(); ++i) {
        tallies_before_[place_of(map_.statements[i], table_.statements())] = before[i];
    }
    for (const auto& [participant, cells] : old) {
        add_row(cells, map_.labels[participant], true);
    }
    auto flags = flags_of(left_out, table_);
    has_other_left_out_ = flags != map_.left_out;
    map_.left_out = std::move(flags);
    draw(later);
    return map_;
}

void RunningMap::draw(std::span<const Answer> later)
{
    begins(settings_, Stage::axes);
    const CentredAnswers centred(table_, map_.left_out);
    find_axes(centred);
    map_.participants = table_.participants();
    map_.statements = table_.statements();
    const auto freedom = static_cast<double>(std::max<std::size_t>(table_.rows(), 2) - 1);
    map_.variances = {eigenvalues_[0] / freedom, eigenvalues_[1] / freedom};

    begins(settings_, Stage::projection);
    auto placed = place(table_, centred, map_.left_out, axes_);
    map_.points = std::move(placed.points);
    map_.figures.means = centred.means();
    map_.figures.axes = axes_.axes;
    map_.figures.extremity = std::move(placed.extremity);

    begins(settings_, Stage::groups);
    const auto labels_before = map_.labels;
    auto people = people_of(later);
    std::vector<std::uint32_t> places;
    std::size_t place = 0;
    for (const auto number : people.numbers) {
        while (map_.participants[place] != number) {
            ++place;
        }
        places.push_back(static_cast<std::uint32_t>(place));
    }
    people.points = points_of(map_.points, places);
    take_groups(map_, groups_->update(std::move(people), crew_), places);

    begins(settings_, Stage::statistics);
    count(labels_before);
    add_figures(map_, table_, settings_, tallies_before_);
    begins(settings_, Stage::done);
}

// What is no longer said once the later answers are in. Where these bring new people or statements
// places move, and everything is counted anew.
std::vector<RunningMap::OldRow> RunningMap::old_rows(std::span<const Answer> later)
{
    const auto& people = table_.participants();
    const auto& statements = table_.statements();
    recounted_.clear();
    for (const auto& answer : later) {
        const auto found = std::lower_bound(people.begin(), people.end(), answer.participant());
        const bool is_known = found != people.end() && *found == answer.participant();
        if (!is_known
            || !std::binary_search(statements.begin(), statements.end(), answer.statement())) {
            recounted_.clear();
            ids_.clear();
            return {};
        }
        recounted_.push_back(static_cast<std::size_t>(found - people.begin()));
    }
    std::sort(recounted_.begin(), recounted_.end());
    recounted_.erase(std::unique(recounted_.begin(), recounted_.end()), recounted_.end());
    std::vector<OldRow> old;
    for (const auto participant : recounted_) {
        const auto row = table_.row(participant);
        old.push_back({participant, {row.begin(), row.end()}});
    }
    return old;
}

void RunningMap::add_row(std::span<const Cell> row, int label, bool takes_away)
{
    if (label == OpinionMap::no_group || ids_.empty()) {
        return;
    }
    const auto group = std::lower_bound(ids_.begin(), ids_.end(), label) - ids_.begin();
    auto& tallies = map_.group_tallies[static_cast<std::size_t>(group)];
    for (const auto cell : row) {
        tallies[statement_of(cell)].by_stance[cell % 3U] += takes_away ? -1U : 1U;
    }
}

std::vector<Tally> RunningMap::grouped_tallies() const
{
    std::vector<Tally> sum(map_.statements.size());
    for (const auto& tallies : map_.group_tallies) {
        for (std::size_t i = 0; i < sum.size(); ++i) {
            add(sum[i], tallies[i]);
        }
    }
    return sum;
}

// Of the groups' tallies, only what changed where the groups are the same as before.
void RunningMap::count(const std::vector<int>& labels_before)
{
    std::vector<int> ids;
    for (const auto& group : map_.groups) {
        ids.push_back(group.id);
    }
    if (ids_.empty() || ids != ids_ || labels_before.size() != map_.labels.size()) {
        ids_ = std::move(ids);
        map_.group_tallies = count_groups(map_, table_, crew_);
        return;
    }
    auto recounted = recounted_.begin();
    for (std::size_t i = 0; i < map_.labels.size(); ++i) {
        if (recounted != recounted_.end() && *recounted == i) {
            ++recounted;
            add_row(table_.row(i), map_.labels[i], false);
        } else if (labels_before[i] != map_.labels[i]) {
            add_row(table_.row(i), labels_before[i], true);
            add_row(table_.row(i), map_.labels[i], false);
        }
    }
}

// The axes of the update before, by the statements of today.
PrincipalAxes RunningMap::known_axes() const
{
    PrincipalAxes known;
    known.eigenvalues = eigenvalues_;
    for (std::size_t which = 0; which < 2; ++which) {
        known.axes[which].assign(table_.columns(), 0);
        std::size_t column = 0;
        for (std::size_t before = 0; before < map_.statements.size(); ++before) {
            while (table_.statements()[column] != map_.statements[before]) {
                ++column;
            }
            known.axes[which][column] =
                (nearer_[which].empty() ? axes_.axes : nearer_)[which][before];
        }
    }
    return known;
}

// Where it costs little, each time; else when the conversation has grown, and now and then.
bool RunningMap::is_time_for_axes_anew()
{
    const auto answers = table_.answers();
    const bool is_time = answers < answers_worth_bending || ++bent_ >= most_bent
        || has_other_left_out_ || answers > drawn_from_ + drawn_from_ / 64;
    if (is_time) {
        bent_ = 0;
        drawn_from_ = answers;
    }
    return is_time;
}

void RunningMap::find_axes(const CentredAnswers& centred)
{
    if (map_.statements.empty() || eigenvalues_[0] == 0) {
        auto found = principal_axes(centred, {.seed = settings_.seed}, crew_);
        axes_.axes = std::move(found.axes);
        for (std::size_t which = 0; which < 2; ++which) {
            axes_.heights[which] = centred.times(axes_.axes[which], crew_);
        }
        turn_as_reference(axes_, settings_.reference);
        eigenvalues_ = found.eigenvalues;
        drawn_from_ = table_.answers();
        return;
    }
    const auto known = known_axes();
    const AxesStart start{.seed = settings_.seed, .before = &known};
    auto warm = is_time_for_axes_anew() ? axes_anew(centred, start, crew_)
                                        : warm_axes(centred, start, crew_);
    eigenvalues_ = warm.axes.eigenvalues;
    axes_.axes = std::move(warm.axes.axes);
    axes_.heights = std::move(warm.heights);
    nearer_ = std::move(warm.nearer);
    if (settings_.reference == Reference::polis) { // to agree is −1 there
        for (auto& heights : axes_.heights) {
            std::transform(heights.begin(), heights.end(), heights.begin(), std::negate<>());
        }
    }
}

People RunningMap::people_of(std::span<const Answer> later)
{
    std::vector<ParticipantNumber> shaping;
    for (const auto place : who_shape(table_, settings_)) {
        shaping.push_back(table_.participants()[place]);
    }
    std::vector<ParticipantNumber> all;
    std::set_union(
        shaping_.begin(), shaping_.end(), shaping.begin(), shaping.end(), std::back_inserter(all));
    shaping_ = std::move(all);
    People people;
    people.numbers = shaping_;
    people.answered.assign(shaping_.size(), 0);
    for (const auto& answer : later) {
        const auto found = std::lower_bound(shaping_.begin(), shaping_.end(), answer.participant());
        if (found != shaping_.end() && *found == answer.participant()) {
            people.answered[static_cast<std::size_t>(found - shaping_.begin())] = 1;
        }
    }
    return people;
}

} // namespace xieshang::analytics
