// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/asked_text.h"
#include "platform/analytics/likeness.h"

#include <algorithm>
#include <functional>
#include <queue>

// The grams are gone through from the rarest, whose lists are short and weigh most, to the most
// frequent, which weigh little. What a text has so far is the least that its score can be; what it
// can still get from the grams that are left, were each in it as often as in any text, bounds it
// from above. Once few texts reach up to the score of the tenth, these are compared in full and the
// long lists are never read. Sums are exact and likeness_of grows with each of them, so no text of
// the answer is lost.
namespace xieshang::analytics {
namespace {

// In reads of a posting: one character of a kept text, looked up among the grams asked for.
constexpr std::size_t cost_of_a_character = 4;

bool comes_first(const Alike& one, const Alike& other)
{
    return one.likeness.score != other.likeness.score ? one.likeness.score > other.likeness.score
                                                      : one.number < other.number;
}

// The highest scores, as many as are asked for.
class Best {
public:
    explicit Best(const AlikeQuestion& question) : question_(question) {}

    // A text with less can no longer be in the answer.
    double least() const
    {
        return heap_.size() < question_.most ? question_.least_score
                                             : std::max(question_.least_score, heap_.top());
    }
    void add(double score)
    {
        heap_.push(score);
        if (heap_.size() > question_.most) {
            heap_.pop();
        }
    }

private:
    const AlikeQuestion& question_;
    std::priority_queue<double, std::vector<double>, std::greater<>> heap_;
};

} // namespace

class LikenessIndex::Search {
public:
    Search(const LikenessIndex& index, const FoldedText& text, const AlikeQuestion& question)
        : index_(index), question_(question), asked_(index, text), shared_(index.texts_.size())
    {
        const auto& grams = asked_.grams();
        const auto known = [](const AskedGram& gram) { return gram.texts > 0; };
        next_ = static_cast<std::size_t>(
            std::find_if(grams.begin(), grams.end(), known) - grams.begin());
        for (auto place = next_; place < grams.size(); ++place) {
            postings_left_ += grams[place].texts;
            mass_left_ += grams[place].rarity * grams[place].saturation;
        }
    }

    std::vector<Alike> run()
    {
        while (next_ < asked_.grams().size()) {
            const double half = mass_left_ / 2;
            while (next_ < asked_.grams().size() && mass_left_ >= half) {
                read(asked_.grams()[next_]);
                ++next_;
            }
            if (postings_left_ > 2 * shared_.size() && are_few()) {
                return compared();
            }
        }
        return summed();
    }

private:
    struct Candidate {
        double at_most;
        Slot slot;
    };

    const std::vector<Posting>& postings_of(const AskedGram& gram) const
    {
        return index_.texts_with_[gram.number].postings;
    }

    void read(const AskedGram& gram)
    {
        const double dot = gram.frequency * gram.rarity * gram.rarity;
        const double mass = gram.rarity * gram.saturation;
        const auto& by_count = frequencies();
        const auto& by_level = saturations();
        for (const auto posting : postings_of(gram)) {
            auto& shared = shared_[slot_of(posting)];
            const auto count = count_of(posting);
            shared.dot += dot * by_count[count];
            shared.mass_a += mass;
            shared.mass_b += gram.rarity * by_level[index_.length_levels_[slot_of(posting)]][count];
        }
        postings_left_ -= gram.texts;
        mass_left_ -= mass;
    }

    double score_of(const SharedWeight& shared, Slot slot) const
    {
        return likeness_of(shared, asked_.weight(), index_.weights_[slot]).score;
    }

    // What the grams that are left can give at most, by the level of a text's length.
    std::array<SharedWeight, level_count> most_left() const
    {
        std::array<SharedWeight, level_count> most{};
        for (auto place = next_; place < asked_.grams().size(); ++place) {
            const auto count = index_.texts_with_[asked_.grams()[place].number].most;
            for (unsigned level = 0; level < level_count; ++level) {
                const auto one = asked_.shared(place, count, level);
                most[level].dot += one.dot;
                most[level].mass_a += one.mass_a;
                most[level].mass_b += one.mass_b;
            }
        }
        return most;
    }

    // Gathers who can still be in the answer; true if it costs less to compare them in full than
    // to read on.
    bool are_few()
    {
        Best best(question_);
        for (Slot slot = 0; slot < shared_.size(); ++slot) {
            const double score = score_of(shared_[slot], slot);
            if (score > best.least()) {
                best.add(score);
            }
        }
        const auto left = most_left();
        candidates_.clear();
        std::size_t cost = 0;
        for (Slot slot = 0; slot < shared_.size() && cost < postings_left_; ++slot) {
            if (index_.weights_[slot].squares <= 0) {
                continue; // empty, or nobody's
            }
            auto shared = shared_[slot];
            const auto& more = left[index_.length_levels_[slot]];
            shared.dot += more.dot;
            shared.mass_a += more.mass_a;
            shared.mass_b += more.mass_b;
            const double at_most = score_of(shared, slot);
            if (at_most >= best.least()) {
                candidates_.push_back({at_most, slot});
                cost += cost_of_a_character * index_.texts_[slot].characters.size();
            }
        }
        return cost < postings_left_;
    }

    std::vector<Alike> compared()
    {
        std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.at_most > b.at_most; });
        Best best(question_);
        std::vector<Alike> found;
        for (const auto& [at_most, slot] : candidates_) {
            if (at_most < best.least()) {
                break;
            }
            const auto shared = asked_.shared(
                asked_.counts_in(index_.texts_[slot].view()), index_.length_levels_[slot]);
            take(shared, slot, best, found);
        }
        return first_of(std::move(found));
    }

    std::vector<Alike> summed() const
    {
        Best best(question_);
        std::vector<Alike> found;
        for (Slot slot = 0; slot < shared_.size(); ++slot) {
            take(shared_[slot], slot, best, found);
        }
        return first_of(std::move(found));
    }

    void take(const SharedWeight& shared, Slot slot, Best& best, std::vector<Alike>& found) const
    {
        const auto likeness = likeness_of(shared, asked_.weight(), index_.weights_[slot]);
        if (likeness.score > 0 && likeness.score >= best.least()) {
            best.add(likeness.score);
            found.push_back({index_.texts_[slot].number, likeness});
        }
    }

    std::vector<Alike> first_of(std::vector<Alike> found) const
    {
        const auto most = std::min(question_.most, found.size());
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most),
            found.end(), comes_first);
        found.resize(most);
        return found;
    }

    const LikenessIndex& index_;
    const AlikeQuestion& question_;
    AskedText asked_;
    std::vector<SharedWeight> shared_; // by slot, from the grams before next_
    std::size_t next_ = 0;
    std::size_t postings_left_ = 0;
    double mass_left_ = 0;
    std::vector<Candidate> candidates_;
};

std::vector<Alike> LikenessIndex::most_alike(
    const FoldedText& text, const AlikeQuestion& question) const
{
    return question.most == 0 ? std::vector<Alike>{} : Search(*this, text, question).run();
}

} // namespace xieshang::analytics
