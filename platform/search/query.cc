// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/search/query.h"

#include "platform/folding/folding.h"
#include "platform/folding/grams.h"

#include <algorithm>

namespace xieshang::search {
namespace {

// U'"' closes itself, “ is closed by ”; 0: opens nothing.
char32_t closing(char32_t c) { return c == U'"' ? U'"' : (c == U'“' ? U'”' : 0); }

std::u32string trimmed(std::u32string_view text)
{
    const auto first = text.find_first_not_of(U' ');
    const auto last = text.find_last_not_of(U' ');
    return first == text.npos ? std::u32string()
                              : std::u32string(text.substr(first, last - first + 1));
}

// The words between quotation marks at the start of `rest`; empty when they enclose nothing.
std::u32string quoted(std::u32string_view& rest)
{
    const auto end = rest.find(closing(rest.front()), 1);
    if (closing(rest.front()) == 0 || end == rest.npos) {
        return {};
    }
    auto word = trimmed(rest.substr(1, end - 1));
    if (!word.empty()) {
        rest.remove_prefix(end + 1);
    }
    return word;
}

} // namespace

Words words_of(std::string_view query)
{
    auto text = folding::folded(folding::decoded(query));
    std::replace(text.begin(), text.end(), U'\n', U' ');
    Words words;
    std::u32string_view rest = text;
    while (!rest.empty()) {
        auto word = quoted(rest);
        if (word.empty()) {
            const auto end = std::min(rest.find(U' '), rest.size());
            word = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

bool holds_all(std::u32string_view folded, const Words& words)
{
    return std::all_of(words.begin(), words.end(),
        [&](const std::u32string& word) { return folded.find(word) != folded.npos; });
}

std::set<std::string> grams_of(const Words& words)
{
    std::set<std::string> grams;
    for (const auto& word : words) {
        grams.merge(folding::grams_of_word(word));
    }
    return grams;
}

} // namespace xieshang::search
