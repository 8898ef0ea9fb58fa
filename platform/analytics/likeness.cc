// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/likeness.h"

#include <algorithm>
#include <stdexcept>

namespace xieshang::analytics {
namespace {

constexpr std::size_t most_slots = std::size_t{1} << 24U;

} // namespace

FoldedText LikenessIndex::KeptText::view() const
{
    const std::u32string_view all = characters;
    return {.title = all.substr(0, title_size), .body = all.substr(title_size)};
}

LikenessIndex::Slot LikenessIndex::free_slot()
{
    if (!free_slots_.empty()) {
        const auto slot = free_slots_.back();
        free_slots_.pop_back();
        return slot;
    }
    if (texts_.size() == most_slots) {
        throw std::length_error("the index of likeness is full");
    }
    texts_.emplace_back();
    weights_.emplace_back();
    length_levels_.push_back(0);
    return static_cast<Slot>(texts_.size() - 1);
}

// What texts weigh by a gram is added or taken away.
void LikenessIndex::weigh(std::span<const Posting> postings, double rarity, int sign)
{
    const auto& by_count = frequencies();
    const auto& by_level = saturations();
    const double frequent = rarity <= frequent_rarity ? 1 : 0;
    for (const auto posting : postings) {
        const auto slot = slot_of(posting);
        const auto count = count_of(posting);
        const double both = by_count[count] * rarity;
        const double square = sign * both * both;
        const double mass = sign * rarity * by_level[length_levels_[slot]][count];
        auto& weight = weights_[slot];
        weight.all.squares += square;
        weight.all.mass += mass;
        weight.frequent.squares += frequent * square;
        weight.frequent.mass += frequent * mass;
    }
}

void LikenessIndex::weigh_everything()
{
    std::fill(weights_.begin(), weights_.end(), KeptWeight{});
    for (const auto& texts : texts_with_) {
        weigh(texts.postings, rarity(texts.postings.size(), size()), 1);
    }
}

void LikenessIndex::add_posting(GramTexts& texts, Posting posting)
{
    auto& postings = texts.postings;
    if (postings.size() == postings.capacity()) {
        postings.reserve(postings.size() + postings.size() / 8 + 1);
    }
    postings.insert(std::upper_bound(postings.begin(), postings.end(), posting), posting);
    texts.most = std::max(texts.most, count_of(posting));
}

void LikenessIndex::remove_posting(GramTexts& texts, Posting posting)
{
    auto& postings = texts.postings;
    postings.erase(std::lower_bound(postings.begin(), postings.end(), posting));
    if (count_of(posting) == texts.most) {
        texts.most = 0;
        for (const auto other : postings) {
            texts.most = std::max(texts.most, count_of(other));
        }
    }
    if (postings.empty()) {
        postings.shrink_to_fit();
    }
}

// The number of texts stays; who has the gram changes by one.
template <class Change>
void LikenessIndex::change_gram(GramTexts& gram, Posting posting, int by, Change change)
{
    const auto texts = gram.postings.size();
    const double before = rarity(texts, size());
    const double after = rarity(by > 0 ? texts + 1 : texts - 1, size());
    const bool is_weighed_anew = before != after;
    const std::span own(&posting, 1);
    if (is_weighed_anew) {
        weigh(gram.postings, before, -1);
    } else {
        weigh(own, before, by);
    }
    change();
    if (is_weighed_anew) {
        weigh(gram.postings, after, 1);
    }
}

void LikenessIndex::fill(Slot slot, const FoldedText& text)
{
    auto& kept = texts_[slot];
    kept.characters = text.title;
    kept.characters += text.body;
    kept.title_size = text.title.size();
    const auto counts = counted(text);
    length_levels_[slot] = static_cast<std::uint8_t>(level(counts.length));
    for (const auto& [gram, count] : counts.grams) {
        const auto number = grams_.number_of(gram);
        if (number == texts_with_.size()) {
            texts_with_.emplace_back();
        }
        const Posting posting = slot << 8U | count;
        auto& texts = texts_with_[number];
        change_gram(texts, posting, 1, [&] { add_posting(texts, posting); });
    }
}

void LikenessIndex::clear(Slot slot)
{
    const auto counts = counted(texts_[slot].view());
    for (const auto& [gram, count] : counts.grams) {
        const Posting posting = slot << 8U | count;
        auto& texts = texts_with_[grams_.find(gram)];
        change_gram(texts, posting, -1, [&] { remove_posting(texts, posting); });
    }
    texts_[slot] = {};
}

void LikenessIndex::put(TextNumber number, const FoldedText& text)
{
    if (const auto found = slots_.find(number); found != slots_.end()) {
        clear(found->second);
        fill(found->second, text);
        texts_[found->second].number = number;
        return;
    }
    const auto slot = free_slot();
    slots_.emplace(number, slot);
    fill(slot, text);
    texts_[slot].number = number;
    if (level(size()) != level(size() - 1)) {
        weigh_everything();
    }
}

bool LikenessIndex::remove(TextNumber number)
{
    const auto found = slots_.find(number);
    if (found == slots_.end()) {
        return false;
    }
    clear(found->second);
    free_slots_.push_back(found->second);
    slots_.erase(found);
    if (level(size()) != level(size() + 1)) {
        weigh_everything();
    }
    return true;
}

} // namespace xieshang::analytics
