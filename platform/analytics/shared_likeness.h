// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A LikenessIndex that many requests share, by the identifiers of the tables' rows. It follows the
// record: it knows until which event it has read, and who asks brings what has happened since. It
// is made from the tables at the first question and never written anywhere (ADR 0021).
//
// Threads: any. Questions are answered beside one another, a change waits for them. Throws
// std::bad_alloc; was that while it took changes, it is empty again and reads from the beginning.
#pragma once

#include "platform/analytics/likeness.h"

#include <optional>
#include <shared_mutex>

namespace xieshang::analytics {

struct TextChange {
    std::string id;
    std::optional<std::u32string> title; // folded; nothing: the text is gone
    std::u32string body;                 // folded
};

struct AlikeText {
    std::string id;
    Likeness likeness;
};

class SharedLikeness {
public:
    // The last event that was read; 0: none was.
    std::int64_t known() const;
    // What changed after event `before`, up to event `until`. false, and nothing is taken, where
    // somebody else took changes meanwhile: ask known() again and read what is left.
    bool take(std::int64_t before, std::int64_t until, const std::vector<TextChange>& changes);
    std::vector<AlikeText> most_alike(const FoldedText& text, const AlikeQuestion& question) const;

private:
    void put(const TextChange& change);
    void forget();

    mutable std::shared_mutex mutex_;
    std::int64_t known_ = 0;
    LikenessIndex index_;
    std::unordered_map<std::string, TextNumber> numbers_;
    std::vector<std::string> ids_; // by number: in the order in which they were first seen
};

} // namespace xieshang::analytics
