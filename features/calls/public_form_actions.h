// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The public's way in, without an account: by the code of a call. Who hands in gets an answer code,
// with which he reads what became of it; the house keeps its digest alone. Held back by the address
// as strangers' attempts to sign in are (attempts.h), in tallies apart from those.
#pragma once

#include "features/calls/public_form_views.h"
#include "platform/services/services.h"

namespace xieshang::calls {

// Refusal: topic_call.no_such_code (404). Why nothing can be handed in stands as a code.
base::Result<PublicCall> public_call(services::Services& services, const std::string& code);

// Each call makes an answer code, also where the same text of the same name was there before: so
// who sends it twice can read the answer by either. Refusals: topic_call.no_such_code,
// topic_call.too_many_from_here (429), those of acceptable_telephone() and may_suggest().
base::Result<PublicReceipt> suggest_publicly(services::Services& services, const std::string& code,
    const PublicSuggestion& asked, std::string_view address);

// What says something similar, while somebody fills in the form (similar_actions.h). Held back by
// the address as handing in is, in tallies apart from that: who only typed may still hand in.
// Refusals: topic_call.no_such_code, topic_call.too_many_from_here (429), those of may_suggest().
base::Result<PublicSimilarList> similar_publicly(services::Services& services,
    const std::string& code, const PublicSimilarAsk& asked, std::string_view address);

// Another code for its answer, as the public gets one: for who has no account. Kept as a digest.
std::string give_answer_code(services::Services& services, db::Tx& tx, const SuggestionId& id);

// Refusal: suggestion.no_such_code (404).
base::Result<PublicAnswer> public_answer(
    services::Services& services, const std::string& answer_code);

} // namespace xieshang::calls
