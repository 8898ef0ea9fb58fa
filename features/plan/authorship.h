// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Who did what in a correction 校正: who ignored which characters of the document and when, and
// which words of the plan a person wrote 自拟 where the document says others, or nothing. It is
// told by the program, from two states of the correction and who made the later one; never taken
// from whoever sends it. Pure, linear.
#pragma once

#include "features/plan/correction.h"
#include "platform/base/clock.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xieshang::plan {

struct Byline { // 署名
    base::Instant at;
    std::string id;
    std::string name;
};

// Some characters of a line, and who ignored them.
struct IgnoredBy {
    std::int64_t line{}; // its place in the reading, from 0
    std::int64_t begin{};
    std::int64_t length{};
    base::Instant at;
    std::string by_id;
    std::string by_name;

    bool operator==(const IgnoredBy&) const = default;
};
BOOST_DESCRIBE_STRUCT(IgnoredBy, (), (line, begin, length, at, by_id, by_name))

struct Authorship {
    std::vector<IgnoredBy> ignored; // in the document's order, all that is ignored
    std::vector<OwnWords> words;    // the plan's, then each topic's; a topic is named by its key

    bool operator==(const Authorship&) const = default;
};
BOOST_DESCRIBE_STRUCT(Authorship, (), (ignored, words))

// A state of a correction and who did what in it.
struct SignedCorrection {
    Correction correction; // belongs to the reading, every topic has its key
    Authorship authorship;
};

// Who did what in `after`, which `by` made of `before`: what stands as it stood keeps its byline.
Authorship authorship_of(const Reading& reading, const SignedCorrection& before,
    const Correction& after, const Byline& by);

// For the plan that is made of it.
std::vector<Ignored> ignored_in(const Reading& reading, const SignedCorrection& finished);
std::vector<OwnWords> own_words_in(const SignedCorrection& finished); // topics by their places

} // namespace xieshang::plan
