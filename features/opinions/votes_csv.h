// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Answers as the CSV file of votes that read_votes() takes: timestamp,comment-id,voter-id,vote. An
// answer that came without a time gets one a millisecond after the other, so that the order stays.
// Pure but for what `take` does.
#pragma once

#include "platform/analytics/answers.h"

#include <functional>
#include <string_view>

namespace xieshang::opinions {

// Hands on pieces of about a megabyte.
void write_votes(
    const analytics::Answers& answers, const std::function<void(std::string_view piece)>& take);

} // namespace xieshang::opinions
