// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "platform/folding/grams.h"

#include "platform/folding/folding.h"

#include <algorithm>

namespace xieshang::folding {

void for_each_gram(std::u32string_view folded, const std::function<bool(std::string_view)>& each)
{
    for (std::size_t at = 0; at < folded.size(); ++at) {
        if (is_blank(folded[at])) {
            continue;
        }
        const auto alone = encoded(folded.substr(at, 1));
        if (!each(alone)) {
            return;
        }
        const bool has_neighbour = at + 1 < folded.size() && !is_blank(folded[at + 1]);
        if (has_neighbour && !each(alone + encoded(folded.substr(at + 1, 1)))) {
            return;
        }
    }
}

std::set<std::string> grams_of_word(std::u32string_view folded)
{
    std::set<std::string> grams;
    while (!folded.empty()) {
        const auto end = std::find_if(folded.begin(), folded.end(), is_blank) - folded.begin();
        const auto run = folded.substr(0, static_cast<std::size_t>(end));
        if (run.size() == 1) {
            grams.insert(encoded(run));
        }
        for (std::size_t at = 0; at + 1 < run.size(); ++at) {
            grams.insert(encoded(run.substr(at, 2)));
        }
        folded.remove_prefix(std::min(run.size() + 1, folded.size()));
    }
    return grams;
}

} // namespace xieshang::folding
