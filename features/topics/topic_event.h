// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record's events about a topic mean for its plan. Pure.
#pragma once

#include <string_view>

namespace xieshang::topics {

// Whether a topic's event, named as the record names it ("topic.edit"), is a version of its plan,
// too: what a draft's topic goes through by hand. What an amendment does is the plan's one event.
bool counts_up_its_plan(std::string_view event);

} // namespace xieshang::topics
