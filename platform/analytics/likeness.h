// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which of many short Chinese texts say the same as one (相似), and why: for suggestions of topics,
// while one types and for the reviewers. What alike means is gram_weights.h; how rare a gram is, is
// taken from the texts in the index. What is found is exact, the same as if each text had been
// compared, and does not depend on the order in which texts came or went (ADR 0021).
//
// The texts are folded by the caller (folding::folded). The index stands in memory only and keeps a
// copy of each text: about 3.7 KB for a title of 20 characters and a body of 200, 370 MB for
// 100,000 of them. What a question costs grows with the text that is asked for: callers bound its
// length.
//
// Threads: any number may ask (what is const) at a time; while one puts or removes nobody else may
// ask or change. It has no lock; whoever shares it holds one (a std::shared_mutex outside of
// features), or asks a copy that is changed no more. A question needs 24 bytes a text for itself.
// Throws std::bad_alloc; if that was while putting or removing, the index is to be made anew.
#pragma once

#include "platform/analytics/gram_weights.h"
#include "platform/analytics/text_grams.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace xieshang::analytics {

// The caller's; of two texts that are as much alike the smaller number comes first.
using TextNumber = std::uint64_t;

struct Alike {
    TextNumber number = 0;
    Likeness likeness;

    bool operator==(const Alike&) const = default;
};

struct AlikeQuestion {
    std::size_t most = 10;
    // Nothing that is alike less is given. Usual: between wishes in other words (0.17 and more) and
    // strangers (0.15 and less) of likeness_topics_test.cc.
    double least_score = 0.15;
};

// Neighbouring characters of text a of which each two stand as neighbours in text b, too; or one
// character that does. Folded. All shares sum up to the score.
struct SharedRun {
    std::u32string characters;
    double share = 0;

    bool operator==(const SharedRun&) const = default;
};

struct Explanation {
    Likeness likeness;
    std::vector<SharedRun> runs; // the largest share first; then by characters
};

class AskedText;

class LikenessIndex {
public:
    // Adds a text or replaces the one of this number. Throws std::length_error if there are 2^24.
    // Up to 4 ms among 100,000; when their number passes a step (a fifth more or less) all are
    // weighed anew, which takes three quarters of a second there.
    void put(TextNumber number, const FoldedText& text);
    bool remove(TextNumber number); // false: there is none
    std::size_t size() const { return slots_.size(); }

    // By score, the highest first, then by number. Never a text that shares nothing.
    std::vector<Alike> most_alike(const FoldedText& text, const AlikeQuestion& question) const;

    // Of any two texts, in the index or not.
    Likeness likeness(const FoldedText& a, const FoldedText& b) const;
    Explanation explain(const FoldedText& a, const FoldedText& b, std::size_t most_runs) const;

private:
    // One text that holds a gram: its slot, and in the lowest eight bits how often it counts there.
    using Posting = std::uint32_t;
    using Slot = std::uint32_t;
    struct GramTexts {
        std::vector<Posting> postings; // ascending
        std::uint8_t most = 0;         // the highest count among them
    };
    struct KeptText {
        TextNumber number = 0;
        std::u32string characters; // the title, then the body
        std::size_t title_size = 0;
        FoldedText view() const;
    };
    // Of one text: all its grams, and those of them that are frequent among all texts.
    struct KeptWeight {
        TextWeight all;
        TextWeight frequent;
    };
    static constexpr double frequent_rarity = 16; // or less: about every thirteenth text has it
    class Search;
    friend class AskedText;

    static Slot slot_of(Posting posting) { return posting >> 8U; }
    static std::uint8_t count_of(Posting posting) { return static_cast<std::uint8_t>(posting); }
    Slot free_slot();
    void fill(Slot slot, const FoldedText& text);
    void clear(Slot slot);
    template <class Change>
    void change_gram(GramTexts& gram, Posting posting, int by, Change change);
    static void add_posting(GramTexts& texts, Posting posting);
    static void remove_posting(GramTexts& texts, Posting posting);
    void weigh(std::span<const Posting> postings, double rarity, int sign);
    void weigh_everything();

    GramNumbers grams_;
    std::vector<GramTexts> texts_with_; // by number of the gram; empty, if no text has it any more
    std::unordered_map<TextNumber, Slot> slots_;
    std::vector<Slot> free_slots_;
    std::vector<KeptText> texts_; // by slot, as the next two
    std::vector<KeptWeight> weights_;
    std::vector<std::uint8_t> length_levels_;
};

} // namespace xieshang::analytics
