// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An opinion map: who thinks alike, what speaks for each group, what unites and what divides them.
// From sparse answers to the whole result, as Polis or red-dwarf compute it; the method, its
// sources and each difference stand in docs/opinion-maps.md. Source: the plan's 三 and 五,
// 促进各种意 见建议充分表达、深入交流, 增进共识; 网络调研.
//
// Pure: the same answers and settings give the same map, bit for bit, whatever the order of the
// rows, the number of threads and the machine. Throws std::length_error where answer_table.h does.
#pragma once

#include "platform/analytics/base_clusters.h"
#include "platform/analytics/representatives.h"

#include <functional>
#include <optional>

namespace xieshang::analytics {

enum class Reference : std::uint8_t {
    reddwarf, // red-dwarf 0.4.0: people are grouped themselves
    polis,    // Polis's mathematics, first update: people in base clusters, these in groups
};

enum class Stage : std::uint8_t {
    table,
    axes,
    projection,
    groups,
    silhouette,
    statistics,
    done,
};

struct MapSettings {
    Reference reference = Reference::reddwarf;
    std::uint64_t seed = 0; // of the first direction in which axes are sought
    unsigned threads = 1;
    std::size_t groups = 0;          // at most 16; 0: two to five, whichever hold together best
    std::size_t minimum_answers = 7; // who answered less is placed, but shapes no group
    // What red-dwarf does for want of better, and only who holds a map against it wants: axes to
    // about 1e-5 (randomized_axes.h), no list where no statement is the best agreed, and in a list
    // also what less than half of the group says (representatives.h).
    bool axes_as_reference = false;
    bool lists_without_best = true;
    bool lists_minorities = false;
    std::function<void(Stage)> begins; // called before each stage, on the caller's thread
};

struct Group {
    int id = 0; // the place of its first centre; with Polis there can be gaps
    std::size_t size = 0;
    Point centre;
    std::vector<RepresentativeStatement> representative;
};

// By statement, in the order of OpinionMap::statements.
struct StatementFigures {
    std::vector<double> means;               // of agree 1, pass 0, disagree −1; left out: 0
    std::array<std::vector<double>, 2> axes; // components, of length 1
    std::vector<double> extremity;           // how far out who agrees to it alone would stand
    std::vector<double> group_aware_agree;   // product of the groups' smoothed shares
    std::vector<double> group_aware_disagree;
    std::vector<double> priorities;   // how much it should be shown next
    std::vector<double> divisiveness; // largest less smallest share of agreement of a group
    std::vector<Tally> tallies;       // of all people
};

struct Participation {
    std::size_t answers = 0;          // that hold, those to statements that are left out, too
    std::size_t answers_left_out = 0; // of these
    std::size_t grouped = 0;          // people
    // Without what is left out:
    double answers_each = 0; // mean a person
    double median_answers = 0;
    double filled = 0; // answers ÷ (people × statements)
};

struct OpinionMap {
    std::vector<ParticipantNumber> participants; // ascending
    std::vector<StatementNumber> statements;     // ascending
    std::vector<std::uint8_t> left_out;          // by statement
    Points points;                               // by participant
    std::vector<int> labels;                     // by participant: id of the group, or no_group
    std::array<double, 2> variances{};           // along the axes
    std::vector<Group> groups;                   // by id
    std::vector<Cluster> base_clusters;          // Polis: members are places of participants
    double silhouette = 0;
    std::vector<std::pair<std::size_t, double>> silhouettes; // by number of groups that was tried
    StatementFigures figures;
    std::vector<std::vector<Tally>> group_tallies; // by place in `groups`, by statement
    Consensus consensus;
    std::vector<std::size_t> divisive; // statements, the most divisive first, at most five
    double agreement = 0; // that two who answered the same statement said the same: mean by answers
    Participation participation;

    static constexpr int no_group = -1;
};

// `left_out`: statements that were rejected; they keep their place and count as seen by everybody,
// as in the references, but say nothing.
OpinionMap draw_map(
    const Answers& answers, std::span<const StatementNumber> left_out, const MapSettings& settings);

} // namespace xieshang::analytics
