// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
#include "features/calls/public_form_actions.h"

#include "features/calls/similar_actions.h"
#include "features/calls/suggestion_actions.h"
#include "features/calls/suggestion_contact_actions.h"
#include "features/calls/target_actions.h"
#include "features/calls/topic_call_store.h"
#include "features/calls/topic_news_actions.h"
#include "features/members/attempts_store.h"
#include "features/members/link_code.h"
#include "platform/crypto/crypto.h"
#include "platform/json/text_rules.h"

namespace xieshang::calls {
namespace {

const Belonging the_public{Constituency::public_, {}, {}};

std::string digest_of(const std::string& answer_code)
{
    return crypto::sha256_hex(members::folded_link_code(answer_code));
}

base::Result<TopicCall> call_of(db::Tx& tx, const std::string& code)
{
    return find_call_by_code(tx, code);
}

Handing handing_of(services::Services& services, const PublicSuggestion& asked)
{
    return {.as = the_public,
        .today = people::day_of(services.clock.now()),
        .problem_characters = json::code_points(asked.problem),
        .reason_characters = json::code_points(asked.reason)};
}

// What is done about a thing, from an address: each doing has tallies of its own.
members::Attempted attempted(
    const std::string& doing, const std::string& about, std::string_view address)
{
    return {crypto::sha256_hex(doing + "\n" + about), doing + " " + members::address_block(address),
        {}};
}

// Counted before anything else, in a transaction of its own: also what is refused counts.
base::Result<void> admit(services::Services& services, const members::Attempted& whose)
{
    return services.db.transact([&](db::Tx& tx) -> base::Result<void> {
        const auto now = services.clock.now();
        const auto attempts = members::find_attempts(tx, whose);
        if (const auto wait = members::wait_ms(attempts, now); wait > 0) {
            return base::trouble(base::Trouble::too_many_requests, "topic_call.too_many_from_here",
                {{"retry_after_s", std::to_string((wait + 999) / 1000)},
                    {"minutes", std::to_string((wait + 59'999) / 60'000)}});
        }
        members::keep_attempts(tx, whose, attempts, members::counted(attempts, now), now);
        return {};
    });
}

SuggestionWords words_of(const PublicSuggestion& asked)
{
    SuggestionWords words{asked.title, asked.problem, asked.reason};
    words.field = asked.field;
    return words;
}

Suggestion kept(
    services::Services& services, db::Tx& tx, const TopicCall& call, const PublicSuggestion& asked)
{
    auto made = begin_suggestion(services, tx, {.id = {}, .name = asked.name},
        {.call_id = call.id,
            .words = words_of(asked),
            .constituency = Constituency::public_,
            .channel = SuggestionChannel::public_});
    if (!asked.contact.empty()) {
        services.vault.put(tx, contact_of(made.id), asked.contact, sealing::Findable::no);
    }
    return made;
}

} // namespace

base::Result<PublicCall> public_call(services::Services& services, const std::string& code)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PublicCall> {
        const auto call = TRY(call_of(tx, code));
        const auto& words = call.words;
        const auto may = may_suggest(call, handing_of(services, {}));
        return PublicCall{words.year, words.title, words.guidance, words.opens_on, words.closes_on,
            words.most_characters, phase_of(call, people::day_of(services.clock.now())),
            may ? std::nullopt : std::optional(may.error().code)};
    });
}

base::Result<PublicReceipt> suggest_publicly(services::Services& services, const std::string& code,
    const PublicSuggestion& asked, std::string_view address)
{
    CHECK(admit(services, attempted("form", code + "\n" + asked.name, address)));
    return services.db.transact([&](db::Tx& tx) -> base::Result<PublicReceipt> {
        const auto call = TRY(call_of(tx, code));
        const auto standing =
            standing_of(tx, call.id, {SuggestionChannel::public_, {}, asked.name, the_public});
        const auto words = words_of(asked);
        const auto same = same_among(standing, words);
        if (!same) {
            CHECK(may_suggest(call, handing_of(services, asked)));
        }
        const auto id = same ? same->id : kept(services, tx, call, asked).id;
        return PublicReceipt{give_answer_code(services, tx, id), same.has_value()};
    });
}

base::Result<PublicSimilarList> similar_publicly(services::Services& services,
    const std::string& code, const PublicSimilarAsk& asked, std::string_view address)
{
    CHECK(admit(services, attempted("similar", code + "\n" + asked.text, address)));
    return services.db.read([&](db::Tx& tx) -> base::Result<PublicSimilarList> {
        const auto call = TRY(call_of(tx, code));
        CHECK(may_suggest(call, handing_of(services, {})));
        return similar_for_everybody(services, tx, asked.text);
    });
}

std::string give_answer_code(services::Services& services, db::Tx& tx, const SuggestionId& id)
{
    auto answer_code = members::new_recovery_code(services.random);
    insert_code(tx, digest_of(answer_code), id, services.clock.now());
    return answer_code;
}

base::Result<PublicAnswer> public_answer(
    services::Services& services, const std::string& answer_code)
{
    return services.db.read([&](db::Tx& tx) -> base::Result<PublicAnswer> {
        const auto one = TRY(find_by_code(tx, digest_of(answer_code)));
        return PublicAnswer{one.words.title, one.words.problem, one.words.reason,
            answer_of(one.state), one.answer, one.passed_to, target_answer(tx, one),
            issued_topic_of(tx, one.id), one.suggested_at, one.updated_at};
    });
}

} // namespace xieshang::calls
