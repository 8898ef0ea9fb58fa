// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the record is told of requests and opinions; each writes its history row with it, in the
// transaction of the change. For the verbs of this folder.
#pragma once

#include "features/draft_opinions/draft_opinion_store.h"
#include "features/draft_opinions/request_store.h"
#include "platform/services/services.h"

namespace xieshang::draft_opinions {

// The step that made the request's version. With `send` the frozen text and the recipients are
// told, too, with `add` the recipients that it brought.
void keep_request_step(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const OpinionRequest& request, const RequestStep& step, const std::string& reason);

// `event`: draft_opinion.say or draft_opinion.rewrite. With the name of the recipient, where
// somebody wrote for another.
void tell_opinion(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const DraftOpinion& opinion, const Recipient& recipient, const char* event);

void keep_answer(services::Services& services, db::Tx& tx, const base::Actor& actor,
    const DraftOpinion& opinion, const AnswerWords& answer);

} // namespace xieshang::draft_opinions
