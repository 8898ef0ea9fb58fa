// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/shortlists/marking.h"

#include <algorithm>

namespace xieshang::shortlists {
namespace {

bool is_before(const SuggestionId& one, const SuggestionId& other) { return one.text < other.text; }

} // namespace

SuggestionId stands_for(const SuggestionId& id, const WentInto& went_into)
{
    auto found = id;
    for (auto most = went_into.size(); most > 0; --most) { // no circle holds it
        const auto next = went_into.find(found.text);
        if (next == went_into.end()) {
            break;
        }
        found = next->second;
    }
    return found;
}

std::vector<SuggestionId> marks_today(
    const std::vector<SuggestionId>& marks, const WentInto& went_into)
{
    std::vector<SuggestionId> today;
    for (const auto& mark : marks) {
        today = with_mark(std::move(today), stands_for(mark, went_into));
    }
    return today;
}

std::vector<SuggestionId> with_mark(std::vector<SuggestionId> marks, const SuggestionId& id)
{
    const auto place = std::lower_bound(marks.begin(), marks.end(), id, is_before);
    if (place == marks.end() || *place != id) {
        marks.insert(place, id);
    }
    return marks;
}

std::vector<SuggestionId> without_mark(
    std::vector<SuggestionId> marks, const SuggestionId& id, const WentInto& went_into)
{
    marks.erase(std::remove_if(marks.begin(), marks.end(),
                    [&](const SuggestionId& mark) {
                        return mark == id || stands_for(mark, went_into) == id;
                    }),
        marks.end());
    return marks;
}

base::Result<void> may_mark(
    const SelectionRound& round, std::string_view today, const calls::Belongings& belongs_to)
{
    if (is_marking_over(round, today)) {
        return base::trouble(base::Trouble::conflict, "selection.marking_over");
    }
    if (belongs_to.empty()) {
        return base::refuse("selection.not_asked");
    }
    return {};
}

} // namespace xieshang::shortlists
