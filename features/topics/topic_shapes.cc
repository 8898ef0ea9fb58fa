// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_shapes.h"

namespace xieshang::topics {

TopicLine line_of(Topic topic)
{
    const bool to_review = is_to_be_reviewed(topic);
    auto& words = topic.words;
    return {std::move(topic.id), words.number, words.kind, std::move(words.title),
        std::move(words.period), words.month, std::move(words.responsible),
        std::move(words.participating), words.line, topic.version, topic.state, words.field,
        to_review};
}

} // namespace xieshang::topics
