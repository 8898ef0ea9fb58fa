// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/asked_text.h"
#include "platform/analytics/best_scores.h"
#include "platform/analytics/likeness.h"

#include <algorithm>
#include <cmath>
#include <optional>

// The grams are gone through from the rarest, whose lists are short and weigh most, to the most
// frequent, which weigh little. What a text can still get from those that are left is bounded: each
// gives at most what it gives to any text, all at most what the text has of frequent grams. Once
// few texts can reach the score of the tenth, only they are looked up in the long lists that are
// left. Sums are exact and scores grow with them, so no text of the answer is lost.
namespace xieshang::analytics {
namespace {

// When to look who is left, and what is dear, was tried out with bench/alike_texts.cc; the answer
// does not depend on it. Of what the asked text weighs, to come yet:
constexpr double first_look = 0.045;
constexpr std::size_t leaders = 10; // for each text of the answer
// In reads of a posting: a look, for each text; a candidate.
constexpr std::size_t cost_of_a_look = 2;
constexpr std::size_t cost_of_a_candidate = 200;

constexpr double rounding_up = 1 + 1e-12;
auto place_of(const Alike& alike) { return std::pair(-alike.likeness.score, alike.number); }

} // namespace

class LikenessIndex::Search {
public:
    Search(const LikenessIndex& index, const FoldedText& text, const AlikeQuestion& question)
        : index_(index), question_(question), asked_(index, text), shared_(index.texts_.size())
    {
        question_.most = std::min(question_.most, index.size());
        const auto& grams = asked_.grams();
        const auto known = [](const AskedGram& gram) { return gram.texts > 0; };
        next_ = static_cast<std::size_t>(
            std::find_if(grams.begin(), grams.end(), known) - grams.begin());
        for (auto place = next_; place < grams.size(); ++place) {
            postings_left_ += grams[place].texts;
            mass_left_ += mass_of(grams[place]);
        }
    }

    std::vector<Alike> run()
    {
        const auto& grams = asked_.grams();
        double next_look = mass_left_ * std::max(first_look, 0.6 * question_.least_score);
        for (; next_ < grams.size(); ++next_) {
            if (grams[next_].rarity <= frequent_rarity && mass_left_ <= next_look
                && postings_left_ > cost_of_a_look * shared_.size()) {
                next_look = mass_left_ / 2;
                if (auto candidates = few_candidates()) {
                    return completed(std::move(*candidates));
                }
            }
            read(grams[next_]);
        }
        return summed();
    }

private:
    struct Candidate {
        Slot slot = 0;
        SharedWeight shared;
    };
    using Candidates = std::vector<Candidate>; // ascending by slot

    static double mass_of(const AskedGram& gram) { return gram.rarity * gram.saturation; }
    const GramTexts& texts_with(const AskedGram& gram) const
    {
        return index_.texts_with_[gram.number];
    }

    // One gram, spread over the texts that have it.
    struct Spread {
        const LikenessIndex& index;
        double dot;
        double mass;
        double rarity;
        const ByCount& by_count = frequencies();
        const std::array<ByCount, level_count>& by_level = saturations();
        const std::uint8_t* levels = index.length_levels_.data();

        void add(SharedWeight& shared, Posting posting) const
        {
            const auto count = count_of(posting);
            shared.dot += dot * by_count[count];
            shared.mass_a += mass;
            shared.mass_b += rarity * by_level[levels[slot_of(posting)]][count];
        }
    };
    Spread spread_of(const AskedGram& gram) const
    {
        return {index_, gram.frequency * gram.rarity * gram.rarity, mass_of(gram), gram.rarity};
    }

    void read(const AskedGram& gram)
    {
        const auto spread = spread_of(gram);
        for (const auto posting : texts_with(gram).postings) {
            spread.add(shared_[slot_of(posting)], posting);
        }
        postings_left_ -= gram.texts;
        mass_left_ -= mass_of(gram);
    }

    // The same for candidates alone, who are few beside the texts that have the gram.
    void look_up(const AskedGram& gram, Candidates& candidates) const
    {
        const auto spread = spread_of(gram);
        const auto& postings = texts_with(gram).postings;
        std::size_t at = 0;
        for (auto& candidate : candidates) {
            const Posting least = candidate.slot << 8U;
            std::size_t step = 1;
            while (at + step < postings.size() && postings[at + step] < least) {
                at += step;
                step *= 2;
            }
            const auto end = std::min(postings.size(), at + step + 1);
            at = static_cast<std::size_t>(
                std::lower_bound(postings.begin() + static_cast<std::ptrdiff_t>(at),
                    postings.begin() + static_cast<std::ptrdiff_t>(end), least)
                - postings.begin());
            if (at == postings.size()) {
                return;
            }
            if (slot_of(postings[at]) == candidate.slot) {
                spread.add(candidate.shared, postings[at]);
            }
        }
    }

    double score_of(const SharedWeight& shared, Slot slot) const
    {
        return likeness_of(shared, asked_.weight(), index_.weights_[slot].all).score;
    }

    // What the grams from some place on can give at most to a text of each level of length.
    struct Left {
        std::array<SharedWeight, level_count> most{};
        double squares = 0; // of the asked text
        bool are_frequent = false;
    };

    void put_in(Left& left, std::size_t place, int sign) const
    {
        const auto& gram = asked_.grams()[place];
        const double both = gram.frequency * gram.rarity;
        const auto count = texts_with(gram).most;
        const auto& by_level = saturations();
        left.squares += sign * both * both;
        const double dot = sign * both * gram.rarity * frequencies()[count];
        for (unsigned level = 0; level < level_count; ++level) {
            left.most[level].dot += dot;
            left.most[level].mass_a += sign * mass_of(gram);
            left.most[level].mass_b += sign * gram.rarity * by_level[level][count];
        }
    }

    Left left_now() const
    {
        Left left;
        left.are_frequent = asked_.grams()[next_].rarity <= frequent_rarity;
        for (auto place = next_; place < asked_.grams().size(); ++place) {
            put_in(left, place, 1);
        }
        return left;
    }

    // Frequent grams give no more than the text has of them (for the dot: Cauchy and Schwarz).
    // Then likeness_of, with both sides multiplied by what it divides by, and never too low.
    bool can_reach(double least, Slot slot, const SharedWeight& shared, const Left& left) const
    {
        const auto& weight = index_.weights_[slot];
        const auto& more = left.most[index_.length_levels_[slot]];
        double dot = more.dot;
        double mass_b = more.mass_b;
        if (left.are_frequent) {
            dot = std::min(dot, std::sqrt(left.squares * weight.frequent.squares));
            mass_b = std::min(mass_b, weight.frequent.mass);
        }
        dot += shared.dot;
        mass_b += shared.mass_b;
        const auto& own = asked_.weight();
        const double missing = 4 * least - (shared.mass_a + more.mass_a) / own.mass;
        const double root = std::sqrt(own.squares * weight.all.squares);
        return (2 * dot * weight.all.mass + mass_b * root) * rounding_up
            >= missing * root * weight.all.mass;
    }

    // The least that a text of the answer has: those that share most so far are compared in full.
    double least_score() const
    {
        BestScores so_far(leaders * question_.most, 0);
        std::vector<Slot> slots;
        double least_mass = 0;
        for (Slot slot = 0; slot < shared_.size(); ++slot) {
            if (shared_[slot].mass_a > least_mass) {
                so_far.add(shared_[slot].mass_a);
                least_mass = so_far.least();
                slots.push_back(slot);
            }
        }
        BestScores best(question_.most, question_.least_score);
        for (const auto slot : slots) {
            if (shared_[slot].mass_a >= least_mass) {
                const auto counts = asked_.counts_in(index_.texts_[slot].view());
                best.add(score_of(asked_.shared(counts, index_.length_levels_[slot]), slot));
            }
        }
        return best.least();
    }

    // Who can still be in the answer; nothing, if to look them up costs more than to read on.
    std::optional<Candidates> few_candidates()
    {
        least_ = least_score();
        const auto left = left_now();
        const auto most = postings_left_ / cost_of_a_candidate;
        Candidates candidates;
        for (Slot slot = 0; slot < shared_.size() && candidates.size() <= most; ++slot) {
            const bool is_empty = index_.weights_[slot].all.squares <= 0; // or nobody's
            if (!is_empty && can_reach(least_, slot, shared_[slot], left)) {
                candidates.push_back({slot, shared_[slot]});
            }
        }
        return candidates.size() <= most ? std::optional(std::move(candidates)) : std::nullopt;
    }

    std::vector<Alike> completed(Candidates candidates) const
    {
        auto left = left_now();
        for (auto place = next_; place < asked_.grams().size(); ++place) {
            look_up(asked_.grams()[place], candidates);
            put_in(left, place, -1);
            std::erase_if(candidates, [&](const Candidate& candidate) {
                return !can_reach(least_, candidate.slot, candidate.shared, left);
            });
        }
        BestScores best(question_.most, question_.least_score);
        std::vector<Alike> found;
        for (const auto& [slot, shared] : candidates) {
            take(shared, slot, best, found);
        }
        return first_of(std::move(found));
    }

    std::vector<Alike> summed() const
    {
        BestScores best(question_.most, question_.least_score);
        std::vector<Alike> found;
        for (Slot slot = 0; slot < shared_.size(); ++slot) {
            take(shared_[slot], slot, best, found);
        }
        return first_of(std::move(found));
    }

    void take(
        const SharedWeight& shared, Slot slot, BestScores& best, std::vector<Alike>& found) const
    {
        const auto likeness = likeness_of(shared, asked_.weight(), index_.weights_[slot].all);
        if (likeness.score > 0 && likeness.score >= best.least()) {
            best.add(likeness.score);
            found.push_back({index_.texts_[slot].number, likeness});
        }
    }

    std::vector<Alike> first_of(std::vector<Alike> found) const
    {
        const auto most = std::min(question_.most, found.size());
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most),
            found.end(),
            [](const Alike& one, const Alike& other) { return place_of(one) < place_of(other); });
        found.resize(most);
        return found;
    }

    const LikenessIndex& index_;
    AlikeQuestion question_;
    AskedText asked_;
    std::vector<SharedWeight> shared_; // by slot, from the grams before next_
    std::size_t next_ = 0;
    std::size_t postings_left_ = 0;
    double mass_left_ = 0;
    double least_ = 0;
};

std::vector<Alike> LikenessIndex::most_alike(
    const FoldedText& text, const AlikeQuestion& question) const
{
    return question.most == 0 || size() == 0 ? std::vector<Alike>{}
                                             : Search(*this, text, question).run();
}

} // namespace xieshang::analytics
