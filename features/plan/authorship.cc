// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

#include "features/plan/authorship.h"

#include "features/plan/corrected_text.h"
#include "features/plan/document_words.h"
#include "features/plan/script.h"

#include <algorithm>
#include <map>
#include <span>

namespace xieshang::plan {
namespace {

// Of each character of one line, why it is ignored and who did it; null: it is not, or nobody
// knows.
struct IgnoredCharacter {
    const std::string* reason = nullptr;
    const IgnoredBy* by = nullptr;
};

std::vector<IgnoredCharacter> characters_of(
    const Correction& correction, std::size_t line, std::span<const IgnoredBy> told)
{
    std::vector<IgnoredCharacter> all;
    for (const auto& run : correction.lines[line].runs) {
        const auto* reason = run.place == CorrectedPlace::ignored
            ? &correction.reasons[static_cast<std::size_t>(run.target)]
            : nullptr;
        all.resize(all.size() + static_cast<std::size_t>(run.length), {reason, nullptr});
    }
    for (const auto& one : told) {
        const auto end = std::min(std::ssize(all), one.begin + one.length);
        for (auto at = one.begin; at < end; ++at) {
            all[static_cast<std::size_t>(at)].by = &one;
        }
    }
    return all;
}

bool has_ignored(const CorrectedLine& line)
{
    return std::any_of(line.runs.begin(), line.runs.end(),
        [](const PlacedRun& run) { return run.place == CorrectedPlace::ignored; });
}

// What was told of one line.
std::span<const IgnoredBy> told_of(const std::vector<IgnoredBy>& all, std::size_t line)
{
    const auto before = [](const IgnoredBy& a, std::int64_t b) { return a.line < b; };
    const auto at = static_cast<std::int64_t>(line);
    const auto first = std::lower_bound(all.begin(), all.end(), at, before);
    return {first, std::lower_bound(first, all.end(), at + 1, before)};
}

// A character that goes on being ignored for the same reason keeps its byline.
void add_line(std::vector<IgnoredBy>& all, std::int64_t line,
    const std::vector<IgnoredCharacter>& before, const std::vector<IgnoredCharacter>& after,
    const Byline& by)
{
    bool continues = false;
    for (std::size_t at = 0; at < after.size(); ++at) {
        if (after[at].reason == nullptr) {
            continues = false;
            continue;
        }
        const auto* known = before[at].reason != nullptr && *before[at].reason == *after[at].reason
            ? before[at].by
            : nullptr;
        const auto one = known == nullptr
            ? IgnoredBy{line, static_cast<std::int64_t>(at), 1, by.at, by.id, by.name}
            : IgnoredBy{
                line, static_cast<std::int64_t>(at), 1, known->at, known->by_id, known->by_name};
        if (continues && all.back().at == one.at && all.back().by_id == one.by_id
            && all.back().by_name == one.by_name) {
            ++all.back().length;
        } else {
            all.push_back(one);
        }
        continues = true;
    }
}

std::vector<IgnoredBy> ignored_by(
    const SignedCorrection& before, const Correction& after, const Byline& by)
{
    std::vector<IgnoredBy> all;
    for (std::size_t line = 0; line < after.lines.size(); ++line) {
        if (has_ignored(after.lines[line])) {
            add_line(all, static_cast<std::int64_t>(line),
                characters_of(before.correction, line, told_of(before.authorship.ignored, line)),
                characters_of(after, line, {}), by);
        }
    }
    return all;
}

std::vector<OwnWords> own_words(const Reading& reading, const std::vector<OwnWords>& told,
    const Correction& after, const Byline& by)
{
    std::map<std::pair<std::int64_t, WordsOf>, const OwnWords*> known;
    for (const auto& one : told) {
        known.emplace(std::pair(one.topic, one.field), &one);
    }
    std::vector<OwnWords> all;
    for (auto& other : other_words(reading, after)) {
        const auto found = known.find({other.topic, other.field});
        const bool stood = found != known.end() && found->second->words == other.words;
        all.push_back({other.topic, other.field, std::move(other.words), std::move(other.document),
            stood ? found->second->at : by.at, stood ? found->second->by_id : by.id,
            stood ? found->second->by_name : by.name});
    }
    return all;
}

} // namespace

Authorship authorship_of(const Reading& reading, const SignedCorrection& before,
    const Correction& after, const Byline& by)
{
    return {ignored_by(before, after, by), own_words(reading, before.authorship.words, after, by)};
}

std::vector<Ignored> ignored_in(const Reading& reading, const SignedCorrection& finished)
{
    std::vector<Ignored> all;
    const auto lines = lines_of(reading);
    const auto& correction = finished.correction;
    const auto& authorship = finished.authorship;
    for_each_run(lines, correction, [&](const PlacedRun& run, auto text, auto index, auto begin) {
        if (run.place != CorrectedPlace::ignored) {
            return;
        }
        for (const auto& one : told_of(authorship.ignored, index)) {
            const auto from = std::max(one.begin, static_cast<std::int64_t>(begin));
            const auto to =
                std::min(one.begin + one.length, static_cast<std::int64_t>(begin) + run.length);
            const auto words = from >= to ? std::u32string_view()
                                          : text.substr(static_cast<std::size_t>(from) - begin,
                                              static_cast<std::size_t>(to - from));
            if (!is_all_blank(words)) {
                all.push_back({lines[index].number, reading.lines[index].sheet, to_utf8(words),
                    correction.reasons[static_cast<std::size_t>(run.target)], one.at, one.by_id,
                    one.by_name});
            }
        }
    });
    return all;
}

std::vector<OwnWords> own_words_in(const SignedCorrection& finished)
{
    std::map<std::int64_t, std::int64_t> places{{-1, -1}};
    for (const auto& topic : finished.correction.topics) {
        places.emplace(*topic.key, std::ssize(places) - 1);
    }
    auto all = finished.authorship.words;
    for (auto& one : all) {
        one.topic = places.at(one.topic);
    }
    return all;
}

} // namespace xieshang::plan
