// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/topics/topic_event.h"

namespace xieshang::topics {

bool counts_up_its_plan(std::string_view event)
{
    return event == "topic.edit" || event == "topic.enter" || event == "topic.unlist"
        || event == "topic.shortlist";
}

} // namespace xieshang::topics
