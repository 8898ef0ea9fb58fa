// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Silhouettes of groupings that change little by little. They are taken anew only when what has
// changed since could have changed which of them is the largest: a bound on how far each can be off
// by now is kept beside it. With δ the most by which anybody moved who did not answer or change
// groups, every mean distance moved by 2 δ at most; each of the others moved the mean distances to
// their groups by their own share. A silhouette moves by no more than four times the sum of both
// mean distances' moves ÷ max(a, b), and by 2. Pure; the crew's threads only.
#pragma once

#include "platform/analytics/silhouette.h"

namespace xieshang::analytics {

class KeptSilhouettes {
public:
    // `answered`: by point, since the last call; points must be the same people as then, or
    // forget() must have been called.
    std::vector<Silhouette> of(const Points& points, std::span<const Grouping> groupings,
        std::span<const std::uint8_t> answered, Crew& crew);
    void forget() { at_.x.clear(); }
    std::size_t taken() const { return taken_; } // how often they were taken anew

private:
    bool still_decide(const Points& points, std::span<const Grouping> groupings, Crew& crew);
    double error_of(std::size_t g, const Points& points, const Grouping& grouping) const;
    void take(const Points& points, std::span<const Grouping> groupings, Crew& crew);

    // As they were when the silhouettes were taken.
    Points at_;
    std::vector<std::vector<std::uint8_t>> labels_; // by grouping
    std::vector<Silhouette> silhouettes_;
    Steepness steepness_;
    std::vector<double> mean_steepness_;     // by grouping
    std::vector<std::uint8_t> has_answered_; // since then
    std::vector<Silhouette> current_;        // with their bounds of today
    double moved_ = 0;                       // δ
    std::size_t taken_ = 0;
};

} // namespace xieshang::analytics
