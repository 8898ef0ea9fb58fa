// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/calls_views.h"

namespace xieshang::calls {

AnsweredSuggestion answered(
    const Suggestion& suggestion, const std::optional<MergedInto>& merged_into)
{
    return {suggestion.id, suggestion.words.title, suggestion.constituency,
        answer_of(suggestion.state), suggestion.answer, suggestion.passed_to, merged_into,
        suggestion.updated_at};
}

} // namespace xieshang::calls
