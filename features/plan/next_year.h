// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Last year's plan as a start for the next: its words with the year shifted, and what of them a
// person has to look at. Never its states nor its dates of decision. Pure.
#pragma once

#include "features/plan/plan.h"
#include "features/topics/topic.h"

#include <string>
#include <string_view>
#include <vector>

namespace xieshang::plan {

// The year of the plan becomes the next: 2022 → 2023, also in wide digits and in 二〇二二. Other
// years, and longer numbers that hold it, stay as they are.
std::string with_next_year(std::string_view text, std::int64_t year);

// Other years that the text names (“2021年”), each once, in their order: nobody but a person knows
// whether they move.
std::vector<std::int64_t> other_years(std::string_view text, std::int64_t year);

std::vector<Section> with_next_year(const std::vector<Section>& sections, std::int64_t year);

// What goes over: nothing that was cancelled or replaced. Its words stand in no document.
bool is_carried(const topics::Topic& topic);
topics::TopicWords carried_words(const topics::Topic& topic, std::int64_t year);

// All that the plan says, for whoever looks for years and names in it.
std::string all_words(const Plan& plan, const std::vector<Section>& sections,
    const std::vector<topics::Topic>& topics);

} // namespace xieshang::plan
