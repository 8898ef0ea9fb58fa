// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The highest of many scores, as many as are asked for: from when on a score comes too late.
// One thread.
#pragma once

#include <algorithm>
#include <functional>
#include <queue>
#include <vector>

namespace xieshang::analytics {

class BestScores {
public:
    // most > 0; scores below `least` do not count.
    BestScores(std::size_t most, double least) : most_(most), least_(least) {}

    // With less a score is not among the highest, whatever comes.
    double least() const
    {
        return lowest_.size() < most_ ? least_ : std::max(least_, lowest_.top());
    }

    void add(double score)
    {
        lowest_.push(score);
        if (lowest_.size() > most_) {
            lowest_.pop();
        }
    }

private:
    std::size_t most_;
    double least_;
    std::priority_queue<double, std::vector<double>, std::greater<>> lowest_;
};

} // namespace xieshang::analytics
