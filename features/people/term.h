// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A term 届 of the assembly. Terms never overlap; between two there may be days without one. Pure.
#pragma once

#include "features/people/period.h"
#include "platform/base/clock.h"
#include "platform/base/ids.h"

#include <cstdint>
#include <vector>

namespace xieshang::people {

using TermId = base::Id<struct TermTag>;

struct Term {
    TermId id;
    std::int64_t number{}; // 2: 二届
    Period period;
    std::int64_t version{};
    base::Instant updated_at;
};
BOOST_DESCRIBE_STRUCT(Term, (), (id, number, period, version, updated_at))

bool is_over(const Term& term, std::string_view day);
bool is_to_come(const Term& term, std::string_view day);

// Over, and nothing of its memberships changes any more. A term that was over when it was entered
// is not: its members could only be entered afterwards.
bool is_closed(const Term& term, std::string_view day);

// The term that runs on that day, or null.
const Term* term_on(const std::vector<Term>& terms, std::string_view day);

// Refuses with term.invalid (422): a number below 1 (term.no_number), one that another term has
// (term.number_taken), the days as period.h, or term.overlaps with {number, from, until} of the
// other.
base::Result<void> fits_among(const Term& term, const std::vector<Term>& others);

} // namespace xieshang::people
