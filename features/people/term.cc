// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/term.h"

#include <algorithm>

namespace xieshang::people {
namespace {

base::FieldTrouble overlaps(const Term& other)
{
    return {"/period/from", "term.overlaps",
        {{"number", std::to_string(other.number)}, {"from", other.period.from},
            {"until", other.period.until.value_or("…")}}};
}

} // namespace

bool is_over(const Term& term, std::string_view day)
{
    return term.period.until && *term.period.until < day;
}

bool is_to_come(const Term& term, std::string_view day) { return day < term.period.from; }

bool is_closed(const Term& term, std::string_view day)
{
    const bool entered_afterwards = term.version == 1 && is_over(term, day_of(term.updated_at));
    return is_over(term, day) && !entered_afterwards;
}

const Term* term_on(const std::vector<Term>& terms, std::string_view day)
{
    const auto found = std::find_if(
        terms.begin(), terms.end(), [&](const Term& term) { return is_within(term.period, day); });
    return found == terms.end() ? nullptr : &*found;
}

base::Result<void> fits_among(const Term& term, const std::vector<Term>& others)
{
    base::Error wrong{base::Trouble::refused, "term.invalid", {}, {}};
    if (term.number < 1) {
        wrong.fields.push_back({"/number", "term.no_number", {}});
    }
    if (auto period = acceptable(term.period); !period) {
        for (auto& field : period.error().fields) {
            field.pointer.insert(0, "/period");
            wrong.fields.push_back(std::move(field));
        }
    }
    for (const auto& other : others) {
        if (other.id == term.id) {
            continue;
        }
        if (other.number == term.number) {
            wrong.fields.push_back(
                {"/number", "term.number_taken", {{"number", std::to_string(term.number)}}});
        }
        if (overlap(other.period, term.period)) {
            wrong.fields.push_back(overlaps(other));
        }
    }
    if (!wrong.fields.empty()) {
        return tl::unexpected(std::move(wrong));
    }
    return {};
}

} // namespace xieshang::people
