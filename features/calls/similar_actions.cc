// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/similar_actions.h"

#include "features/calls/bigrams.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/topic_call_actions.h"

#include <algorithm>
#include <cmath>

namespace xieshang::calls {
namespace {

struct Compared {
    const Suggestion* suggestion{};
    double likeness{};
};

std::string text_of(const Suggestion& one) { return one.words.title + "\n" + one.words.problem; }

Bigrams bigrams_of(std::string_view text) { return Bigrams(folded_text(text)); }

// Which of these are alike, the likest first; the one place that compares.
std::vector<Compared> likest(const std::string& text, const std::vector<Suggestion>& among)
{
    const auto asked = bigrams_of(text);
    std::vector<Compared> found;
    for (const auto& one : among) {
        const auto likeness = asked.likeness(bigrams_of(text_of(one)));
        if (likeness >= least_likeness) {
            found.push_back({&one, likeness});
        }
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Compared& a, const Compared& b) { return a.likeness > b.likeness; });
    return found;
}

struct Pool {
    std::vector<Suggestion> newest;
    Belongings belongs_to;
    std::string text;
};

Pool pool_for(db::Tx& tx, const base::Asker& asker, const SimilarAsk& asked)
{
    Pool pool{search_suggestions(tx, {.limit = most_compared}), belongings(tx, asker.actor),
        asked.text.value_or("")};
    if (asked.but) {
        const auto seen = seen_by(tx, asker, *asked.but);
        if (pool.text.empty() && seen && seen->view != "answer") {
            pool.text = text_of(seen->suggestion);
        }
    }
    return pool;
}

bool is_offered(const Suggestion& one, const SimilarAsk& asked)
{
    return one.state != TopicState::withdrawn && (!asked.but || one.id != *asked.but);
}

} // namespace

SimilarSuggestions similar(
    services::Services& services, const base::Asker& asker, const SimilarAsk& asked)
{
    const auto pool = services.db.read([&](db::Tx& tx) { return pool_for(tx, asker, asked); });
    SimilarSuggestions similar;
    for (const auto& [one, likeness] : likest(pool.text, pool.newest)) {
        const bool own = is_own(*one, asker.actor.id, pool.belongs_to);
        if (similar.items.size() < most_similar && is_offered(*one, asked)
            && view_of(asker, *one, own)) {
            similar.items.push_back({one->id, one->words.title, one->constituency,
                answer_of(one->state), std::lround(likeness * 100)});
        }
    }
    return similar;
}

} // namespace xieshang::calls
