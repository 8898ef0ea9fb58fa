// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// An amendment that a meeting decided and that holds from a day to come 待生效: until that day the
// plan's topics stand as before; on it the amendment is carried out, without anybody's doing.
// Pure. Source: domain.md §1.2: reason, deciding meeting, effective date. Days are calendar days in
// the committee's zone, ISO 8601.
#pragma once

#include "features/amendments/amendment.h"

#include <string_view>

namespace xieshang::amendments {

bool is_to_come(const Decision& decision, std::string_view today);

// Whether it waits and its day has come.
bool is_due(const Amendment& amendment, std::string_view today);

// What waits can be carried out only if nothing comes in between. Refuses with amendment.unsound
// (422), naming each: /changes/i/topic_id amendment.topic_waits {day} where one of `waiting`
// changes that topic; /changes/i/title or /changes/i/topic/title amendment.title_waits {day} where
// one brings a topic or a title of that name.
base::Result<void> leaves_alone(
    const std::vector<TopicChange>& changes, const std::vector<Amendment>& waiting);

} // namespace xieshang::amendments
