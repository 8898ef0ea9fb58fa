// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/analytics/shared_likeness.h"

#include <mutex>

namespace xieshang::analytics {

std::int64_t SharedLikeness::known() const
{
    const std::shared_lock lock(mutex_);
    return known_;
}

bool SharedLikeness::take(
    std::int64_t before, std::int64_t until, const std::vector<TextChange>& changes)
{
    const std::unique_lock lock(mutex_);
    if (known_ != before) {
        return false;
    }
    try {
        for (const auto& change : changes) {
            put(change);
        }
    } catch (...) {
        forget();
        throw;
    }
    known_ = until;
    return true;
}

std::vector<AlikeText> SharedLikeness::most_alike(
    const FoldedText& text, const AlikeQuestion& question) const
{
    const std::shared_lock lock(mutex_);
    std::vector<AlikeText> found;
    for (const auto& alike : index_.most_alike(text, question)) {
        found.push_back({ids_.at(alike.number), alike.likeness});
    }
    return found;
}

void SharedLikeness::put(const TextChange& change)
{
    const auto known = numbers_.find(change.id);
    if (!change.title) {
        if (known != numbers_.end()) {
            index_.remove(known->second);
        }
        return;
    }
    TextNumber number = ids_.size();
    if (known != numbers_.end()) {
        number = known->second;
    } else {
        ids_.push_back(change.id);
        numbers_.emplace(change.id, number);
    }
    index_.put(number, {*change.title, change.body});
}

void SharedLikeness::forget()
{
    known_ = 0;
    index_ = {};
    numbers_.clear();
    ids_.clear();
}

} // namespace xieshang::analytics
