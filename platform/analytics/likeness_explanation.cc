// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/asked_text.h"
#include "platform/analytics/likeness.h"

#include <algorithm>
#include <map>

namespace xieshang::analytics {
namespace {

// Walks through text a and gives each gram's share of the score to the places where it stands.
class RunsOfShared {
public:
    // What each gram of a adds to the score for each time that it counts; 0: not shared.
    RunsOfShared(const AskedText& a, std::vector<double> shares) : a_(a), shares_(std::move(shares))
    {
    }

    void walk(std::u32string_view field, double weight)
    {
        for (std::size_t at = 0; at < field.size(); ++at) {
            const double alone = share_of(gram_of(field[at]));
            if (is_gap(field[at]) || alone <= 0) {
                continue;
            }
            std::size_t end = at;
            double share = weight * alone;
            while (end + 1 < field.size() && !is_gap(field[end + 1])) {
                const double pair = share_of(gram_of(field[end], field[end + 1]));
                if (pair <= 0) {
                    break;
                }
                ++end;
                share += weight * (pair + share_of(gram_of(field[end])));
            }
            runs_[field.substr(at, end + 1 - at)] += share;
            at = end;
        }
    }

    std::vector<SharedRun> largest(std::size_t most) const
    {
        std::vector<SharedRun> runs;
        for (const auto& [characters, share] : runs_) {
            runs.push_back({std::u32string(characters), share});
        }
        std::stable_sort(runs.begin(), runs.end(),
            [](const SharedRun& one, const SharedRun& other) { return one.share > other.share; });
        runs.resize(std::min(most, runs.size()));
        return runs;
    }

private:
    double share_of(GramKey gram) const
    {
        const auto place = a_.places().find(gram);
        return place == GramNumbers::none ? 0 : shares_[place];
    }

    const AskedText& a_;
    std::vector<double> shares_;
    std::map<std::u32string_view, double> runs_;
};

// Of all that two texts share, with what each gram adds to the score.
struct Comparison {
    Comparison(const LikenessIndex& index, const FoldedText& a, const FoldedText& b)
        : asked(index, a),
          other(index, b),
          counts(asked.counts_in(b)),
          length_level(level(counted(b).length)),
          likeness(likeness_of(asked.shared(counts, length_level), asked.weight(), other.weight()))
    {
    }

    double share_of(std::size_t place) const
    {
        if (counts[place] == 0) {
            return 0;
        }
        const auto one = asked.shared(place, counts[place], length_level);
        return likeness_of(one, asked.weight(), other.weight()).score;
    }

    AskedText asked;
    AskedText other;
    std::vector<std::uint32_t> counts;
    unsigned length_level;
    Likeness likeness;
};

} // namespace

Likeness LikenessIndex::likeness(const FoldedText& a, const FoldedText& b) const
{
    return Comparison(*this, a, b).likeness;
}

Explanation LikenessIndex::explain(
    const FoldedText& a, const FoldedText& b, std::size_t most_runs) const
{
    const Comparison comparison(*this, a, b);
    const auto times = comparison.asked.counts_in(a);
    std::vector<double> shares(times.size());
    for (std::size_t place = 0; place < shares.size(); ++place) {
        shares[place] = comparison.share_of(place) / times[place];
    }
    RunsOfShared runs(comparison.asked, std::move(shares));
    runs.walk(a.title, title_weight);
    runs.walk(a.body, 1);
    return {comparison.likeness, runs.largest(most_runs)};
}

} // namespace xieshang::analytics
