// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The verbs on opinions on a draft: load → decide → record, one transaction each.
#pragma once

#include "features/draft_opinions/draft_opinion_store.h"
#include "features/draft_opinions/request_actions.h"

namespace xieshang::draft_opinions {

// Refusals: opinion_request.not_found also where the asker is not asked;
// draft_opinion.name_recipient (422, /recipient_id) where he is asked as more than one, or not as
// that one; those of may_say(), acceptable(), fits_beside().
base::Result<DraftOpinion> say_opinion(services::Services& services, const base::Asker& asker,
    const RequestId& id, const NewDraftOpinion& asked);

// By the office, under the recipient's name and its own. Refusals: as above, those of
// may_enter_paper().
base::Result<DraftOpinion> enter_paper(services::Services& services, const base::Actor& actor,
    const RequestId& id, const PaperOpinion& asked);

// Refusals: draft_opinion.not_found also where the asker has no view of it,
// draft_opinion.not_yours (403), draft_opinion.stale, those of may_rewrite() and of saying it.
base::Result<DraftOpinion> rewrite_opinion(services::Services& services, const base::Asker& asker,
    const DraftOpinionId& id, std::int64_t version_seen, const OpinionWords& words);

// Answers it, or answers it otherwise while the request is not answered as a whole. Refusals:
// draft_opinion.not_found, draft_opinion.stale (412: somebody answered or rewrote it meanwhile),
// those of may_answer() and acceptable().
base::Result<DraftOpinion> answer_opinion(services::Services& services, const base::Actor& actor,
    const DraftOpinionId& id, std::int64_t version_seen, const AnswerWords& answer);

// Why the asker may not say it otherwise now; empty: he may.
base::Result<void> may_rewrite_by(const SeenRequest& seen, const DraftOpinion& opinion,
    std::string_view view, const std::string& day);

} // namespace xieshang::draft_opinions
