// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/people/membership_days.h"

#include <algorithm>

namespace xieshang::people {
namespace {

base::Result<std::string> wrong_day(std::string code, base::Params params = {})
{
    return tl::unexpected(base::Error{base::Trouble::refused, "membership.invalid", {},
        {{"/day", std::move(code), std::move(params)}}});
}

} // namespace

base::Result<std::string> day_of_step(const Term& term, const StepDay& step)
{
    const bool over = is_over(term, step.today);
    const auto last = over ? *term.period.until : step.today;
    const auto first =
        is_to_come(term, step.today) ? step.before : std::max(step.before, term.period.from);
    const auto day = step.asked.value_or(over ? first : step.today);
    if (!is_day(day)) {
        return wrong_day("period.not_a_day");
    }
    if (day > last) {
        return wrong_day("membership.day_to_come", {{"last", last}});
    }
    if (day < first) {
        return wrong_day("membership.day_too_early", {{"first", first}});
    }
    return day;
}

base::Result<void> still_open(const Term& term, std::string_view today)
{
    if (is_closed(term, today)) {
        return base::trouble(base::Trouble::conflict, "membership.term_closed",
            {{"number", std::to_string(term.number)}, {"until", *term.period.until}});
    }
    return {};
}

} // namespace xieshang::people
