// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A map that is kept up to date while answers come in: each update starts from the one before and
// costs a few looks at the answers. Its axes are those of a map drawn anew. From 300,000 answers on
// they are so but for 3e-5 of the larger eigenvalue, and a direction that shares nothing with the
// axes of before is met after new or rejected statements, a growth by a 64th or 32 updates. Groups
// begin from their last centres, and their number changes only when another one was the best of
// four updates in a row, as Polis does it. The sign of an axis never changes. With Polis priorities
// go by the groups' answers of the update before, none at first.
//
// Not for two threads at a time. Throws std::length_error where answer_table.h does; the map is
// then as before.
#pragma once

#include "platform/analytics/opinion_map.h"
#include "platform/analytics/placement.h"
#include "platform/analytics/running_groups.h"

namespace xieshang::analytics {

class RunningMap {
public:
    RunningMap(const Answers& answers, std::span<const StatementNumber> left_out,
        const MapSettings& settings);

    const OpinionMap& map() const { return map_; }
    // Takes in later answers, in the order in which they were given, of new people and to new
    // statements, too; `left_out`: all that are left out from now on.
    const OpinionMap& update(
        std::span<const Answer> later, std::span<const StatementNumber> left_out);

private:
    struct OldRow {
        std::size_t participant = 0;
        std::vector<Cell> cells;
    };

    void draw(std::span<const Answer> later);
    void find_axes(const CentredAnswers& centred);
    bool is_time_for_axes_anew();
    std::vector<Tally> grouped_tallies() const;
    PrincipalAxes known_axes() const;
    std::vector<OldRow> old_rows(std::span<const Answer> later);
    void count(const std::vector<int>& labels_before);
    void add_row(std::span<const Cell> row, int label, bool takes_away);
    People people_of(std::span<const Answer> later);

    MapSettings settings_;
    Crew crew_;
    AnswerTable table_;
    OpinionMap map_;
    SignedAxes axes_;
    std::array<std::vector<double>, 2> nearer_; // directions to begin with, where there are better
    std::array<double, 2> eigenvalues_{};
    bool has_other_left_out_ = false;
    std::vector<Tally> tallies_before_;      // of all groups together, by statement of before
    int bent_ = 0;                           // updates since the axes were drawn anew
    std::size_t drawn_from_ = 0;             // answers then
    std::vector<ParticipantNumber> shaping_; // who once shapes the map does so for good
    std::unique_ptr<RunningGroups> groups_;
    std::vector<std::size_t> recounted_; // people whose old answers are no longer in the tallies
    std::vector<int> ids_;               // groups that the tallies are of; empty: count anew
};

} // namespace xieshang::analytics
